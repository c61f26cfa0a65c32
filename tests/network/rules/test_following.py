"""F1 to F4: following, unfollowing, and who is told of it."""

import pytest

from network.errors import Gone, Yourself
from network.feed import feed
from network.models import Event, Follow
from network.ties import Tie
from tests.factories import EmployerFactory, LearnerFactory, PersonFactory, connect, publish, seen


def told(reader):
    return [(str(event.actor), event.verb) for event in Event.objects.notices_for(reader)]


def test_f1_following_needs_no_consent_and_is_one_way(mia, omar):
    of_mia, of_omar = publish(mia), publish(omar)

    mia.follow(omar)

    assert seen(mia, omar).tie == Tie(following=True)
    assert seen(omar, mia).tie == Tie(followed=True)
    assert feed(mia) == [of_omar, of_mia]
    assert feed(omar) == [of_omar]


def test_f2_a_learner_follows_learners_personas_and_employers(world):
    learner = LearnerFactory(world=world)
    others = [factory(world=world) for factory in (LearnerFactory, PersonFactory, EmployerFactory)]

    for other in others:
        learner.follow(other)

    assert [follow.followed for follow in learner.follows.order_by("pk")] == others


def test_f2_nobody_follows_themselves(mia):
    with pytest.raises(Yourself):
        mia.follow(mia)


def test_f2_following_twice_is_following_once(mia, omar, world):
    mia.follow(omar)
    first = Follow.objects.get()
    mia.follow(omar)

    assert list(Follow.objects.all()) == [first]
    assert list(mia.acts.values_list("verb", flat=True)) == ["followed"]


def test_f3_unfollowing_keeps_the_connection(mia, omar):
    connect(mia, omar)

    omar.unfollow(mia)

    assert seen(mia, omar).tie == Tie(following=True, connected=True)
    assert seen(omar, mia).tie == Tie(followed=True, connected=True)


def test_f3_either_side_unfollows_on_its_own(mia, omar):
    connect(mia, omar)

    mia.unfollow(omar)
    omar.unfollow(mia)
    omar.unfollow(mia)

    assert seen(mia, omar).tie == Tie(connected=True)
    assert list(omar.acts.filter(verb="unfollowed").values_list("target", flat=True)) == [mia.pk]


def test_f4_the_followed_person_is_told_of_a_follower_never_of_an_unfollow(mia, omar):
    mia.follow(omar)
    mia.unfollow(omar)

    assert told(omar) == [("Mia", "followed")]
    assert told(mia) == []


def test_f4_accepting_tells_of_no_follow(mia, omar):
    connect(mia, omar)

    assert told(mia) == [("Omar", "accepted")]
    assert told(omar) == [("Mia", "invited")]


def test_following_who_left_is_refused(mia, omar):
    omar.remove()

    omar.pk = mia.pk + 1
    with pytest.raises(Gone):
        mia.follow(omar)
