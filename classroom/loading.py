"""From a scenario to a world: all of it or nothing."""

import uuid
from datetime import timedelta

from django.db import connection, transaction
from django.utils.translation import gettext as _

from network.models import (
    Block,
    Community,
    Job,
    Membership,
    Person,
    Post,
    Recommendation,
    Rules,
    World,
)
from network.seeding import Seeds
from simulation.living.planning import begin
from simulation.models import Persona
from simulation.models.persona import drawn

from .scenario_file import InvalidScenario, Problem
from .scenario_file.behaving import fields
from .scenario_file.description import YEAR

CHOICES = (
    "avatar_seed",
    "open_to_work",
    "followers_from",
    "connections_shown_to",
    "follow_first",
    "private_viewing",
)
STATUSES = {
    "shown": Recommendation.Status.SHOWN,
    "hidden": Recommendation.Status.HIDDEN,
    "waiting": Recommendation.Status.WRITTEN,
}


def load(scenario, *, name=None, owner=None, key=None):
    """Make a new world of a checked scenario, called `name` or as the scenario says.

    `key` is the form's one-time key: sent twice, one world (the second call gives it back).
    Raises InvalidScenario for what only the database can tell.
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
            _refuse_alike_groups(scenario.groups)
            Rules.objects.create(world=world, **scenario.rules)
            loader = _Loader(world, scenario)
            loader.write()
            loader.behave()
            begin(world)
            transaction.on_commit(_let_the_planner_know)
        return world


def _let_the_planner_know():
    """PostgreSQL plans by what it last counted; after a bulk load that was something else."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ANALYZE (SKIP_LOCKED) network_person, network_follow, network_connection, "
            "network_post, network_comment, network_reaction, network_membership"
        )


def _refuse_alike_groups(groups):
    """Only the database knows all names that are alike."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT network_fold(name) FROM unnest(%s::text[]) WITH ORDINALITY AS one (name, place)"
            " ORDER BY place",
            [[group.name for group in groups]],
        )
        seen = {}
        for group, (plain,) in zip(groups, cursor.fetchall(), strict=True):
            if (first := seen.setdefault(plain, group)) is not group:
                sentence = _("The group in line %(line)d has this name. Choose another.")
                problem = Problem(group.place_of("name"), sentence % {"line": first.place.line})
                raise InvalidScenario([problem])


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
        "endorsed": [
            {"skill": skill.name, "who": tie.who, "seconds": tie.ago}
            for skill in learner.skills
            for tie in skill.endorsed_by
        ],
        **{
            key: [{"who": tie.who, "seconds": tie.ago} for tie in getattr(learner, key)]
            for key in ("connections", "follows", "followers", "groups")
        },
        "invited_by": [
            {"from": invited.sender, **_request(invited), "approach": invited.approach}
            for invited in learner.invited_by
        ],
        "invited": [{"to": invited.recipient, **_request(invited)} for invited in learner.invited],
        "recommended_by": [
            {
                "from": said.author,
                "status": STATUSES[said.status],
                "relationship": said.relationship,
                "place": said.where,
                "text": said.text,
                "seconds": said.ago,
            }
            for said in learner.recommended_by
        ],
        "conversations": [
            {
                "who": talk.who,
                "messages": [
                    {"from": line.author, "text": line.text, "seconds": line.ago}
                    for line in talk.in_time
                ],
            }
            for talk in learner.conversations
        ],
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
        self.groups = self._groups()
        self._blocks()
        employers = {handle: person for handle, person in self.people.items() if person.is_employer}
        self.seeds = Seeds(self.world, employers)
        self._profiles()
        self._ties()
        self._invitations()
        self._seats()
        self._posts()
        self._recommendations()
        self._conversations()
        self.seeds.sow()
        self.seeds.have_read(self.people.values())
        self._jobs()

    def _before(self, seconds):
        return self.world.started_at - timedelta(seconds=seconds)

    def _people(self):
        joined = self._first_traces()
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
                joined_at=self._before(joined[somebody.handle]),
                **{choice: getattr(somebody, choice) for choice in CHOICES},
            )
            for somebody in self.scenario.people
        )
        return {person.handle: person for person in people}

    def _first_traces(self):
        """handle → how many seconds ago the person was first seen here."""
        ago = {
            somebody.handle: max([YEAR, *(post.ago for post in somebody.posts)])
            for somebody in self.scenario.people
        }
        for group in self.scenario.groups:
            for seat in group.everybody:
                ago[seat.who] = max(ago[seat.who], seat.ago)
        return ago

    def _groups(self):
        groups = Community.objects.bulk_create(
            Community(
                world=self.world,
                slug=group.handle,
                name=group.name,
                description=group.description,
                rules=group.rules,
                is_private=group.is_private,
                founded_at=self._before(group.ago),
            )
            for group in self.scenario.groups
        )
        return {group.slug: group for group in groups}

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

    def _profiles(self):
        for somebody in self.scenario.people:
            person = self.people[somebody.handle]
            for job in somebody.experience:
                self.seeds.experience(person, job_item(job))
            for study in somebody.education:
                self.seeds.education(person, study_item(study))
            for place, skill in enumerate(somebody.skills):
                listed = self.seeds.skill(person, skill.name, place)
                for tie in skill.endorsed_by:
                    self.seeds.endorse(self.people[tie.who], listed, self._before(tie.ago))

    def _ties(self):
        for connected in self.scenario.connections:
            one, other = (self.people[handle] for handle in connected.between)
            self.seeds.connect(one, other, self._before(connected.ago))
        for (follower, followed), seconds in self.scenario.follows.items():
            two = self.people[follower], self.people[followed]
            self.seeds.follow(*two, self._before(seconds))

    def _invitations(self):
        self.waiting = {}
        for invited in self.scenario.invitations:
            ends = invited.sender, invited.recipient
            sender, recipient = (self.people[handle] for handle in ends)
            at = self._before(invited.ago)
            self.waiting[ends] = self.seeds.invite(sender, recipient, at, invited.how, invited.note)

    def _seats(self):
        standing = Membership.Standing
        for group in self.scenario.groups:
            seats = [(seat, standing.MODERATOR) for seat in group.moderators]
            seats += [(seat, standing.MEMBER) for seat in group.members]
            for seat, role in seats:
                since = self._before(seat.ago)
                self.seeds.seat(self.people[seat.who], self.groups[group.handle], role, since)

    def _posts(self):
        for somebody in self.scenario.people:
            for written in somebody.posts:
                self._post(self.people[somebody.handle], written)

    def _post(self, author, written):
        group = self.groups.get(written.group)
        audience = Post.Audience.GROUP if group else written.audience
        post = self.seeds.post(
            author, self._before(written.ago), written.text, audience, group, written.title
        )
        for reaction in written.reactions:
            at = self._before(reaction.ago)
            self.seeds.react(self.people[reaction.who], post, at, reaction.kind)
        comments = {}
        for remark, above in written.remarks:
            comments[id(remark)] = self.seeds.comment(
                self.people[remark.author],
                post,
                self._before(remark.ago),
                remark.text,
                comments.get(id(above)),
            )

    def _recommendations(self):
        for said in self.scenario.recommendations:
            self.seeds.recommend(
                self.people[said.author],
                self.people[said.recipient],
                self._before(said.ago),
                STATUSES[said.status],
                relationship=said.relationship,
                place=said.where,
                text=said.text,
            )

    def _conversations(self):
        for talk in self.scenario.conversations:
            for line in talk.in_time:
                [reader] = {*talk.between} - {line.author}
                self.seeds.write(
                    self.people[line.author],
                    self.people[reader],
                    self._before(line.ago),
                    line.text,
                    self.waiting.get((reader, line.author)),
                )

    def _jobs(self):
        """In the order of time, as posts."""
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
            for job in sorted(self.scenario.jobs, key=lambda job: -job.ago)
        )

    def behave(self):
        """Who is to be as the file says, and else as drawn; the others are cast as life begins."""
        said = {self.people[one.handle].pk: fields(one.behaves) for one in self.scenario.people}
        said = {pk: given for pk, given in said.items() if given}
        Persona.objects.bulk_create(
            Persona(person=person, **usual | said[person.pk])
            for person, usual in drawn(self.world, pk__in=said)
        )
