"""How a learner arrives in a world: their person, and what the scenario gave them to begin with."""

import re
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from accounts.models import User

from .models import (
    Connection,
    Education,
    Event,
    Experience,
    Follow,
    Invitation,
    Person,
    Skill,
)


def welcome(world, user, name):
    """Give `user` a person called `name` in `world`; the one they have when they have one.

    `world.newcomer` says how they start: profile, ties and waiting invitations, times in world
    seconds before now. People who have left the world since are passed over.
    """
    with transaction.atomic():
        list(
            User.objects.select_for_update(no_key=True).filter(pk=user.pk)
        )  # one arrival at a time
        if seated := Person.objects.filter(world=world, user=user).first():
            return seated
        start = world.newcomer
        person = _seat(world, user, name, start)
        _write_profile(person, start)
        _Ties(person, start).write()
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


def _write_profile(person, start):
    employers = {
        employer.handle: employer
        for employer in Person.objects.filter(world=person.world, kind=Person.Kind.EMPLOYER)
    }
    Experience.objects.bulk_create(
        experience(person, item, employers) for item in start.get("experience", [])
    )
    Education.objects.bulk_create(education(person, item) for item in start.get("education", []))
    Skill.objects.bulk_create(
        (
            Skill(person=person, name=skill, position=place)
            for place, skill in enumerate(start.get("skills", []))
        ),
        ignore_conflicts=True,  # only the database knows which names are alike
    )


def experience(person, item, employers):
    """An unsaved Experience from a scenario's item; `employers` maps handles to people."""
    employer = employers.get(item["employer"])
    return Experience(
        person=person,
        title=item["title"],
        employer=employer,
        employer_name=employer.name if employer else item["employer"],
        started_on=_month(item["from"]),
        ended_on=_month(item["to"]) if item.get("to") else None,
        text=item.get("text", ""),
    )


def education(person, item):
    """An unsaved Education from a scenario's item."""
    return Education(
        person=person,
        school=item["school"],
        degree=item.get("degree", ""),
        field=item.get("field", ""),
        started_in=item["from"],
        ended_in=item.get("to") or None,
    )


def _month(text):
    year, month = map(int, text.split("-"))
    return date(year, month, 1)


class _Ties:
    """The ties of a scenario's learner to those who are still in the world."""

    def __init__(self, person, start):
        self.person, self.start = person, start
        self.there = {other.handle: other for other in Person.objects.filter(world=person.world_id)}

    def write(self):
        connected = [(other, since) for other, since, _ in self._among("connections")]
        Connection.objects.bulk_create(
            Connection(
                world=self.person.world,
                person=one,
                other=two,
                origin=Connection.Origin.SCENARIO,
                since=since,
            )
            for other, since in connected
            for one, two in [(self.person, other), (other, self.person)]
        )
        self._follow(connected)
        self._invite()

    def _among(self, key, role="who"):
        for item in self.start.get(key, []):
            if other := self.there.get(item[role]):
                yield other, self.person.world.now - timedelta(seconds=item["seconds"]), item

    def _follow(self, connected):
        me = self.person.pk
        mine = connected + [(other, since) for other, since, _ in self._among("follows")]
        theirs = connected + [(other, since) for other, since, _ in self._among("followers")]
        since = {(me, other.pk): since for other, since in mine}
        since |= {(other.pk, me): since for other, since in theirs}
        Follow.objects.bulk_create(
            Follow(world=self.person.world, follower_id=one, followed_id=two, since=moment)
            for (one, two), moment in since.items()
        )

    def _invite(self):
        me = self.person
        waiting = [
            *(
                _invitation(other, me, at, item)
                for other, at, item in self._among("invited_by", "from")
            ),
            *(_invitation(me, other, at, item) for other, at, item in self._among("invited", "to")),
        ]
        waiting.sort(key=lambda invitation: invitation.sent_at)
        Event.objects.bulk_create(
            Event(
                world=me.world,
                actor=invitation.sender,
                verb=Event.Verb.INVITED,
                target=invitation.recipient,
                invitation=invitation,
                at=invitation.sent_at,
            )
            for invitation in Invitation.objects.bulk_create(waiting)
        )


def _invitation(sender, recipient, sent_at, item):
    return Invitation(
        world=sender.world,
        sender=sender,
        recipient=recipient,
        how=item["how"],
        note=item.get("note", ""),
        sent_at=sent_at,
    )
