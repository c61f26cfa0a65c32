from datetime import timedelta

import pytest

from simulation.coaching.follow_up import Occasion, Point, judge

from .cast import FACTS

GIVEN = Occasion(since=timedelta(days=1), given="a tip to dry ledgers with a fan")
STRONG = (
    "Thank you for the tip, Omar. I tried the fan on two ledgers in our shop and they are dry. "
    "If useful, I can share the photos."
)


def test_a_strong_follow_up_has_every_point():
    found = judge(STRONG, FACTS, GIVEN)
    assert (found.quality, found.advice) == (1.0, ())


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("The fan worked. I tried it on two ledgers.", Point.THANKS),
        ("Thank you, Omar. I tried it yesterday.", Point.NAMES),
        ("Thank you for the tip with the fan.", Point.DONE),
        ("Thank you, I tried the fan. Could you look over my CV?", Point.GIVES),
        ("Thanks for the fan, I tried it. Which fan? Which paper?", Point.GIVES),
        ("Thanks for the fan, I tried it. Please give me a job in your museum.", Point.GIVES),
    ],
)
def test_what_is_missing(text, missing):
    found = judge(text, FACTS, GIVEN)
    assert [point for point, value in found.points.items() if value < 1] == [missing]
    assert len(found.advice) == 1


def test_late_thanks_are_half_as_good():
    late = Occasion(since=timedelta(days=3), given=GIVEN.given)
    assert judge(STRONG, FACTS, late).points[Point.THANKS] == 0.5


@pytest.mark.parametrize(
    ("unanswered", "waited", "previous", "expected"),
    [
        (0, None, "", 1.0),
        (1, 5, "x" * 400, 1.0),
        (1, 5, "x", 0.5),
        (1, 4, "x" * 400, 0.0),
        (2, 9, "x" * 400, 0.0),
    ],
)
def test_writing_again(unanswered, waited, previous, expected):
    again = Occasion(timedelta(days=1), GIVEN.given, waited, unanswered, previous)
    assert judge(STRONG, FACTS, again).points[Point.PATIENCE] == expected


def test_another_language_is_not_scored():
    found = judge("Vielen Dank, ich habe das für mich notiert und es ist gut.", FACTS, GIVEN)
    assert (found.is_scored, found.quality) == (False, None)
