"""How a learner arrives in a world."""

import pytest

from network.models import Connection, Event, Follow, Invitation, Person
from network.newcomers import welcome
from tests.factories import PersonFactory, UserFactory, WorldFactory

from .duels import Arena

START = {
    "headline": "Looking for a first role",
    "skills": ["Maps"],
    "connections": [{"who": "omar", "seconds": 86_400}],
    "follows": [{"who": "gone", "seconds": 60}],
    "invited_by": [
        {"from": "omar-two", "how": "friend", "note": "Later", "seconds": 60},
        {"from": "omar-three", "how": "friend", "note": "Earlier", "seconds": 7200},
    ],
}


@pytest.fixture
def world(db):
    world = WorldFactory(newcomer=START)
    for handle in ("omar", "omar-two", "omar-three"):
        PersonFactory(world=world, handle=handle)
    return world


def test_a_newcomer_starts_as_the_scenario_says(world):
    mia = welcome(world, UserFactory(), "Mia Chen")

    assert (mia.handle, mia.headline) == ("mia-chen", "Looking for a first role")
    assert list(mia.skills.values_list("name", flat=True)) == ["Maps"]
    assert [tie.other.handle for tie in Connection.objects.of(mia)] == ["omar"]
    assert Follow.objects.filter(follower=mia).count() == 1
    assert list(mia.acts.values_list("verb", flat=True)) == ["joined"]


def test_what_waits_stands_in_the_order_of_time(world):
    mia = welcome(world, UserFactory(), "Mia Chen")
    notices = Event.objects.notices_for(mia).order_by("-pk")

    assert [notice.actor.handle for notice in notices] == ["omar-two", "omar-three"]


def test_namesakes_get_handles_of_their_own(world):
    handles = [welcome(world, UserFactory(), "Mia Chen").handle for _ in range(3)]

    assert handles == ["mia-chen", "mia-chen-2", "mia-chen-3"]


@pytest.mark.parametrize(
    ("name", "handle"),
    [("李小龙", "member"), ("Zoë Ünal", "zoe-unal"), ("_a__b - c_", "a-b-c"), ("a\uff3fb", "a-b")],
)
def test_every_name_has_a_handle(world, name, handle):
    assert welcome(world, UserFactory(), name).handle == handle


@pytest.mark.django_db(transaction=True)
def test_who_arrives_twice_at_once_has_one_person_and_one_start():
    world = WorldFactory(newcomer=START)
    for handle in ("omar", "omar-two", "omar-three"):
        PersonFactory(world=world, handle=handle)
    user = UserFactory()
    with Arena(2) as arena:
        answers = arena.at_once([lambda: welcome(world, user, "Mia")] * 2)

    assert {answer.value.pk for answer in answers} == {Person.objects.get(user=user).pk}
    assert Invitation.objects.count() == 2
    assert Event.objects.filter(verb="joined").count() == 1
