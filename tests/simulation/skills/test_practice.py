"""The page of skills, and the work that it reads."""

import pytest

from simulation.models import Debrief, Decision
from simulation.skills.levels import Level
from simulation.skills.reading import standings, work_of
from tests.everyone import signed_in
from tests.factories import PersonFactory
from tests.network.views.words import visible
from tests.simulation.moves import days, lucky

GOOD = "Hi {name}, your work in planning made me curious. I am a student. Could I ask one question?"


def invite(mia, number, note=""):
    other = PersonFactory(world=mia.world, handle=f"person-{number}", name=f"Noor{number} Amin")
    return mia.invite(other, "unknown", note)


@pytest.fixture
def answered(monkeypatch, mia):
    """Four invitations without an answer that Mia knows, each silent."""
    lucky(monkeypatch, "ignore")
    sent = [invite(mia, number, GOOD.format(name=f"Noor{number}")) for number in range(4)]
    days(mia.world, 22)
    return sent


def levels(mia):
    return {standing.skill.name: standing.level for standing in standings(mia)}


def test_who_has_done_nothing_starts_everywhere(mia):
    assert set(levels(mia).values()) == {Level.STARTING}

    page = visible(signed_in(mia).get("/practice/"))

    assert page.count("3 more pieces are needed before any can count.") == 6
    assert "Next: Say what you do, where you are and what you can, and then invite." in page


def test_silent_answers_count_once_their_debrief_is_open(mia, answered):
    assert work_of(mia)["profile"] == []
    assert Decision.objects.count() == 4

    for invitation in answered:
        Debrief.objects.open(invitation)

    assert len(work_of(mia)["profile"]) == len(work_of(mia)["note"]) == 4
    assert levels(mia)["choice"] == Level.DEVELOPING  # strangers
    assert "Your last pieces, the oldest first:" in visible(signed_in(mia).get("/practice/"))


def test_acceptances_raise_no_level_by_themselves(monkeypatch, mia):
    lucky(monkeypatch, "accept")
    for number in range(4):
        invite(mia, number)
    days(mia.world, 22)

    assert Decision.objects.known_to(mia).count() == 4
    assert levels(mia)["note"] == levels(mia)["engaging"] == Level.STARTING


def test_the_first_message_after_an_acceptance_is_a_follow_up(monkeypatch, mia):
    lucky(monkeypatch, "accept")
    sent = [invite(mia, number) for number in range(5)]
    days(mia.world, 22)
    for invitation in sent:
        mia.write(invitation.recipient, "Thank you for accepting. I look forward to your posts.")
        mia.write(invitation.recipient, "SEND ME A JOB NOW")

    pieces = work_of(mia)["follow-up"]

    assert len(pieces) == 4
    assert {piece.level for piece in pieces} == {pieces[0].level}
    assert levels(mia)["follow-up"] >= Level.DEVELOPING
    page = visible(signed_in(mia).get("/practice/"))
    assert "What would have made the last one better: Name what they gave you" in page


def test_nobody_else_s_work_counts(mia, answered, omar):
    for invitation in answered:
        Debrief.objects.open(invitation)

    assert all(pieces == [] for pieces in work_of(omar).values())


def test_the_page_takes_as_many_queries_for_much_work(
    monkeypatch, mia, django_assert_max_num_queries
):
    lucky(monkeypatch, "accept")
    for number in range(12):
        mia.write(invite_and_wait(mia, number), "Thank you for accepting.")
    client = signed_in(mia)

    with django_assert_max_num_queries(45):
        client.get("/practice/")


def invite_and_wait(mia, number):
    invitation = invite(mia, number)
    days(mia.world, 22)
    return invitation.recipient
