from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ConnectionQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person)

    def between(self, one, other):
        return self.filter(Q(person=one, other=other) | Q(person=other, other=one))


class Connection(models.Model):
    """One half of a two-way tie; the database keeps both halves or none (migration 0002)."""

    class Origin(models.TextChoices):
        INVITATION = "invitation", _("Accepted invitation")
        SCENARIO = "scenario", _("Scenario")
        IMPORT = "import", _("Import")

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    person = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="connections",
        verbose_name=_("person"),
    )
    other = models.ForeignKey(
        "Person", models.CASCADE, related_name="+", verbose_name=_("other person")
    )
    origin = models.CharField(_("origin"), max_length=10, choices=Origin)
    invitation = models.ForeignKey(
        "Invitation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="connections",
        verbose_name=_("invitation"),
    )
    since = models.DateTimeField(_("since"))

    objects = ConnectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("connection")
        verbose_name_plural = _("connections")
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="connection_once"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="connection_not_oneself"),
            models.CheckConstraint(
                condition=Q(origin="invitation", invitation__isnull=False)
                | Q(origin__in=["scenario", "import"], invitation__isnull=True),
                name="connection_says_where_from",
            ),
        ]

    def __str__(self):
        return f"{self.person} ⇄ {self.other}"
