"""When a persona answers, in world time. Pure: moments come in, moments go out."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from math import exp

from ..chance import lognormal
from .facts import Role

# Our own judgement: messages among students had this spread (sd of the logarithm 1.3 to 2.5).
MEDIAN, SPREAD = timedelta(hours=14), 1.6
REPLY_MEDIAN, REPLY_SPREAD = timedelta(hours=4), 1.8
BUSYNESS = 1.4  # a persona of busyness 1 takes e^1.4 = 4 times as long as one of 0
PACE = {Role.RECRUITER: 0.5, Role.INFLUENCER: 1.5}
NEVER = timedelta(days=21)  # later than this is never
EARLY = timedelta(hours=1)  # what waited is answered within so much of the next session
A_DAY = timedelta(days=1)
WEEK = range(7)


@dataclass(frozen=True)
class Schedule:
    """When somebody is on the network, by their own clock, which has no summer time.

    `workdays` counts from Monday, 0. `sessions` are pairs of minutes after midnight, in order.
    """

    utc_offset: int = 0  # minutes
    workdays: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    sessions: tuple[tuple[int, int], ...] = ((480, 540), (720, 840), (1020, 1140))

    def __post_init__(self):
        if not self.workdays or not self.workdays <= set(WEEK):
            raise ValueError("A schedule needs workdays from 0 (Monday) to 6.")
        edges = [minute for session in self.sessions for minute in session]
        if not edges or edges != sorted(set(edges)) or edges[0] < 0 or edges[-1] > 24 * 60:
            raise ValueError("Sessions follow one another within one day.")

    def is_weekend(self, moment):
        """Whether it is none of their workdays, where they are."""
        return self._local(moment).weekday() not in self.workdays

    def next_active(self, moment, spread):
        """`moment` itself within a session, else a moment early in the next one.

        Nobody answers everything at nine o'clock sharp: `spread` (0 to 1) says how far into it.
        """
        local = self._local(moment)
        for start, end in self._sessions_from(local.date()):
            if local < end:
                found = local if local >= start else start + spread * min(EARLY, end - start)
                return (found - self._offset).replace(tzinfo=UTC)
        raise AssertionError("Eight days hold a workday.")

    @property
    def _offset(self):
        return timedelta(minutes=self.utc_offset)

    def _local(self, moment):
        return moment.astimezone(UTC).replace(tzinfo=None) + self._offset

    def _sessions_from(self, day):
        for _ahead in range(len(WEEK) + 1):
            midnight = datetime.combine(day, time())
            if day.weekday() in self.workdays:
                for start, end in self.sessions:
                    yield midnight + timedelta(minutes=start), midnight + timedelta(minutes=end)
            day += A_DAY


def answer_delay(traits, u):
    """How long the persona takes to come to an invitation, before their sessions are looked at."""
    pace = exp(BUSYNESS * (traits.busyness - 0.5)) * PACE.get(traits.role, 1.0)
    return _whole_seconds(u, MEDIAN * pace, SPREAD)


def answered_at(sent_at, traits, schedule, luck):
    """When the persona answers what was sent then, or None: not within 21 world days."""
    delay = answer_delay(traits, luck.draw("delay"))
    return _in_a_session(sent_at, delay, schedule, luck.draw("session"))


def replied_at(accepted_at, schedule, luck):
    """When the persona who accepted writes back, or None: not within 21 world days."""
    delay = _whole_seconds(luck.draw("reply.delay"), REPLY_MEDIAN, REPLY_SPREAD)
    return _in_a_session(accepted_at, delay, schedule, luck.draw("reply.session"))


def _in_a_session(since, delay, schedule, spread):
    if delay > NEVER:
        return None
    moment = schedule.next_active(since + delay, spread).replace(microsecond=0)
    moment = max(moment, since + delay)
    return moment if moment - since <= NEVER else None


def _whole_seconds(u, median, sigma):
    """Whole, since machines may differ in the last bits of an exponential."""
    return timedelta(seconds=round(lognormal(u, median.total_seconds(), sigma)))
