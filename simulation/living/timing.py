"""When somebody does something, in world time: after what happened, or on a day."""

from datetime import UTC, datetime, time, timedelta
from math import exp

from ..chance import lognormal
from ..deciding.delays import A_DAY, BUSYNESS, Schedule

SPREAD = 1.2
LONGEST = timedelta(days=5)  # nobody who was asked is forgotten
QUICK, USUAL, SLOW = timedelta(hours=2), timedelta(hours=8), timedelta(hours=20)


def schedule_of(person):
    """When somebody simulated is here; pages of employers keep office hours."""
    persona = getattr(person, "persona", None)
    return persona.schedule if persona else Schedule()


def busyness_of(person):
    persona = getattr(person, "persona", None)
    return persona.busyness if persona else 0.5


def soon(since, person, luck, stream, median=USUAL):
    """A moment after `since`, in one of their sessions."""
    pace = exp(BUSYNESS * (busyness_of(person) - 0.5))
    seconds = lognormal(luck.draw(f"{stream}.delay"), median.total_seconds() * pace, SPREAD)
    came = since + min(timedelta(seconds=round(seconds)), LONGEST)
    active = schedule_of(person).next_active(came, luck.draw(f"{stream}.session"))
    return max(active.replace(microsecond=0), came)


def on_day(midnight, person, spread):
    """A moment of the day that begins then, in one of their sessions; None on a day off.

    `spread` (0 to 1) says how far into all their sessions of the day.
    """
    schedule = schedule_of(person)
    if schedule.is_weekend(midnight + A_DAY / 2):
        return None
    left = spread * sum(end - start for start, end in schedule.sessions)
    for start, end in schedule.sessions:
        if left < end - start:
            minutes = start + left - schedule.utc_offset
            return (midnight + timedelta(minutes=minutes)).replace(microsecond=0)
        left -= end - start
    return None


def midnight_before(moment):
    return datetime.combine(moment.astimezone(UTC).date(), time(), UTC)


def share_of_week(person):
    """The share of all days on which they are here."""
    return len(schedule_of(person).workdays) / 7
