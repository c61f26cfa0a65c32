from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from network.models import Report


class ApproachQuerySet(models.QuerySet):
    def after_arriving(self):
        """Those that came when their learner was there; what had waited takes nobody's turn."""
        return self.filter(at__gt=F("learner__joined_at"))

    def since(self, moment):
        return self.after_arriving().filter(at__gt=moment)

    def shown_to(self, learner):
        """Those whose worth the learner may be told: the invitation was answered by them."""
        answered = ["accepted", "declined", "unknown"]
        return self.filter(learner=learner, invitation__status__in=answered)

    def with_answers(self, learner):
        """`shown_to`, each with the `answer`, and whether the learner reported the person."""
        person = {"kind": Report.Kind.PERSON, "about": OuterRef("person")}
        reported = Report.objects.filter(reporter=learner, **person)
        return self.shown_to(learner).annotate(
            answer=F("invitation__status"), is_reported=Exists(reported)
        )


class Approach(models.Model):
    """Somebody simulated came to a learner unasked: an invitation, or a message of a connection.
    What a scenario has waiting for newcomers is one where its file says what it is worth.

    What it is worth stays hidden until the learner has answered (`shown_to`): no page, count or
    export reads it before.
    """

    class Label(models.TextChoices):
        RELEVANT = "relevant", _("Relevant")
        IRRELEVANT = "irrelevant", _("Nothing in common")
        SPAM = "spam", _("Spam")
        SCAM = "scam", _("Scam")

    class Cue(models.TextChoices):
        """What a learner can see that tells one from another."""

        NO_MUTUALS = "no_mutuals", _("No connections in common")
        GENERIC = "generic", _("A note that would fit anybody")
        MISMATCH = "mismatch", _("Another field of work")
        LINK = "link", _("A link, address or number that leads elsewhere")
        URGENCY = "urgency", _("Asks to hurry")
        PRICE = "price", _("Something to buy")
        FEE = "fee", _("Asks for a fee")
        IDENTITY = "identity", _("Asks for papers or private data")
        PLACEHOLDER = "placeholder", _("A gap that was not filled in")
        THIN_PROFILE = "thin", _("A profile that says hardly anything")

    world = models.ForeignKey("network.World", models.CASCADE, verbose_name=_("world"))
    person = models.ForeignKey(
        "network.Person", models.CASCADE, related_name="approaches", verbose_name=_("who")
    )
    learner = models.ForeignKey(
        "network.Person",
        models.CASCADE,
        db_index=False,
        related_name="+",
        verbose_name=_("to whom"),
    )
    label = models.CharField(_("worth"), max_length=10, choices=Label)
    cues = ArrayField(
        models.CharField(max_length=11, choices=Cue), verbose_name=_("cues"), default=list
    )
    at = models.DateTimeField(_("when"), help_text=_("World time"))
    invitation = models.OneToOneField(
        "network.Invitation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="approach",
        verbose_name=_("invitation"),
    )
    message = models.OneToOneField(
        "network.Message",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="approach",
        verbose_name=_("message"),
    )
    job = models.ForeignKey(
        "network.Job",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("job"),
    )

    objects = ApproachQuerySet.as_manager()

    class Meta:
        verbose_name = _("approach")
        verbose_name_plural = _("approaches")
        constraints = [
            models.CheckConstraint(
                condition=Q(invitation__isnull=False, message=None)
                | Q(invitation=None, message__isnull=False),
                name="approach_by_invitation_or_message",
            ),
            models.CheckConstraint(
                condition=Q(label__in=["relevant", "irrelevant", "spam", "scam"]),
                name="approach_label_known",
            ),
        ]
        indexes = [models.Index(fields=["learner", "-at"], name="approach_by_learner")]

    def __str__(self):
        return f"{self.person} → {self.learner}"
