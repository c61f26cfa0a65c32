"""How a learner arrives in a world."""

import pytest

from network.invariants import findings
from network.models import (
    Community,
    Connection,
    Conversation,
    Event,
    Follow,
    Invitation,
    Person,
    Rules,
    World,
)
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


GIFTS = {
    "skills": ["Maps"],
    "connections": [{"who": "omar", "seconds": 86_400}, {"who": "omar-two", "seconds": 60}],
    "endorsed": [{"skill": "Maps", "who": "omar", "seconds": 60}],
    "recommended_by": [
        {
            "from": "omar",
            "status": "shown",
            "relationship": "other",
            "place": "",
            "text": "Kind.",
            "seconds": 60,
        }
    ],
    "conversations": [
        {"who": "omar", "messages": [{"from": "omar", "text": "Hello", "seconds": 60}]}
    ],
    "groups": [{"who": "quay", "seconds": 60}, {"who": "rope", "seconds": 60}],
}


@pytest.fixture
def generous(world):
    world.newcomer = GIFTS
    world.save()
    for handle, name in [("omar", "Quay"), ("omar-two", "Rope")]:
        Community.objects.found(world.people.get(handle=handle), name)
    return world


def limited(world, **limits):
    Rules.objects.filter(world=world).update(**limits)
    return World.objects.get(pk=world.pk)


def seats_of(person):
    return sorted(person.memberships.values_list("community__slug", flat=True))


def test_who_has_no_room_for_a_connection_is_passed_over(generous):
    """C18, with what only connections give (E1, E2)."""
    generous.newcomer = GIFTS | {"connections": GIFTS["connections"][:1]}
    generous.save()
    crowded = limited(generous, connection_limit=1)
    first, second = (welcome(crowded, UserFactory(), name) for name in ("Mia", "Zoe"))

    assert [tie.other.handle for tie in Connection.objects.of(first)] == ["omar"]
    assert first.endorsements.count() == first.recommendations.count() == 1
    assert Connection.objects.of(second).count() == 0
    assert Follow.objects.filter(follower=second).count() == 0
    assert second.endorsements.count() == second.recommendations.count() == 0
    assert not Conversation.objects.of(second).exists()


def test_a_newcomer_has_no_more_connections_and_groups_than_the_rules_allow(generous):
    """C18, G1."""
    mia = welcome(limited(generous, connection_limit=1, group_limit=1), UserFactory(), "Mia")

    assert [tie.other.handle for tie in Connection.objects.of(mia)] == ["omar"]
    assert seats_of(mia) == ["quay"]
    assert [*findings()] == []


def test_groups_that_closed_and_people_who_left_are_passed_over(generous):
    Community.objects.get(slug="rope").remove()
    generous.people.get(handle="omar-two").remove()
    mia = welcome(generous, UserFactory(), "Mia")

    assert seats_of(mia) == ["quay"]
    assert [tie.other.handle for tie in Connection.objects.of(mia)] == ["omar"]


@pytest.mark.django_db(transaction=True)
def test_of_two_newcomers_at_once_one_has_the_last_connection():
    """C18."""
    start = {"connections": [{"who": "omar", "seconds": 60}]}
    world = WorldFactory(newcomer=start)
    omar = PersonFactory(world=world, handle="omar")
    limited(world, connection_limit=1)
    users = [UserFactory(), UserFactory()]

    def arrive(user):
        return lambda: welcome(World.objects.get(pk=world.pk), user, user.username)

    for _round in range(3):
        with Arena(2) as arena:
            arena.at_once([arrive(user) for user in users])
        assert Connection.objects.of(omar).count() == 1
        Person.objects.filter(user__in=users).delete()


def test_what_a_newcomer_is_given_needs_the_same_queries_however_much_it_is(
    generous, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(45) as few:
        welcome(generous, UserFactory(), "Mia")
    names = [f"many-{n}" for n in range(30)]
    for name in names:
        PersonFactory(world=generous, handle=name)
    ties = [{"who": name, "seconds": 60} for name in names]
    generous.newcomer = GIFTS | {
        "connections": [*GIFTS["connections"], *ties],
        "endorsed": [{"skill": "Maps", **tie} for tie in ties],
        "conversations": [
            {"who": tie["who"], "messages": GIFTS["conversations"][0]["messages"]} for tie in ties
        ],
    }

    with django_assert_num_queries(len(few)):
        welcome(generous, UserFactory(), "Zoe")
