from django.db import models, transaction
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..errors import ContactElsewhere, JobClosed, JobGone, OnlyEmployersHire
from ..finding import saying
from ..folding import words_in
from .application import Application
from .block import beside_no_block
from .connection import Connection
from .event import Event
from .profile import Experience
from .saved_job import SavedJob


class JobQuerySet(models.QuerySet):
    def visible_to(self, viewer):
        """Jobs of the viewer's world (W1), of employers who are not hidden from them (B1)."""
        return self.filter(beside_no_block("employer", viewer), world=viewer.world_id)

    def open(self):
        return self.filter(closed_at=None)

    def with_words(self):
        """Each job with what it is searched by."""
        return self.alias(words=words_in("title", "place", "employer__name", "employer__industry"))

    def saying(self, text):
        """Those that say every word of `text`, or nearly so."""
        return saying(self.with_words(), text, near=True)

    def where_known(self, viewer):
        """Those of employers for whom a connection of the viewer works now."""
        return self.filter(Exists(_connections_there(viewer)))

    def for_cards(self, viewer):
        """Jobs with all that their cards show: `is_saved`, when the viewer applied and withdrew,
        and how many of their connections work there (`known_count`).
        """
        mine = {"person": viewer, "job": OuterRef("pk")}
        known = _connections_there(viewer).order_by().values("employer")
        return self.select_related("employer").annotate(
            is_saved=Exists(SavedJob.objects.filter(**mine)),
            applied_at=Subquery(Application.objects.filter(**mine).values("at")),
            withdrawn_at=Subquery(Application.objects.filter(**mine).values("withdrawn_at")),
            known_count=Subquery(known.annotate(n=Count("person", distinct=True)).values("n")),
        )

    def hold(self, pk):
        """A job kept still until the transaction ends. Raises JobGone."""
        job = self.filter(pk=pk).select_for_update(of=("self",), no_key=True).first()
        if job is None:
            raise JobGone
        return job

    def save_for_later(self, person, pk):
        """Raises JobGone."""
        with transaction.atomic():
            job = self.visible_to(person).hold(pk)
            _saved, is_new = SavedJob.objects.get_or_create(
                person=person, job=job, defaults={"world_id": job.world_id, "at": person.world.now}
            )
            if is_new:
                Event.record(person, Event.Verb.SAVED_JOB, job=job)

    def forget(self, person, pk):
        """Take a job off one's saved ones, also one that may not be seen any more."""
        SavedJob.objects.filter(person=person, job=pk).delete()


class Job(models.Model):
    """Work that an employer offers; it is open until it is closed, and then for good."""

    class Contract(models.TextChoices):
        FULL_TIME = "full-time", _("Full time")
        PART_TIME = "part-time", _("Part time")
        TEMPORARY = "temporary", _("Temporary")
        INTERNSHIP = "internship", _("Internship")

    world = models.ForeignKey("World", models.CASCADE, db_index=False, verbose_name=_("world"))
    employer = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="jobs", verbose_name=_("employer")
    )
    title = models.CharField(_("title"), max_length=100)
    place = models.CharField(_("place"), max_length=80, blank=True)
    contract = models.CharField(
        _("contract"), max_length=10, choices=Contract, default=Contract.FULL_TIME
    )
    text = models.TextField(_("description"), max_length=5000)
    contact = models.ForeignKey(
        "Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="jobs_posted",
        verbose_name=_("posted by"),
        help_text=_("Somebody who works there and answers questions."),
    )
    opened_at = models.DateTimeField(_("opened"), help_text=_("World time"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            models.UniqueConstraint(fields=["world", "id"], name="job_world_key"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(text=""), name="job_says_something"),
            models.CheckConstraint(
                condition=Q(contract__in=["full-time", "part-time", "temporary", "internship"]),
                name="job_contract_is_known",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_at__gte=F("opened_at")),
                name="job_closes_after_opening",
            ),
        ]
        indexes = [
            models.Index(fields=["world", "-id"], condition=Q(closed_at=None), name="job_open"),
            models.Index(fields=["employer", "-id"], name="job_by_employer"),
        ]

    def __str__(self):
        return f"{self.title}, {self.employer}"

    def get_absolute_url(self):
        return self.url

    @property
    def url(self):
        return reverse("network:job", args=[self.pk])

    @property
    def is_open(self):
        return self.closed_at is None

    @classmethod
    def open_at(cls, employer, title, text, *, place="", contract=None, contact=None):
        """See `Person.open_job`."""
        if not employer.is_employer:
            raise OnlyEmployersHire
        _refuse_contact_elsewhere(employer, contact)
        with transaction.atomic():
            job = cls.objects.create(
                world=employer.world,
                employer=employer,
                title=title,
                place=place or employer.location,
                contract=contract or cls.Contract.FULL_TIME,
                text=text,
                contact=contact,
                opened_at=employer.world.now,
            )
            Event.record(employer, Event.Verb.OPENED_JOB, job=job)
            return job

    def revise(self, title, text, *, place="", contract=None, contact=None):
        """Say something else in an open job; nobody is told. See `open_at`.

        Raises ContactElsewhere, JobClosed, JobGone.
        """
        with transaction.atomic():
            job = Job.objects.select_related("employer__world").hold(self.pk)
            if not job.is_open:
                raise JobClosed
            _refuse_contact_elsewhere(job.employer, contact)
            job.title, job.text, job.contact = title, text, contact
            job.place = place or job.employer.location
            job.contract = contract or job.contract
            job.save(update_fields=["title", "text", "contact", "place", "contract"])
            Event.record(job.employer, Event.Verb.REVISED_JOB, job=job)
            return job

    def close(self):
        """Take no more applications; those who applied are told. Raises JobClosed, JobGone."""
        with transaction.atomic():
            job = Job.objects.select_related("employer__world").hold(self.pk)
            if not job.is_open:
                raise JobClosed
            self.closed_at = job.employer.world.now
            Job.objects.filter(pk=self.pk).update(closed_at=self.closed_at)
            Event.record(job.employer, Event.Verb.CLOSED_JOB, job=job)


def _refuse_contact_elsewhere(employer, contact):
    if contact and (contact.world_id != employer.world_id or contact.is_employer):
        raise ContactElsewhere


def _connections_there(viewer):
    """Present jobs at a job's employer that connections of the viewer have."""
    mine = Connection.objects.filter(person=viewer, other=OuterRef("person"))
    return Experience.objects.filter(Exists(mine), employer=OuterRef("employer"), ended_on=None)
