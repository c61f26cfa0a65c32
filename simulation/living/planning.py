"""How life begins in a world, and how each of its days is planned."""

import logging

from django.db import InterfaceError, OperationalError, transaction

from ..models import Agenda, Due, Persona
from . import approaching, leading, posting, sourcing
from .day import Day
from .timing import A_DAY

# What simulated people do by themselves: from a day to what is due on it.
PLANS = [posting.plan, approaching.plan, sourcing.plan, leading.plan]
MANY = 500  # rows that are written at once
logger = logging.getLogger("netsim.simulation")


def begin(world):
    """Its people are cast, and its first day is planned when it moves. Twice is once."""
    agenda, _new = Agenda.objects.get_or_create(world=world)
    Persona.objects.enliven(world, agenda.model_version)
    Due.objects.bulk_create([_day(world, world.now)], ignore_conflicts=True)


def act(due, world):
    """Plan this day, and that the next one will be planned."""
    Persona.objects.enliven(world, world.agenda.model_version)
    day = Day(world)
    for plan in PLANS:
        _put_down(plan, day)
    Due.objects.filter(pk=due.pk).delete()  # a world has one only
    _day(world, day.midnight + A_DAY).save()


def _put_down(plan, day):
    """One plan that stumbles leaves the others, and the days to come, as they are."""
    try:
        with transaction.atomic():
            planned = list(plan(day))
            Due.objects.bulk_create(planned, batch_size=MANY, ignore_conflicts=True)
    except (OperationalError, InterfaceError):
        raise  # the whole step is tried again
    except Exception:
        logger.exception("Left out a plan of %s: %s", day.world, plan)


def _day(world, at):
    return Due(world_id=world.pk, kind=Due.Kind.DAY, at=at, rank=Due.Kind.DAY)
