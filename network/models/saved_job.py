from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SavedJobQuerySet(models.QuerySet):
    def between(self, one, other):
        """What one of the two saved of the other's jobs."""
        return self.filter(Q(person=one, job__employer=other) | Q(person=other, job__employer=one))


class SavedJob(models.Model):
    """A job that a person keeps for later; nobody else learns of it."""

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    person = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="saved_jobs",
        verbose_name=_("person"),
    )
    job = models.ForeignKey("Job", models.CASCADE, related_name="savers", verbose_name=_("job"))
    at = models.DateTimeField(_("when"), help_text=_("World time"))

    objects = SavedJobQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved job")
        verbose_name_plural = _("saved jobs")
        constraints = [models.UniqueConstraint(fields=["person", "job"], name="job_saved_once")]

    def __str__(self):
        return f"{self.person}: {self.job_id}"
