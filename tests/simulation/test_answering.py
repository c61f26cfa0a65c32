"""Simulated people answer invitations, each in their own time, by the verbs of everybody."""

from datetime import timedelta

import pytest

from network.models import Connection, Event, Invitation, Message
from network.models.world import START
from simulation.deciding.answer import Outcome, decide
from simulation.deciding.delays import NEVER
from simulation.models import Decision, Due, Persona
from tests.factories import EmployerFactory, LearnerFactory, PersonFactory, connect
from tests.simulation.moves import days, lucky

pytestmark = pytest.mark.django_db


def invited(mia, omar, **more):
    return mia.invite(omar, "unknown", **more)


def verbs(world):
    return list(Event.objects.filter(world=world).order_by("pk").values_list("verb", flat=True))


@pytest.mark.parametrize(
    ("outcome", "status", "then"),
    [
        (Outcome.ACCEPT, "accepted", ["accepted"]),
        (Outcome.ACCEPT_AND_REPLY, "accepted", ["accepted", "messaged"]),
        (Outcome.DECLINE, "declined", ["declined"]),
        (Outcome.UNKNOWN, "unknown", ["unknown"]),
        (Outcome.IGNORE, "pending", []),
    ],
)
def test_what_they_decide_is_done_and_kept(monkeypatch, mia, omar, persona, outcome, status, then):
    lucky(monkeypatch, outcome)
    invitation = invited(mia, omar, note="Hello")

    days(mia.world, 22)

    invitation.refresh_from_db()
    decision = Decision.objects.get()
    assert invitation.status == status
    assert verbs(mia.world) == ["invited", *then]
    assert decision.outcome == outcome
    assert (decision.answer.outcome, decision.answer.p) == (outcome, decision.p)
    assert sum(decision.terms.values()) == pytest.approx(decision.z, abs=1e-9)
    assert not Due.objects.exists()
    assert not decision.is_late


def test_an_answer_comes_at_the_persona_s_own_time(mia, omar):
    Persona.objects.create(person=omar, workdays=[2], sessions=[[600, 660]], utc_offset=60)
    invited(mia, omar)

    days(mia.world, 25)

    at = Decision.objects.get().at  # 10 to 11 by their own clock
    assert (at.weekday(), at.hour) == (2, 9)


def test_accepting_makes_the_connection_and_both_follows_then(monkeypatch, mia, omar, persona):
    lucky(monkeypatch, Outcome.ACCEPT)
    invited(mia, omar)
    days(mia.world, 21)

    at = Decision.objects.get().at
    assert START < at <= START + NEVER
    assert {tie.since for tie in Connection.objects.all()} == {at}
    assert (mia.follows.get().since, omar.follows.get().since) == (at, at)


def test_a_reply_says_something_and_comes_after_the_answer(monkeypatch, mia, omar, persona):
    lucky(monkeypatch, Outcome.ACCEPT_AND_REPLY)
    invited(mia, omar)
    days(mia.world, 42)

    message, decision = Message.objects.get(), Decision.objects.get()
    assert (message.author, message.reader) == (omar, mia)
    assert message.text == decision.words
    assert message.at >= decision.at


@pytest.mark.parametrize(
    "end",
    [
        lambda mia, omar: Invitation.objects.get().withdraw(),
        lambda mia, omar: mia.block(omar),
        lambda mia, omar: omar.block(mia),
        lambda mia, omar: omar.remove(),
        lambda mia, omar: mia.remove(),
    ],
    ids=["withdrawn", "blocked", "blocked by them", "they left", "the sender left"],
)
def test_what_ends_before_the_answer_gets_none(monkeypatch, mia, omar, persona, end):
    lucky(monkeypatch, Outcome.ACCEPT_AND_REPLY)
    invited(mia, omar)
    days(mia.world, 0)
    assert Due.objects.count() == 1
    end(mia, omar)

    days(mia.world, 30)

    assert not Decision.objects.exists()
    assert not Due.objects.exists()
    assert not Event.objects.filter(verb="accepted").exists()


@pytest.mark.parametrize(
    "end", [lambda mia, omar: mia.block(omar), lambda mia, omar: omar.disconnect(mia)]
)
def test_no_reply_to_whom_one_may_not_write_any_more(monkeypatch, mia, omar, persona, end):
    lucky(monkeypatch, Outcome.ACCEPT_AND_REPLY)
    invited(mia, omar)
    days(mia.world, 0)
    reply = None
    while reply is None:
        days(mia.world, 1 / 24)
        reply = Due.objects.filter(kind="reply").first()
    end(mia, omar)

    days(mia.world, 30)

    assert not Message.objects.exists()
    assert not Due.objects.exists()


def test_who_cannot_accept_stays_silent_and_decides_nothing(monkeypatch, mia, omar, persona):
    lucky(monkeypatch, Outcome.ACCEPT)
    mia.world.rules.connection_limit = 0
    mia.world.rules.save()
    invited(mia, omar)

    days(mia.world, 22)

    assert not Decision.objects.exists()
    assert Invitation.objects.get().is_pending


def test_what_comes_too_late_is_a_silence_that_says_so(monkeypatch, mia, omar, persona):
    lucky(monkeypatch, Outcome.ACCEPT)
    monkeypatch.setattr("simulation.answering.answered_at", lambda *_: None)
    invitation = invited(mia, omar)

    days(mia.world, 30)

    invitation.refresh_from_db()
    decision = Decision.objects.get()
    assert invitation.is_pending
    assert (decision.outcome, decision.is_late) == ("ignore", True)
    assert decision.at == invitation.sent_at + NEVER


def test_learners_and_employers_answer_for_themselves(mia, omar):
    other = LearnerFactory(world=mia.world)
    employer = EmployerFactory(world=mia.world)
    invited(mia, other)
    invited(omar, mia)
    mia.follow(employer)

    days(mia.world, 30)

    assert not Decision.objects.exists()
    assert not Persona.objects.filter(person__in=[mia, other, employer]).exists()


def preset(mia, omar, ago):
    """As a scenario gives a learner who arrives."""
    sent = Invitation.objects.create(
        world=mia.world, sender=mia, recipient=omar, how="friend", sent_at=mia.joined_at - ago
    )
    Event.objects.create(
        world=mia.world, actor=mia, verb="invited", target=omar, invitation=sent, at=sent.sent_at
    )


def test_what_a_scenario_left_waiting_is_answered_as_if_it_came_with_the_learner(
    monkeypatch, mia, omar, persona
):
    preset(mia, omar, timedelta(days=2))
    days(mia.world, 21)

    assert START <= Decision.objects.get().at <= START + NEVER


def test_what_was_silent_for_three_weeks_stays_so(mia, omar, persona):
    preset(mia, omar, timedelta(days=22))
    days(mia.world, 30)

    assert not Decision.objects.exists()
    assert not Due.objects.exists()


def test_a_second_attempt_has_luck_of_its_own(mia, omar, persona):
    first = invited(mia, omar)
    days(mia.world, 22)
    first.refresh_from_db()
    if first.is_pending:
        first.withdraw()
    days(mia.world, 22)
    invited(mia, omar)
    days(mia.world, 22)

    one, other = Decision.objects.order_by("at")
    assert (one.seen.history.attempt, other.seen.history.attempt) == (1, 2)
    assert one.u != other.u


def decision_with(world_seed=7, **learner):
    """What Omar of a fresh world decides about a learner like this."""
    mia = LearnerFactory(world__seed=world_seed, **learner)
    omar = PersonFactory(world=mia.world, handle="omar")
    mia.invite(omar, "unknown")
    days(mia.world, 22)
    decision = Decision.objects.get(invitation__sender=mia)
    return decision.outcome, decision.p, decision.u, decision.at, decision.facts


def test_i3_who_somebody_is_changes_nothing():
    same = {"handle": "mia", "name": "Mia Lund", "avatar_seed": "mia", "email": "mia@a.example"}
    plain = decision_with(**same)

    for other in [
        {"name": "Ngozi Adebayo-Ferreira"},
        {"name": "赵敏", "handle": "zhao"},
        {"avatar_seed": "mia-face-7"},
        {"email": "someone@b.example"},
    ]:
        assert decision_with(**same | other) == plain, other
    assert decision_with(world_seed=8, **same) != plain


def test_what_if_without_a_change_is_the_decision(mia, omar, persona):
    invited(mia, omar, note="Hello Omar")
    days(mia.world, 22)
    decision = Decision.objects.get()

    again = decide(decision.seen, decision.draws, decision.gain, decision.model_version)

    assert again.outcome == decision.outcome
    assert again.terms == decision.terms


def test_an_old_contact_is_answered_with_their_own_facts(monkeypatch, mia, omar, persona):
    """The facts are those of the moment of deciding, not of the invitation."""
    friend = PersonFactory(world=mia.world)
    invited(mia, omar)
    days(mia.world, 0)
    connect(mia, friend)
    connect(friend, omar)
    days(mia.world, 22)

    assert Decision.objects.get(invitation__recipient=omar).seen.tie.mutual == 1
