"""Connections tell learners of jobs where they work, most of all those of a middle distance."""

import uuid

from ..deciding.leads import lead_hazard
from ..models import Approach, Due
from ..reading.case import first
from . import dues
from .day import WEEK, Day
from .inviting import tell
from .rates import rate
from .shared import known, telling
from .sourcing import open_jobs
from .words import messages

ENOUGH = 2  # skills that a job asks for make it fit fully
SAME_FIELD = 0.4  # the fit of a job in the learner's industry, whatever it asks for
DIGITAL = {"software", "information technology", "media", "telecommunications", "internet"}


def plan(day):
    jobs = list(open_jobs(day.world)) if day.learners else []
    if not jobs:
        return
    for learner in day.learners:
        leads = [by_message for _label, by_message in day.approaches[learner.pk]].count(True)
        if leads < rate("lead.most"):
            yield from _luckiest(day, learner, jobs)[: rate("lead.most")]


def _luckiest(day, learner, jobs):
    lots = []
    for person in day.personas:
        if person.pk not in day.connected[learner.pk]:
            continue
        luck = day.luck(person.handle)
        u = luck.draw("lead")
        at = day.moment(person, luck, "lead") if u < rate("lead.rate") else None
        if at and u < hazard(day, person, learner, jobs):
            due = dues.towards(Due.Kind.LEAD, person, learner, at, day.world)
            lots.append((u, person.handle, due))
    return [due for _u, _handle, due in sorted(lots, key=lambda lot: lot[:2])]


def hazard(day, person, learner, jobs):
    """That this connection tells the learner of a job on this day."""
    job, fit, _skill = best(day, person, learner, jobs)
    if job is None:
        return 0.0
    is_digital = job.employer.industry.casefold() in DIGITAL
    mutual = day.mutuals[learner.pk, person.pk]
    return lead_hazard(mutual, fit, rate("lead.rate"), is_digital)


def best(day, person, learner, jobs):
    """The job at their employer that fits best, how well, and a skill that it asks for."""
    here = {job.employer for job in day.profiles.jobs[person.pk] if job.ended_on is None}
    profile, found = known(learner, day.profiles), (None, 0.0, "")
    for job in jobs:
        if job.employer_id not in here:
            continue
        words = telling(job.title, job.text)
        skills = [skill for skill in profile.skills if telling(skill) & words]
        same = learner.industry and learner.industry.casefold() == job.employer.industry.casefold()
        fit = max(min(1.0, len(skills) / ENOUGH), SAME_FIELD if same else 0.0)
        if fit > found[1]:
            found = job, fit, first(skills)
    return found


def act(due, world):
    me, learner = due.person, due.other
    day = Day(world)
    day.personas, day.learners = [me], [learner]
    job, _fit, skill = best(day, me, learner, list(open_jobs(world)))
    told = Approach.objects.filter(learner=learner)
    lately = told.since(world.now - WEEK).exclude(message=None)
    if job is None or told.filter(job=job).exists() or lately.count() >= rate("lead.most"):
        return
    contact = job.contact.name if job.contact and job.contact_id not in (me.pk, None) else ""
    said = {"job": job.title, "employer": job.employer.name, "skill": skill, "contact": contact}
    key = uuid.uuid5(world.key, f"lead {me.pk} {learner.pk} {job.pk}")
    tell(me, learner, messages.lead(said, dues.luck_of(world, me.handle)), key, job)
