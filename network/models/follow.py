from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Follow(models.Model):
    """A one-way tie (F1): the follower sees what the followed person posts for followers."""

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    follower = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="follows", verbose_name=_("follower")
    )
    followed = models.ForeignKey(
        "Person", models.CASCADE, related_name="followings", verbose_name=_("followed")
    )
    since = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("follow")
        verbose_name_plural = _("follows")
        constraints = [
            models.UniqueConstraint(fields=["follower", "followed"], name="follow_once"),
            models.CheckConstraint(
                condition=~Q(follower=F("followed")),
                name="follow_not_oneself",
                violation_error_message=_("Nobody follows themselves."),
            ),
        ]

    def __str__(self):
        return f"{self.follower} → {self.followed}"
