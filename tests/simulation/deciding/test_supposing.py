"""What the fields of a what-if make of the facts."""

import pytest

from simulation.deciding.facts import Engagement, Facts, History, Memory, Showing, Tie
from simulation.deciding.supposing import as_given, suppose
from simulation.deciding.weights import MODEL_VERSION

FACTS = Facts(
    tie=Tie(mutual=2, groups=2, active_in_group=True),
    profile=Showing(completeness=0.714285714, avatar_set=True),
    engagement=Engagement(liked=3.25, followed=1.5),
    history=History(pending=4, sent_today=1),
    memory=Memory(pushed=True),
)


def supposed(facts=FACTS, **given):
    return suppose(facts, given, MODEL_VERSION)


def test_nothing_given_is_the_facts_themselves():
    assert supposed() == FACTS


def test_every_field_shows_what_was():
    assert as_given(FACTS, MODEL_VERSION) == {
        "mutual": 2,
        "group": True,
        "active": True,
        "commented": False,
        "replied": False,
        "followed": False,  # not for two days yet
        "liked": True,
        "endorsed": False,
        "thanked": False,
        "pushed": True,
        "completeness": 71,
        "avatar": True,
        "pending": 4,
        "sent_today": 1,
    }


@pytest.mark.parametrize("name", as_given(FACTS, MODEL_VERSION))
def test_what_is_given_is_shown_again(name):
    was = as_given(FACTS, MODEL_VERSION)[name]
    other = not was if isinstance(was, bool) else was + 3

    assert as_given(supposed(**{name: other}), MODEL_VERSION)[name] == other


def test_the_first_version_shows_nothing_that_is_remembered():
    assert set(as_given(FACTS, MODEL_VERSION)) - set(as_given(FACTS, 1)) == {"thanked", "pushed"}


def test_what_is_not_given_stays_to_the_last_bit():
    assert supposed(mutual=5).profile == FACTS.profile
    assert supposed(commented=True).engagement.liked == 3.25
    assert supposed(group=True).tie.groups == 2


def test_one_takes_part_in_a_group_that_there_is():
    assert supposed(Facts(), active=True).tie == Tie(groups=1, active_in_group=True)
    assert supposed(group=False).tie.groups == 0
