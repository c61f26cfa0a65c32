from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .block import Block


class EventQuerySet(models.QuerySet):
    def notices_for(self, reader):
        """What the reader is told: new followers (F4), invitations, reminders and acceptances.

        Nothing of a person whom the reader cannot see (B1), nothing of a withdrawn invitation, and
        no reminder of one that waits no longer: its sender may not know that it was answered (C6).
        """
        return self.filter(
            ~Exists(Block.objects.filter(blocker=OuterRef("actor"), blocked=reader)),
            ~Exists(Block.objects.filter(blocker=reader, blocked=OuterRef("actor"))),
            Q(invitation=None) | ~Q(invitation__status="withdrawn"),
            ~Q(verb=Event.Verb.REMINDED) | Q(invitation__status="pending"),
            target=reader,
            verb__in=Event.TOLD,
        )


class Event(models.Model):
    """One row for each thing that a person did; append-only, written with the act itself."""

    class Verb(models.TextChoices):
        JOINED = "joined", _("joined")
        FOLLOWED = "followed", _("followed")
        UNFOLLOWED = "unfollowed", _("unfollowed")
        INVITED = "invited", _("invited")
        REMINDED = "reminded", _("reminded")
        ACCEPTED = "accepted", _("accepted the invitation of")
        DECLINED = "declined", _("declined the invitation of")
        UNKNOWN = "unknown", _("said they do not know")
        WITHDREW = "withdrew", _("withdrew the invitation to")
        DISCONNECTED = "disconnected", _("removed the connection with")
        BLOCKED = "blocked", _("blocked")
        UNBLOCKED = "unblocked", _("unblocked")
        POSTED = "posted", _("posted")
        EDITED = "edited", _("edited a post")
        DELETED = "deleted", _("deleted a post")
        REVISED = "revised", _("changed their profile")
        VIEWED = "viewed", _("looked at the profile of")

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    actor = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="acts", verbose_name=_("who")
    )
    verb = models.CharField(_("did"), max_length=12, choices=Verb)
    target = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        null=True,
        blank=True,
        related_name="happenings",
        verbose_name=_("to whom"),
    )
    invitation = models.ForeignKey(
        "Invitation", models.CASCADE, null=True, blank=True, related_name="events"
    )
    post = models.ForeignKey("Post", models.SET_NULL, null=True, blank=True, related_name="events")
    at = models.DateTimeField(_("when"), help_text=_("World time"))

    objects = EventQuerySet.as_manager()

    TOLD = (Verb.FOLLOWED, Verb.INVITED, Verb.REMINDED, Verb.ACCEPTED)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [
            models.Index(fields=["target", "-id"], name="event_by_target"),
            models.Index(fields=["actor", "-id"], name="event_by_actor"),
        ]

    def __str__(self):
        return " ".join(map(str, filter(None, [self.actor, self.get_verb_display(), self.target])))

    @classmethod
    def record(cls, actor, verb, target=None, *, invitation=None, post=None):
        """Note an act of `actor` at the world's time; call it inside the act's transaction."""
        return cls.objects.create(
            world=actor.world,
            actor=actor,
            verb=verb,
            target=target,
            invitation=invitation,
            post=post,
            at=actor.world.now,
        )
