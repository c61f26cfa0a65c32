from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from network.models import Event, Invitation
from network.models.pair import pair_lock

from ..errors import NeverDecided, NotDecided
from .decision import Decision
from .due import Due
from .unnoticed import Unnoticed


class DebriefQuerySet(models.QuerySet):
    def is_open(self, invitation_pk):
        """Whether its sender may know the answer: an acceptance shows by itself."""
        opened = Exists(self.filter(invitation=OuterRef("pk")))
        accepted = models.Q(status=Invitation.Status.ACCEPTED)
        return Invitation.objects.filter(accepted | opened, pk=invitation_pk).exists()

    def open(self, invitation):
        """Its sender wants to know what became of a silent invitation (C6).

        Raises NotDecided, NeverDecided, Gone.
        """
        with pair_lock(invitation.sender_id, invitation.recipient_id) as pair:
            if self.is_open(invitation.pk):
                return
            if not Decision.objects.filter(pk=invitation.pk).exists():
                raise NotDecided if _is_on_its_way(invitation.pk) else NeverDecided
            self.create(invitation=invitation, at=pair.now)
            Event.record(pair.me, Event.Verb.DEBRIEFED, pair.other, invitation=invitation)


def _is_on_its_way(invitation_pk):
    """Whether somebody will still decide, as far as that is noticed yet."""
    pending = Invitation.objects.pending().filter(pk=invitation_pk)
    due = Due.objects.filter(invitation=invitation_pk)
    unnoticed = Unnoticed.objects.filter(event__invitation=invitation_pk)
    return pending.exists() and (due.exists() or unnoticed.exists())


class Debrief(models.Model):
    """That the sender of an invitation opened the debrief of a silent answer; it stays open."""

    invitation = models.OneToOneField(
        Invitation, models.CASCADE, primary_key=True, verbose_name=_("invitation")
    )
    at = models.DateTimeField(_("when"), help_text=_("World time"))

    objects = DebriefQuerySet.as_manager()

    class Meta:
        verbose_name = _("debrief")
        verbose_name_plural = _("debriefs")

    def __str__(self):
        return f"{self.invitation_id}"
