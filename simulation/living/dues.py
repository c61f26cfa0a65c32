"""Making what will be due, and the luck that belongs to it."""

from ..answering import SAME_FOR_ALL
from ..chance import Luck
from ..deciding.weights import LUCK
from ..models import Due


def luck_of(world, handle, attempt=1):
    """The luck of somebody simulated; of no learner, so that the same acts bring all the same."""
    return Luck(world.seed, LUCK[world.agenda.model_version], handle, attempt, SAME_FOR_ALL)


def after(kind, event, person, at, world):
    """Something that `person` will do because of an event."""
    return Due(
        world_id=world.pk,
        kind=kind,
        at=max(at, world.now),  # somebody else may have moved the clock on
        rank=f"{kind} {person.handle} {event.actor.handle}",
        person=person,
        event=event,
    )


def towards(kind, person, learner, at, world, detail=""):
    return Due(
        world_id=world.pk,
        kind=kind,
        at=max(at, world.now),
        rank=f"{kind} {person.handle} {learner.handle}",
        person=person,
        other=learner,
        detail=detail,
    )


def alone(kind, person, at, world):
    return Due(world_id=world.pk, kind=kind, at=at, rank=f"{kind} {person.handle}", person=person)
