"""What people show of themselves, read for many at once."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from network.folding import Fold
from network.models import Education, Experience, Membership, Skill
from network.workplaces import is_place


class Job(NamedTuple):
    plain: str  # the employer's name, folded
    employer: int | None
    ended_on: date | None
    text: str
    employer_name: str
    title: str

    @property
    def is_place(self):
        return is_place(self.plain, self.employer)


class Named(NamedTuple):
    """A school or a group: two people share it when their keys are the same."""

    key: str | int
    name: str


class Profiles:
    """Jobs, schools, groups and skills by person, each in a fixed order. Four queries."""

    def __init__(self, people):
        theirs = {"person__in": people}
        jobs = Experience.objects.filter(**theirs).annotate(plain=Fold("employer_name"))
        schools = Education.objects.filter(**theirs).annotate(plain=Fold("school"))
        groups = Membership.objects.inside().filter(**theirs)
        skills = Skill.objects.filter(**theirs)
        self.jobs = grouped(jobs.order_by("pk").values_list("person", *Job._fields), Job)
        self.schools = grouped(
            schools.order_by("pk").values_list("person", "plain", "school"), Named
        )
        self.groups = grouped(
            groups.order_by("pk").values_list("person", "community", "community__name"), Named
        )
        self.skills = grouped(skills.order_by("pk").values_list("person", "name"))

    def workplaces(self, person):
        """The jobs at which one can have colleagues."""
        return [job for job in self.jobs[person] if job.is_place]

    def employers(self, person):
        """Folded names and ids of each employer → whether the person works there now."""
        found = {}
        for job in self.workplaces(person):
            for key in filter(None, [job.plain, job.employer]):
                found[key] = found.get(key, False) or job.ended_on is None
        return found

    def work(self, person):
        """The title of the present job listed last; "" without one."""
        present = [job.title for job in self.jobs[person] if job.ended_on is None]
        return present[-1] if present else ""


def grouped(rows, made_of=lambda value: value):
    """What is made of the rest of each row, by its first value."""
    found = defaultdict(list)
    for key, *rest in rows:
        found[key].append(made_of(*rest))
    return found
