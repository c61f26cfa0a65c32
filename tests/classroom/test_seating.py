"""An instructor gives users a person in a world."""

import pytest
from django.contrib.auth.models import Permission

from classroom.loading import load
from classroom.scenario_file import read
from network.models import Person
from tests.everyone import signed_in
from tests.factories import LearnerFactory, UserFactory

from .test_scenario_schema import WHOLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return load(read(WHOLE.encode()))


@pytest.fixture
def url(world):
    return f"/admin/network/world/{world.pk}/learners/"


@pytest.fixture
def as_instructor():
    user = UserFactory(is_staff=True)
    wanted = Permission.objects.filter(codename__in=["add_person", "view_world"])
    user.user_permissions.set(wanted)
    return signed_in(user)


def seated(world):
    learners = world.people.filter(kind=Person.Kind.LEARNER)
    return sorted(learners.values_list("user__username", "name"))


def test_the_page_of_the_world_leads_there(as_instructor, world, url):
    assert f'href="{url}"' in as_instructor.get(f"/admin/network/world/{world.pk}/change/").text
    assert as_instructor.get(url).status_code == 200


def test_each_user_starts_as_the_scenario_says(as_instructor, world, url):
    UserFactory(username="zoe", first_name="Zoë", last_name="Zed")
    UserFactory(username="noor")
    page = as_instructor.post(url, {"users": "Zoe\r\n\r\n noor, zoe\n"}, follow=True)

    assert "2 learners were added." in page.text
    assert seated(world) == [("noor", "noor"), ("zoe", "Zoë Zed")]
    assert {p.headline for p in world.people.filter(user__isnull=False)} == {"Student"}


def test_who_is_there_already_stays_as_they_are(as_instructor, world, url):
    user = UserFactory(username="zoe")
    as_instructor.post(url, {"users": "zoe"})
    user.people.update(headline="Planner")
    page = as_instructor.post(url, {"users": "zoe"}, follow=True)

    assert "0 learners were added." in page.text
    assert user.people.get().headline == "Planner"


@pytest.mark.parametrize(
    ("users", "sentence"),
    [
        ("", "Write at least one user name."),
        ("\u200b", "Write at least one user name."),
        (
            "zoe Nobody <b>",
            "Nobody has signed up as &lt;b&gt;, Nobody. Correct the name or take it out.",
        ),
        (" ".join(f"u{n}" for n in range(501)), "Add at most 500 learners at once."),
    ],
)
def test_nobody_is_added_unless_all_can_be(as_instructor, world, url, users, sentence):
    UserFactory(username="zoe")
    page = as_instructor.post(url, {"users": users})

    assert page.status_code == 422
    assert sentence in page.text
    assert seated(world) == []


def test_a_world_that_is_not_there(as_instructor):
    assert as_instructor.get("/admin/network/world/7/learners/").status_code == 404


def test_who_may_not(world, url):
    learner = LearnerFactory(world=world)
    looking = UserFactory(is_staff=True)
    looking.user_permissions.set(Permission.objects.filter(codename="view_world"))

    assert signed_in(None).post(url, {"users": "x"}).status_code == 302
    assert signed_in(learner).post(url, {"users": "x"}).status_code == 302
    assert signed_in(looking).get(url).status_code == 403
    assert url not in signed_in(looking).get(f"/admin/network/world/{world.pk}/change/").text
