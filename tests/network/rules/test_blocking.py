"""B1: a block ends everything between two people, and only the blocker lifts it."""

import pytest

from network.errors import Gone
from network.feed import feed
from network.models import Event, Invitation, Person, Post
from network.ties import Tie
from tests.factories import connect, invitation, later, publish, seen

SIDES = ["mia", "omar"]


@pytest.fixture(params=SIDES)
def both(request, mia, omar):
    """Who blocks, and who is blocked; each of the two in turn."""
    return (mia, omar) if request.param == "mia" else (omar, mia)


def told(reader):
    return [(str(event.actor), event.verb) for event in Event.objects.notices_for(reader)]


def test_b1_a_block_ends_a_connection_and_its_follows(both, mia, omar):
    blocker, blocked = both
    connect(mia, omar)

    blocker.block(blocked)

    assert seen(blocker, blocked).tie == Tie(blocking=True)
    assert seen(blocked, blocker).tie == Tie()


def test_b1_a_block_ends_a_pending_invitation(both, mia, omar):
    blocker, blocked = both
    sent = invitation(mia, omar)

    blocker.block(blocked)

    sent.refresh_from_db()
    assert sent.status == ("withdrawn" if blocker == mia else "declined")
    for person in both:
        assert list(Invitation.objects.seen_pending_by(person)) == []
        assert list(Invitation.objects.awaiting(person)) == []


def test_b1_a_block_ends_what_looked_pending(both, mia, omar):
    blocker, blocked = both
    invitation(mia, omar).decline()

    blocker.block(blocked)

    assert list(Invitation.objects.seen_pending_by(mia)) == []


def test_b1_neither_finds_or_sees_the_other(both):
    blocker, blocked = both
    publish(blocker)
    publish(blocked)
    connect(blocker, blocked)

    blocker.block(blocked)

    for one, other in (both, both[::-1]):
        assert other not in Person.objects.visible_to(one)
        assert other not in Person.objects.others(one).named(other.name)
        assert [post.author for post in feed(one)] == [one]
        assert [post.author for post in Post.objects.visible_to(one)] == [one]


def test_b1_neither_follows_or_invites_the_other(both):
    blocker, blocked = both
    blocker.block(blocked)

    for one, other in (both, both[::-1]):
        for act in (one.follow, one.unfollow, one.disconnect):
            with pytest.raises(Gone):
                act(other)
        with pytest.raises(Gone):
            invitation(one, other)


def test_b1_no_answer_reaches_the_other(both, mia, omar):
    blocker, blocked = both
    sent = invitation(mia, omar)
    blocker.block(blocked)

    for act in (sent.accept, sent.decline, sent.say_unknown, sent.withdraw, sent.remind):
        with pytest.raises(Gone):
            act()


def test_b1_nobody_is_told_of_a_block_or_of_what_stood_before(both, mia, omar):
    blocker, blocked = both
    mia.follow(omar)
    invitation(omar, mia)

    blocker.block(blocked)

    assert told(mia) == told(omar) == []


def test_b1_only_the_blocker_lifts_it(both):
    blocker, blocked = both
    blocker.block(blocked)

    blocked.unblock(blocker)
    assert seen(blocker, blocked).tie == Tie(blocking=True)

    blocker.unblock(blocked)
    assert seen(blocker, blocked).tie == Tie()


def test_b1_nothing_comes_back(both):
    blocker, blocked = both
    connect(blocker, blocked)
    blocker.block(blocked)

    blocker.unblock(blocked)

    assert seen(blocker, blocked).tie == seen(blocked, blocker).tie == Tie()
    assert invitation(blocker, blocked).is_pending


def test_b1_after_an_accepted_invitation_nobody_waits(both):
    """Only a decline (C7) and a withdrawal (C8) make anybody wait."""
    blocker, blocked = both
    connect(blocker, blocked)
    blocker.block(blocked)
    blocker.unblock(blocked)

    assert invitation(blocked, blocker).is_pending


def test_b1_a_decline_of_long_ago_makes_nobody_wait_again(both, mia, omar, world):
    blocker, blocked = both
    invitation(mia, omar).decline()
    later(world, days=30)
    blocker.block(blocked)
    blocker.unblock(blocked)

    assert invitation(mia, omar).is_pending


def test_b1_two_may_block_each_other(mia, omar):
    mia.block(omar)
    omar.block(mia)
    mia.unblock(omar)

    with pytest.raises(Gone):
        mia.follow(omar)


def test_b1_blocking_twice_is_blocking_once(mia, omar):
    mia.block(omar)
    mia.block(omar)
    mia.unblock(omar)
    mia.unblock(omar)

    assert list(mia.acts.order_by("pk").values_list("verb", flat=True)) == ["blocked", "unblocked"]


def test_b1_a_block_touches_nobody_else(mia, omar, noor):
    connect(mia, noor)
    connect(omar, noor)

    mia.block(omar)

    assert seen(mia, noor).tie == seen(omar, noor).tie
    assert seen(noor, mia).tie.connected
