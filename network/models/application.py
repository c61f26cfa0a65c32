from django.apps import apps
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..errors import AlreadyApplied, AlreadyWithdrawn, EmployersDoNotApply, JobClosed, LetterTooLong
from ..text import seen_length
from .event import Event
from .pair import pair_lock


class ApplicationQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(withdrawn_at=None)

    def between(self, one, other):
        """Of one of the two for the other's jobs."""
        return self.filter(Q(person=one, job__employer=other) | Q(person=other, job__employer=one))

    def send(self, person, job, letter):
        """Apply for an open job, once; the same letter sent twice is sent once.

        Raises JobClosed, AlreadyApplied, LetterTooLong, EmployersDoNotApply, JobGone, and Gone when
        one of the two blocks the other.
        """
        with pair_lock(person.pk, job.employer_id) as pair:
            job = apps.get_model("network", "Job").objects.hold(job.pk)
            if earlier := self.filter(person=pair.me, job=job).first():
                return earlier._sent_again(letter)
            _refuse_to_apply(pair.me, job, letter)
            application = self.create(
                world=pair.me.world, person=pair.me, job=job, letter=letter, at=pair.now
            )
            Event.record(pair.me, Event.Verb.APPLIED, pair.other, job=job)
            return application

    def end_between(self, one, other):
        """B1: a block takes back what stands between the two."""
        self.between(one, other).standing().update(withdrawn_at=one.world.now)


class Application(models.Model):
    """One person's letter for one job; it can be taken back, and then it is over."""

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    person = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="applications",
        verbose_name=_("person"),
    )
    job = models.ForeignKey(
        "Job", models.CASCADE, related_name="applications", verbose_name=_("job")
    )
    letter = models.TextField(_("letter"))
    at = models.DateTimeField(_("sent"), help_text=_("World time"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        constraints = [
            models.UniqueConstraint(fields=["person", "job"], name="application_once"),
            models.CheckConstraint(condition=~Q(letter=""), name="application_says_something"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("at")),
                name="application_ends_after_sending",
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.job_id}"

    def withdraw(self):
        """Take it back while the job is open. Raises JobClosed, AlreadyWithdrawn, JobGone."""
        with transaction.atomic():
            jobs = apps.get_model("network", "Job").objects.select_related("employer__world")
            job = jobs.hold(self.job_id)
            if not job.is_open:
                raise JobClosed
            now = job.employer.world.now
            mine = Application.objects.standing().filter(pk=self.pk)
            if not mine.update(withdrawn_at=now):
                raise AlreadyWithdrawn
            self.withdrawn_at = now
            Event.record(self.person, Event.Verb.UNAPPLIED, job.employer, job=job)

    def _sent_again(self, letter):
        if self.withdrawn_at or self.letter != letter:
            raise AlreadyApplied
        return self


def _refuse_to_apply(person, job, letter):
    if person.is_employer:
        raise EmployersDoNotApply
    if not job.is_open:
        raise JobClosed
    most = person.world.rules.application_length
    if seen_length(letter) > most:
        raise LetterTooLong(seen_length(letter), most)
