"""One invitation, with what was read of it and of its two people."""

import re
from collections import Counter
from functools import cached_property

from network.models import Invitation
from network.references import refers
from network.strength import Facts as ProfileFacts
from network.strength import strength

from ..deciding.delays import A_DAY
from ..deciding.facts import Engagement, Facts, History, Showing, Tie
from ..words import Concrete, topic
from .dealings import Dealings
from .profiles import Profiles
from .shared import Shared
from .surroundings import Surroundings

THOUGHTFUL = 15  # words; as in the objective "a useful comment"
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
FACE = "face"  # weighs by itself, so it is no part of the completeness
How, Status = Invitation.How, Invitation.Status


def is_thoughtful(text):
    return len(text.split()) >= THOUGHTFUL and not LINK.search(text)


class Reading:
    """All that is read of many invitations and their people, in a fixed number of queries.

    The invitations come with `world`, `sender__persona` and `recipient__persona`.
    """

    def __init__(self, invitations):
        self.invitations = {invitation.pk: invitation for invitation in invitations}
        everyone = self.invitations.values()
        senders = {invitation.sender_id for invitation in everyone}
        recipients = {invitation.recipient_id for invitation in everyone}
        self.profiles = Profiles(senders | recipients)
        self.dealings = Dealings(senders, recipients)
        self.surroundings = Surroundings(
            (invitation.world_id, invitation.note) for invitation in everyone
        )

    @classmethod
    def of(cls, invitation_pks):
        about = ("world__rules", "sender__persona", "recipient__persona", "introduced_by")
        return cls(Invitation.objects.select_related(*about).filter(pk__in=invitation_pks))

    def case(self, invitation_pk):
        return Case(self, self.invitations[invitation_pk])

    def cases(self):
        """By the keys of the invitations."""
        return {pk: self.case(pk) for pk in self.invitations}


class Case:
    def __init__(self, reading, invitation):
        self.reading, self.invitation = reading, invitation
        self.profiles, self.dealings = reading.profiles, reading.dealings
        self.sender, self.recipient = invitation.sender, invitation.recipient
        self.pair = (invitation.sender_id, invitation.recipient_id)

    @property
    def is_draft(self):
        """Whether the invitation was not sent yet; nothing counts it then."""
        return self.invitation.pk is None

    @property
    def persona(self):
        return self.recipient.persona

    def facts(self, at, moving, note):
        """What the persona sees at this moment of the world; `note` is the judgement of it."""
        return Facts(
            traits=self.persona.traits,
            tie=self._tie(moving),
            profile=self._showing(moving),
            note=note,
            engagement=self._engagement(at),
            history=self._history(moving),
            memory=self.dealings.memory(self.pair),
            is_weekend=self.persona.schedule.is_weekend(self.invitation.sent_at),
        )

    def concrete(self, facts):
        """What the persona may name when they write to the sender."""
        theirs = self.dealings.posts[self.pair[1]]
        outside = [topic(post.title or post.text) for post in theirs if post.group is None]
        return Concrete(
            post=first([each for each in outside if not refers(each)]),
            commented=facts.engagement.commented is not None,
            school=first(self.shared.schools),
            group=first(self.shared.groups),
            employer=first(self.shared.employer_names),
            work=self.profiles.work(self.pair[1]),
            asked=facts.note.asks,
        )

    @cached_property
    def attempt(self):
        """The how-manieth invitation of this sender to this person."""
        return 1 + len(self._earlier)

    @cached_property
    def shared(self):
        return Shared(self.profiles, self.pair)

    def _tie(self, moving):
        groups, employers = self.shared.group_keys, self.shared.employers.values()
        return Tie(
            mutual=len(moving.mutuals),
            schools=len(self.shared.schools),
            groups=len(groups),
            active_in_group=any((self.pair[0], group) in self.dealings.active for group in groups),
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
        """Whether the world knows of what the sender says (C13)."""
        shared = (self.shared.employers, self.shared.schools, self.shared.groups)
        return claim_holds(self.invitation.how, *map(bool, shared), knew=self._knew)

    @property
    def _knew(self):
        """Whether the two were connected before, or each ever wrote to the other."""
        me, them = self.pair
        theirs = [sent for sent in self.dealings.sent[them] if sent.recipient == me]
        was_accepted = any(sent.status == Status.ACCEPTED for sent in (*self._earlier, *theirs))
        said = self.dealings.messages
        return was_accepted or bool(said[me, them] and said[them, me])

    @cached_property
    def _sent_before(self):
        """All that the sender sent before this invitation; a draft comes after all others."""
        pk = self.invitation.pk
        return [sent for sent in self.dealings.sent[self.pair[0]] if self.is_draft or sent.pk < pk]

    @property
    def _earlier(self):
        return [sent for sent in self._sent_before if sent.recipient == self.pair[1]]

    @property
    def notes_to_others(self):
        """The notes that the sender sent to others before, the oldest first."""
        return [
            sent.note
            for sent in self._sent_before
            if sent.note.strip() and sent.recipient != self.pair[1]
        ]

    def _showing(self, moving):
        person, jobs = self.sender, self.profiles.jobs[self.sender.pk]
        said = strength(
            ProfileFacts(
                headline_is_own=person.headline
                not in ("", self.invitation.world.newcomer.get("headline", "")),
                about=bool(person.about),
                place_and_industry=bool(person.location and person.industry),
                present_job_with_text=any(job.text and job.ended_on is None for job in jobs),
                earlier_jobs=sum(job.ended_on is not None for job in jobs),
                education=bool(self.profiles.schools[person.pk]),
                skills=len(self.profiles.skills[person.pk]),
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
        dealings = self.dealings
        return Engagement(
            liked=days(dealings.liked.get(self.pair), at),
            commented=days(max((said.at for said in self.comments), default=None), at),
            replied=days(max((said.at for said in self.replies), default=None), at),
            endorsed=days(dealings.endorsed.get(self.pair), at),
            followed=days(dealings.followed.get(self.pair), at),
        )

    @property
    def comments(self):
        """What the sender wrote thoughtfully under a post of theirs."""
        me, them = self.pair
        for said in self.dealings.comments[me]:
            mine = said.post_author == them and said.parent_author != them and said.group is None
            if mine and is_thoughtful(said.text):
                yield said

    @property
    def replies(self):
        """What the sender answered to a comment of theirs, or wrote under their post in a group."""
        me, them = self.pair
        for said in self.dealings.comments[me]:
            in_group = said.post_author == them and said.group is not None
            if said.parent_author == them or in_group:
                yield said

    def _history(self, moving):
        earlier = self._earlier
        # A no that its sender never saw, since they took the invitation back, stays unseen (C6).
        taken_back = any(sent.retracted_at is not None for sent in earlier)
        status = Counter(sent.status for sent in earlier if sent.retracted_at is None)
        sent_at = self.invitation.sent_at
        moments = [sent.sent_at for sent in self.dealings.sent[self.pair[0]]]
        return History(
            declined=bool(status[Status.DECLINED] or status[Status.UNKNOWN]),
            withdrawn=bool(status[Status.WITHDRAWN]) or taken_back,
            pending=moving.pending + self.is_draft,
            sent_today=sum(sent_at - A_DAY < moment <= sent_at for moment in moments)
            + self.is_draft,
            attempt=self.attempt,
        )


def claim_holds(how, employer, school, group, *, knew):
    """Whether the world bears out how one says they know each other; nobody can check the rest.

    To share a place makes nobody a friend: those two must have known each other before.
    """
    found = {
        How.COLLEAGUE: employer,
        How.CLASSMATE: school,
        How.GROUP: group,
        How.FRIEND: knew,
        How.BUSINESS: knew,
    }
    return found.get(how, True)


def days(since, at):
    """World days from then to `at`; None when it never was."""
    return None if since is None else round(max((at - since) / A_DAY, 0.0), 9)


def first(names):
    return names[0] if names else ""
