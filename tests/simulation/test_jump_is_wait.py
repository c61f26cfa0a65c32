"""I6: jumping comes to the same as waiting, however the time passes."""

from datetime import timedelta

import pytest

from tests.simulation import story

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def life():
    """Everybody lives."""


@pytest.mark.django_db
def test_a_jump_is_the_same_as_waiting():
    jumped = story.tell(story.begin(), story.jumping)
    passed = {
        "seven hours at a time": story.tell(story.begin(), story.waiting(HOUR * 7)),
        "one step at a time": story.tell(story.begin(), story.waiting(HOUR * 100, most=1)),
    }

    for kind in ("decision", "text", "recommendation", "approach", "message"):
        assert f"{kind} |" in jumped
    for how, log in passed.items():
        assert log == jumped, how
