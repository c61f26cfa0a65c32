from django.db import models
from django.utils.translation import gettext_lazy as _

from .block import beside_no_block


class ReactionQuerySet(models.QuerySet):
    def seen_by(self, viewer):
        """Of those on a post that the viewer sees: not by people hidden from them (B1)."""
        return self.filter(beside_no_block("person", viewer))


class Reaction(models.Model):
    """One person's short answer to a post; a person has one a post."""

    class Kind(models.TextChoices):
        USEFUL = "useful", _("Useful")
        INSPIRING = "inspiring", _("Inspiring")
        CONGRATULATIONS = "congrats", _("Congratulations")
        SUPPORT = "support", _("Support")

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    person = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="reactions",
        verbose_name=_("person"),
    )
    post = models.ForeignKey(
        "Post", models.CASCADE, related_name="reactions", verbose_name=_("post")
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    at = models.DateTimeField(_("when"), help_text=_("World time"))

    objects = ReactionQuerySet.as_manager()

    class Meta:
        verbose_name = _("reaction")
        verbose_name_plural = _("reactions")
        constraints = [
            models.UniqueConstraint(fields=["person", "post"], name="reaction_once"),
        ]

    def __str__(self):
        return f"{self.person}: {self.get_kind_display()}"
