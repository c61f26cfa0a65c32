"""The clock of a world: it moves while somebody looks, can be paused, sped up and put forward."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import World

from .advancing import Advance, lock, move_if_idle, put
from .models import Agenda
from .noticing import notice

LONGEST_PULSE = timedelta(seconds=60)  # after a longer while nobody had looked
USUAL_PULSE = timedelta(seconds=10)  # so often an open page sends one
MOST_STEPS = 100  # of one pulse or jump; the others are done by the next ones
MOST_SECONDS = 4  # as well, of real time: a browser waits 15 for an answer
MORNING = time(8)
SPEEDS = {  # world seconds in a real one
    60: _("a minute"),
    360: _("10 seconds"),
    720: _("5 seconds"),
    1440: _("2.5 seconds"),
}


def pulse(world, most=MOST_STEPS):
    """Somebody looks: move by the real time since the last pulse × the speed, and do what is due.

    One at a time; a second one passes by without waiting. What is not done within `most` steps is
    done by the next pulses. Returns whether something is left for them.
    """
    is_left = _begin(world.pk)
    if is_left:
        Advance(world.pk).go_on(most, MOST_SECONDS)
        is_left = is_jumping(world)
    look(world)
    return is_left


def _begin(world_pk):
    """Whether there is something to carry out; a clock with nothing to do is moved at once."""
    with transaction.atomic():
        world = lock(world_pk)
        if world is None:
            return False
        if world.is_paused:
            return is_jumping(world)
        to = world.now + _looked_at(timezone.now() - world.pulsed_at) * world.speed
        if move_if_idle(world, to, timezone.now()):
            return False
        put(world_pk, pulsed_at=timezone.now())
        if not is_jumping(world):  # what is left of a jump comes first
            Agenda.objects.aim(world_pk, to)
        return True


def _looked_at(since):
    """How much of the real time since the last pulse somebody looked: who comes back after a while
    finds the world where they left it.
    """
    return max(timedelta(), since) if since <= LONGEST_PULSE else USUAL_PULSE


def look(world):
    """Read what the clock shows, which others move too; nothing new when the world is gone."""
    shown = World.objects.filter(pk=world.pk).values("now", "is_paused", "speed").first()
    vars(world).update(shown or {})


def jump(world, to, stops_at_news=False, most=MOST_STEPS):
    """Put the clock forward to `to`, or to what a learner is told before then.

    Returns whether it is there; else the next pulses go on.
    """
    with transaction.atomic():
        if held := lock(world.pk, waits=True):
            notice(held)
            Agenda.objects.aim(held.pk, to, stops_at_news)
            put(held.pk, pulsed_at=timezone.now())
    Advance(world.pk).go_on(most, MOST_SECONDS)
    look(world)
    return not is_jumping(world)


def advance(world, to):
    """Put the clock forward to `to`, however much is due, waiting for whoever else moves it."""
    with transaction.atomic():
        if held := lock(world.pk, waits=True):
            Agenda.objects.aim(held.pk, to)
    Advance(world.pk, waits=True).go_on()
    look(world)


def is_jumping(world):
    """Whether something is left of a jump."""
    return Agenda.objects.filter(world=world).exclude(until=None).exists()


def next_morning(now):
    """08:00 of the world's clock, today's or tomorrow's."""
    morning = datetime.combine(now.date(), MORNING, now.tzinfo)
    return morning if morning > now else morning + timedelta(days=1)


def pause(world):
    """Stand still, also in the middle of a jump."""
    with transaction.atomic():
        put(world.pk, is_paused=True)
        Agenda.objects.stop(world.pk)


def resume(world):
    """Go on from here, whatever real time has passed. Done twice is done once."""
    paused = World.objects.filter(pk=world.pk, is_paused=True)
    paused.update(is_paused=False, pulsed_at=timezone.now())


def set_speed(world, speed):
    """World seconds in one real second, from now on."""
    put(world.pk, speed=speed, pulsed_at=timezone.now())
