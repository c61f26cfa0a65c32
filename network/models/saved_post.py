from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedPost(models.Model):
    """A post that a person keeps for later; nobody else learns of it."""

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    person = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="saved", verbose_name=_("person")
    )
    post = models.ForeignKey("Post", models.CASCADE, related_name="savers", verbose_name=_("post"))
    at = models.DateTimeField(_("when"), help_text=_("World time"))

    class Meta:
        verbose_name = _("saved post")
        verbose_name_plural = _("saved posts")
        constraints = [models.UniqueConstraint(fields=["person", "post"], name="saved_once")]

    def __str__(self):
        return f"{self.person}: {self.post_id}"
