from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.models import Event, Invitation
from network.models.pair import pair_lock

from ..errors import AlreadyOpen, NobodyDecides
from .debrief import Debrief


class PredictionQuerySet(models.QuerySet):
    def predict(self, invitation, tenths):
        """Its sender bets that so many of ten would accept it; once more is another bet.

        Raises AlreadyOpen, NobodyDecides, Gone.
        """
        with pair_lock(invitation.sender_id, invitation.recipient_id) as pair:
            if not pair.other.is_simulated:
                raise NobodyDecides
            if Debrief.objects.is_open(invitation.pk):
                raise AlreadyOpen
            stands = self.filter(invitation=invitation).first()
            if stands and stands.tenths == tenths:
                return stands
            made = {"tenths": tenths, "at": pair.now}
            prediction, _new = self.update_or_create(invitation=invitation, defaults=made)
            Event.record(pair.me, Event.Verb.PREDICTED, pair.other, invitation=invitation)
            return prediction


class Prediction(models.Model):
    """How many of ten people like the recipient would accept, as the sender thinks beforehand.

    Whose it is says the invitation. It is held against the model's chance, never against luck.
    """

    invitation = models.OneToOneField(
        Invitation, models.CASCADE, primary_key=True, verbose_name=_("invitation")
    )
    tenths = models.PositiveSmallIntegerField(_("of ten"))
    at = models.DateTimeField(_("when"), help_text=_("World time"))

    objects = PredictionQuerySet.as_manager()

    class Meta:
        verbose_name = _("prediction")
        verbose_name_plural = _("predictions")
        constraints = [
            models.CheckConstraint(condition=Q(tenths__range=(0, 10)), name="prediction_in_tenths"),
        ]

    def __str__(self):
        return f"{self.invitation_id}: {self.tenths}"
