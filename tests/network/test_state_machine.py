"""Any acts in any order: the network and a plain model of its rules agree after every step."""

from dataclasses import asdict
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.models import Q
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from network.errors import Refusal
from network.feed import feed
from network.models import (
    Block,
    Community,
    Connection,
    Conversation,
    Endorsement,
    Event,
    Follow,
    Invitation,
    Membership,
    Person,
    Post,
    Skill,
)
from tests.factories import cast, found
from tests.network.plain_rules import Plain, Rules

pytestmark = pytest.mark.exhaustive

HANDLES = ["mia", "omar", "noor", "tideline"]
EMPLOYERS = {"tideline"}
WITH_EMAIL = {"omar", "noor"}

# Most happens between the same two, so that one act meets what another has left.
PAIRS = [
    *[("mia", "omar"), ("omar", "mia")] * 3,
    *[("mia", "noor"), ("noor", "omar"), ("noor", "mia"), ("mia", "tideline"), ("mia", "mia")],
]
ACTS = [
    ("follow",),
    ("unfollow",),
    *[("write",)] * 3,
    *[("endorse",)] * 3,
    ("unendorse",),
    *[("invite", how, proof) for how in ("friend", "other") for proof in (True, False)],
    *[("invite", "friend", False)] * 2,
    ("disconnect", True),
    ("disconnect", False),
    ("block",),
    *[("unblock",)] * 2,
]
ANSWERS = ["accept", "accept", "decline", "decline", "say_unknown", "withdraw", "remind", "remind"]
SHOWS_OTHERS = {"in_group", "moderate", "block", "unblock"}  # in groups
PLACES = [-1, -1, -1, -2, -3]  # mostly the latest
AUDIENCES = list(dict(Post.OWN_AUDIENCES))
GROUPS = {"quay": ("noor", False), "cabin": ("omar", True), "mole": ("noor", False)}
SOCIAL = ["mia", "mia", "omar", "noor"]
MODERATING = ["admit", "admit", "turn_down", "remove_member", "allow_back", "appoint"]
MOVES = [
    *[(name, *pair, *more) for name, *more in ACTS for pair in PAIRS],
    *[("answer", name, place) for name in ANSWERS for place in PLACES] * 2,
    *[("publish", author, audience) for author in HANDLES for audience in AUDIENCES],
    *[("change", place, audience) for place in PLACES for audience in [*AUDIENCES, None]],
    *[("skip", days) for days in (1, 2, 3, 4)] * 4,
    *[
        ("in_group", name, who, group)
        for name in ("join", "join", "join", "leave", "take_back", "publish_in", "publish_in")
        for who in SOCIAL
        for group in GROUPS
    ],
    *[
        ("moderate", name, *pair, group)
        for name in MODERATING
        for pair in [("noor", "mia"), ("noor", "omar"), ("omar", "mia"), ("omar", "noor")]
        for group in GROUPS
    ],
]

QUICK = settings(
    max_examples=6,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


class Network(RuleBasedStateMachine):
    """Each example starts in the same world and leaves nothing in it.

    One rule for every move: hypothesis would leave some of several rules out of each example.
    """

    compiled = {}

    def __init__(self):
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        people = Person.objects.select_related("world__rules", "user")
        self.people = {person.handle: person for person in people}
        self.world = self.people["mia"].world
        for person in self.people.values():
            person.world = self.world
        self.skills = {skill.person.handle: skill for skill in Skill.objects.all()}
        self.plain = Plain({handle: handle in EMPLOYERS for handle in HANDLES}, WITH_EMAIL)
        self.last = None
        self.invitations, self.posts = [], []  # keys, in the order of the plain ones
        self.groups = {group.name: group for group in Community.objects.all()}
        for name, (founder, private) in GROUPS.items():
            self.plain.found(founder, name, private)
        self.plain.log.clear()

    def teardown(self):
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @rule(move=st.sampled_from(MOVES))
    def move(self, move):
        self.last = move[0]
        match move:
            case "answer", name, place:
                self.answer(name, place)
            case "publish", author, audience:
                self.plain.publish(author, audience)
                self.posts.append(Post.objects.publish(self.people[author], "Ahoy", audience).pk)
            case "in_group", name, who, group:
                self.in_group(name, self.groups[group], who)
            case "moderate", name, who, other, group:
                self.moderate(name, self.groups[group], who, other)
            case "change", place, audience:
                self.change(place, audience)
            case "skip", days:
                self.agree(self.plain.skip(days), lambda: self.world.skip(timedelta(days=days)))
            case name, one, other, *more:
                self.act(name, one, other, *more)

    def act(self, name, one, other, *more):
        expected = getattr(self.plain, name)(one, other, *more)
        if name == "invite":
            how, proof = more
            more = how, "", address(other) if proof else ""
        if name == "write":
            more = ["Ahoy"]
        act = getattr(self.people[one], name)
        target = self.skills[other] if name.endswith("endorse") else self.people[other]
        made = self.agree(expected, lambda: act(target, *more))
        if len(self.plain.asked) > len(self.invitations):
            self.invitations.append(made.pk)

    def in_group(self, name, group, who):
        expected, person = getattr(self.plain, name)(who, group.name), self.people[who]
        if name != "publish_in":
            self.agree(expected, lambda: getattr(group, name)(person))
        elif made := self.agree(expected, lambda: Post.objects.publish_in(group, person, "Ahoy")):
            self.posts.append(made.pk)

    def moderate(self, name, group, who, other):
        expected = getattr(self.plain, name)(who, other, group.name)
        act = getattr(group, "decline" if name == "turn_down" else name)
        self.agree(expected, lambda: act(self.people[who], self.people[other]))

    def answer(self, name, place):
        """By whoever may give it, to an invitation that may have ended long ago."""
        if -place <= len(self.invitations):
            expected = getattr(self.plain, name)(self.plain.asked[place])
            real = Invitation.objects.get(pk=self.invitations[place])
            self.agree(expected, getattr(real, name))

    def change(self, place, audience):
        """Edit or delete a post, which may be gone already and still open in a tab."""
        if -place <= len(self.posts):
            plain = self.plain.said[place]
            real = Post(pk=self.posts[place], author=self.people[plain.author])
            if audience:
                audience = "group" if plain.group else audience
                self.agree(self.plain.edit(plain, audience), lambda: real.edit("Edited", audience))
            else:
                self.agree(self.plain.remove(plain), real.remove)

    def agree(self, expected, act):
        """Both answer the same."""
        try:
            made, answered = act(), "done"
        except Refusal as refusal:
            made, answered = None, type(refusal).__name__
        assert answered == expected
        return made

    # What must agree after every step.

    @invariant()
    def ties(self):
        real = {
            model: set(self.rows(model, lambda model=model, sides=sides: pairs_of(model, *sides)))
            for model, sides in SIDES.items()
        }
        friends = {(one, two) for one in HANDLES for two in self.plain.friends(one)}
        assert real == {
            Follow: self.plain.follows,
            Connection: friends,
            Block: self.plain.blocks,
            Endorsement: set(self.plain.endorsed),
        }

    @invariant()
    def invitations_as_they_are(self):
        real = self.rows(Invitation, lambda: Invitation.objects.values_list("pk", "status"))
        assert dict(real) == dict(
            zip(self.invitations, [it.status for it in self.plain.asked], strict=True)
        )

    @invariant()
    def standings_in_groups(self):
        real = self.rows(
            Membership,
            lambda: Membership.objects.values_list("community__name", "person__handle", "standing"),
        )
        assert set(real) == {
            (name, person, seat.standing)
            for name, seats in self.plain.groups.items()
            for person, seat in seats.items()
        }

    @invariant()
    def whom_each_sees_in_groups(self):
        if self.last not in SHOWS_OTHERS:
            return
        for me, person in self.people.items():
            for name, seats in self.plain.groups.items():
                inside, group = self.plain.inside(me, name), self.groups[name]
                if name in self.plain.private and not inside:
                    assert not group.members_seen_by(person)
                    continue
                seen = self.rows(
                    ("members", name, me, inside),
                    lambda group=group, person=person: members_of(group, person),
                )
                assert {handle for (handle,) in seen} == {
                    other
                    for other, seat in seats.items()
                    if seat.inside and not self.plain.apart(me, other)
                }

    @invariant()
    def what_happened(self):
        log = self.rows(
            Event,
            lambda: Event.objects.order_by("pk").values_list(
                "actor__handle", "verb", "target__handle"
            ),
        )
        assert log == [entry[:3] for entry in self.plain.log]

    @invariant()
    def what_each_sees_of_the_others(self):
        for me, person in self.people.items():
            ties = self.rows(("ties", me), lambda person=person: ties_of(person))
            assert {other: row for other, *row in ties} == {
                other: [*self.tie(me, other), self.plain.degree(me, other)]
                for other in HANDLES
                if other != me
            }

    def tie(self, me, other):
        plain = self.plain
        return [
            (me, other) in plain.follows,
            (other, me) in plain.follows,
            plain.connected(me, other),
            bool(plain.shown_pending(me, other)),
            bool(plain.open(other, me)),
            (me, other) in plain.blocks,
        ]

    @invariant()
    def what_each_was_sent_and_told(self):
        asked = dict(zip(self.invitations, self.plain.asked, strict=True))
        for me, person in self.people.items():
            sent = self.rows(
                ("sent", me),
                lambda person=person: Invitation.objects.seen_pending_by(person).values_list("pk"),
            )
            received = self.rows(
                ("received", me),
                lambda person=person: Invitation.objects.awaiting(person).values_list("pk"),
            )
            notices = self.rows(("notices", me), lambda person=person: notices_of(person))
            assert {asked[pk] for (pk,) in sent} == set(self.plain.shown_pending(me))
            assert {asked[pk] for (pk,) in received} == set(self.plain.waiting_for(me))
            assert notices == self.plain.notices(me)

    @invariant()
    def whom_each_talks_with(self):
        for me, person in self.people.items():
            talks = self.rows(
                ("talks", me),
                lambda person=person: Conversation.objects.of(person).values_list("other__handle"),
            )
            assert {other for (other,) in talks} == self.plain.partners(me)

    @invariant()
    def what_each_reads(self):
        said = dict(zip(self.posts, self.plain.said, strict=True))
        for me, person in self.people.items():
            visible = self.rows(
                ("visible", me),
                lambda person=person: Post.objects.visible_to(person).values_list("pk"),
            )
            assert {said[pk] for (pk,) in visible} == {
                post for post in said.values() if self.plain.sees(me, post)
            }
            assert [said[post.pk] for post in whole_feed(person)] == self.plain.feed(me)

    def rows(self, name, queryset):
        """What a queryset finds; its statement is compiled once for a day of the world."""
        key = name, self.plain.today
        if key not in self.compiled:
            self.compiled[key] = queryset().query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(*self.compiled[key])
            return cursor.fetchall()


SIDES = {
    Follow: ("follower__handle", "followed__handle"),
    Connection: ("person__handle", "other__handle"),
    Block: ("blocker__handle", "blocked__handle"),
    Endorsement: ("endorser__handle", "person__handle"),
}


def pairs_of(model, one, other):
    return model.objects.values_list(one, other)


def ties_of(person):
    """Who, the parts of the tie in their order, and the degree."""
    since = ("following_since", "followed_since", "connected_since", "invited_pk", "inviting_pk")
    there = {f"is_{name}": Q(**{f"{name}__isnull": False}) for name in since}
    others = Person.objects.with_ties(person).exclude(pk=person.pk).annotate(**there)
    return others.values_list("handle", *there, "blocking", "degree")


def members_of(group, person):
    return group.members_seen_by(person).order_by().values_list("handle")


def notices_of(person):
    notices = Event.objects.notices_for(person).order_by("pk")
    return notices.values_list("actor__handle", "verb")


def whole_feed(person):
    """Page after page, small ones, to the end."""
    page = feed(person, size=3)
    yield from page
    while page.next:
        page = feed(person, before=page.next, size=3)
        yield from page


def address(handle):
    return f"{handle}@example.org"


@pytest.mark.django_db
def test_the_network_follows_its_rules():
    for person in cast(*HANDLES, **asdict(Rules())):
        person.email = address(person.handle) if person.handle in WITH_EMAIL else ""
        person.kind = "employer" if person.handle in EMPLOYERS else "persona"
        person.save()
        Skill.objects.create(person=person, name="Tide tables")
    for name, (founder, private) in GROUPS.items():
        found(Person.objects.get(handle=founder), name, is_private=private)
    Event.objects.all().delete()
    Network.compiled.clear()

    heavy = settings.get_current_profile_name() == "ci-heavy"
    how_many = settings(settings.default, suppress_health_check=[HealthCheck.too_slow])
    run_state_machine_as_test(Network, settings=how_many if heavy else QUICK)

    assert Person.objects.count() == len(HANDLES)
    assert not Event.objects.exists()
