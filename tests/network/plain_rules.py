"""The rules of the network a second time, in plain sets and lists, to compare the real one with.

People are handles, times are whole world days. Every act returns what it answers: "done", or the
name of the refusal. Nothing here knows of the real network.
"""

from dataclasses import dataclass, field

TOLD = ("followed", "invited", "reminded", "accepted", "endorsed")


@dataclass
class Rules:
    """The world's numbers, in days where they are times."""

    reinvite_after_decline_days: int = 3
    reinvite_after_withdrawal_days: int = 2
    unknown_limit: int = 1
    restriction_days: int = 4
    weekly_invitations: int = 3
    reminder_limit: int = 1
    invitation_lapse_days: int = 9
    connection_limit: int = 2


@dataclass(eq=False)
class Asked:
    """An invitation."""

    sender: str
    recipient: str
    sent: int
    status: str = "pending"
    ended: int | None = None
    retracted: int | None = None
    reminders: int = 0
    is_answered: bool = False  # its recipient wrote back without accepting

    def end(self, status, day):
        self.status, self.ended = status, day


@dataclass(eq=False)
class Said:
    """A post."""

    author: str
    audience: str
    removed: bool = False


@dataclass
class Plain:
    """One world: its people, what stands between them, and what happened."""

    people: dict  # handle → whether they are an employer
    emails: set  # who has an address that can be given as proof
    rules: Rules = field(default_factory=Rules)
    today: int = 0
    follows: set = field(default_factory=set)  # (follower, followed)
    connections: set = field(default_factory=set)  # frozensets of two
    blocks: set = field(default_factory=set)  # (blocker, blocked)
    asked: list = field(default_factory=list)
    said: list = field(default_factory=list)
    talks: set = field(default_factory=set)  # frozensets of two who ever wrote
    endorsed: dict = field(default_factory=dict)  # (endorser, person) → what stands
    log: list = field(default_factory=list)  # (actor, verb, target, what it is about)

    # What one may ask of it.

    def apart(self, one, other):
        return bool({(one, other), (other, one)} & self.blocks)

    def connected(self, one, other):
        return frozenset({one, other}) in self.connections

    def friends(self, person):
        return {other for other in self.people if other != person and self.connected(person, other)}

    def open(self, sender, recipient):
        return [it for it in self.waiting_for(recipient) if it.sender == sender]

    def waiting_for(self, recipient):
        return [it for it in self.asked if (it.recipient, it.status) == (recipient, "pending")]

    def looks_pending(self, it):
        """C6: what its sender sees as pending."""
        if it.retracted is not None:
            return False
        if it.status == "declined":
            again = it.ended + self.rules.reinvite_after_decline_days
            return self.today < min(again, it.sent + self.rules.invitation_lapse_days)
        if it.status == "unknown":
            return self.today < it.sent + self.rules.invitation_lapse_days
        return it.status == "pending"

    def shown_pending(self, sender, recipient=None):
        return [
            it
            for it in self.asked
            if it.sender == sender and recipient in (None, it.recipient) and self.looks_pending(it)
        ]

    def degree(self, one, other):
        """D1: steps along connections, three at most."""
        reached = {one}
        for steps in (1, 2, 3):
            reached |= set().union(*map(self.friends, reached))
            if other in reached:
                return steps
        return None

    def sees(self, viewer, post):
        """P3, P4, P6."""
        if post.removed:
            return False
        if post.author == viewer:
            return True
        if post.audience == "followers":
            return (viewer, post.author) in self.follows
        return self.connected(viewer, post.author)

    def feed(self, viewer):
        """P2, newest first."""
        sources = {viewer} | {two for one, two in self.follows if one == viewer}
        return [
            post for post in self.said[::-1] if post.author in sources and self.sees(viewer, post)
        ]

    def notices(self, reader):
        return [
            (actor, verb)
            for actor, verb, target, it in self.log
            if target == reader
            and verb in TOLD
            and not self.apart(reader, actor)
            and not (verb != "endorsed" and it and it.status == "withdrawn")
            and not (verb == "reminded" and it.status != "pending")
            and not (verb == "endorsed" and self.endorsed.get((actor, target)) is not it)
        ]

    # Acts between two people.

    def refused(self, me, other):
        if me == other:
            return "Yourself"
        if self.apart(me, other):
            return "Gone"
        return None

    def note(self, actor, verb, target=None, it=None):
        self.log.append((actor, verb, target, it))
        return "done"

    def follow(self, me, other):
        if no := self.refused(me, other):
            return no
        if (me, other) not in self.follows:
            self.follows.add((me, other))
            self.note(me, "followed", other)
        return "done"

    def unfollow(self, me, other):
        if no := self.refused(me, other):
            return no
        if (me, other) in self.follows:
            self.follows.remove((me, other))
            self.note(me, "unfollowed", other)
        return "done"

    def disconnect(self, me, other, keep):
        if no := self.refused(me, other):
            return no
        if not self.connected(me, other):
            return "NotConnected"
        self.connections.remove(frozenset({me, other}))
        self.follows -= {(other, me)} if keep else {(me, other), (other, me)}
        return self.note(me, "disconnected", other)

    def block(self, me, other):
        if me == other:
            return "Yourself"
        if (me, other) in self.blocks:
            return "done"
        for it in self.shown_pending(me, other):
            if it.status == "pending":
                it.end("withdrawn", self.today)
            else:
                it.retracted = self.today
        for it in self.shown_pending(other, me):
            if it.status == "pending":
                it.end("declined", self.today)
            it.retracted = self.today
        self.connections.discard(frozenset({me, other}))
        self.follows -= {(me, other), (other, me)}
        for pair in ((me, other), (other, me)):
            self.endorsed.pop(pair, None)
        self.blocks.add((me, other))
        return self.note(me, "blocked", other)

    def unblock(self, me, other):
        if me == other:
            return "Yourself"
        if (me, other) in self.blocks:
            self.blocks.remove((me, other))
            self.note(me, "unblocked", other)
        return "done"

    # Invitations.

    def invite(self, me, other, how, proof):
        if no := self.refused(me, other):
            return no
        if self.connected(me, other):
            return "AlreadyConnected"
        for theirs in self.open(other, me):
            return self.accepted(theirs)
        if self.shown_pending(me, other):
            return "done"
        if no := self.may_not_send(me, other, how, proof and other in self.emails):
            return no
        it = Asked(me, other, self.today)
        self.asked.append(it)
        return self.note(me, "invited", other, it)

    def may_not_send(self, me, other, how, proven):
        earlier = [it for it in self.asked if (it.sender, it.recipient) == (me, other)]
        if self.people[other]:
            return "EmployersAreFollowed"
        if any(self.waits_until(it) > self.today for it in earlier):
            return "TooEarly"
        if any(it.status == "unknown" for it in earlier):
            return "Barred"
        if self.restricted_until(me) > self.today and not proven:
            return "Restricted"
        if how == "other" and not proven:
            return "NeedsEmail"
        recent = [it for it in self.asked if it.sender == me and it.sent > self.today - 7]
        if len(recent) >= self.rules.weekly_invitations:
            return "WeeklyLimitReached"
        return None

    def waits_until(self, it):
        """C7, C8."""
        days = [0]
        if it.status == "declined":
            days.append(it.ended + self.rules.reinvite_after_decline_days)
        if it.status == "withdrawn":
            days.append(it.ended + self.rules.reinvite_after_withdrawal_days)
        if it.retracted is not None:
            days.append(it.retracted + self.rules.reinvite_after_withdrawal_days)
        return max(days)

    def restricted_until(self, sender):
        """C9, C10."""
        days = sorted(
            it.ended for it in self.asked if (it.sender, it.status) == (sender, "unknown")
        )
        last = len(days) // self.rules.unknown_limit * self.rules.unknown_limit
        return days[last - 1] + self.rules.restriction_days if last else 0

    def accept(self, it):
        if no := self.refused(it.recipient, it.sender):
            return no
        if self.connected(it.recipient, it.sender):
            return "AlreadyConnected"
        return self.accepted(it)

    def accepted(self, it):
        me, other = it.recipient, it.sender
        if max(len(self.friends(me)), len(self.friends(other))) >= self.rules.connection_limit:
            return "TooManyConnections"
        if it.status != "pending":
            return "NotOpen"
        it.end("accepted", self.today)
        for mine in self.shown_pending(me, other):
            mine.retracted = mine.ended
        self.connections.add(frozenset({me, other}))
        self.follows |= {(me, other), (other, me)}
        return self.note(me, "accepted", other, it)

    def decline(self, it):
        return self.answered(it, "declined")

    def say_unknown(self, it):
        return self.answered(it, "unknown")

    def answered(self, it, status):
        if no := self.refused(it.recipient, it.sender):
            return no
        if it.status != "pending":
            return "NotOpen"
        it.end(status, self.today)
        return self.note(it.recipient, status, it.sender, it)

    def withdraw(self, it):
        if no := self.refused(it.sender, it.recipient):
            return no
        if not self.looks_pending(it):
            return "NotOpen"
        if it.status == "pending":
            it.end("withdrawn", self.today)
        else:
            it.retracted = self.today
        return self.note(it.sender, "withdrew", it.recipient, it)

    def remind(self, it):
        if no := self.refused(it.sender, it.recipient):
            return no
        if not self.looks_pending(it):
            return "NotOpen"
        if it.reminders >= self.rules.reminder_limit:
            return "ReminderLimitReached"
        it.reminders += 1
        return self.note(it.sender, "reminded", it.recipient, it)

    # Messages.

    def write(self, me, other):
        if no := self.refused(me, other) or self.may_not_write(me, other):
            return no
        if not self.connected(me, other):
            for it in self.open(other, me):
                it.is_answered = True
        self.talks.add(frozenset({me, other}))
        return self.note(me, "messaged", other)

    def may_not_write(self, me, other):
        """E2."""
        mine = self.shown_pending(me, other)
        if self.connected(me, other) or self.open(other, me) or any(it.is_answered for it in mine):
            return None
        if mine:
            return "NotAnsweredYet"
        if self.people[other]:
            return "EmployersGetNoMessages"
        return "WritingHasEnded" if {me, other} in self.talks else "MessagesNeedConnection"

    def partners(self, me):
        """With whom one sees a conversation."""
        return {
            other
            for other in self.people
            if {me, other} in self.talks and not self.apart(me, other)
        }

    # Endorsements, of the one skill that everybody lists.

    def endorse(self, me, other):
        if no := self.refused(me, other):
            return no
        if self.people[me] or self.people[other]:
            return "EmployersDoNotGive"
        if not self.connected(me, other):
            return "GivingNeedsConnection"
        if (me, other) not in self.endorsed:
            self.endorsed[me, other] = object()
            self.note(me, "endorsed", other, self.endorsed[me, other])
        return "done"

    def unendorse(self, me, other):
        if no := self.refused(me, other):
            return no
        if self.endorsed.pop((me, other), None):
            self.note(me, "unendorsed", other)
        return "done"

    # Posts, and time.

    def publish(self, author, audience):
        self.said.append(Said(author, audience))
        return self.note(author, "posted")

    def edit(self, post, audience):
        if not post.removed:
            post.audience = audience
            self.note(post.author, "edited")
        return "done"

    def remove(self, post):
        if not post.removed:
            post.removed = True
            self.note(post.author, "deleted")
        return "done"

    def skip(self, days):
        self.today += days
        for it in self.asked:
            if it.status == "pending" and self.today >= it.sent + self.rules.invitation_lapse_days:
                it.end("expired", self.today)
        return "done"
