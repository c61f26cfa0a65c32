from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..folding import Fold


class Experience(models.Model):
    """A job, past or present, on a profile. Dates are the first of their month."""

    person = models.ForeignKey("Person", models.CASCADE, related_name="experience")
    title = models.CharField(_("title"), max_length=100)
    employer = models.ForeignKey(
        "Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="staff",
        verbose_name=_("employer here"),
    )
    employer_name = models.CharField(_("employer"), max_length=100)
    started_on = models.DateField(_("from"))
    ended_on = models.DateField(_("to"), null=True, blank=True)
    text = models.TextField(_("what you did"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("experience")
        verbose_name_plural = _("experience")
        ordering = [F("ended_on").desc(nulls_first=True), "-started_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="experience_ends_after_start",
                violation_error_message=_("“From” is later than “to”. Correct one of the two."),
            )
        ]

    def __str__(self):
        return f"{self.title}, {self.employer_name}"

    def clean(self):
        if self.employer and not (
            self.employer.is_employer and self.employer.world_id == self.person.world_id
        ):
            raise ValidationError({"employer": _("Choose an employer of the same world.")})


class Education(models.Model):
    """Time at a school, on a profile."""

    SHOWN = ("school", "degree", "field", "started_in", "ended_in")

    person = models.ForeignKey("Person", models.CASCADE, related_name="education")
    school = models.CharField(_("school"), max_length=100)
    degree = models.CharField(_("degree"), max_length=100, blank=True)
    field = models.CharField(_("field"), max_length=100, blank=True)
    started_in = models.PositiveSmallIntegerField(_("from (year)"))
    ended_in = models.PositiveSmallIntegerField(_("to (year)"), null=True, blank=True)

    class Meta:
        verbose_name = _("education")
        verbose_name_plural = _("education")
        ordering = [F("ended_in").desc(nulls_first=True), "-started_in", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_in=None) | Q(ended_in__gte=F("started_in")),
                name="education_ends_after_start",
                violation_error_message=_("“From” is later than “to”. Correct one of the two."),
            )
        ]

    def __str__(self):
        return f"{self.school}"


class Skill(models.Model):
    """Something a person says they can do; listed in their own order."""

    person = models.ForeignKey("Person", models.CASCADE, related_name="skills")
    name = models.CharField(_("skill"), max_length=60)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("skill")
        verbose_name_plural = _("skills")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                "person",
                Fold("name"),
                name="skill_once",
                violation_error_message=_("This skill is listed already."),
            )
        ]

    def __str__(self):
        return self.name
