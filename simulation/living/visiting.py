"""Looking at the profile of somebody who looked, or who wrote something useful."""

from network.models import Person, ProfileView
from network.worldtime import day_of

from ..models import Due
from ..reading.case import is_thoughtful
from . import dues
from .rates import rate
from .timing import busyness_of, soon


def after_view(world, event):
    chance = rate("visit.view") * (1 - busyness_of(event.target))
    return _visit(world, event, chance)


def after_comment(world, event):
    useful = event.comment and is_thoughtful(event.comment.text)
    return _visit(world, event, rate("visit.comment") if useful else 0)


def _visit(world, event, chance):
    person = event.target
    if person.is_employer:
        return
    luck = dues.luck_of(world, person.handle, day_of(event.at, world.started_at))
    if luck.draw("visit.back") < chance:
        at = soon(event.at, person, luck, "visit.back")
        yield dues.after(Due.Kind.VISIT, event, person, at, world)


def act(due, world):
    look(due.person, due.event.actor)


def look(viewer, viewed):
    """Open a profile, unless a block hides it (B1)."""
    if Person.objects.visible_to(viewer).filter(pk=viewed.pk).exists():
        ProfileView.objects.note(viewer, viewed)
