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
    if person := who_answers(event.job):
        luck = dues.luck_of(world, person.handle)
        yield dues.after(Due.Kind.RECEIVE, event, person, soon(event.at, person, luck, "receive", SLOW), world)


def who_answers(job):
    if job.contact and job.contact.kind == Person.Kind.PERSONA:
        return job.contact
    there = Person.objects.working_at(job.employer).filter(kind=Person.Kind.PERSONA)
    return there.order_by("-is_recruiter", "handle").select_related("persona").first()


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
