from django.contrib.postgres.aggregates import BoolOr
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, When
from django.utils.translation import gettext_lazy as _


class ConnectionQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person)

    def between(self, one, other):
        return self.filter(Q(person=one, other=other) | Q(person=other, other=one))

    def degree(self, viewer, field):
        """D1: how many connections lie between the viewer and whom `field` names; null beyond 3."""
        here = OuterRef(field)
        mine = self.filter(person=viewer)
        # The same for everybody on the page, so the database walks two ties only once.
        theirs = self.filter(person__in=mine.values("other")).values("other")
        # An aggregate, since PostgreSQL would walk three ties of everybody to answer an EXISTS.
        over_two = self.filter(person=here).order_by().values("person")
        over_two = over_two.annotate(near=BoolOr(Q(other__in=theirs))).values("near")
        return Case(
            When(Exists(mine.filter(other=here)), 1),
            When(**{f"{field}__in": theirs}, then=2),
            When(Subquery(over_two, output_field=models.BooleanField()), 3),
            output_field=models.SmallIntegerField(),
        )


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
