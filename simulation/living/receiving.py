"""Somebody of the employer answers an application: the job's contact, or who recruits there."""

import uuid

from network.models import Application, Connection, Invitation, Person

from ..models import Approach, Due
from . import dues
from .inviting import has_invited, invite
from .timing import SLOW, soon
from .visiting import look
from .words import messages


def after(world, event):
    if person := who_answers(event.job, event.actor):
        luck = dues.luck_of(world, person.handle)
        at = soon(event.at, person, luck, "receive", SLOW)
        yield dues.after(Due.Kind.RECEIVE, event, person, at, world)


def who_answers(job, applicant):
    """Of those who can reach the applicant: the contact first, then who recruits there."""
    there = Person.objects.working_at(job.employer) | Person.objects.filter(pk=job.contact_id)
    people = there.visible_to(applicant).filter(kind=Person.Kind.PERSONA).distinct()
    people = sorted(
        people.select_related("persona"),
        key=lambda one: (one.pk != job.contact_id, not one.is_recruiter, one.handle),
    )
    return next((one for one in people if can_reach(one, applicant)), None)


def can_reach(person, applicant):
    """By a message to a connection, or by a first invitation."""
    mine = Connection.objects.filter(person=person, other=applicant)
    return mine.exists() or not has_invited(person, applicant)


def act(due, world):
    """A message to a connection, an invitation to anybody else."""
    me, other, job = due.person, due.event.actor, due.event.job
    if not Application.objects.standing().filter(person=other, job=job).exists():
        return
    look(me, other)
    luck, said = dues.luck_of(world, me.handle), {"job": job.title, "employer": job.employer.name}
    if Connection.objects.filter(person=me, other=other).exists():
        key = uuid.uuid5(job.employer.world.key, f"received {due.event_id}")
        me.write(other, messages.received(said, luck), key=key)
    elif not has_invited(me, other):
        notes = messages.received_notes(said, luck)
        invite(me, other, Invitation.How.NOT_AT_ALL, notes, Approach.Label.RELEVANT, job=job)
