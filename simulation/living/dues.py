"""Making what will be due, and the luck that belongs to it."""

from ..answering import luck_for
from ..models import Due


def luck_of(world, handle, attempt=1):
    return luck_for(handle, world, world.agenda.model_version, attempt)


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
