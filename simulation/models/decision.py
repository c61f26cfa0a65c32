from functools import cached_property

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.models import Invitation

from ..deciding.answer import Draws, decide
from ..deciding.facts import Facts
from ..storing import restored

OUTCOMES = [
    ("unknown", _("Said that they don't know the sender")),
    ("decline", _("Declined")),
    ("ignore", _("Stayed silent")),
    ("accept", _("Accepted")),
    ("accept_and_reply", _("Accepted and wrote back")),
]
ACCEPTED = ["accept", "accept_and_reply"]


class DecisionQuerySet(models.QuerySet):
    def known_to(self, sender):
        """Of their own invitations, those whose answer the sender may know: an acceptance shows by
        itself, a silent one once its debrief was opened (C6).
        """
        accepted = Q(invitation__status=Invitation.Status.ACCEPTED)
        opened = Q(invitation__debrief__isnull=False)
        return self.filter(accepted | opened, invitation__sender=sender)


class Decision(models.Model):
    """How a simulated person answered an invitation, with all that made the answer; append-only.

    Who decided is the invitation's recipient. The answer can be computed again from `facts` and
    the draws, which is what a what-if does with other facts.
    """

    invitation = models.OneToOneField(
        "network.Invitation", models.CASCADE, primary_key=True, verbose_name=_("invitation")
    )
    outcome = models.CharField(_("outcome"), max_length=16, choices=OUTCOMES)
    is_late = models.BooleanField(
        _("too late"),
        default=False,
        help_text=_("They did not come to it within 21 days, so they stayed silent."),
    )
    at = models.DateTimeField(_("when"), help_text=_("World time"))
    p = models.FloatField(_("chance"), help_text=_("Of accepting, 0 to 1"))
    u = models.FloatField(_("luck"), help_text=_("They accept when it is below the chance."))
    kind_u = models.FloatField(_("luck of how they refuse"))
    reply_u = models.FloatField(_("luck of writing back"))
    z = models.FloatField(_("sum of the terms"))
    terms = models.JSONField(_("terms"))
    facts = models.JSONField(_("facts"))
    note_facts = models.JSONField(
        _("facts about the note"), help_text=_("What the note was held against.")
    )
    gain = models.FloatField(_("effects enlarged for teaching"), default=1)
    model_version = models.PositiveSmallIntegerField(_("version of the model"))
    words = models.TextField(
        _("words"), blank=True, help_text=_("What they write back, once its time has come.")
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=[outcome for outcome, _words in OUTCOMES]),
                name="decision_outcome_known",
            ),
            models.CheckConstraint(
                condition=Q(p__gte=0, p__lte=1, u__gte=0, u__lt=1)
                & Q(kind_u__gte=0, kind_u__lt=1, reply_u__gte=0, reply_u__lt=1),
                name="decision_chances",
            ),
            models.CheckConstraint(
                condition=Q(is_late=True, outcome="ignore")
                | Q(is_late=False, outcome__in=ACCEPTED, u__lt=F("p"))
                | (Q(is_late=False, u__gte=F("p")) & ~Q(outcome__in=ACCEPTED)),
                name="decision_by_its_luck",
            ),
            models.CheckConstraint(
                condition=Q(words="") | Q(outcome="accept_and_reply"),
                name="decision_words_of_reply",
            ),
        ]

    def __str__(self):
        return f"{self.invitation_id}: {self.get_outcome_display()}"

    @property
    def is_accepted(self):
        return self.outcome in ACCEPTED

    @cached_property
    def seen(self):
        """The facts as the persona saw them."""
        return restored(Facts, self.facts)

    @property
    def draws(self):
        return Draws(self.u, self.kind_u, self.reply_u)

    @cached_property
    def answer(self):
        """The answer that these facts and draws give; what a what-if starts from."""
        return decide(self.seen, self.draws, self.gain, self.model_version)
