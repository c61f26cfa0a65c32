"""What waits for a newcomer is worth something, and they learn it by answering."""

import json
import re
from datetime import timedelta

import pytest

from network.invariants import findings
from network.models import Event, Invitation
from network.my_data import my_data
from simulation.arriving import welcome
from simulation.models import Approach
from simulation.skills.levels import Level
from simulation.skills.reading import work_of
from tests.everyone import signed_in
from tests.factories import LearnerFactory, PersonFactory, UserFactory, WorldFactory

WORTH = {"ines": "relevant", "kofi": "irrelevant", "dana": "spam", "noor": "scam"}
PAGES = [
    "/invitations/",
    "/notifications/",
    "/network/",
    "/feed/",
    "/practice/",
    "/practice/inbox/",
    "/debriefs/",
    "/search/?q=dana",
    *(f"/people/{handle}/" for handle in WORTH),
    *(f"/people/{handle}/their-side/" for handle in WORTH),
]


def waiting(**worth):
    """The invitations of a scenario, from whom and worth what."""
    said = {"how": "unknown", "note": "Shall we?", "seconds": 86_400}
    return {
        "invited_by": [{"from": who, "approach": label, **said} for who, label in worth.items()]
    }


@pytest.fixture
def world(db):
    world = WorldFactory(newcomer=waiting(**WORTH, elin="", gone="spam"))
    for handle in (*WORTH, "elin"):
        PersonFactory(world=world, handle=handle)
    return world


@pytest.fixture
def mia(world):
    return welcome(world, UserFactory(), "Mia")


def labels(mia):
    return dict(Approach.objects.filter(learner=mia).values_list("person__handle", "label"))


def answer(mia, handle, verb):
    getattr(Invitation.objects.awaiting(mia).get(sender__handle=handle), verb)()


def test_what_the_scenario_says_is_kept(world, mia):
    assert labels(mia) == WORTH
    kept = Approach.objects.get(person__handle="dana")
    assert kept.invitation.sent_at == kept.at == world.now - timedelta(days=1)
    assert list(findings()) == []


def test_who_comes_in_again_changes_nothing(world, mia):
    answer(mia, "dana", "decline")
    world.skip(timedelta(hours=1))
    PersonFactory(world=world, handle="gone").invite(mia, "unknown")
    before = labels(mia)

    assert welcome(world, mia.user, "Mia") == mia
    assert labels(mia) == before == WORTH


def test_a_learner_who_got_the_handle_since_is_no_approach(world):
    world.people.get(handle="dana").remove()
    LearnerFactory(world=world, handle="dana")

    assert "dana" not in labels(welcome(world, UserFactory(), "Mia"))


def test_a_newcomer_of_a_world_without_a_word_of_it(db):
    world = WorldFactory(newcomer={})

    assert labels(welcome(world, UserFactory(), "Mia")) == {}


def test_inbox_judgement_begins_with_the_first_inbox(mia):
    assert work_of(mia)["inbox"] == []
    for handle, verb in [("ines", "accept"), ("kofi", "decline"), ("dana", "accept")]:
        answer(mia, handle, verb)

    pieces = [piece.level for piece in work_of(mia)["inbox"]]
    assert pieces == [Level.STRONG, Level.STRONG, Level.STARTING]
    shown = Approach.objects.shown_to(mia).values_list("person__handle", flat=True)
    assert set(shown) == {"ines", "kofi", "dana"}


def everything_shown(mia):
    """All that could tell, but for the tokens and keys that are new each time."""
    pages = [signed_in(mia).get(path) for path in PAGES]
    assert {page.status_code for page in pages} == {200}
    lines = [line for page in pages for line in page.text.split("\n")]
    told = [line for line in lines if not re.search('csrf|nonce|name="key"', line, re.IGNORECASE)]
    return told, json.dumps(my_data(mia.user)["worlds"], default=str)


@pytest.mark.exhaustive
@pytest.mark.parametrize("other", ["relevant", "irrelevant", "spam", "scam", None])
def test_nothing_tells_the_worth_before_the_answer(mia, other):
    everything_shown(mia)  # looking marks what is told as read
    before = everything_shown(mia)
    rows = list(Approach.objects.all())
    Approach.objects.all().delete()
    for row in rows if other else ():
        row.pk, row.label = None, other
        row.save(force_insert=True)

    after = everything_shown(mia)
    for now, then in zip(after[0], before[0], strict=True):
        assert now == then
    assert after == before


def test_no_event_tells_the_worth(mia):
    verbs = Event.objects.filter(target=mia).values_list("actor__handle", "verb")
    assert sorted(verbs) == sorted((handle, "invited") for handle in (*WORTH, "elin"))


def test_what_waited_takes_nobody_s_turn(world, mia):
    assert not Approach.objects.since(world.now - timedelta(days=7)).exists()
    world.skip(timedelta(hours=1))
    sent = PersonFactory(world=world).invite(mia, "unknown")
    came = Approach.objects.create(
        world=world,
        person=sent.sender,
        learner=mia,
        label="spam",
        at=sent.sent_at,
        invitation=sent,
    )
    assert list(Approach.objects.since(world.now - timedelta(days=7))) == [came]
