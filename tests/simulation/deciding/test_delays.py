from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.chance import Luck
from simulation.deciding.delays import (
    NEVER,
    Schedule,
    answer_delay,
    answered_at,
    replied_at,
)
from simulation.deciding.facts import Role, Traits
from tests.simulation.strategies import FEW, shares

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MONDAY = datetime(2027, 1, 4, tzinfo=UTC)
OFFICE = Schedule(sessions=((9 * 60, 10 * 60), (13 * 60, 17 * 60)))

schedules = st.builds(
    Schedule,
    utc_offset=st.sampled_from([-720, -210, 0, 345, 840]),
    workdays=st.frozensets(st.integers(0, 6), min_size=1),
    sessions=st.sampled_from([((0, 24 * 60),), ((480, 540),), ((0, 1), (720, 840), (1439, 1440))]),
)
moments = st.integers(0, 60 * 24 * 60).map(lambda minutes: MONDAY + timedelta(minutes=minutes))


class Luckless(Luck):
    """The same draw for every stream."""

    def draw(self, stream):
        return self.seed


def luck(u):
    return Luckless(u, 1, "mara")


@pytest.mark.parametrize(
    ("traits", "hours"),
    [
        (Traits(), 14),
        (Traits(busyness=1.0), 28.19),
        (Traits(busyness=0.0), 6.95),
        (Traits(role=Role.RECRUITER), 7),
        (Traits(role=Role.INFLUENCER), 21),
    ],
)
def test_half_of_all_answers_come_within_the_median(traits, hours):
    assert answer_delay(traits, 0.5) / HOUR == pytest.approx(hours, abs=0.01)


def test_delays_are_whole_seconds():
    assert answer_delay(Traits(), 0.123).microseconds == 0


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (timedelta(hours=9, minutes=20), timedelta(hours=9, minutes=20)),  # within a session
        (timedelta(hours=8), timedelta(hours=9, minutes=30)),
        (timedelta(hours=10), timedelta(hours=13, minutes=30)),  # a session has just ended
        (timedelta(hours=22), timedelta(days=1, hours=9, minutes=30)),
        (timedelta(days=4, hours=18), timedelta(days=7, hours=9, minutes=30)),  # Friday evening
        (timedelta(days=5, hours=9), timedelta(days=7, hours=9, minutes=30)),  # Saturday
    ],
)
def test_an_answer_waits_for_the_next_session(moment, expected):
    assert OFFICE.next_active(MONDAY + moment, spread=0.5) == MONDAY + expected


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, 9), (120, 7), (-300, 14), (330, 3.5)],
)
def test_sessions_are_by_the_personas_own_clock(offset, expected):
    schedule = Schedule(utc_offset=offset, sessions=((9 * 60, 10 * 60),))

    assert schedule.next_active(MONDAY, spread=0.0) == MONDAY + expected * HOUR


def test_a_weekend_is_the_personas_own():
    sunday_to_thursday = Schedule(utc_offset=240, workdays=frozenset({6, 0, 1, 2, 3}))

    assert sunday_to_thursday.is_weekend(MONDAY + 4 * DAY)
    assert not sunday_to_thursday.is_weekend(MONDAY + 6 * DAY)
    assert sunday_to_thursday.is_weekend(MONDAY + 3 * DAY + 21 * HOUR)  # Friday, where they are
    assert not OFFICE.is_weekend(MONDAY + 3 * DAY + 21 * HOUR)


@FEW
@given(schedules, moments, shares)
def test_everybody_is_active_within_a_week_and_never_before(schedule, moment, spread):
    found = schedule.next_active(moment, spread)

    assert moment <= found <= moment + 8 * DAY
    assert schedule.next_active(found, 0.0) - found <= HOUR
    assert not schedule.is_weekend(found) or found.astimezone(UTC).time().minute == 0


@FEW
@given(moments, schedules, st.integers(0, 500))
def test_an_answer_comes_after_the_question_and_within_three_weeks(sent_at, schedule, number):
    moment = answered_at(sent_at, Traits(), schedule, Luck(7, 1, f"p{number}"))

    assert moment is None or sent_at <= moment <= sent_at + NEVER


@pytest.mark.parametrize(
    "answer",
    [
        lambda u: answered_at(MONDAY, Traits(), OFFICE, luck(u)),
        lambda u: replied_at(MONDAY, OFFICE, luck(u)),
    ],
)
def test_later_than_three_weeks_is_never(answer):
    assert answer(0.5) is not None
    assert answer(0.9999) is None


def test_an_answer_that_a_session_puts_beyond_three_weeks_never_comes():
    mondays = Schedule(workdays=frozenset({0}), sessions=((0, 60),))
    late = next(
        u / 1000 for u in range(1000) if answer_delay(Traits(), u / 1000) > timedelta(days=15)
    )

    assert answer_delay(Traits(), late) < NEVER
    assert answered_at(MONDAY + HOUR / 2, Traits(), mondays, luck(late)) is None


def test_somebody_who_accepts_writes_back_after_some_hours():
    always = Schedule(workdays=frozenset(range(7)), sessions=((0, 24 * 60),))

    assert replied_at(MONDAY, always, luck(0.5)) == MONDAY + 4 * HOUR


@pytest.mark.parametrize(
    "wrong",
    [
        {"workdays": frozenset()},
        {"workdays": frozenset({7})},
        {"sessions": ()},
        {"sessions": ((600, 540),)},
        {"sessions": ((480, 600), (540, 700))},
        {"sessions": ((1400, 1500),)},
        {"sessions": ((-5, 10),)},
    ],
)
def test_an_impossible_schedule_is_refused(wrong):
    with pytest.raises(ValueError, match=r"workdays|Sessions"):
        Schedule(**wrong)
