"""A day of a world, as it is planned: who is there, and what learners have in common with them."""

from collections import Counter, defaultdict
from datetime import timedelta
from functools import cached_property

from django.db import connection
from django.db.models import Q

from network.models import (
    Comment,
    Connection,
    Event,
    Follow,
    Invitation,
    Membership,
    Person,
    Post,
)
from network.strength import Facts as ProfileFacts
from network.strength import strength
from network.worldtime import day_of

from ..models import Approach
from ..reading.case import FACE, is_thoughtful
from ..reading.profiles import Profiles
from . import dues
from .shared import known
from .strangers import HANDLES
from .timing import midnight_before, on_day

WEEK, FORTNIGHT = timedelta(days=7), timedelta(days=14)
PUBLIC = [
    Event.Verb.POSTED,
    Event.Verb.COMMENTED,
    Event.Verb.REPLIED,
    Event.Verb.REACTED,
    Event.Verb.SHARED,
    Event.Verb.ENDORSED,
]
OFTEN = 5  # public acts in a week that are as active as it gets
MUTUALS = """
SELECT mine.person_id, theirs.other_id, count(*) FROM network_connection mine
JOIN network_connection theirs ON theirs.person_id = mine.other_id
WHERE mine.person_id = ANY(%s) AND theirs.other_id <> mine.person_id GROUP BY 1, 2
"""


class Day:
    """What is read of a world for the plan of one day, in a fixed number of queries."""

    def __init__(self, world):
        self.world = world
        self.midnight = midnight_before(world.now)
        self.number = day_of(world.now, world.started_at)

    def luck(self, handle):
        return dues.luck_of(self.world, handle, self.number)

    def moment(self, person, luck, stream):
        """When of this day they do it; None on a day off, or when that is over."""
        at = on_day(self.midnight, person, luck.draw(f"{stream}.time"))
        return at if at and at > self.world.now else None

    @cached_property
    def everybody(self):
        """Simulated people and employers, in a fixed order, without those from outside."""
        kinds = [Person.Kind.PERSONA, Person.Kind.EMPLOYER]
        people = Person.objects.filter(world=self.world, kind__in=kinds)
        people = people.exclude(handle__in=HANDLES).order_by("handle")
        return list(people.select_related("persona"))

    @cached_property
    def pushing(self):
        """The keys of those who sell or deceive: they have no work of which they could tell."""
        unwanted = [Approach.Label.SPAM, Approach.Label.SCAM]
        known = Approach.objects.filter(world=self.world, label__in=unwanted)
        return set(known.values_list("person", flat=True))

    @cached_property
    def personas(self):
        return [one for one in self.everybody if not one.is_employer]

    @cached_property
    def learners(self):
        people = Person.objects.filter(world=self.world, kind=Person.Kind.LEARNER)
        return list(people.order_by("handle"))

    @cached_property
    def keys(self):
        return [learner.pk for learner in self.learners]

    @cached_property
    def mutuals(self):
        """(learner, other) → how many connections both have."""
        with connection.cursor() as cursor:
            cursor.execute(MUTUALS, [self.keys])
            return Counter({(one, other): n for one, other, n in cursor.fetchall()})

    @cached_property
    def connected(self):
        """learner → keys of their connections."""
        found = defaultdict(set)
        ties = Connection.objects.filter(person__in=self.keys)
        for one, other in ties.values_list("person", "other"):
            found[one].add(other)
        return found

    def degree(self, learner, person):
        if person.pk in self.connected[learner.pk]:
            return 1
        return 2 if self.mutuals[learner.pk, person.pk] else None

    @cached_property
    def invited(self):
        """Pairs between whom an invitation ever went, both ways round."""
        both = Q(sender__in=self.keys) | Q(recipient__in=self.keys)
        rows = Invitation.objects.filter(both).values_list("sender", "recipient")
        return {pair for one, other in rows for pair in [(one, other), (other, one)]}

    def may_meet(self, learner, person):
        """Whether nothing came of the two yet."""
        pair = learner.pk, person.pk
        return person.pk not in self.connected[learner.pk] and pair not in self.invited

    @cached_property
    def seats(self):
        """person → the groups that they are in, of those that a learner is in."""
        inside = Membership.objects.inside().filter(community__world=self.world)
        rows = list(inside.values_list("person", "community"))
        here = {group for person, group in rows if person in set(self.keys)}
        found = defaultdict(set)
        for person, group in rows:
            if group in here:
                found[person].add(group)
        return found

    @cached_property
    def activity(self):
        """(learner, group) → whether anything they wrote there lately was useful of late."""
        since = {"author__in": self.keys, "at__gt": self.world.now - FORTNIGHT}
        posts = Post.objects.filter(**since).exclude(community=None)
        said = Comment.objects.filter(**since).exclude(post__community=None)
        found = {}
        for rows in (
            posts.values_list("author", "community", "text", "at"),
            said.values_list("author", "post__community", "text", "at"),
        ):
            for author, group, text, at in rows:
                useful = at > self.world.now - WEEK and is_thoughtful(text)
                found[author, group] = found.get((author, group), False) or useful
        return found

    @cached_property
    def approaches(self):
        """learner → what came to them unasked in the last seven days: (label, by message)."""
        rows = Approach.objects.since(self.world.now - WEEK).filter(learner__in=self.keys)
        found = defaultdict(list)
        for learner, label, message in rows.values_list("learner", "label", "message"):
            found[learner].append((label, message is not None))
        return found

    @cached_property
    def profiles(self):
        return Profiles([*self.keys, *(one.pk for one in self.personas)])

    @cached_property
    def shown(self):
        """What each learner's profile says."""
        return {learner.pk: known(learner, self.profiles) for learner in self.learners}

    def completeness(self, learner):
        """0 to 1; a face is no part of it."""
        pk, jobs = learner.pk, self.profiles.jobs[learner.pk]
        start = self.world.newcomer.get("headline", "")
        steps = strength(
            ProfileFacts(
                headline_is_own=learner.headline not in ("", start),
                about=bool(learner.about),
                place_and_industry=bool(learner.location and learner.industry),
                present_job_with_text=any(job.text and job.ended_on is None for job in jobs),
                earlier_jobs=sum(job.ended_on is not None for job in jobs),
                education=bool(self.profiles.schools[pk]),
                skills=len(self.profiles.skills[pk]),
                connections=len(self.connected[pk]),
            )
        ).steps
        done = [is_done for step, is_done in steps if step.name != FACE]
        return round(sum(done) / len(done), 9)

    @cached_property
    def _acts(self):
        since = {"actor__in": self.keys, "at__gt": self.world.now - WEEK}
        return Counter(
            Event.objects.filter(verb__in=PUBLIC, **since).values_list("actor", flat=True)
        )

    def liveliness(self, learner):
        """What they did in public in the last week, 0 to 1."""
        return min(1.0, self._acts[learner.pk] / OFTEN)

    @cached_property
    def near(self):
        """Those whose posts some learner may see."""
        followed = Follow.objects.filter(follower__in=self.keys).values_list("followed", flat=True)
        members = {person for person, groups in self.seats.items() if groups}
        return set(followed) | members
