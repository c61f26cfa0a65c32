"""A simulated moderator decides who may join a private group."""

from network.models import Event, Membership

from ..models import Due
from ..reading.profiles import Profiles
from . import dues
from .rates import rate
from .shared import known, telling
from .timing import SLOW, soon


def after(world, event):
    """The moderator who was told; where nobody was, the simulated one who is there for longest."""
    group, told = event.community, event.target
    if group is None or (told and told.kind == told.Kind.LEARNER):
        return
    moderating = group.memberships.moderating().filter(person__kind="persona")
    seats = moderating.seen_by(event.actor).select_related("person__persona")
    seat = seats.order_by("since", "person__handle").first()
    if seat:
        person = told or seat.person
        luck = dues.luck_of(world, person.handle)
        yield dues.after(
            Due.Kind.ADMIT, event, person, soon(event.at, person, luck, "admit", SLOW), world
        )


def act(due, world):
    group, me, asker = due.event.community, due.person, due.event.actor
    if group is None:
        return
    times = Event.objects.filter(actor=asker, verb=Event.Verb.ASKED, community=group).count()
    luck = dues.luck_of(world, f"{me.handle} {group.slug}", times)
    decide = group.admit if luck.draw("admit") < _chance(group, asker) else group.decline
    decide(me, asker)


def _chance(group, asker):
    profile = known(asker, Profiles([asker.pk]))
    says = telling(asker.about, *profile.schools) | profile.topics
    fits = says & telling(group.name, group.description)
    inside = Membership.objects.inside().filter(community=group)
    knows = inside.filter(person__connections__other=asker).exists()
    return rate("admit.match" if fits else "admit.other") + rate("admit.known") * knows
