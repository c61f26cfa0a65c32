from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Dismissal(models.Model):
    """A suggestion that somebody put aside: `other` is not suggested to `person` any more.

    A block leaves it: were it gone, its return after the block would tell of the block (B1).
    """

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    person = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="dismissals", verbose_name=_("who")
    )
    other = models.ForeignKey(
        "Person", models.CASCADE, related_name="dismissed_by", verbose_name=_("whom")
    )
    at = models.DateTimeField(_("when"), help_text=_("World time"))

    class Meta:
        verbose_name = _("dismissal")
        verbose_name_plural = _("dismissals")
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="dismissal_once"),
            models.CheckConstraint(
                condition=~Q(person=F("other")), name="dismissal_not_of_oneself"
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.other}"
