from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DueQuerySet(models.QuerySet):
    def of(self, world_pk):
        """What is to be done in a world, in the order in which it will be."""
        return self.filter(world=world_pk).order_by("at", "rank", "pk")


class Due(models.Model):
    """Something that a simulated person will do, and when. It is gone once it was done."""

    class Kind(models.TextChoices):
        ANSWER = "answer", _("Answers an invitation")
        LATE = "late", _("Has not come to an invitation in time")
        REPLY = "reply", _("Writes back")

    world = models.ForeignKey("network.World", models.CASCADE, verbose_name=_("world"))
    at = models.DateTimeField(_("when"), help_text=_("World time"))
    rank = models.CharField(
        _("rank"),
        max_length=100,
        help_text=_("Orders what is due at the same time, alike wherever a scenario is loaded."),
    )
    kind = models.CharField(_("what"), max_length=8, choices=Kind)
    person = models.ForeignKey(
        "network.Person", models.CASCADE, related_name="dues", verbose_name=_("who")
    )
    invitation = models.ForeignKey(
        "network.Invitation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="dues",
        verbose_name=_("invitation"),
    )

    objects = DueQuerySet.as_manager()

    class Meta:
        verbose_name = _("thing due")
        verbose_name_plural = _("things due")
        constraints = [
            models.UniqueConstraint(
                fields=["invitation"],
                condition=Q(kind__in=["answer", "late"]),
                name="due_one_answer",
            ),
            models.UniqueConstraint(
                fields=["invitation"], condition=Q(kind="reply"), name="due_one_reply"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["answer", "late", "reply"], invitation__isnull=False),
                name="due_about_an_invitation",
            ),
        ]

        indexes = [models.Index(fields=["world", "at", "rank", "id"], name="due_in_order")]

    def __str__(self):
        return f"{self.person}: {self.get_kind_display()}"

    @property
    def is_answer(self):
        return self.kind in (self.Kind.ANSWER, self.Kind.LATE)
