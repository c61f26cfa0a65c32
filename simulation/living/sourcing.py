"""Recruiters search the profiles of learners: who fits is visited, and perhaps written to."""

import uuid
from datetime import timedelta
from functools import cache

from network.models import Connection, Invitation, Job

from ..deciding.facts import Role
from ..deciding.leads import Candidate, is_contacted, is_visited, recruiter_score, searches
from ..models import Approach, Due
from ..reading.case import first
from . import dues
from .day import WEEK, Day
from .inviting import has_invited, invite, tell
from .rates import rate
from .shared import telling
from .timing import QUICK, soon
from .visiting import look
from .words import messages, notes

ENOUGH = 3  # skills that a recruiter looks for make a full match
JOBS = 200  # open jobs of a world that are looked at, the newest
NEWEST = ["-opened_at", "title", "employer__handle", "pk"]  # first, alike in every load of a world
NEXT_DAY = timedelta(hours=20)


def plan(day):
    recruiters = [one for one in day.personas if one.persona.role == Role.RECRUITER]
    if not recruiters or not day.learners:
        return
    wants, contacted = Wants(day), _contacted(day)
    for person in recruiters:
        luck = day.luck(person.handle)
        at = day.moment(person, luck, "source") if searches(luck.draw("source")) else None
        for learner in day.learners if at else []:
            is_new = (person.pk, learner.pk) not in contacted
            if is_new and is_visited(recruiter_score(candidate(day, wants, person, learner))):
                yield dues.towards(Due.Kind.SOURCE, person, learner, at, day.world)


def _contacted(day):
    came = Approach.objects.after_arriving().filter(learner__in=day.keys)
    return set(came.values_list("person", "learner"))


class Wants:
    """What recruiters look for: words of the open jobs of their employer, or of all of them where
    theirs has none, and of their own profile.
    """

    def __init__(self, day):
        self.day, self.jobs = day, list(open_jobs(day.world))
        self.words = cache(self._words)

    def _words(self, person):
        present = {job.plain for job in self.day.profiles.jobs[person.pk] if job.ended_on is None}
        keys = {job.employer for job in self.day.profiles.jobs[person.pk] if job.ended_on is None}
        own = [
            job for job in self.jobs if job.employer_id in keys or job.employer.name_key in present
        ]
        texts = [f"{job.title} {job.text}" for job in own or self.jobs]
        return telling(person.headline, person.about, *self.day.profiles.skills[person.pk], *texts)

    def matched(self, person, learner):
        """Skills of the learner that the recruiter looks for."""
        words = self.words(person)
        return [skill for skill in self.day.shown[learner.pk].skills if telling(skill) & words]


def open_jobs(world):
    jobs = Job.objects.filter(world=world).open().select_related("employer", "contact")
    return jobs.order_by(*NEWEST)[:JOBS]


def candidate(day, wants, person, learner):
    return Candidate(
        completeness=day.completeness(learner),
        match=min(1.0, len(wants.matched(person, learner)) / ENOUGH),
        degree=day.degree(learner, person),
        activity=day.liveliness(learner),
    )


def act(due, world):
    """Look at the profile; who fits well hears from them on the next day."""
    me, learner = due.person, due.other
    look(me, learner)
    score, _skills = _judge(me, learner, world)
    if is_contacted(score):
        luck = dues.luck_of(world, me.handle)
        at = soon(world.now + NEXT_DAY, me, luck, "contact", QUICK)
        Due.objects.bulk_create(
            [dues.towards(Due.Kind.CONTACT, me, learner, at, world)], ignore_conflicts=True
        )


def _judge(me, learner, world):
    day = Day(world)
    day.personas, day.learners = [me], [learner]
    wants = Wants(day)
    return recruiter_score(candidate(day, wants, me, learner)), wants.matched(me, learner)


def contact(due, world):
    """A message to a connection, an invitation to anybody else, naming a skill that fits."""
    me, learner = due.person, due.other
    score, skills = _judge(me, learner, world)
    recent = Approach.objects.since(world.now - WEEK).filter(
        learner=learner, person__persona__role=Role.RECRUITER
    )
    if not is_contacted(score) or recent.count() >= rate("source.most"):
        return
    luck, job = dues.luck_of(world, me.handle), _job(me, skills, world)
    said = {
        "skill": first(skills),
        "job": job.title if job else "",
        "employer": job.employer.name if job else "",
    }
    if Connection.objects.filter(person=me, other=learner).exists():
        key = uuid.uuid5(world.key, f"contact {me.pk} {learner.pk}")
        tell(me, learner, messages.contact(said, luck), key, job)
    elif not has_invited(me, learner):
        written = notes.contact(said, luck)
        how = Invitation.How.NOT_AT_ALL
        invite(me, learner, how, written, Approach.Label.RELEVANT, job=job)


def _job(me, skills, world):
    """An open job that asks for one of these skills, of their own employer first."""
    asked = telling(*skills)
    fitting = [job for job in open_jobs(world) if asked & telling(job.title, job.text)]
    own = [job for job in fitting if job.employer.staff.filter(person=me, ended_on=None).exists()]
    return first(own or fitting) or None
