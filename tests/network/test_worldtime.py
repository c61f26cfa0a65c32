from datetime import timedelta
from types import SimpleNamespace

import pytest

from network.models.world import START
from network.worldtime import ago, day_of, since, worlddate

WORLD = SimpleNamespace(now=START + timedelta(days=30))


@pytest.mark.parametrize(
    ("after_start", "said"),
    [
        ({}, "Monday, day 1, 08:00"),
        ({"hours": 15, "minutes": 59}, "Monday, day 1, 23:59"),
        ({"hours": 16}, "Tuesday, day 2, 00:00"),
        ({"days": 11, "hours": 6}, "Friday, day 12, 14:00"),
        ({"hours": -8}, "Monday, day 1, 00:00"),
        ({"hours": -8, "seconds": -1}, "Sunday, 1 day before day 1, 23:59"),
        ({"days": -3, "hours": 6}, "Friday, 3 days before day 1, 14:00"),
    ],
)
def test_a_moment_is_told_in_the_days_of_the_world(after_start, said):
    assert worlddate(START + timedelta(**after_start), START) == said


def test_day_1_is_the_day_of_the_start():
    assert [day_of(START + timedelta(days=n), START) for n in (-1, 0, 1)] == [0, 1, 2]
    assert since(START, START) == "day 1"
    assert since(START - timedelta(days=365), START) == "365 days before day 1"


@pytest.mark.parametrize(
    ("before_now", "said"),
    [
        ({"minutes": -5}, "just now"),
        ({"seconds": 59}, "just now"),
        ({"minutes": 1}, "1 minute ago"),
        ({"minutes": 59}, "59 minutes ago"),
        ({"hours": 1}, "1 hour ago"),
        ({"hours": 23, "minutes": 59}, "23 hours ago"),
        ({"days": 1}, "1 day ago"),
        ({"days": 13}, "13 days ago"),
        ({"days": 14}, "2 weeks ago"),
        ({"days": 60}, "2 months ago"),
        ({"days": 730}, "2 years ago"),
    ],
)
def test_how_long_ago_is_told_by_the_worlds_clock(before_now, said):
    assert ago(WORLD.now - timedelta(**before_now), WORLD) == said
