"""W1 and W2: a world is sealed, and who is simulated is marked so."""

from datetime import timedelta

import pytest

from network.errors import Gone
from network.models import Event, Invitation, Person, Post
from tests.factories import (
    EmployerFactory,
    LearnerFactory,
    PersonFactory,
    connect,
    invitation,
    later,
    publish,
)


@pytest.fixture
def stranger(db):
    return PersonFactory(handle="mia")


def test_w1_nobody_touches_anything_of_another_world(mia, stranger):
    for act in (mia.follow, mia.unfollow, mia.disconnect, mia.block, mia.unblock):
        with pytest.raises(Gone):
            act(stranger)
    with pytest.raises(Gone):
        invitation(mia, stranger)

    assert not Event.objects.exists()


def test_w1_nobody_finds_or_sees_anything_of_another_world(mia, omar, stranger):
    neighbour = PersonFactory(world=stranger.world)
    publish(stranger)
    connect(stranger, neighbour)
    invitation(stranger, PersonFactory(world=stranger.world))

    assert set(Person.objects.visible_to(mia)) == set(mia.world.people.all())
    assert list(Person.objects.others(mia).named("Mia")) == []
    assert list(Post.objects.visible_to(mia)) == []
    assert list(Invitation.objects.awaiting(mia)) == []
    assert list(Event.objects.notices_for(mia)) == []


def test_w1_each_world_has_its_own_time(mia, stranger):
    before = stranger.world.now
    later(mia.world, days=2)

    stranger.world.refresh_from_db()
    assert stranger.world.now == before
    assert mia.world.now == before + timedelta(days=2)


def test_w1_one_user_is_two_people_in_two_worlds(mia, stranger):
    one = LearnerFactory(world=mia.world)
    two = LearnerFactory(world=stranger.world, user=one.user)

    one.follow(mia)

    assert list(two.follows.all()) == []


def test_w2_who_is_simulated_says_so(world):
    simulated = {
        kind: factory(world=world).is_simulated
        for kind, factory in {
            "learner": LearnerFactory,
            "persona": PersonFactory,
            "employer": EmployerFactory,
        }.items()
    }

    assert simulated == {"learner": False, "persona": True, "employer": True}
