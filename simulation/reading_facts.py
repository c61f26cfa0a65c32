"""What a persona knows of an invitation, read from the world in two parts.

What others' answers cannot change is read for many invitations at once, in a fixed number of
queries (`Reading`). What they can, common connections among it, is read in one query at the moment
of deciding (`Moving`), so that deciding one by one or a hundred in a row comes to the same.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.db import connection
from django.db.models import Count, Max, Q

from network.folding import Fold
from network.models import (
    Comment,
    Education,
    Endorsement,
    Experience,
    Follow,
    Invitation,
    Membership,
    Post,
    Reaction,
    Skill,
)
from network.strength import Facts as ProfileFacts
from network.strength import strength

from .deciding.facts import Engagement, Facts, History, Showing, Tie
from .judging import judge
from .words import Concrete, topic

A_DAY = timedelta(days=1)
THOUGHTFUL = 15  # words; as in the objective "a useful comment"
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
FACE = "face"  # weighs by itself, so it is no part of the completeness
MOVING = """
SELECT invitation.status,
  (SELECT count(*) FROM network_connection mine
   JOIN network_connection theirs ON theirs.other_id = mine.other_id
   WHERE mine.person_id = invitation.sender_id AND theirs.person_id = invitation.recipient_id),
  (SELECT count(*) FROM network_connection WHERE person_id = invitation.sender_id),
  (SELECT count(*) FROM network_invitation open
   WHERE open.sender_id = invitation.sender_id AND open.status = 'pending')
FROM network_invitation invitation WHERE invitation.id = %s
"""
How, Status = Invitation.How, Invitation.Status


@dataclass(frozen=True)
class Moving:
    """What the answers of others change."""

    status: str
    mutual: int
    connections: int
    pending: int

    @classmethod
    def of(cls, invitation_pk):
        """None when the invitation is gone."""
        with connection.cursor() as cursor:
            cursor.execute(MOVING, [invitation_pk])
            row = cursor.fetchone()
        return cls(*row) if row else None


def is_thoughtful(text):
    return len(text.split()) >= THOUGHTFUL and not LINK.search(text)


class Reading:
    """All that is read of many invitations and their people, in a fixed number of queries."""

    def __init__(self, invitation_pks):
        about = ("world", "sender__persona", "recipient__persona")
        self.invitations = Invitation.objects.select_related(*about).in_bulk(invitation_pks)
        everyone = self.invitations.values()
        self.senders = {invitation.sender_id for invitation in everyone}
        self.recipients = {invitation.recipient_id for invitation in everyone}
        self.people = self.senders | self.recipients
        self._read_profiles()
        self._read_what_was_done()

    def case(self, invitation_pk):
        """None when the invitation was not among those read."""
        invitation = self.invitations.get(invitation_pk)
        return Case(self, invitation) if invitation else None

    def _read_profiles(self):
        people = {"person__in": self.people}
        jobs = Experience.objects.filter(**people).annotate(plain=Fold("employer_name"))
        self.jobs = grouped(
            jobs.order_by("pk").values_list(
                "person", "plain", "employer", "ended_on", "text", "employer_name", "title"
            )
        )
        schools = Education.objects.filter(**people).annotate(plain=Fold("school"))
        self.schools = grouped(schools.order_by("pk").values_list("person", "plain", "school"))
        groups = Membership.objects.inside().filter(**people).order_by("pk")
        self.groups = grouped(groups.values_list("person", "community", "community__name"))
        skills = Skill.objects.filter(person__in=self.senders).order_by()
        self.skills = dict(skills.values_list("person").annotate(Count("pk")))

    def _read_what_was_done(self):
        senders, recipients = self.senders, self.recipients
        posted = Post.objects.filter(author__in=senders).exclude(community=None).order_by()
        said = Comment.objects.filter(author__in=senders).exclude(post__community=None).order_by()
        self.active = set(posted.values_list("author", "community").distinct())
        self.active |= set(said.values_list("author", "post__community").distinct())
        reactions = Reaction.objects.filter(person__in=senders, post__author__in=recipients)
        self.liked = latest(reactions.order_by().values_list("person", "post__author"))
        praised = Endorsement.objects.filter(endorser__in=senders, person__in=recipients)
        self.endorsed = latest(praised.order_by().values_list("endorser", "person"))
        follows = Follow.objects.filter(follower__in=senders, followed__in=recipients)
        self.followed = {
            (one, other): since
            for one, other, since in follows.values_list("follower", "followed", "since")
        }
        to_them = Q(post__author__in=recipients) | Q(parent__author__in=recipients)
        said_to = ("post__author", "parent__author", "post__community")
        self.comments = grouped(
            Comment.objects.filter(to_them, author__in=senders)
            .order_by("pk")
            .values_list("author", *said_to, "text", "at")
        )
        self.sent = grouped(
            Invitation.objects.filter(sender__in=senders)
            .order_by("pk")
            .values_list("sender", "recipient", "pk", "status", "sent_at", "retracted_at")
        )
        newest = Post.objects.filter(author__in=recipients, community=None)
        newest = newest.order_by("author", "-pk").distinct("author")
        self.newest_posts = dict(newest.values_list("author", "text"))


class Case:
    """One invitation, with what was read of it and of its two people."""

    def __init__(self, reading, invitation):
        self.reading, self.invitation = reading, invitation
        self.sender, self.recipient = invitation.sender, invitation.recipient
        self.pair = (invitation.sender_id, invitation.recipient_id)

    @property
    def persona(self):
        return self.recipient.persona

    def facts(self, at, moving):
        """What the persona sees at this moment of the world."""
        tie = self._tie(moving)
        return Facts(
            traits=self.persona.traits,
            tie=tie,
            profile=self._showing(moving),
            note=judge(self.invitation.note, self),
            engagement=self._engagement(at),
            history=self._history(moving),
            is_weekend=self.persona.schedule.is_weekend(self.invitation.sent_at),
        )

    def concrete(self, facts):
        """What the persona may name when they write to the sender."""
        present = [row for row in self.reading.jobs[self.pair[1]] if row[2] is None]
        return Concrete(
            post=topic(self.reading.newest_posts.get(self.pair[1], "")),
            commented=facts.engagement.commented is not None,
            school=first(self.shared_schools),
            group=first(self.shared_groups),
            employer=first(self.shared_employer_names),
            work=present[-1][5] if present else "",
            asked=facts.note.asks,
        )

    @cached_property
    def attempt(self):
        """The how-manieth invitation of this sender to this person."""
        return 1 + len(self._earlier)

    @cached_property
    def shared_schools(self):
        """By their names, as the persona writes them."""
        return self._shared(self.reading.schools)

    @cached_property
    def shared_groups(self):
        return self._shared(self.reading.groups)

    @cached_property
    def shared_employers(self):
        """Plain names and ids of employers of both → whether both work there now."""
        mine, theirs = map(self._employers, self.pair)
        return {each: mine[each] and theirs[each] for each in mine.keys() & theirs.keys()}

    @cached_property
    def shared_employer_names(self):
        shared, rows = self.shared_employers, self.reading.jobs[self.pair[1]]
        return [name for plain, _id, _end, _text, name, _title in rows if plain in shared]

    def _shared(self, rows):
        mine = {row[0] for row in rows[self.pair[0]]}
        return list(dict.fromkeys(name for key, name in rows[self.pair[1]] if key in mine))

    def _employers(self, person):
        """Each employer of a person → whether they work there now."""
        found = {}
        for plain, employer, ended_on, *_more in self.reading.jobs[person]:
            for key in filter(None, [plain, employer]):
                found[key] = found.get(key, False) or ended_on is None
        return found

    def _tie(self, moving):
        groups = {row[0] for row in self.reading.groups[self.pair[0]]}
        groups &= {row[0] for row in self.reading.groups[self.pair[1]]}
        employers = self.shared_employers.values()
        return Tie(
            mutual=moving.mutual,
            schools=len(self.shared_schools),
            groups=len(groups),
            active_in_group=any((self.pair[0], group) in self.reading.active for group in groups),
            same_employer=any(employers),
            past_employer=not all(employers),
            same_industry=self._alike("industry"),
            same_city=self._alike("location"),
            claim_is_true=self._claim_is_true,
        )

    def _alike(self, field):
        mine, theirs = getattr(self.sender, field), getattr(self.recipient, field)
        return bool(mine) and mine.strip().casefold() == theirs.strip().casefold()

    @cached_property
    def _claim_is_true(self):
        """Whether the world knows of what the sender says (C13); nobody can check the rest."""
        how = self.invitation.how
        found = {
            How.COLLEAGUE: bool(self.shared_employers),
            How.CLASSMATE: bool(self.shared_schools),
            How.GROUP: bool(self.shared_groups),
        }
        if how in found:
            return found[how]
        if how in (How.FRIEND, How.BUSINESS):
            return any(found.values()) or self._was_accepted
        return True

    @property
    def _was_accepted(self):
        return any(status == Status.ACCEPTED for _r, _pk, status, *_more in self._earlier)

    @cached_property
    def _earlier(self):
        here, me = self.reading.sent[self.pair[0]], self.invitation
        return [row for row in here if row[0] == self.pair[1] and row[1] < me.pk]

    def _showing(self, moving):
        person, jobs = self.sender, self.reading.jobs[self.sender.pk]
        said = strength(
            ProfileFacts(
                headline_is_own=person.headline
                not in ("", self.invitation.world.newcomer.get("headline", "")),
                about=bool(person.about),
                place_and_industry=bool(person.location and person.industry),
                present_job_with_text=any(
                    text and ended_on is None for _p, _e, ended_on, text, *_more in jobs
                ),
                earlier_jobs=sum(ended_on is not None for _p, _e, ended_on, *_more in jobs),
                education=bool(self.reading.schools[person.pk]),
                skills=self.reading.skills.get(person.pk, 0),
                face_chosen=bool(person.avatar_seed),
                connections=moving.connections,
            )
        )
        steps = [is_done for step, is_done in said.steps if step.name != FACE]
        sender = getattr(person, "persona", None)
        return Showing(
            completeness=round(sum(steps) / len(steps), 9),
            avatar_set=bool(person.avatar_seed),
            level=sender.level if sender else 1,
        )

    def _engagement(self, at):
        reading = self.reading
        return Engagement(
            liked=days(reading.liked.get(self.pair), at),
            commented=days(max(self._comments, default=None), at),
            replied=days(max(self._replies, default=None), at),
            endorsed=days(reading.endorsed.get(self.pair), at),
            followed=days(reading.followed.get(self.pair), at),
        )

    @property
    def _comments(self):
        """When the sender wrote thoughtfully under a post of theirs."""
        for author, parent, group, text, at in self.reading.comments[self.pair[0]]:
            mine = author == self.pair[1] and parent != self.pair[1] and group is None
            if mine and is_thoughtful(text):
                yield at

    @property
    def _replies(self):
        """When the sender answered a comment of theirs, or wrote under their post in a group."""
        for author, parent, group, _text, at in self.reading.comments[self.pair[0]]:
            if parent == self.pair[1] or (author == self.pair[1] and group is not None):
                yield at

    def _history(self, moving):
        status = Counter(status for _r, _pk, status, *_more in self._earlier)
        retracted = any(moment is not None for *_row, moment in self._earlier)
        sent_at = self.invitation.sent_at
        moments = [sent for _r, _pk, _status, sent, _x in self.reading.sent[self.pair[0]]]
        return History(
            declined=bool(status[Status.DECLINED] or status[Status.UNKNOWN]),
            withdrawn=bool(status[Status.WITHDRAWN]) or retracted,
            pending=moving.pending,
            sent_today=sum(sent_at - A_DAY < sent <= sent_at for sent in moments),
            attempt=self.attempt,
        )


def days(since, at):
    """World days from then to `at`; None when it never was."""
    return None if since is None else round(max((at - since) / A_DAY, 0.0), 9)


def first(names):
    return names[0] if names else ""


def grouped(rows):
    """The rest of each row by its first value."""
    found = defaultdict(list)
    for key, *rest in rows:
        found[key].append(tuple(rest))
    return found


def latest(rows):
    """The last moment for each pair."""
    return {(one, other): at for one, other, at in rows.annotate(Max("at"))}
