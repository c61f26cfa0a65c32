import uuid
from contextlib import contextmanager

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.functions import RandomUUID
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, Max, OuterRef, Q, Value
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from ..errors import AlreadyListed, Gone, TooManySkills
from ..expressions import SubqueryCount
from ..folding import Fold
from .event import Event

MOST_SKILLS = 30


@contextmanager
def revising(person):
    """Hold a profile still while its owner changes it. Raises Gone when they have left."""
    with transaction.atomic():
        mine = type(person).objects.filter(pk=person.pk)
        if not list(mine.select_for_update(no_key=True).values_list("pk")):
            raise Gone
        yield


class EntryQuerySet(models.QuerySet):
    def enter(self, person, key=None, **said):
        """Put a line on a profile; `key` is the form's one-time key: sent twice, done once."""
        with revising(person):
            entry, is_new = self.get_or_create(
                person=person, key=key or uuid.uuid4(), defaults=said
            )
            if is_new:
                Event.record(person, Event.Verb.REVISED)
            return entry


class Entry(models.Model):
    """A line of a profile, with the time it speaks of."""

    key = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True

    def change(self, **said):
        """Say something else in it; does nothing to a line that was removed. Raises Gone."""
        with revising(self.person):
            if type(self).objects.filter(pk=self.pk).update(**said):
                Event.record(self.person, Event.Verb.REVISED)

    def remove(self):
        """Take it off the profile, once. Raises Gone."""
        with revising(self.person):
            if type(self).objects.filter(pk=self.pk).delete()[0]:
                Event.record(self.person, Event.Verb.REVISED)


class Experience(Entry):
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
            ),
            models.UniqueConstraint(fields=["person", "key"], name="experience_form_sent_once"),
        ]
        indexes = [models.Index(Fold("employer_name"), name="experience_by_employer")]

    def __str__(self):
        return f"{self.title}, {self.employer_name}"

    def clean(self):
        if self.employer and not (
            self.employer.is_employer and self.employer.world_id == self.person.world_id
        ):
            raise ValidationError({"employer": _("Choose an employer of the same world.")})


class Education(Entry):
    """Time at a school, on a profile."""

    SHOWN = ("id", "school", "degree", "field", "started_in", "ended_in")

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
            ),
            models.UniqueConstraint(fields=["person", "key"], name="education_form_sent_once"),
        ]
        indexes = [models.Index(Fold("school"), name="education_by_school")]

    def __str__(self):
        return f"{self.school}"


class SkillQuerySet(models.QuerySet):
    def enter(self, person, name):
        """List a skill, after the others. Raises AlreadyListed, TooManySkills, Gone."""
        with revising(person):
            mine = self.filter(person=person)
            if mine.alias(plain=Fold("name")).filter(plain=Fold(Value(name))).exists():
                raise AlreadyListed
            if mine.count() >= MOST_SKILLS:
                raise TooManySkills(MOST_SKILLS)
            last = mine.aggregate(last=Max("position"))["last"]
            skill = self.create(person=person, name=name, position=0 if last is None else last + 1)
            Event.record(person, Event.Verb.REVISED)
            return skill

    def with_endorsements(self, viewer, names=3):
        """Each with how many of those whom the viewer may see endorse it (P6), the last few of
        them, and whether the viewer does: what `Skill.CARD` shows.
        """
        endorsements = apps.get_model("network", "Endorsement").objects  # made after skills
        given = endorsements.filter(skill=OuterRef("pk"))
        seen = given.seen_by(viewer)
        latest = seen.order_by("-pk").values(
            json=JSONObject(name="endorser__name", handle="endorser__handle")
        )
        return self.annotate(
            endorsement_count=SubqueryCount(seen),
            endorsers=ArraySubquery(latest[:names]),
            is_endorsed=Exists(given.filter(endorser=viewer)),
        )


class Skill(models.Model):
    """Something a person says they can do; listed in their own order."""

    CARD = JSONObject(
        pk="pk",
        name="name",
        count="endorsement_count",
        endorsers="endorsers",
        is_endorsed="is_endorsed",
    )

    person = models.ForeignKey("Person", models.CASCADE, related_name="skills")
    name = models.CharField(_("skill"), max_length=60)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = SkillQuerySet.as_manager()

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
            ),
            models.UniqueConstraint(fields=["person", "id"], name="skill_person_key"),
        ]

    def __str__(self):
        return self.name

    def move(self, places):
        """So many places down the list of its person, or up when negative. Raises Gone."""
        with revising(self.person):
            skills = list(Skill.objects.filter(person=self.person_id))
            if self in skills:
                at = skills.index(self)
                skills.insert(max(0, at + places), skills.pop(at))
                for position, skill in enumerate(skills):
                    skill.position = position
                Skill.objects.bulk_update(skills, ["position"])

    def remove(self):
        """Take it off the list, once, and its endorsements with it. Raises Gone."""
        with revising(self.person):
            mine = Skill.objects.filter(pk=self.pk)
            list(mine.select_for_update().values_list("pk"))  # endorsements wait, or are there
            if mine.delete()[0]:
                Event.record(self.person, Event.Verb.REVISED)
