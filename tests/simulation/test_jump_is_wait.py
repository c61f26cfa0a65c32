"""I6: jumping comes to the same as waiting, however the time passes."""

from datetime import timedelta

import pytest

from simulation.models import Decision
from tests.factories import LearnerFactory, PersonFactory, WorldFactory
from tests.simulation import story
from tests.simulation.moves import lucky

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def life():
    """Everybody lives."""


@pytest.mark.exhaustive
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


def asked_one_after_the_other(move):
    """What three decide of whom each is told that the two others sent Mia."""
    mia = LearnerFactory(world=WorldFactory(seed=7), handle="mia", name="Mia Lund")
    names = ["Noor Halim", "Omar Adeyemi", "Ines Barrow"]
    for name in names:
        handle = name.split()[0].lower()
        person = PersonFactory(world=mia.world, handle=handle, name=name)
        others = " and ".join(each for each in names if each != name)
        mia.invite(person, "unknown", f"{others} said that I should write to you. May I ask how?")
    move(mia.world, mia.world.now + HOUR * 600)
    made = Decision.objects.filter(invitation__sender=mia).order_by("at")
    return [(each.at, each.terms) for each in made]


@pytest.mark.django_db
def test_who_accepts_is_known_to_those_who_decide_later_in_the_same_jump(monkeypatch):
    lucky(monkeypatch, "accept")

    jumped = asked_one_after_the_other(story.jumping)

    assert jumped == asked_one_after_the_other(story.waiting(HOUR * 600, most=1))
    assert ["false_claim" in terms for _at, terms in jumped] == [False, True, True]
