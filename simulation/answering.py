"""Simulated people answer invitations: when, how, and by the same verbs as everybody."""

import uuid

from django.db.models import OuterRef

from network.expressions import SubqueryCount
from network.models import Invitation, Person

from . import words
from .chance import Luck
from .coaching.review import review
from .deciding.answer import Draws, Outcome, decide
from .deciding.delays import NEVER, answered_at, replied_at
from .deciding.weights import LUCK
from .models import Agenda, Decision, Due, Persona
from .reading import Moving
from .reading.notes import kept, note_facts
from .storing import stored
from .stumbling import may_stumble

SAME_FOR_ALL = "class"  # the same acts get everybody the same answer, so nobody envies another


# Being invited


def expect(world, event_pks):
    """Whoever is simulated among the invited will answer, each in their own time."""
    agenda, _new = Agenda.objects.get_or_create(world=world)
    if any(not hasattr(invitation.recipient, "persona") for invitation in waiting(event_pks)):
        Persona.objects.enliven(world, agenda.model_version)
    dues = []
    for invitation in waiting(event_pks):
        with may_stumble("Left out an answer to: %s", invitation):
            dues.append(answer_due(invitation, world, agenda))
    Due.objects.bulk_create(filter(None, dues))


def waiting(event_pks):
    """The invitations of these events that wait for somebody simulated, with their `attempt`."""
    same = Invitation.objects.filter(
        sender=OuterRef("sender"), recipient=OuterRef("recipient"), pk__lte=OuterRef("pk")
    )
    return (
        Invitation.objects.pending()
        .filter(events__in=event_pks, recipient__kind=Person.Kind.PERSONA)
        .select_related("sender", "recipient__persona")
        .annotate(attempt=SubqueryCount(same))
    )


def answer_due(invitation, world, agenda):
    """When the recipient will answer; None when nobody will."""
    if is_missed(invitation, world):
        return None
    came = _came(invitation, world)
    persona = invitation.recipient.persona
    luck = luck_for(invitation.recipient.handle, world, agenda.model_version, invitation.attempt)
    at = answered_at(came, persona.traits, persona.schedule, luck)
    kind = Due.Kind.LATE if at is None else Due.Kind.ANSWER
    # Somebody else may have moved the clock on while the invitation was on its way.
    return due(kind, invitation, max(at or came + NEVER, world.now), invitation.attempt)


def is_missed(invitation, world):
    """Whether the recipient had their chance before the sender came, so that nobody decides."""
    return _came(invitation, world) - invitation.sent_at > NEVER


def _came(invitation, world):
    return max(invitation.sent_at, invitation.sender.joined_at, world.started_at)


def due(kind, invitation, at, attempt):
    people = f"{invitation.recipient.handle} {invitation.sender.handle}"
    return Due(
        world_id=invitation.world_id,
        kind=kind,
        at=at,
        rank=f"{kind} {people} {attempt}",
        person_id=invitation.recipient_id,
        invitation=invitation,
    )


def luck_for(handle, world, version, attempt=1):
    """The luck of somebody simulated; of no learner, so that the same acts bring all the same."""
    return Luck(world.seed, LUCK[version], handle, attempt, SAME_FOR_ALL)


# Answering


def answer(due_now, world, case):
    """Decide now and act on it. Does nothing when the invitation waits no longer.

    Raises what the verb refuses; then nothing was decided either.
    """
    moving = Moving.of(case.invitation)
    if moving.status != Invitation.Status.PENDING:
        return
    luck = luck_for(case.recipient.handle, world, world.agenda.model_version, case.attempt)
    decision = decided(case, moving, luck, world, is_late=due_now.kind == Due.Kind.LATE)
    act(decision.outcome, case.invitation)
    decision.save(force_insert=True)
    if decision.words:
        later = replied_at(world.now, case.persona.schedule, luck) or world.now + NEVER
        due(Due.Kind.REPLY, case.invitation, later, case.attempt).save()


def decided(case, moving, luck, world, is_late):
    """The decision, not saved yet."""
    agenda, about = world.agenda, note_facts(case, moving)
    facts = case.facts(world.now, moving, review(case.invitation.note, about).judgement)
    found = decide(facts, Draws.of(luck), agenda.gain, agenda.model_version)
    outcome = Outcome.IGNORE if is_late else found.outcome
    replies = outcome == Outcome.ACCEPT_AND_REPLY
    return Decision(
        invitation=case.invitation,
        outcome=outcome.value,
        is_late=is_late,
        at=world.now,
        p=found.p,
        u=found.u,
        kind_u=found.draws.kind,
        reply_u=found.draws.reply,
        z=found.z,
        terms=dict(found.terms),
        facts=stored(facts),
        note_facts=kept(about, case, moving),
        gain=found.gain,
        model_version=found.version,
        words=said(case, facts, luck) if replies else "",
    )


def act(outcome, invitation):
    """What a decision comes to; staying silent is doing nothing."""
    verbs = {
        Outcome.ACCEPT: invitation.accept,
        Outcome.ACCEPT_AND_REPLY: invitation.accept,
        Outcome.DECLINE: invitation.decline,
        Outcome.UNKNOWN: invitation.say_unknown,
    }
    if verb := verbs.get(outcome):
        verb()


def said(case, facts, luck):
    """What the persona writes back."""
    return words.reply(case.concrete(facts), luck)


def reply(due_now, world, case):
    """Write back what was decided. Raises what the verb refuses."""
    decision = due_now.invitation.decision
    me, other = due_now.invitation.recipient, due_now.invitation.sender
    me.write(other, decision.words, key=uuid.uuid5(due_now.invitation.key, "reply"))
