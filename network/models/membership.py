from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .block import beside_no_block


class MembershipQuerySet(models.QuerySet):
    def inside(self):
        """Of those who are members; moderators are."""
        return self.filter(standing__in=Membership.INSIDE)

    def moderating(self):
        return self.filter(standing=Membership.Standing.MODERATOR)

    def asking(self):
        return self.filter(standing=Membership.Standing.ASKING)

    def seen_by(self, viewer):
        """Not of people hidden from the viewer (B1)."""
        return self.filter(beside_no_block("person", viewer))


class Membership(models.Model):
    """Where a person stands with a group. Who has no row has nothing to do with it."""

    class Standing(models.TextChoices):
        ASKING = "asking", _("Asks to join")
        MEMBER = "member", _("Member")
        MODERATOR = "moderator", _("Moderator")
        REMOVED = "removed", _("Removed by a moderator")

    INSIDE = (Standing.MEMBER, Standing.MODERATOR)

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    community = models.ForeignKey(
        "Community", models.CASCADE, related_name="memberships", verbose_name=_("group")
    )
    person = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="memberships",
        verbose_name=_("person"),
    )
    standing = models.CharField(_("standing"), max_length=9, choices=Standing)
    since = models.DateTimeField(_("since"), help_text=_("World time"))

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["person", "community"], name="membership_once"),
            models.CheckConstraint(
                condition=Q(standing__in=["asking", "member", "moderator", "removed"]),
                name="membership_standing_known",
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.community}"

    @property
    def is_inside(self):
        return self.standing in self.INSIDE

    @property
    def is_moderator(self):
        return self.standing == self.Standing.MODERATOR
