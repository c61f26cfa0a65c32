"""What the demo begins with."""

import threading

import pytest
from django.core.management.base import CommandError
from django.db import connection
from django.urls import reverse

from accounts.models import User
from classroom import demo
from classroom.demo import seed_demo
from network.models import Event, Person, Post, World
from network.newcomers import welcome
from tests.everyone import signed_in


def quietly(line):
    pass


@pytest.mark.django_db
def test_two_learners_meet_in_a_class_and_one_has_a_world_of_her_own():
    said = []
    logins = seed_demo(said.append)

    assert [(login.role, login.username, login.password) for login in logins] == [
        ("learner", "mia", "demo-mia"),
        ("second learner", "omar", "demo-omar"),
        ("instructor", "instructor", "demo-instructor"),
        ("administrator", "admin", "demo-admin"),
    ]
    assert "Making the world “First steps” …" in said
    seats = Person.objects.filter(user__isnull=False).order_by("pk")
    assert [(p.name, p.world.name, p.world.owner and p.world.owner.username) for p in seats] == [
        ("Mia", World.objects.get(owner__isnull=False).name, "mia"),
        ("Mia", "First steps", None),
        ("Omar", "First steps", None),
    ]


@pytest.mark.django_db
def test_the_learners_begin_in_the_class(client):
    for login in seed_demo(quietly)[:2]:
        browser = signed_in(User.objects.get(username=login.username))
        assert browser.get("/feed/").context["request"].person.world.name == "First steps"


@pytest.mark.django_db
def test_everybody_can_sign_in(client):
    for login in seed_demo(quietly):
        assert client.login(login=login.username, username=login.username, password=login.password)


@pytest.mark.django_db
def test_the_instructor_may_seed_and_look_after_worlds():
    seed_demo(quietly)
    browser = signed_in(User.objects.get(username="instructor"))

    assert browser.get(reverse("admin:network_world_seed")).status_code == 200
    for model in ("world", "person", "post", "invitation", "connection", "follow", "event"):
        assert browser.get(reverse(f"admin:network_{model}_changelist")).status_code == 200
    assert browser.get(reverse("admin:auth_group_changelist")).status_code == 403
    assert not User.objects.get(username="instructor").is_superuser
    assert User.objects.get(username="admin").is_superuser


@pytest.mark.django_db
def test_a_second_time_changes_nothing_and_is_quick(django_assert_max_num_queries):
    seed_demo(quietly)
    before = everything()
    said = []

    with django_assert_max_num_queries(20):
        seed_demo(said.append)

    assert everything() == before
    assert said == []


def everything():
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (User, World, Person, Post, Event)
    }


@pytest.mark.django_db
def test_what_was_changed_since_stays():
    seed_demo(quietly)
    User.objects.get(username="mia").people.update(headline="Planner")
    admin = User.objects.get(username="admin")
    admin.set_password("another-one")
    admin.save()
    seed_demo(quietly)

    assert set(Person.objects.filter(user__username="mia").values_list("headline")) == {
        ("Planner",)
    }
    assert User.objects.get(username="admin").check_password("another-one")


@pytest.mark.django_db
def test_a_user_who_was_there_before_gets_no_more_rights():
    User.objects.create_user("admin", password="tide-table-7")
    seed_demo(quietly)

    user = User.objects.get(username="admin")
    assert not user.is_superuser
    assert user.check_password("tide-table-7")


@pytest.mark.django_db
def test_killed_half_way_nothing_is_there_and_the_next_time_all(monkeypatch):
    monkeypatch.setattr(demo, "welcome", lambda world, user, name: name == "Mia" or 1 / 0)
    with pytest.raises(ZeroDivisionError):
        seed_demo(quietly)

    assert not User.objects.exists()
    assert not World.objects.exists()

    monkeypatch.setattr(demo, "welcome", welcome)
    seed_demo(quietly)

    assert Person.objects.filter(user__isnull=False).count() == 3


def test_never_in_production(settings):
    settings.LOCAL = False

    with pytest.raises(CommandError, match="not in production"):
        seed_demo(quietly)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one_demo():
    both = threading.Barrier(2)
    failures = []

    def start():
        try:
            both.wait()
            seed_demo(quietly)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    demos = [threading.Thread(target=start) for _ in range(2)]
    [each.start() for each in demos]
    [each.join() for each in demos]

    assert failures == []
    assert (User.objects.count(), World.objects.count()) == (4, 2)
    assert Person.objects.filter(user__isnull=False).count() == 3
