"""The rules of the network a second time, in plain sets and lists, to compare the real one with.

People are handles, times are whole world days. Every act returns what it answers: "done", or the
name of the refusal. Nothing here knows of the real network.
"""

from dataclasses import dataclass, field

IN_GROUPS = ("asked", "admitted", "turned-down", "expelled", "allowed-back", "appointed")
TOLD = ("followed", "invited", "reminded", "accepted", "endorsed", *IN_GROUPS)


@dataclass
class Rules:
    """The world's numbers, in days where they are times."""

    reinvite_after_decline_days: int = 3
    reinvite_after_withdrawal_days: int = 2
    unknown_limit: int = 1
    restriction_days: int = 4
    weekly_invitations: int = 3
    reminder_limit: int = 2
    reminder_wait_days: int = 2
    invitation_lapse_days: int = 9
    connection_limit: int = 2
    group_limit: int = 2


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
    reminded: int | None = None
    is_answered: bool = False  # its recipient wrote back without accepting

    def end(self, status, day):
        self.status, self.ended = status, day


@dataclass(eq=False)
class Said:
    """A post."""

    author: str
    audience: str
    group: str = ""
    removed: bool = False


@dataclass(eq=False)
class Seat:
    """Where somebody stands with a group."""

    standing: str
    since: int
    number: int

    @property
    def inside(self):
        return self.standing in ("member", "moderator")

    @property
    def age(self):
        return self.since, self.number


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
    groups: dict = field(default_factory=dict)  # name → {handle: Seat}, of those that are open
    private: set = field(default_factory=set)  # names of groups
    seats: int = 0  # so many were ever taken
    endorsed: dict = field(default_factory=dict)  # (endorser, person) → what stands
    log: list = field(default_factory=list)  # (actor, verb, target, what it is about, day)

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
        """P3 to P6."""
        if post.removed:
            return False
        if post.group:
            return self.inside(viewer, post.group) and not self.apart(viewer, post.author)
        if post.author == viewer:
            return True
        if post.audience == "followers":
            return (viewer, post.author) in self.follows
        return self.connected(viewer, post.author)

    def feed(self, viewer):
        """P2, newest first."""
        sources = {viewer} | {two for one, two in self.follows if one == viewer}
        return [
            post
            for post in self.said[::-1]
            if (post.group or post.author in sources) and self.sees(viewer, post)
        ]

    def notices(self, reader):
        return [
            (actor, verb)
            for place, (actor, verb, target, it, day) in enumerate(self.log)
            if (target == reader or verb == "asked")
            and not (verb == "followed" and self.followed_before(place, actor, target))
            and verb in TOLD
            and not self.apart(reader, actor)
            and not (isinstance(it, Asked) and it.status == "withdrawn")
            and not (verb == "reminded" and it.status != "pending")
            and not (verb in IN_GROUPS and it not in self.groups)
            and not (verb == "asked" and not self.waits(actor, it, reader, day))
            and not (verb == "endorsed" and self.endorsed.get((actor, target)) is not it)
        ]

    def followed_before(self, place, actor, target):
        return any(row[:3] == (actor, "followed", target) for row in self.log[:place])

    def inside(self, person, group):
        seat = self.groups.get(group, {}).get(person)
        return seat is not None and seat.inside

    def waits(self, asker, group, moderator, day):
        return (
            self.standing(asker, group) == "asking"
            and self.groups[group][asker].since <= day
            and self.standing(moderator, group) == "moderator"
        )

    def standing(self, person, group):
        seat = self.groups[group].get(person)
        return seat.standing if seat else None

    def eldest(self, group, standing, hidden_from=None):
        """Who has been this for longest, of those whom somebody may see."""
        found = [
            (seat.age, person)
            for person, seat in self.groups[group].items()
            if seat.standing in standing and not (hidden_from and self.apart(person, hidden_from))
        ]
        return min(found)[1] if found else None

    # Acts between two people.

    def refused(self, me, other):
        if me == other:
            return "Yourself"
        if self.apart(me, other):
            return "Gone"
        return None

    def note(self, actor, verb, target=None, it=None):
        self.log.append((actor, verb, target, it, self.today))
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
        if it.reminded is not None and self.today < it.reminded + self.rules.reminder_wait_days:
            return "RemindedTooEarly"
        it.reminders += 1
        it.reminded = self.today
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

    # Groups.

    def found(self, founder, group, private):
        self.groups[group] = {}
        self.private |= {group} if private else set()
        self.sit(founder, group, "moderator")
        return self.note(founder, "founded", None, group)

    def sit(self, person, group, standing):
        self.seats += 1
        self.groups[group][person] = Seat(standing, self.today, self.seats)

    def too_many(self, person):
        return sum(self.inside(person, it) for it in self.groups) >= self.rules.group_limit

    def join(self, me, group):
        if group not in self.groups:
            return "GroupGone"
        if self.standing(me, group) == "removed":
            return "RemovedFromGroup"
        if self.standing(me, group):
            return "done"
        if self.too_many(me):
            return "TooManyGroups"
        if group in self.private:
            self.sit(me, group, "asking")
            return self.note(me, "asked", None, group)
        self.sit(me, group, "member")
        return self.note(me, "entered", None, group)

    def take_back(self, me, group):
        if group not in self.groups:
            return "GroupGone"
        if self.standing(me, group) != "asking":
            return "NotAsking"
        del self.groups[group][me]
        return self.note(me, "unasked", None, group)

    def leave(self, me, group):
        if group not in self.groups:
            return "GroupGone"
        if not self.inside(me, group):
            return "done"
        del self.groups[group][me]
        self.note(me, "left", None, group)
        heir = self.eldest(group, ("member", "moderator"))
        if heir is None:
            return self.close(me, group)
        if self.eldest(group, ("moderator",)) is None:
            self.groups[group][heir].standing = "moderator"
            self.note(me, "appointed", heir, group)
        return "done"

    def close(self, me, group):
        del self.groups[group]
        for post in self.said:
            post.removed |= post.group == group
        return self.note(me, "closed", None, group)

    def moderated(self, me, other, group):
        if group not in self.groups:
            return "GroupGone"
        if self.standing(me, group) != "moderator":
            return "NotModerator"
        return "Gone" if self.apart(me, other) else None

    def admit(self, me, other, group):
        if no := self.moderated(me, other, group):
            return no
        if self.standing(other, group) != "asking":
            return "NotAsking"
        if self.too_many(other):
            return "InTooManyGroups"
        seat = self.groups[group][other]
        seat.standing, seat.since = "member", self.today
        return self.note(me, "admitted", other, group)

    def turn_down(self, me, other, group):
        if no := self.moderated(me, other, group):
            return no
        if self.standing(other, group) != "asking":
            return "NotAsking"
        del self.groups[group][other]
        return self.note(me, "turned-down", other, group)

    def remove_member(self, me, other, group):
        if no := self.moderated(me, other, group):
            return no
        if self.standing(other, group) != "member":
            return "NoMember"
        self.groups[group][other].standing = "removed"
        return self.note(me, "expelled", other, group)

    def allow_back(self, me, other, group):
        if no := self.moderated(me, other, group):
            return no
        if self.standing(other, group) == "removed":
            del self.groups[group][other]
            self.note(me, "allowed-back", other, group)
        return "done"

    def appoint(self, me, other, group):
        if no := self.moderated(me, other, group):
            return no
        if not self.inside(other, group):
            return "NoMember"
        if self.standing(other, group) == "member":
            self.groups[group][other].standing = "moderator"
            self.note(me, "appointed", other, group)
        return "done"

    def publish_in(self, author, group):
        if group not in self.groups:
            return "GroupGone"
        if not self.inside(author, group):
            return "NotAMember"
        self.said.append(Said(author, "group", group))
        return self.note(author, "posted", None, group)

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
