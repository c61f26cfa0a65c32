"""How a learner arrives in a world: their person, and what the scenario gave them to begin with."""

import re
from collections import defaultdict
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Count
from django.utils.text import slugify

from accounts.models import User

from .models import Community, Connection, Event, Membership, Person
from .seeding import Seeds

NAMED = [  # the parts of `World.newcomer` that name people, and where they do
    ("connections", "who"),
    ("follows", "who"),
    ("followers", "who"),
    ("invited_by", "from"),
    ("invited", "to"),
    ("endorsed", "who"),
    ("recommended_by", "from"),
    ("conversations", "who"),
]


def welcome(world, user, name):
    """Give `user` a person called `name` in `world`; the one they have when they have one.

    `world.newcomer` says how they start: profile, ties and waiting invitations, times in world
    seconds before now. People who have left the world since are passed over.
    """
    here = Person.objects.filter(world=world, user=user)
    if seated := here.first():
        return seated
    with transaction.atomic():
        # One arrival at a time: two tabs of a user wait for each other here.
        list(User.objects.select_for_update(no_key=True).filter(pk=user.pk))
        if seated := here.all().first():
            return seated
        start = world.newcomer
        arrival = _Arrival(world, start)
        person = _seat(world, user, name, start)
        arrival.write(person)
        Event.record(person, Event.Verb.JOINED)
        return person


def _seat(world, user, name, start):
    for handle in _handles(name):
        try:
            with transaction.atomic():
                return Person.objects.create(
                    world=world,
                    user=user,
                    kind=Person.Kind.LEARNER,
                    handle=handle,
                    name=name,
                    joined_at=world.now,
                    **{
                        field: start.get(field, "")
                        for field in ("headline", "about", "location", "industry")
                    },
                )
        except IntegrityError as error:
            if "person_handle_in_world" not in str(error):
                raise
    raise AssertionError("unreachable: handles never run out")


def _handles(name):
    """ma-li, ma-li-2, ma-li-3, … at most 40 characters."""
    plain = re.sub(r"[^a-z0-9]+", "-", slugify(name))[:34].strip("-") or "member"
    yield plain
    number = 2
    while True:
        yield f"{plain}-{number}"
        number += 1


class _Arrival:
    """What a scenario gives its learners, as far as those whom it names are still in the world.

    Rules may have changed since: nobody gets more connections (C18) or groups (G1) than they allow.
    """

    def __init__(self, world, start):
        self.world, self.start = world, defaultdict(list, start)
        self.there = self._hold_people()

    def write(self, person):
        self.person = person
        employers = {handle: one for handle, one in self.there.items() if one.is_employer}
        self.seeds = Seeds(self.world, employers)
        self._profile()
        self._ties()
        self._seats()
        self._gifts()
        self._messages()
        self.seeds.sow()
        self.seeds.have_read([person])

    def _hold_people(self):
        """Those who are named, by handle, whose connections now wait to be counted (C18)."""
        named = {item["employer"] for item in self.start["experience"]}
        for key, role in NAMED:
            named |= {item[role] for item in self.start[key]}
        people = Person.objects.filter(world=self.world, handle__in=named).order_by("pk")
        return {one.handle: one for one in people.select_for_update(no_key=True)}

    def _ago(self, item):
        return self.world.now - timedelta(seconds=item["seconds"])

    def _among(self, key, role="who"):
        for item in self.start[key]:
            if other := self.there.get(item[role]):
                yield other, self._ago(item), item

    def _profile(self):
        for item in self.start["experience"]:
            self.seeds.experience(self.person, item)
        for item in self.start["education"]:
            self.seeds.education(self.person, item)
        self.skills = {
            name: self.seeds.skill(self.person, name, place)
            for place, name in enumerate(self.start["skills"])
        }

    def _ties(self):
        self.connected = self._connections()
        following = {other: since for other, since, _item in self._among("follows")}
        followers = {other: since for other, since, _item in self._among("followers")}
        for other, since in self.connected.items():
            self.seeds.connect(self.person, other, since)
        for other, since in (self.connected | following).items():
            self.seeds.follow(self.person, other, since)
        for other, since in (self.connected | followers).items():
            self.seeds.follow(other, self.person, since)
        self.received = {
            other: self.seeds.invite(other, self.person, at, item["how"], item.get("note", ""))
            for other, at, item in self._among("invited_by", "from")
        }
        self.sent = {
            other: self.seeds.invite(self.person, other, at, item["how"], item.get("note", ""))
            for other, at, item in self._among("invited", "to")
        }

    def _connections(self):
        """Person → since when. C18: those with room, as many as the learner may have."""
        limit = self.world.rules.connection_limit
        named = {other: since for other, since, _item in self._among("connections")}
        counted = Connection.objects.filter(person__in=named).values_list("person")
        held = dict(counted.annotate(n=Count("pk")))
        free = [other for other in named if held.get(other.pk, 0) < limit]
        return {other: named[other] for other in free[:limit]}

    def _seats(self):
        """G1: as many as the learner may have."""
        since = {item["who"]: self._ago(item) for item in self.start["groups"]}
        groups = Community.objects.filter(world=self.world, slug__in=since).order_by("pk")
        held = list(groups.select_for_update(no_key=True)) if since else []
        for group in held[: self.world.rules.group_limit]:
            self.seeds.seat(self.person, group, Membership.Standing.MEMBER, since[group.slug])

    def _gifts(self):
        """E1: of connections."""
        for other, at, item in self._among("endorsed"):
            if other in self.connected:
                self.seeds.endorse(other, self.skills[item["skill"]], at)
        for other, at, item in self._among("recommended_by", "from"):
            if other in self.connected:
                said = {key: item[key] for key in ("relationship", "place", "text")}
                self.seeds.recommend(other, self.person, at, item["status"], **said)

    def _messages(self):
        """E2: with connections, or in answer to an invitation."""
        for item in self.start["conversations"]:
            other = self.there.get(item["who"])
            if other in self.connected or other in self.received or other in self.sent:
                for line in item["messages"]:
                    self._message(other, line)

    def _message(self, other, line):
        at = self._ago(line)
        if line["from"]:
            self.seeds.write(other, self.person, at, line["text"], self.sent.get(other))
        else:
            self.seeds.write(self.person, other, at, line["text"], self.received.get(other))
