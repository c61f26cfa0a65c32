from django.contrib.postgres.aggregates import BoolOr
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

MANY = 300  # connections


class ConnectionQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person)

    def between(self, one, other):
        return self.filter(Q(person=one, other=other) | Q(person=other, other=one))

    def degree(self, viewer, field):
        """D1: how many connections lie between the viewer and whom `field` names; null beyond 3.

        Whatever is the same for everybody on a page is put into a condition of an aggregate, so
        that PostgreSQL collects it once; in an EXISTS it would go through everybody's ties.
        """
        theirs = self.filter(person=OuterRef(field))
        mine = self.filter(person=viewer)
        near = mine.values("other")
        # Two ties from a few contacts are soon collected. Who has many is soon met from the other
        # side, where the first way is enough.
        has_many = Exists(mine.order_by()[MANY : MANY + 1])
        from_them = theirs.filter(other__in=self.filter(other__in=near).values("person"))
        from_me = _any(theirs, other__in=self.filter(person__in=near).values("other"))
        return Case(
            When(Exists(mine.filter(other=OuterRef(field))), 1),
            When(_any(theirs, other__in=near), 2),
            When(Case(When(has_many, _first(from_them)), default=from_me), 3),
            output_field=models.SmallIntegerField(),
        )


def _any(ties, **condition):
    found = ties.order_by().values("person").annotate(found=BoolOr(Q(**condition)))
    return Subquery(found.values("found"), output_field=models.BooleanField())


def _first(ties):
    """Whether there is one: true, or null."""
    found = ties.order_by().values(found=Value(True, models.BooleanField()))
    return Subquery(found[:1], output_field=models.BooleanField())


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
