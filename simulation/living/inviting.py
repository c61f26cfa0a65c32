"""Sending a learner an invitation, and keeping what it is worth."""

from network.models import Invitation
from network.text import seen_length

from ..models import Approach


def has_invited(one, other):
    """Whether an invitation ever went between the two."""
    return Invitation.objects.between(one, other).exists()


def invite(me, learner, how, notes, label, cues=(), job=None):
    """With the first of `notes` that is not too long, or without any. Raises what `invite` refuses.

    Theirs, which crossed it and is accepted now (C4), is no approach.
    """
    limit = me.world.rules.note_length
    note = next((note for note in notes if seen_length(note) <= limit), "")
    sent = me.invite(learner, how, note)
    if sent.sender_id == me.pk and sent.is_pending:
        Approach.objects.create(
            world_id=me.world_id,
            person=me,
            learner=learner,
            label=label,
            cues=list(cues),
            at=sent.sent_at,
            invitation=sent,
            job=job,
        )
    return sent


def tell(me, learner, text, key, job=None):
    """A message that nobody asked for, to a connection. Raises what `write` refuses."""
    message = me.write(learner, text, key=key)
    Approach.objects.get_or_create(
        message=message,
        defaults={
            "world_id": me.world_id,
            "person": me,
            "learner": learner,
            "label": Approach.Label.RELEVANT,
            "at": message.at,
            "job": job,
        },
    )
