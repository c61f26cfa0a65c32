"""How life begins in a world, and how each of its days is planned."""

from ..models import Agenda, Due, Persona
from ..stumbling import may_stumble
from . import approaching, leading, posting, sourcing
from .day import Day
from .timing import A_DAY, midnight_before

# What simulated people do by themselves: from a day to what is due on it.
PLANS = [posting.plan, approaching.plan, sourcing.plan, leading.plan]
MANY = 500  # rows that are written at once


def begin(world):
    """Its people are cast, and its first day is planned when it moves. Twice is once."""
    agenda, _new = Agenda.objects.get_or_create(world=world)
    Persona.objects.enliven(world, agenda.model_version)
    Due.objects.bulk_create([_day(world, world.now)], ignore_conflicts=True)


def act(due, world):
    """Plan this day. One plan that stumbles leaves the others as they are."""
    Persona.objects.enliven(world, world.agenda.model_version)
    day = Day(world)
    for plan in PLANS:
        with may_stumble("Left out a plan of %s: %s", world, plan):
            Due.objects.bulk_create(list(plan(day)), batch_size=MANY, ignore_conflicts=True)


def plan_tomorrow(world):
    """That the day after the one which begins now will be planned."""
    _day(world, midnight_before(world.now) + A_DAY).save()


def _day(world, at):
    return Due(world_id=world.pk, kind=Due.Kind.DAY, at=at, rank=Due.Kind.DAY)
