"""Somebody leaves, or deletes their account, in the instant in which something else happens."""

import os

import pytest

from accounts.models import User
from network.leaving import delete_account, leave
from network.models import Conversation, Invitation, Message, Mute, Person, Post, World
from tests.everyone import signed_in
from tests.factories import LearnerFactory, PersonFactory, WorldFactory, cast, connect
from tests.network.duels import Arena, at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.exhaustive]

ROUNDS = int(os.environ.get("DUEL_ROUNDS", "200")) // 5  # each makes people anew
DELAYS = [(0, 0), (0.003, 0), (0, 0.003)]
DELETE = "/settings/delete/"


def rounds(prepare, *acts):
    """The words that the actors are told, round after round, with what `prepare()` made."""
    with Arena(len(acts)) as arena:
        for number in range(ROUNDS):
            it = prepare()
            answers = arena.at_once(
                [lambda act=act, it=it: act(it) for act in acts], DELAYS[number % 3]
            )
            yield tuple(answer.word for answer in answers)


@pytest.fixture
def world():
    return WorldFactory()


def two(world):
    mia, omar = LearnerFactory(world=world), PersonFactory(world=world)
    return mia, omar


def test_leaving_meets_accepting(world):
    def invited():
        mia, omar = two(world)
        return mia, mia.invite(omar, "friend")

    words = set(
        rounds(
            invited,
            lambda it: leave(it[0]),
            lambda it: Invitation.objects.get(pk=it[1].pk).accept() and None,
        )
    )

    assert {left for left, _ in words} == {"done"}
    assert {accepted for _, accepted in words} <= {"done", "Gone", "error: DoesNotExist"}
    assert not Person.objects.filter(kind="learner").exists()


def test_leaving_meets_a_message(world):
    def connected():
        mia, omar = two(world)
        connect(mia, omar)
        return mia, omar

    words = set(
        rounds(connected, lambda it: leave(it[0]), lambda it: it[1].write(it[0], "Are you there?"))
    )

    assert words <= {("done", "done"), ("done", "Gone")}
    kept = Message.objects.count()
    assert Person.objects.filter(kind="departed").count() == kept
    assert Conversation.objects.count() == 2 * kept


def test_two_who_talk_leave_at_once(world):
    def talking():
        mia, omar = two(world)
        connect(mia, omar)
        mia.write(omar, "Hello")
        omar.write(mia, "Hello")
        return mia, omar

    words = set(rounds(talking, lambda it: leave(it[0]), lambda it: leave(it[1])))

    assert words == {("done", "done")}
    assert not Person.objects.exists()


def test_leaving_a_private_world_twice_at_once():
    def alone():
        mia = LearnerFactory()
        World.objects.filter(pk=mia.world_id).update(owner=mia.user)
        return Person.objects.get(pk=mia.pk)

    words = set(rounds(alone, leave, lambda mia: leave(Person(pk=mia.pk, world_id=mia.world_id))))

    assert words == {("done", "done")}
    assert not World.objects.exists()


def test_deleting_an_account_meets_another_tab_that_posts_or_deletes(world):
    def two_tabs():
        mia = LearnerFactory(world=world)
        tabs = [signed_in(mia), signed_in(mia)]
        for tab in tabs:
            tab.post("/accounts/reauthenticate/", {"password": "tide-table-7"})
        return tabs

    def press(tab, address, data=None):
        assert tab.post(address, data).status_code == 302

    hello = {"text": "Hello", "audience": "followers"}
    for other in [("/posts/", hello), (DELETE, None)]:
        words = set(
            rounds(
                two_tabs,
                lambda tabs: press(tabs[0], DELETE),
                lambda tabs, other=other: press(tabs[1], *other),
            )
        )

        assert words == {("done", "done")}
        assert not User.objects.exists()
        assert not Post.objects.exists()


def test_the_last_two_administrators_cannot_both_leave():
    for _round in range(ROUNDS):
        User.objects.all().delete()
        pair = [User.objects.create_superuser(name, password=None) for name in ("ada", "ben")]

        words = at_once([lambda user=user: delete_account(user) for user in pair])

        assert sorted(words) == ["LastAdministrator", "done"]


def test_muting_meets_blocking_and_unfollowing():
    mia, omar = cast("mia", "omar")
    for end in (mia.unfollow, mia.block):

        def following(end=end):
            mia.unblock(omar)
            mia.follow(omar)
            return end

        words = set(rounds(following, lambda _: mia.mute(omar), lambda act: act(omar)))

        assert {ended for _, ended in words} == {"done"}
        assert {muted for muted, _ in words} <= {"done", "Gone", "NothingToMute"}
        assert not Mute.objects.exists()
