"""Moving a world's clock in tests, and deciding what luck somebody has."""

from datetime import timedelta
from unittest.mock import patch

from django.db import transaction

from simulation import answering, clock
from simulation.advancing import plan
from simulation.deciding.answer import Draws, Outcome
from simulation.models import Agenda, Debrief, Due
from simulation.noticing import notice
from simulation.reading import Reading

# Luck that gives each outcome to a plain invitation of a stranger.
LUCK = {
    Outcome.UNKNOWN: Draws(0.999, 0.0, 0.999),
    Outcome.DECLINE: Draws(0.999, 0.1, 0.999),
    Outcome.IGNORE: Draws(0.999, 0.999, 0.999),
    Outcome.ACCEPT: Draws(0.0, 0.0, 0.999),
    Outcome.ACCEPT_AND_REPLY: Draws(0.0, 0.0, 0.0),
}


def days(world, number):
    """So many days pass."""
    world.refresh_from_db(fields=["now"])
    clock.advance(world, world.now + timedelta(days=number))


def lucky(monkeypatch, outcome):
    """Everybody decides so from now on, and one in eighty who would come too late comes in time."""
    own_time = answering.answered_at

    def in_time(came, *about):
        return own_time(came, *about) or came + timedelta(days=20)

    monkeypatch.setattr(answering.Draws, "of", staticmethod(lambda luck: LUCK[outcome]))
    monkeypatch.setattr(answering, "answered_at", in_time)


def aim(world, **span):
    """The clock is to go on for so long, and has not begun yet."""
    Agenda.objects.aim(world.pk, world.now + timedelta(**span))


@transaction.atomic
def answered(invitation, outcome=Outcome.IGNORE):
    """Its recipient decides so at this moment."""
    notice(invitation.world)
    due = Due.objects.get(invitation=invitation)
    case = Reading.of([invitation.pk]).case(invitation.pk)
    with patch.object(answering.Draws, "of", return_value=LUCK[outcome]):
        answering.answer(Due(kind=Due.Kind.ANSWER), plan(invitation.world_id), case)
    due.delete()


def explained(invitation, outcome=Outcome.IGNORE):
    """As answered, and its sender opens the debrief."""
    answered(invitation, outcome)
    Debrief.objects.open(invitation)
    return invitation
