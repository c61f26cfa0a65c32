"""/start/: a world of one's own."""

import threading
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from classroom import shipped, starting
from network.models import Event, Invitation, Person, Post, World
from simulation.models import Approach
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
START = "/start/"


@pytest.fixture(autouse=True)
def small(request, monkeypatch):
    """Worlds that are quickly made, for tests that do not ask what is in them."""
    if "in_harbour_city" not in request.fixturenames:
        monkeypatch.setattr(shipped, "FOR_ONESELF", shipped.FOR_A_LESSON)


@pytest.fixture
def in_harbour_city():
    """The world that users get."""


@pytest.fixture
def zoe(db):
    return UserFactory(username="zoe", first_name="")


@pytest.fixture
def as_zoe(zoe):
    client = Client()
    client.force_login(zoe)
    return client


def press(client, name="Zoë", key=None):
    return client.post(START, {"name": name, "key": key or uuid.uuid4()})


def test_the_page_says_what_one_gets_and_fills_in_the_user_name(in_harbour_city, as_zoe):
    page = as_zoe.get(START)

    assert page.status_code == 200
    assert "Harbour City" in page.text
    assert page.context["form"]["name"].value() == "zoe"


def test_starting_makes_a_private_world_and_leads_to_its_feed(as_zoe, zoe):
    response = press(as_zoe)

    assert response.url == reverse("network:feed")
    world = World.objects.get()
    assert world.owner == zoe
    person = zoe.people.get()
    assert (person.name, person.kind, person.world) == ("Zoë", Person.Kind.LEARNER, world)
    assert as_zoe.get(response.url).context["request"].person == person
    assert Event.objects.get(actor=person, verb="joined").at == world.now


def test_a_learner_starts_with_something_to_do(in_harbour_city, as_zoe, zoe):
    press(as_zoe)
    person = zoe.people.get()

    assert Post.objects.visible_to(person).exists()
    worth = Approach.objects.filter(learner=person).values_list("label", flat=True)
    assert len(worth) == Invitation.objects.awaiting(person).count() == 5
    assert {*worth} == {"relevant", "irrelevant", "spam"}
    assert person.connections.exists()


def test_pressed_twice_is_pressed_once(as_zoe, zoe):
    key = uuid.uuid4()
    press(as_zoe, key=key)
    response = press(as_zoe, key=key)

    assert response.url == reverse("network:feed")
    assert zoe.people.count() == World.objects.count() == 1


def test_another_world_is_another_world_and_the_one_to_go_on_in(as_zoe, zoe):
    press(as_zoe)
    press(as_zoe, name="Zed")

    assert [person.name for person in zoe.people.order_by("pk")] == ["Zoë", "Zed"]
    assert as_zoe.get(reverse("network:feed")).context["request"].person.name == "Zed"


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "x" * 81, "👩‍👩‍👧‍👦" * 40])
def test_a_name_that_cannot_be_is_asked_for_again(as_zoe, name):
    response = press(as_zoe, name=name)

    assert response.status_code == 422
    assert response.context["form"].errors["name"]
    assert not World.objects.exists()


def test_a_name_is_cleaned(as_zoe, zoe):
    press(as_zoe, name="  Zoë\u202e \n Zed ")

    assert zoe.people.get().name == "Zoë Zed"


@pytest.mark.parametrize("key", ["", "x", "0"])
def test_a_form_without_a_proper_key_counts_as_new(as_zoe, zoe, key):
    as_zoe.post(START, {"name": "Zoë", "key": key})
    as_zoe.post(START, {"name": "Zoë", "key": key})

    assert zoe.people.count() == 2


def test_the_same_form_with_another_name_is_another_act(as_zoe, zoe):
    key = uuid.uuid4()
    press(as_zoe, key=key)
    press(as_zoe, name="Zed", key=key)

    assert sorted(person.name for person in zoe.people.all()) == ["Zed", "Zoë"]


def test_somebody_elses_key_makes_a_world_of_ones_own(as_zoe, zoe):
    key = uuid.uuid4()
    press(as_zoe, key=key)
    other = Client()
    other.force_login(UserFactory())
    press(other, key=key)

    assert World.objects.count() == 2


def test_there_is_an_end_to_worlds(as_zoe, monkeypatch):
    monkeypatch.setattr(starting, "MOST_WORLDS", 1)
    key = uuid.uuid4()
    press(as_zoe, key=key)
    response = press(as_zoe)

    assert response.status_code == 422
    assert "You have 1 worlds of your own, which is the most." in response.text
    assert World.objects.count() == 1
    assert press(as_zoe, key=key).status_code == 302


def test_nothing_is_half_started(as_zoe, zoe, monkeypatch):
    monkeypatch.setattr(Event, "record", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        press(as_zoe)

    assert not World.objects.exists()
    assert not zoe.people.exists()


def test_only_for_users():
    response = Client().get(START)

    assert response.status_code == 302
    assert response.url.startswith("/accounts/login/")


def test_other_methods_change_nothing(as_zoe):
    assert as_zoe.put(START).status_code == 405
    assert as_zoe.head(START).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_four_tabs_at_once_make_one_world():
    zoe = UserFactory(username="zoe")
    key = uuid.uuid4()
    barrier = threading.Barrier(4)
    answers = []

    def tab():
        client = Client()
        client.force_login(zoe)
        barrier.wait()
        answers.append(press(client, key=key).status_code)
        connection.close()

    tabs = [threading.Thread(target=tab) for _ in range(4)]
    [each.start() for each in tabs]
    [each.join() for each in tabs]

    assert answers == [302] * 4
    assert World.objects.count() == zoe.people.count() == 1
