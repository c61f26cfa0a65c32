"""Each invariant of the simulation finds what breaks it, where nothing guards it any more."""

import pytest
from django.db import connection

from network.invariants import findings
from network.models import Event
from network.models.world import START
from simulation.invariants import INVARIANTS
from simulation.models import Approach, Debrief, Decision, Due, Persona, Prediction
from tests.factories import EmployerFactory, PersonFactory, WorldFactory
from tests.network.past_the_orm import execute
from tests.simulation.moves import days, lucky

pytestmark = [pytest.mark.django_db, pytest.mark.breaks_invariants]
UNGUARDED = """
DO $$ DECLARE drop text; BEGIN
  FOR drop IN
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
    FROM pg_constraint WHERE conrelid::regclass::text LIKE 'simulation!_%' ESCAPE '!'
      AND contype IN ('c')
    UNION ALL SELECT format('DROP INDEX %s', indexrelid::regclass) FROM pg_index
    WHERE indisunique AND indrelid::regclass::text LIKE 'simulation!_%' ESCAPE '!'
      AND indexrelid NOT IN (SELECT conindid FROM pg_constraint)
  LOOP EXECUTE drop; END LOOP;
END $$;
SET LOCAL session_replication_role = replica;
"""
BREAKS = []


def found_as(name):
    """Register a break that exactly this invariant finds."""

    def register(act):
        BREAKS.append(pytest.param({name}, act, id=f"{name}-{act.__name__}"))
        return act

    return register


@pytest.fixture
def decided(monkeypatch, world, mia, omar, persona):
    """Omar declined Mia's invitation; another one waits for his colleague."""
    lucky(monkeypatch, "decline")
    mia.invite(omar, "unknown")
    days(world, 22)
    mia.invite(PersonFactory(world=world, handle="noor"), "unknown")
    days(world, 0)
    sent = PersonFactory(world=world, handle="ola").invite(mia, "unknown")
    Approach.objects.create(
        world=world, person=sent.sender, learner=mia, label="spam", at=world.now, invitation=sent
    )
    assert list(findings()) == []
    connection.check_constraints()
    execute(UNGUARDED)


@pytest.mark.parametrize(("names", "act"), BREAKS)
def test_it_is_found(names, act, decided, world):
    act(world)
    assert {finding.invariant.name for finding in findings()} == names


def test_every_invariant_was_broken():
    broken = set().union(*(case.values[0] for case in BREAKS))
    assert broken == {invariant.name for invariant in INVARIANTS}


@found_as("personas_are_simulated")
def an_employer_with_moods(world):
    Persona.objects.create(person=EmployerFactory(world=world))


@found_as("personas_are_simulated")
def somebody_more_than_open(world):
    Persona.objects.update(openness=1.5)


@found_as("dues_of_their_world")
def due_elsewhere(world):
    Due.objects.filter(kind="answer").update(world=WorldFactory())


@found_as("dues_of_their_world")
def due_by_somebody_else(world):
    Due.objects.filter(kind="answer").update(person=PersonFactory(world=world))


@found_as("dues_of_their_world")
def due_towards_nobody(world):
    due = Due.objects.get(kind="answer")
    Due.objects.create(world=world, kind="lead", at=due.at, rank="x", person=due.person)


@found_as("dues_of_their_world")
def due_after_what_happened_elsewhere(world):
    event = Event.record(PersonFactory(), Event.Verb.JOINED)
    due = Due.objects.get(kind="answer")
    Due.objects.create(
        world=world, kind="follow", at=due.at, rank="x", person=due.person, event=event
    )


@found_as("dues_not_done_yet")
def two_days_at_once(world):
    for _twice in range(2):
        Due.objects.create(world=world, kind="day", at=START, rank="x")


@found_as("approaches_of_their_two")
def an_approach_of_somebody_else(world):
    Approach.objects.update(person=PersonFactory(world=world))


@found_as("approaches_of_their_two")
def an_approach_of_no_known_worth(world):
    Approach.objects.update(label="gold")


@found_as("dues_not_done_yet")
def due_after_the_decision(world):
    decision = Decision.objects.get()
    person = decision.invitation.recipient
    Due.objects.filter(kind="answer").update(invitation=decision.invitation, person=person)


@found_as("dues_not_done_yet")
def due_twice(world):
    due = Due.objects.get(kind="answer")
    due.pk = None
    due.kind = "late"
    due.save()


@found_as("dues_not_done_yet")
def a_reply_without_words(world):
    Due.objects.filter(kind="answer").update(kind="reply")


@found_as("decisions_by_their_luck")
def refused_in_spite_of_luck(world):
    Decision.objects.update(u=0)


@found_as("decisions_by_their_luck")
def words_beside_a_no(world):
    Decision.objects.update(words="Hello")


def bet(invitation, at, tenths=5):
    Prediction.objects.create(invitation=invitation, tenths=tenths, at=at)


@found_as("predictions_before_their_debriefs")
def a_bet_of_eleven_in_ten(world):
    bet(Due.objects.get().invitation, world.now, 11)


@found_as("predictions_before_their_debriefs")
def a_bet_after_the_debrief(world):
    decision = Decision.objects.get()
    Debrief.objects.create(invitation=decision.invitation, at=decision.at)
    bet(decision.invitation, world.now)


@found_as("predictions_before_their_debriefs")
def a_bet_before_it_was_sent(world):
    bet(Due.objects.get().invitation, START.replace(year=2020))


@found_as("debriefs_of_decisions")
def a_debrief_of_nothing(world):
    Debrief.objects.create(invitation=Due.objects.get().invitation, at=world.now)


@found_as("debriefs_of_decisions")
def a_debrief_before_the_decision(world):
    Debrief.objects.create(invitation=Decision.objects.get().invitation, at=START)


@found_as("decisions_add_up")
def a_term_that_was_not_there(world):
    Decision.objects.update(terms={"base": 5})


@found_as("decisions_add_up")
def a_chance_of_something_else(world):
    execute("UPDATE simulation_decision SET p = p * 0.9")


@found_as("decisions_of_their_invitations")
def a_decision_that_nobody_carried_out(world):
    execute("UPDATE simulation_decision SET outcome = 'unknown'")


@found_as("decisions_of_their_invitations")
def a_decision_at_another_time(world):
    Decision.objects.update(at=START)


@found_as("unnoticed_of_their_world")
def news_of_nothing(world):
    execute("INSERT INTO simulation_unnoticed VALUES (%s, %s)", 10**9, world.pk)


@found_as("agendas_make_sense")
def stopping_on_no_way(world):
    execute("UPDATE simulation_agenda SET stops_at_news = true")


@found_as("simulation_guarantees_stand")
def a_trigger_that_sleeps(world):
    execute("DROP TRIGGER persona_is_simulated ON simulation_persona")
