from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Mute(models.Model):
    """Posts of somebody whom a person follows or knows stay out of that person's feed.

    Told to nobody, so it writes no event; it ends with the last tie between the two.
    """

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    muter = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="mutes", verbose_name=_("muter")
    )
    muted = models.ForeignKey(
        "Person", models.CASCADE, related_name="muted_by", verbose_name=_("muted")
    )
    since = models.DateTimeField(_("since"), help_text=_("World time"))

    class Meta:
        verbose_name = _("mute")
        verbose_name_plural = _("mutes")
        constraints = [
            models.UniqueConstraint(fields=["muter", "muted"], name="mute_once"),
            models.CheckConstraint(condition=~Q(muter=F("muted")), name="mute_not_oneself"),
        ]

    def __str__(self):
        return f"{self.muter} ⊖ {self.muted}"
