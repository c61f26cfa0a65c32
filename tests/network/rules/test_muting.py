"""Muting: somebody's posts stay out of my feed, and nobody but me can tell."""

import pytest

from network.errors import Gone, NothingToMute, Yourself
from network.feed import feed
from network.models import Community, Event, Follow, Mute, Post
from tests.factories import connect, publish


def texts(person):
    return [post.text for post in feed(person)]


def test_who_is_muted_leaves_the_feed_and_goes_on_being_followed(mia, omar, noor):
    mia.follow(omar)
    mia.follow(noor)
    publish(omar, "Of Omar")
    publish(noor, "Of Noor")

    mia.mute(omar)

    assert texts(mia) == ["Of Noor"]
    assert Follow.objects.filter(follower=mia, followed=omar).exists()
    assert Post.objects.visible_to(mia).filter(author=omar).exists()

    mia.unmute(omar)

    assert texts(mia) == ["Of Noor", "Of Omar"]


def test_a_mute_is_of_one_reader_only(mia, omar, noor):
    for reader in (mia, noor):
        reader.follow(omar)
    publish(omar, "Of Omar")

    mia.mute(omar)

    assert texts(noor) == texts(omar) == ["Of Omar"]


def test_a_mute_is_told_to_nobody(mia, omar):
    mia.follow(omar)
    before = Event.objects.count()

    mia.mute(omar)
    mia.unmute(omar)

    assert Event.objects.count() == before


def test_muting_twice_is_muting_once(mia, omar):
    connect(mia, omar)

    mia.mute(omar)
    mia.mute(omar)

    assert Mute.objects.count() == 1


def test_there_must_be_something_to_mute(mia, omar):
    omar.follow(mia)

    with pytest.raises(NothingToMute):
        mia.mute(omar)
    with pytest.raises(Yourself):
        mia.mute(mia)


def test_nobody_mutes_beside_a_block(mia, omar):
    omar.block(mia)

    with pytest.raises(Gone):
        mia.mute(omar)


def test_a_mute_stays_as_long_as_a_tie_stands(mia, omar):
    connect(mia, omar)
    mia.mute(omar)

    mia.unfollow(omar)
    assert Mute.objects.exists()

    mia.follow(omar)
    mia.disconnect(omar, keep_following=True)
    assert Mute.objects.exists()

    mia.unfollow(omar)
    assert not Mute.objects.exists()


@pytest.mark.parametrize("who", ["the muter", "the muted"])
@pytest.mark.parametrize("act", ["disconnect", "block"])
def test_the_last_tie_takes_the_mute_along(mia, omar, who, act):
    connect(mia, omar)
    mia.mute(omar)
    omar.mute(mia)
    one, other = (mia, omar) if who == "the muter" else (omar, mia)

    getattr(one, act)(other)

    assert not Mute.objects.exists()


def test_a_mute_holds_for_posts_in_groups_too(mia, omar):
    group = Community.objects.found(mia, "Quay")
    group.join(omar)
    mia.follow(omar)
    Post.objects.publish_in(group, omar, "In the group")
    assert texts(mia) == ["In the group"]

    mia.mute(omar)

    assert texts(mia) == []


def test_a_share_by_somebody_else_shows_no_words_of_who_is_muted(mia, omar, noor):
    for followed in (omar, noor):
        mia.follow(followed)
    noor.follow(omar)
    original = publish(omar, "Of Omar")
    Post.objects.share(noor, original.pk, "Look", "followers")
    assert [post.original_is_muted for post in feed(mia)] == [False, False]

    mia.mute(omar)

    assert [(post.text, post.original_is_muted) for post in feed(mia)] == [("Look", True)]
    assert [post.original_is_muted for post in feed(noor)] == [False, False]
