"""A learner arrives, and the invitations that wait for them are worth what the scenario says."""

from django.db import transaction

from network import newcomers
from network.models import Invitation, Person

from .models import Approach


def welcome(world, user, name):
    """As network.newcomers does it; nothing that the learner is shown tells of what it adds."""
    if seated := Person.objects.filter(world=world, user=user).first():
        return seated
    with transaction.atomic():
        learner = newcomers.welcome(world, user, name)
        _label(learner, world.newcomer.get("invited_by", ()))
        return learner


def _label(learner, items):
    """Keep what each invitation is worth of which the scenario says it; once, also in two tabs."""
    labels = {item["from"]: item["approach"] for item in items if item.get("approach")}
    waited = Invitation.objects.filter(
        recipient=learner,
        sender__kind=Person.Kind.PERSONA,
        sender__handle__in=labels,
        sent_at__lte=learner.joined_at,
    )
    Approach.objects.bulk_create(
        (
            Approach(
                world_id=learner.world_id,
                person=sent.sender,
                learner=learner,
                label=labels[sent.sender.handle],
                at=sent.sent_at,
                invitation=sent,
            )
            for sent in waited.select_related("sender").order_by("pk")
        ),
        ignore_conflicts=True,
    )
