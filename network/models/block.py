from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _


class Block(models.Model):
    """B1: neither of the two finds, sees, follows or invites the other."""

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    blocker = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="blocks", verbose_name=_("blocker")
    )
    blocked = models.ForeignKey(
        "Person", models.CASCADE, related_name="blocked_by", verbose_name=_("blocked")
    )
    since = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        constraints = [
            models.UniqueConstraint(fields=["blocker", "blocked"], name="block_once"),
            models.CheckConstraint(condition=~Q(blocker=F("blocked")), name="block_not_oneself"),
        ]

    def __str__(self):
        return f"{self.blocker} ⊘ {self.blocked}"


def beside_no_block(person, viewer):
    """A condition: no block stands between the viewer and whom the field `person` names (B1)."""
    return ~Exists(Block.objects.filter(blocker=OuterRef(person), blocked=viewer)) & ~Exists(
        Block.objects.filter(blocker=viewer, blocked=OuterRef(person))
    )
