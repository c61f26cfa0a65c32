"""The clock of a world: it moves while somebody looks, can be paused, sped up and put forward."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .advancing import Advance, aim_of, hold, is_idle, put
from .models import Agenda
from .noticing import notice

LONGEST_PULSE = timedelta(seconds=60)  # a tab that slept does not make the world leap
MOST_STEPS = 100  # of one pulse or jump; the others are done by the next ones
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
    done by the next pulses.
    """
    with transaction.atomic():
        held = hold(world.pk)
        aim = held and _aim_of_pulse(held)
        if aim and is_idle(held, aim):
            put(held.pk, now=max(aim, held.now), pulsed_at=timezone.now())
            if aim_of(held):
                Agenda.objects.arrive(held.pk, aim)
            aim = None
        elif aim:
            put(held.pk, pulsed_at=timezone.now())
            if not aim_of(held):
                Agenda.objects.aim(held.pk, aim)
    if aim:
        Advance(world.pk).go_on(most)
    look(world)


def look(world):
    """Read what the clock shows, which others move too."""
    world.refresh_from_db(fields=["now", "is_paused", "speed"])


def _aim_of_pulse(world):
    """Where the clock goes on to now; None when it is paused. What is left of a jump comes first."""
    if aim := aim_of(world):
        return aim
    if world.is_paused:
        return None
    since = min(timezone.now() - world.pulsed_at, LONGEST_PULSE)
    return world.now + max(since, timedelta()) * world.speed


def jump(world, to, stops_at_news=False, most=MOST_STEPS):
    """Put the clock forward to `to`, or to what a learner is told before then.

    Returns whether it is there; else the next pulses go on.
    """
    with transaction.atomic():
        if held := hold(world.pk, waits=True):
            notice(held)
            Agenda.objects.aim(held.pk, to, stops_at_news)
            put(held.pk, pulsed_at=timezone.now())
    Advance(world.pk).go_on(most)
    look(world)
    return not is_jumping(world)


def advance(world, to):
    """Put the clock forward to `to`, however much is due, waiting for whoever else moves it."""
    with transaction.atomic():
        if held := hold(world.pk, waits=True):
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
    paused = type(world).objects.filter(pk=world.pk, is_paused=True)
    paused.update(is_paused=False, pulsed_at=timezone.now())


def set_speed(world, speed):
    """World seconds in one real second, from now on."""
    put(world.pk, speed=speed, pulsed_at=timezone.now())
