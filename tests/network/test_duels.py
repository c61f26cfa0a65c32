"""Two acts of two people in the same instant: one wins, and both are told what holds.

Mia is A and Omar is B of the duels' names. An outcome is what the two were told and the events in
their order. Exactly one state may stand after each outcome, and every outcome comes up.
"""

import uuid
from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from time import sleep
from types import SimpleNamespace

import pytest

from network.models import Connection, Event, Follow, Invitation, Person, Skill, World, pair
from network.models.conversation import ConversationQuerySet
from tests.factories import PersonFactory, cast, job
from tests.network.duels import ROUNDS, and_then_wait, fight

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.exhaustive]

COLLEAGUE = Invitation.How.COLLEAGUE
NOTHING = ""
CONNECTED = "mia connection omar, omar connection mia, mia follow omar, omar follow mia"
TALKING = "mia conversation omar, omar conversation mia"
PRAISE = "mia recommendation omar"
OF_NOOR = "noor connection omar, omar connection noor, noor follow omar, omar follow noor"
NEAR = f"{CONNECTED}, {OF_NOOR}"
MET = "mia connection noor, noor connection mia, mia follow noor, noor follow mia"
SENT = f"{NEAR}, mia invitation noor"
CONNECTED_UNFOLLOWED = "mia connection omar, omar connection mia, omar follow mia"


@dataclass
class Duel:
    """`first` × `second`, after `given`; `allowed` says what may stand after which outcome."""

    given: object
    first: object
    second: object
    allowed: dict

    def fight(self, people, rounds=ROUNDS):
        return list(fight(lambda: self.given(*people), self.first, self.second, rounds))

    def ends(self):
        return {
            (outcome, frozenset(filter(None, facts.split(", "))))
            for outcome, facts in self.allowed.items()
        }


# What stands before a round; each of the two holds the invitation as they have read it.


def nothing(mia, omar):
    return SimpleNamespace(mia=mia, omar=omar)


def invited(mia, omar):
    sent = Invitation.objects.create(
        world=mia.world, sender=mia, recipient=omar, how=COLLEAGUE, sent_at=mia.world.now
    )
    Event.record(mia, Event.Verb.INVITED, omar, invitation=sent)
    received = Invitation.objects.get(pk=sent.pk)
    return SimpleNamespace(mia=mia, omar=omar, sent=sent, received=received)


def connected(mia, omar):
    both, now = [(mia, omar), (omar, mia)], mia.world.now
    Connection.objects.bulk_create(
        Connection(world=mia.world, person=one, other=other, origin="scenario", since=now)
        for one, other in both
    )
    Follow.objects.bulk_create(
        Follow(world=mia.world, follower=one, followed=other, since=now) for one, other in both
    )
    return nothing(mia, omar)


def about_to_write(mia, omar):
    connected(mia, omar)
    return SimpleNamespace(mia=mia, omar=omar, key=uuid.uuid4())


def about_to_congratulate(mia, omar):
    it = about_to_write(mia, omar)
    written = job(omar, started_on=mia.world.now.date().replace(day=1))
    it.occasion = f"job-{written.pk}"
    return it


def listing(mia, omar):
    """Connected, and Omar lists a skill."""
    connected(mia, omar)
    skill = Skill.objects.create(person=omar, name="Excel")
    return SimpleNamespace(mia=mia, omar=omar, skill=skill)


def recommended(mia, omar):
    connected(mia, omar)
    written = mia.recommend(omar, relationship="together", text="Reads tide tables")
    return SimpleNamespace(mia=mia, omar=omar, written=written)


def following(mia, omar):
    Follow.objects.create(world=mia.world, follower=mia, followed=omar, since=mia.world.now)
    return nothing(mia, omar)


def invited_and_following(mia, omar):
    following(mia, omar)
    return invited(mia, omar)


def invited_by_a_newcomer(_, omar):
    return invited(PersonFactory(world=omar.world), omar)


def blocking(mia, omar):
    mia.blocks.create(world=mia.world, blocked=omar, since=mia.world.now)
    return nothing(mia, omar)


def knowing_noor(mia, omar):
    """Omar knows both, so that Mia may ask him about Noor."""
    (noor,) = Person.objects.filter(world=mia.world, handle="noor") or cast("noor", world=mia.world)
    connected(mia, omar)
    connected(noor, omar)
    return SimpleNamespace(mia=mia, omar=omar, noor=noor, key=uuid.uuid4())


def asked(mia, omar):
    it = knowing_noor(mia, omar)
    it.request = mia.ask_to_be_introduced(omar, it.noor, "Hello")
    return it


# What they do.


def mia_asks(it):
    return it.mia.ask_to_be_introduced(it.omar, it.noor, "Hello")


def omar_passes_on(it):
    return copy(it.request).pass_on()


def omar_denies(it):
    return copy(it.request).decline()


def mia_takes_back(it):
    return copy(it.request).withdraw()


def noor_blocks_omar(it):
    return it.noor.block(it.omar)


def noor_blocks_mia(it):
    return it.noor.block(it.mia)


def noor_invites_mia(it):
    return it.noor.invite(it.mia, COLLEAGUE)


def mia_invites(it):
    return it.mia.invite(it.omar, COLLEAGUE)


def omar_invites(it):
    return it.omar.invite(it.mia, COLLEAGUE)


def omar_accepts(it):
    return copy(it.received).accept()


def omar_declines(it):
    return copy(it.received).decline()


def mia_withdraws(it):
    return it.sent.withdraw()


def mia_follows(it):
    return it.mia.follow(it.omar)


def mia_unfollows(it):
    return it.mia.unfollow(it.omar)


def mia_disconnects(it):
    return it.mia.disconnect(it.omar)


def omar_disconnects(it):
    return it.omar.disconnect(it.mia)


def mia_writes(it):
    return it.mia.write(it.omar, "Hello", key=it.key)


def mia_congratulates(it):
    return it.mia.congratulate(it.omar, it.occasion, "Well done")


def omar_writes(it):
    return it.omar.write(it.mia, "Hello yourself")


def mia_blocks(it):
    return it.mia.block(it.omar)


def omar_blocks(it):
    return it.omar.block(it.mia)


def mia_unblocks(it):
    return it.mia.unblock(it.omar)


def mia_endorses(it):
    return bool(it.mia.endorse(it.skill))


def omar_removes_the_skill(it):
    return Skill.objects.get(pk=it.skill.pk).remove()


def mia_recommends(it):
    return bool(it.mia.recommend(it.omar, relationship="client", text="Always on time"))


def omar_asks_for_words(it):
    return bool(it.omar.ask_recommendation(it.mia, "About the ferry"))


def mia_writes_anew(it):
    said = {"relationship": "together", "text": "Reads them aloud"}
    return bool(it.mia.recommend(it.omar, **said, revision=1))


def mia_writes_something_else(it):
    said = {"relationship": "together", "text": "Draws them"}
    return bool(it.mia.recommend(it.omar, **said, revision=1))


def mia_takes_it_back(it):
    return copy(it.written).take_back(it.mia)


def omar_accepts_the_words(it):
    return copy(it.written).accept(1)


def omar_declines_the_words(it):
    return copy(it.written).decline()


def mia_leaves(it):
    return it.mia.remove()


def half_a_year_passes(it):
    return World.objects.get(pk=it.mia.world_id).skip(timedelta(days=180))


DUELS = {
    "R-01 who invite each other are connected once": Duel(
        nothing,
        mia_invites,
        omar_invites,
        {
            ("pending", "accepted", "invited accepted"): CONNECTED,
            ("accepted", "pending", "invited accepted"): CONNECTED,
        },
    ),
    "R-02 a double click sends one invitation": Duel(
        nothing,
        mia_invites,
        mia_invites,
        {("pending", "pending", "invited"): "mia invitation omar"},
    ),
    "R-03 accepting in two tabs connects once": Duel(
        invited,
        omar_accepts,
        omar_accepts,
        {
            ("accepted", "AlreadyConnected", "accepted"): CONNECTED,
            ("AlreadyConnected", "accepted", "accepted"): CONNECTED,
        },
    ),
    "R-04 accepting or withdrawing wins": Duel(
        invited,
        omar_accepts,
        mia_withdraws,
        {
            ("accepted", "NotOpen", "accepted"): CONNECTED,
            ("NotOpen", "done", "withdrew"): NOTHING,
        },
    ),
    "R-05 accepting or declining wins": Duel(
        invited,
        omar_accepts,
        omar_declines,
        {
            ("accepted", "NotOpen", "accepted"): CONNECTED,
            ("NotOpen", "done", "declined"): NOTHING,
        },
    ),
    # Withdrawing what was silently declined looks as always (C6).
    "R-06 withdrawing meets a decline": Duel(
        invited,
        mia_withdraws,
        omar_declines,
        {
            ("done", "NotOpen", "withdrew"): NOTHING,
            ("done", "done", "declined withdrew"): NOTHING,
        },
    ),
    "R-07 withdrawing meets inviting again": Duel(
        invited,
        mia_withdraws,
        mia_invites,
        {
            ("done", "pending", "withdrew"): NOTHING,
            ("done", "pending", "withdrew invited"): "mia invitation omar",
        },
    ),
    "R-08 accepting meets inviting again": Duel(
        invited,
        omar_accepts,
        mia_invites,
        {
            ("accepted", "pending", "accepted"): CONNECTED,
            ("accepted", "AlreadyConnected", "accepted"): CONNECTED,
        },
    ),
    "R-09 following twice is following once": Duel(
        nothing,
        mia_follows,
        mia_follows,
        {("done", "done", "followed"): "mia follow omar"},
    ),
    "R-09 unfollowing twice is unfollowing once": Duel(
        following,
        mia_unfollows,
        mia_unfollows,
        {("done", "done", "unfollowed"): NOTHING},
    ),
    "R-10 one of two who disconnect is told that it was done": Duel(
        connected,
        mia_disconnects,
        omar_disconnects,
        {
            ("done", "NotConnected", "disconnected"): NOTHING,
            ("NotConnected", "done", "disconnected"): NOTHING,
        },
    ),
    "R-11 the sender's block ends what is accepted": Duel(
        invited,
        omar_accepts,
        mia_blocks,
        {
            ("accepted", "done", "accepted blocked"): "mia block omar",
            ("Gone", "done", "blocked"): "mia block omar",
        },
    ),
    "R-11 the recipient's block ends what is accepted": Duel(
        invited,
        omar_accepts,
        omar_blocks,
        {
            ("accepted", "done", "accepted blocked"): "omar block mia",
            ("Gone", "done", "blocked"): "omar block mia",
        },
    ),
    "R-12 no follow stands beside a block": Duel(
        nothing,
        mia_follows,
        omar_blocks,
        {
            ("done", "done", "followed blocked"): "omar block mia",
            ("Gone", "done", "blocked"): "omar block mia",
        },
    ),
    "R-13 no invitation stands beside a block": Duel(
        nothing,
        mia_invites,
        omar_blocks,
        {
            ("pending", "done", "invited blocked"): "omar block mia",
            ("Gone", "done", "blocked"): "omar block mia",
        },
    ),
    "R-14 two may block each other": Duel(
        connected,
        mia_blocks,
        omar_blocks,
        {("done", "done", "blocked blocked"): "mia block omar, omar block mia"},
    ),
    "R-15 disconnecting meets a block": Duel(
        connected,
        mia_disconnects,
        omar_blocks,
        {
            ("done", "done", "disconnected blocked"): "omar block mia",
            ("Gone", "done", "blocked"): "omar block mia",
        },
    ),
    "R-16 disconnecting meets inviting again": Duel(
        connected,
        mia_disconnects,
        omar_invites,
        {
            ("done", "AlreadyConnected", "disconnected"): NOTHING,
            ("done", "pending", "disconnected invited"): "omar invitation mia",
        },
    ),
    "R-17 accepting meets unfollowing": Duel(
        invited_and_following,
        omar_accepts,
        mia_unfollows,
        {
            ("accepted", "done", "accepted unfollowed"): CONNECTED_UNFOLLOWED,
            ("accepted", "done", "unfollowed accepted"): CONNECTED,
        },
    ),
    "R-18 accepting meets leaving": Duel(
        invited_by_a_newcomer,
        omar_accepts,
        mia_leaves,
        {("accepted", "done", ""): NOTHING, ("Gone", "done", ""): NOTHING},
    ),
    "R-19 unblocking meets an invitation": Duel(
        blocking,
        mia_unblocks,
        omar_invites,
        {
            ("done", "Gone", "unblocked"): NOTHING,
            ("done", "pending", "unblocked invited"): "omar invitation mia",
        },
    ),
    "two first messages begin one conversation": Duel(
        about_to_write,
        mia_writes,
        omar_writes,
        {("done", "done", "messaged messaged"): f"{CONNECTED}, {TALKING}"},
    ),
    "a message sent twice is written once": Duel(
        about_to_write,
        mia_writes,
        mia_writes,
        {("done", "done", "messaged"): f"{CONNECTED}, {TALKING}"},
    ),
    "who congratulates twice does it once": Duel(
        about_to_congratulate,
        mia_congratulates,
        mia_congratulates,
        {
            (one, other, "congrats"): f"{CONNECTED}, {TALKING}"
            for one, other in [("done", "AlreadyCongratulated"), ("AlreadyCongratulated", "done")]
        },
    ),
    "a message meets a block": Duel(
        about_to_write,
        mia_writes,
        omar_blocks,
        {
            ("done", "done", "messaged blocked"): f"omar block mia, {TALKING}",
            ("Gone", "done", "blocked"): "omar block mia",
        },
    ),
    "a message meets the end of the connection": Duel(
        about_to_write,
        mia_writes,
        omar_disconnects,
        {
            ("done", "done", "messaged disconnected"): TALKING,
            ("MessagesNeedConnection", "done", "disconnected"): NOTHING,
        },
    ),
    "R-30 endorsing twice is endorsing once": Duel(
        listing,
        mia_endorses,
        mia_endorses,
        {("done", "done", "endorsed"): f"{CONNECTED}, mia endorsement omar"},
    ),
    "R-30 endorsing meets the end of the connection": Duel(
        listing,
        mia_endorses,
        omar_disconnects,
        {
            ("done", "done", "endorsed disconnected"): "mia endorsement omar",
            ("GivingNeedsConnection", "done", "disconnected"): NOTHING,
        },
    ),
    "R-30 endorsing meets a block": Duel(
        listing,
        mia_endorses,
        omar_blocks,
        {
            ("done", "done", "endorsed blocked"): "omar block mia",
            ("Gone", "done", "blocked"): "omar block mia",
        },
    ),
    "endorsing meets the end of the skill": Duel(
        listing,
        mia_endorses,
        omar_removes_the_skill,
        {
            ("done", "done", "endorsed revised"): CONNECTED,
            ("SkillGone", "done", "revised"): CONNECTED,
        },
    ),
    "recommending meets asking for it": Duel(
        connected,
        mia_recommends,
        omar_asks_for_words,
        {
            ("done", "done", "sought recommended"): f"{CONNECTED}, {PRAISE}",
            ("done", "AlreadyRecommended", "recommended"): f"{CONNECTED}, {PRAISE}",
        },
    ),
    "recommending meets a block": Duel(
        connected,
        mia_recommends,
        omar_blocks,
        {
            ("done", "done", "recommended blocked"): "omar block mia",
            ("Gone", "done", "blocked"): "omar block mia",
        },
    ),
    "accepting a recommendation meets its taking back": Duel(
        recommended,
        omar_accepts_the_words,
        mia_takes_it_back,
        {
            ("done", "done", "approved took back"): CONNECTED,
            ("RecommendationClosed", "done", "took back"): CONNECTED,
        },
    ),
    "accepting or declining a recommendation wins": Duel(
        recommended,
        omar_accepts_the_words,
        omar_declines_the_words,
        {
            ("done", "RecommendationClosed", "approved"): f"{CONNECTED}, {PRAISE}",
            ("RecommendationClosed", "done", "refused"): f"{CONNECTED}, {PRAISE}",
        },
    ),
    "only the words that were read are accepted": Duel(
        recommended,
        omar_accepts_the_words,
        mia_writes_anew,
        {
            ("done", "done", "approved rewrote"): f"{CONNECTED}, {PRAISE}",
            ("ChangedMeanwhile", "done", "rewrote"): f"{CONNECTED}, {PRAISE}",
        },
    ),
    "R-31 of two tabs that change a recommendation one is refused": Duel(
        recommended,
        mia_writes_anew,
        mia_writes_something_else,
        {
            ("done", "ChangedMeanwhile", "rewrote"): f"{CONNECTED}, {PRAISE}",
            ("ChangedMeanwhile", "done", "rewrote"): f"{CONNECTED}, {PRAISE}",
        },
    ),
    "an introduction is asked for once": Duel(
        knowing_noor, mia_asks, mia_asks, {("asked", "asked", "intro-asked"): NEAR}
    ),
    "a request is passed on once": Duel(
        asked,
        omar_passes_on,
        omar_passes_on,
        {
            ("pending", "RequestNotOpen", "invited introduced"): SENT,
            ("RequestNotOpen", "pending", "invited introduced"): SENT,
        },
    ),
    "passing on or declining wins": Duel(
        asked,
        omar_passes_on,
        omar_denies,
        {
            ("pending", "RequestNotOpen", "invited introduced"): SENT,
            ("RequestNotOpen", "done", "intro-denied"): NEAR,
        },
    ),
    "passing on or withdrawing wins": Duel(
        asked,
        omar_passes_on,
        mia_takes_back,
        {
            ("pending", "RequestNotOpen", "invited introduced"): SENT,
            ("RequestNotOpen", "done", "intro-back"): NEAR,
        },
    ),
    "passing on meets a block of who introduces": Duel(
        asked,
        omar_passes_on,
        noor_blocks_omar,
        {
            ("pending", "done", "invited introduced blocked"): (
                f"{CONNECTED}, mia invitation noor, noor block omar"
            ),
            ("Gone", "done", "blocked"): f"{CONNECTED}, noor block omar",
        },
    ),
    "passing on meets a block of the asker": Duel(
        asked,
        omar_passes_on,
        noor_blocks_mia,
        {
            ("pending", "done", "invited introduced blocked"): f"{NEAR}, noor block mia",
            ("Gone", "done", "blocked"): f"{NEAR}, noor block mia",
        },
    ),
    "passing on meets an invitation of the target": Duel(
        asked,
        omar_passes_on,
        noor_invites_mia,
        {
            ("pending", "accepted", "invited introduced accepted"): f"{NEAR}, {MET}",
            ("accepted", "pending", "invited accepted introduced"): f"{NEAR}, {MET}",
        },
    ),
    "accepting meets the day on which it lapses": Duel(
        invited,
        omar_accepts,
        half_a_year_passes,
        {
            ("accepted", "done", "accepted"): CONNECTED,
            ("NotOpen", "done", ""): NOTHING,
        },
    ),
}


@pytest.fixture
def people(transactional_db):
    return cast("mia", "omar", reinvite_after_withdrawal_days=0)


@pytest.mark.parametrize("name", DUELS)
def test_the_two_agree_with_what_stands(name, people):
    rounds = DUELS[name].fight(people)

    assert {(round.outcome, round.facts) for round in rounds} == DUELS[name].ends()
    assert [round.broken for round in rounds if round.broken] == []
    assert sum(round.overlapped for round in rounds) > len(rounds) / 2


# The proof that these duels would notice: the same without the lock.

WRONG_WITHOUT_THE_LOCK = [
    name
    for name in DUELS
    if name[:4] in "R-01 R-02 R-03 R-06 R-09 R-10 R-11 R-12 R-13 R-17 R-18"
    or "message" in name
    or "passing on meets a block" in name
    or name in ("R-30 endorsing meets a block", "recommending meets a block")
]


@pytest.fixture
def unlocked(monkeypatch):
    """The pair lock without its locks: the same reads, and time to read before the other writes."""
    monkeypatch.setattr(pair, "_lock", lambda pks, rows: None)
    monkeypatch.setattr(pair, "_read", and_then_wait(pair._read))
    # Or a block, which has more to write than a message, would always be told after it.
    told = ConversationQuerySet.end_with
    monkeypatch.setattr(ConversationQuerySet, "end_with", and_then_wait(told))


def wrong(name, people):
    """Of twelve rounds those that did not end as they may."""
    ends = DUELS[name].ends()
    rounds = DUELS[name].fight(people, rounds=12)
    return [round for round in rounds if round.broken or (round.outcome, round.facts) not in ends]


@pytest.mark.breaks_invariants
@pytest.mark.parametrize("name", WRONG_WITHOUT_THE_LOCK)
def test_without_the_lock_it_goes_wrong(name, people, unlocked):
    assert any(wrong(name, people) for _ in range(20))


@pytest.mark.breaks_invariants
def test_without_the_lock_the_triggers_do_not_see_what_is_not_committed(
    people, unlocked, monkeypatch
):
    monkeypatch.setattr(Event, "record", and_then_wait(Event.record))

    rounds = wrong("R-12 no follow stands beside a block", people)

    assert ["nothing_beside_a_block"] in [round.broken for round in rounds]
    assert {"mia follow omar", "omar block mia"} in [round.facts for round in rounds]


def test_answering_is_safe_twice_over(people, unlocked, monkeypatch):
    """R-04: a conditional update holds without the lock; without both, it goes wrong."""
    assert wrong("R-04 accepting or withdrawing wins", people) == []

    def answer_blindly(self, status, pair):
        sleep(0.015)
        Invitation.objects.filter(pk=self.pk).update(status=status, answered_at=pair.now)

    monkeypatch.setattr(Invitation, "_answer", answer_blindly)
    assert len(wrong("R-04 accepting or withdrawing wins", people)) >= 3
