"""What the database refuses, tried past the ORM."""

import pytest
from django.db import DatabaseError, connection, transaction

from network.models import Event
from network.models.world import START
from simulation.models import (
    Agenda,
    Approach,
    Debrief,
    Decision,
    Due,
    Persona,
    Prediction,
    Unnoticed,
)
from tests.factories import EmployerFactory, LearnerFactory, PersonFactory, WorldFactory
from tests.network.past_the_orm import execute
from tests.simulation.moves import days, lucky

pytestmark = pytest.mark.django_db


def refused(constraint, act):
    def at_once():
        with transaction.atomic():
            act()
            connection.check_constraints()

    with pytest.raises(DatabaseError, match=constraint):
        at_once()


@pytest.fixture
def decision(monkeypatch, world, mia, omar, persona):
    lucky(monkeypatch, "ignore")
    mia.invite(omar, "unknown")
    days(world, 22)
    return Decision.objects.get()


def test_only_simulated_people_have_a_persona(world, mia):
    for person in (mia, EmployerFactory(world=world)):
        refused(
            "only simulated people have a persona",
            lambda person=person: Persona.objects.create(person=person),
        )


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"openness": 1.1}, "persona_dispositions_are_shares"),
        ({"busyness": -0.1}, "persona_dispositions_are_shares"),
        ({"level": 5}, "persona_level_known"),
        ({"role": "wizard"}, "persona_role_known"),
    ],
)
def test_a_persona_is_within_bounds(persona, change, constraint):
    refused(constraint, lambda: Persona.objects.update(**change))


def test_a_decision_never_changes(decision):
    refused("a decision never changes", lambda: Decision.objects.update(p=0.9))


def again(decision, **change):
    """The same decision made anew, with something else in it."""
    Decision.objects.all().delete()
    for name, value in change.items():
        setattr(decision, name, value)
    decision.save(force_insert=True)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"outcome": "accept", "u": 0}, "the invitation did not end so"),
        ({"outcome": "decline"}, "the invitation did not end so"),
        ({"outcome": "shrug"}, "decision_outcome_known"),
        ({"u": 1.0}, "decision_chances"),
        ({"p": -0.1}, "decision_chances"),
        ({"u": 0.0}, "decision_by_its_luck"),
        ({"words": "Hello"}, "decision_words_of_reply"),
    ],
)
def test_a_decision_agrees_with_its_luck_and_its_invitation(decision, change, constraint):
    refused(constraint, lambda: again(decision, **change))


def test_learners_have_no_decisions(decision, world, mia):
    other = LearnerFactory(world=world)
    decision.invitation = mia.invite(other, "unknown")
    refused("the invitation did not end so", lambda: again(decision))


def bet(invitation, tenths=5):
    return Prediction.objects.create(invitation=invitation, tenths=tenths, at=START)


def test_a_bet_is_in_tenths_and_one_each(world, mia, omar, persona):
    sent = mia.invite(omar, "unknown")
    for tenths in (11, -1):
        refused("prediction_in_tenths|check", lambda tenths=tenths: bet(sent, tenths))
    bet(sent)
    refused("simulation_prediction_pkey", lambda: bet(sent))


def test_a_bet_comes_before_its_debrief_and_never_changes_after(decision, world):
    bet(decision.invitation)
    Debrief.objects.create(invitation=decision.invitation, at=world.now)

    refused("a bet comes before its debrief", lambda: Prediction.objects.update(tenths=1))
    Prediction.objects.all().delete()
    refused("a bet comes before its debrief", lambda: bet(decision.invitation))


def test_no_bet_on_what_is_accepted_or_up_to_a_learner(world, mia, omar, persona):
    sent = mia.invite(omar, "unknown")
    sent.accept()
    for one in (sent, mia.invite(LearnerFactory(world=world), "unknown")):
        refused("a bet comes before its debrief", lambda one=one: bet(one))


def test_a_debrief_is_of_a_decision_and_stays(decision, world, mia):
    other = mia.invite(PersonFactory(world=world), "unknown")
    refused(
        "a debrief comes after a decision",
        lambda: Debrief.objects.create(invitation=other, at=world.now),
    )
    refused(
        "a debrief comes after a decision",
        lambda: Debrief.objects.create(invitation=decision.invitation, at=START),
    )
    Debrief.objects.create(invitation=decision.invitation, at=world.now)
    refused("and never changes", lambda: Debrief.objects.update(at=world.now))


def due(world, person, invitation, **more):
    given = {"kind": "answer", "at": START, "rank": "x"}
    Due.objects.create(world=world, person=person, invitation=invitation, **given | more)


def test_what_is_due_stays_in_its_world(world, mia, omar):
    sent = mia.invite(omar, "unknown")
    refused("simulation_due_person_id_sealed", lambda: due(WorldFactory(), omar, sent))


def test_what_is_due_is_due_once(world, mia, omar):
    sent = mia.invite(omar, "unknown")
    due(world, omar, sent)
    refused("due_one_answer", lambda: due(world, omar, sent, kind="late"))
    due(world, omar, sent, kind="reply")
    refused("due_one_reply", lambda: due(world, omar, sent, kind="reply"))
    refused("due_about_an_invitation", lambda: due(world, omar, None))
    Due.objects.all().delete()


def test_what_is_due_says_what_it_is_about(world, mia, omar):
    followed = Event.record(mia, Event.Verb.FOLLOWED, omar)
    refused("due_after_an_event", lambda: due(world, omar, None, kind="follow"))
    refused("due_towards_somebody", lambda: due(world, omar, None, kind="lead"))
    refused("due_by_somebody", lambda: due(world, None, None, kind="post"))
    refused("due_by_somebody", lambda: due(world, omar, None, kind="day"))
    refused("due_after_an_event", lambda: due(world, omar, None, kind="post", event=followed))
    refused("due_detail_of_an_approach", lambda: due(world, omar, None, kind="post", detail="spam"))
    stranger = LearnerFactory()
    refused(
        "simulation_due_other_id_sealed",
        lambda: due(world, omar, None, kind="lead", other=stranger),
    )


def test_nothing_is_due_twice(world, mia, omar):
    followed = Event.record(mia, Event.Verb.FOLLOWED, omar)
    for constraint, more in [
        ("due_one_day", {"kind": "day"}),
        ("due_once_after_an_event", {"kind": "follow", "event": followed}),
        ("due_once_towards_somebody", {"kind": "lead", "other": mia}),
    ]:
        person = None if more["kind"] == "day" else omar
        due(world, person, None, **more)
        refused(constraint, lambda person=person, more=more: due(world, person, None, **more))


@pytest.fixture
def approach(world, mia, omar):
    sent = omar.invite(mia, "unknown")
    return {"world": world, "person": omar, "learner": mia, "at": START, "invitation": sent}


def test_an_approach_is_what_somebody_simulated_sent_to_a_learner(world, mia, approach):
    other = LearnerFactory(world=world)
    for wrong in ({"learner": other}, {"person": mia}, {"person": other}):
        refused(
            "an approach is what somebody simulated sent",
            lambda wrong=wrong: Approach.objects.create(label="spam", **approach | wrong),
        )
    refused("approach_label_known", lambda: Approach.objects.create(label="gold", **approach))


def test_what_an_approach_is_worth_never_changes(approach):
    Approach.objects.create(label="spam", **approach)
    refused("an approach never changes", lambda: Approach.objects.update(label="relevant"))


def test_an_agenda_makes_sense(world):
    refused("agenda_gain_enlarges", lambda: Agenda.objects.create(world=world, gain=0.5))
    refused("agenda_stops_on_a_way", lambda: Agenda.objects.create(world=world, stops_at_news=True))


def test_every_event_is_put_down_as_unnoticed_and_goes_with_it(world, mia, omar):
    mia.follow(omar)
    omar.follow(mia)

    assert Unnoticed.objects.filter(world=world).count() == 2
    execute("DELETE FROM network_event")
    assert not Unnoticed.objects.exists()
