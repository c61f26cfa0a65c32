"""From a scenario to a world: all of it or nothing."""

import uuid
from datetime import timedelta

from django.db import connection, transaction

from network.models import (
    Block,
    Connection,
    Education,
    Event,
    Experience,
    Follow,
    Invitation,
    Job,
    Person,
    Post,
    Rules,
    Skill,
    World,
)
from network.newcomers import education, experience

from .scenario_file.description import YEAR


def load(scenario, *, name=None, owner=None, key=None):
    """Make a new world of a checked scenario, called `name` or as the scenario says.

    `key` is the form's one-time key: sent twice, one world (the second call gives it back).
    """
    with transaction.atomic():
        world, is_new = World.objects.get_or_create(
            key=key or uuid.uuid4(),
            owner=owner,
            defaults={
                "name": name or scenario.name,
                "description": scenario.description,
                "seed": scenario.seed,
                "newcomer": newcomer(scenario.learner),
            },
        )
        if is_new:
            Rules.objects.create(world=world, **scenario.rules)
            _Loader(world, scenario).write()
            transaction.on_commit(_let_the_planner_know)
        return world


def _let_the_planner_know():
    """PostgreSQL plans by what it last counted; after a bulk load that was something else."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ANALYZE (SKIP_LOCKED) network_person, network_follow, network_connection, network_post"
        )


def newcomer(learner):
    """`World.newcomer`: the scenario's `learner` as network.newcomers reads it."""
    return {
        "headline": learner.headline,
        "about": learner.about,
        "location": learner.location,
        "industry": learner.industry,
        "experience": [job_item(job) for job in learner.experience],
        "education": [study_item(study) for study in learner.education],
        "skills": [skill.name for skill in learner.skills],
        **{
            key: [{"who": tie.who, "seconds": tie.ago} for tie in getattr(learner, key)]
            for key in ("connections", "follows", "followers")
        },
        "invited_by": [
            {"from": invited.sender, **_request(invited)} for invited in learner.invited_by
        ],
        "invited": [{"to": invited.recipient, **_request(invited)} for invited in learner.invited],
    }


def job_item(job):
    return {
        "title": job.title,
        "employer": job.employer,
        "from": job.start,
        "to": job.end,
        "text": job.text,
    }


def study_item(study):
    return {
        "school": study.school,
        "degree": study.degree,
        "field": study.field,
        "from": study.start,
        "to": study.end,
    }


def _request(invited):
    return {"how": invited.how, "note": invited.note, "seconds": invited.ago}


class _Loader:
    """Writes the people of a scenario, what they are tied by and what they wrote."""

    def __init__(self, world, scenario):
        self.world, self.scenario = world, scenario

    def write(self):
        self.people = self._people()
        self._profiles()
        self._blocks()
        self._connections()
        self._follows()
        self._invitations()
        self._posts()
        self._jobs()

    def _before(self, seconds):
        return self.world.started_at - timedelta(seconds=seconds)

    def _people(self):
        people = Person.objects.bulk_create(
            Person(
                world=self.world,
                kind=somebody.kind,
                handle=somebody.handle,
                name=somebody.name,
                email=somebody.email,
                is_influencer=somebody.influencer,
                is_recruiter=somebody.recruiter,
                headline=somebody.headline,
                about=somebody.about,
                location=somebody.location,
                industry=somebody.industry,
                joined_at=self._before(max([YEAR, *(post.ago for post in somebody.posts)])),
            )
            for somebody in self.scenario.people
        )
        return {person.handle: person for person in people}

    def _profiles(self):
        everybody = self.scenario.people
        employers = {handle: person for handle, person in self.people.items() if person.is_employer}
        Experience.objects.bulk_create(
            experience(self.people[somebody.handle], job_item(job), employers)
            for somebody in everybody
            for job in somebody.experience
        )
        Education.objects.bulk_create(
            education(self.people[somebody.handle], study_item(study))
            for somebody in everybody
            for study in somebody.education
        )
        Skill.objects.bulk_create(
            (
                Skill(person=self.people[somebody.handle], name=skill.name, position=place)
                for somebody in everybody
                for place, skill in enumerate(somebody.skills)
            ),
            ignore_conflicts=True,  # only the database knows all names that are alike
        )

    def _blocks(self):
        Block.objects.bulk_create(
            Block(
                world=self.world,
                blocker=self.people[somebody.handle],
                blocked=self.people[block.who],
                since=self._before(YEAR),
            )
            for somebody in self.scenario.people
            for block in somebody.blocks
        )

    def _connections(self):
        Connection.objects.bulk_create(
            Connection(
                world=self.world,
                person=self.people[person],
                other=self.people[other],
                origin=Connection.Origin.SCENARIO,
                since=self._before(connected.ago),
            )
            for connected in self.scenario.connections
            for person, other in both_ways(connected.between)
        )

    def _follows(self):
        Follow.objects.bulk_create(
            Follow(
                world=self.world,
                follower=self.people[follower],
                followed=self.people[followed],
                since=self._before(seconds),
            )
            for (follower, followed), seconds in follows(self.scenario).items()
        )

    def _invitations(self):
        sent = Invitation.objects.bulk_create(
            Invitation(
                world=self.world,
                sender=self.people[invited.sender],
                recipient=self.people[invited.recipient],
                how=invited.how,
                note=invited.note,
                sent_at=self._before(invited.ago),
            )
            for invited in sorted(self.scenario.invitations, key=_oldest_first)
        )
        Event.objects.bulk_create(
            Event(
                world=self.world,
                actor=invitation.sender,
                verb=Event.Verb.INVITED,
                target=invitation.recipient,
                invitation=invitation,
                at=invitation.sent_at,
            )
            for invitation in sent
        )

    def _posts(self):
        """In the order of time, since feeds read by id."""
        written = [
            (somebody.handle, post) for somebody in self.scenario.people for post in somebody.posts
        ]
        Post.objects.bulk_create(
            Post(
                world=self.world,
                author=self.people[handle],
                text=post.text,
                audience=post.audience,
                at=self._before(post.ago),
            )
            for handle, post in sorted(written, key=lambda pair: _oldest_first(pair[1]))
        )

    def _jobs(self):
        """As posts, in the order of time."""
        Job.objects.bulk_create(
            Job(
                world=self.world,
                employer=self.people[job.employer],
                title=job.title,
                place=job.where or self.people[job.employer].location,
                contract=job.contract,
                text=job.text,
                contact=self.people.get(job.contact),
                opened_at=self._before(job.ago),
            )
            for job in sorted(self.scenario.jobs, key=_oldest_first)
        )


def _oldest_first(part):
    return -part.ago


def both_ways(pair):
    one, other = pair
    return (one, other), (other, one)


def follows(scenario):
    """(follower, followed) → for how many seconds; connected people follow each other (C2)."""
    by_connection = {
        pair: connected.ago
        for connected in scenario.connections
        for pair in both_ways(connected.between)
        if pair[0] not in connected.unfollowed_by
    }
    said = {
        (somebody.handle, tie.who): tie.ago
        for somebody in scenario.people
        for tie in somebody.follows
    }
    return by_connection | said
