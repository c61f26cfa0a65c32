"""What one congratulates a connection on, read from the dates of their jobs and schools.

An occasion has no row of its own: its `key` names the line of the profile, and who congratulated
on it is in their message (`Message.occasion`).
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat, ExtractYear, JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .profile import Education, Experience

KEY = r"^(job|school)-[0-9]+$|^year-[0-9]+-[0-9]+$"
NEW = timedelta(days=60)  # how long a job is new; its date is the first of a month
SCHOOL_ENDS, OLD_NEWS = 7, 4  # months: a year alone is news from July of it until next April


@dataclass(frozen=True)
class Occasion:
    """`what` is the title or the degree, which may be empty; `where` the employer or the school."""

    key: str
    what: str
    where: str
    years: int
    is_done: bool = field(compare=False)  # the viewer has congratulated

    @property
    def kind(self):
        """`job`, `year` or `school`."""
        return self.key.partition("-")[0]

    def text(self, name):
        """A message to start from; its writer makes it their own."""
        said = {"name": name, "what": self.what, "where": self.where, "n": self.years}
        if self.kind == "job":
            text = _(
                "Hello %(name)s, congratulations on your new position as %(what)s at %(where)s. "
                "I wish you a good start. What are you looking forward to most?"
            )
        elif self.kind == "year":
            text = ngettext(
                "Hello %(name)s, congratulations on %(n)d year at %(where)s. "
                "What are you most proud of in this time?",
                "Hello %(name)s, congratulations on %(n)d years at %(where)s. "
                "What are you most proud of in this time?",
                self.years,
            )
        else:
            text = _(
                "Hello %(name)s, congratulations on finishing your time at %(where)s. "
                "What would you like to do next?"
            )
        return text % said


def with_occasions(people, viewer):
    """Those who have news now, each with `job_news` and `school_news` for `occasions_of`."""
    jobs, schools = _jobs(viewer), _schools(viewer)
    return people.filter(Exists(jobs) | Exists(schools)).annotate(
        job_news=ArraySubquery(jobs.values(json=_shown("title", "employer_name", "years"))),
        school_news=ArraySubquery(schools.values(json=_shown("degree", "school", Value(0)))),
    )


def waiting(people, viewer):
    """Of `people`, those on whose news the viewer has not congratulated yet."""
    new = [entries.filter(is_done=False) for entries in (_jobs(viewer), _schools(viewer))]
    return people.filter(Exists(new[0]) | Exists(new[1]))


def occasions_of(person):
    """The occasions of a person of `with_occasions`."""
    return [Occasion(**one) for one in person.job_news + person.school_news]


def _shown(what, where, years):
    return JSONObject(key="occasion", what=what, where=where, years=years, is_done="is_done")


def _jobs(viewer):
    """Present jobs that are new, or that began in this month of an earlier year."""
    today = viewer.world.now.date()
    fresh = Q(started_on__gt=today - NEW)
    years = Value(today.year) - ExtractYear("started_on")
    jobs = Experience.objects.filter(
        fresh | Q(started_on__month=today.month, started_on__year__lt=today.year),
        person=OuterRef("pk"),
        ended_on=None,
        started_on__lte=today,
    ).annotate(years=Cast(years, IntegerField()))
    year_key = _key("year", F("pk"), "-", F("years"))
    return _noted(jobs, viewer, Case(When(fresh, _key("job", F("pk"))), default=year_key))


def _schools(viewer):
    """Schools of which the last year has just gone by."""
    today = viewer.world.now.date()
    ended = []
    if today.month >= SCHOOL_ENDS:
        ended = [today.year]
    elif today.month < OLD_NEWS:
        ended = [today.year - 1]
    schools = Education.objects.filter(person=OuterRef("pk"), ended_in__in=ended)
    return _noted(schools, viewer, _key("school", F("pk")))


def _key(kind, *rest):
    parts = [Cast(one, TextField()) if isinstance(one, F) else Value(one) for one in rest]
    return Concat(Value(f"{kind}-"), *parts, output_field=TextField())


def _noted(entries, viewer, key):
    """Each with its `occasion` key, and whether the viewer has congratulated on it (`is_done`)."""
    said = apps.get_model("network", "Message").objects.filter(
        author=viewer, reader=OuterRef("person"), occasion=OuterRef("occasion")
    )
    return entries.annotate(occasion=key).annotate(is_done=Exists(said))
