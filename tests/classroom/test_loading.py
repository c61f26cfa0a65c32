"""A scenario becomes a world: whole, once, and as the file says."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError

from accounts.models import User
from classroom.loading import load
from classroom.scenario_file import read
from network.models import (
    Block,
    Connection,
    Event,
    Experience,
    Follow,
    Invitation,
    Person,
    Post,
    Skill,
    World,
)
from network.models.world import START
from network.newcomers import welcome

from .test_scenario_schema import WHOLE

pytestmark = pytest.mark.django_db
DAYS_400 = timedelta(days=400)
A_YEAR = timedelta(days=365)


@pytest.fixture
def scenario():
    return read(WHOLE.encode())


@pytest.fixture
def world(scenario):
    return load(scenario)


def test_the_world_has_the_name_seed_and_rules_of_the_file(world):
    assert (world.name, world.seed, world.rules.weekly_invitations) == ("Harbour", 7, 20)
    assert world.rules.note_length == 300
    assert world.now == START


def test_people_are_as_the_file_says(world):
    assert list(
        world.people.order_by("pk").values_list(
            "handle", "name", "kind", "email", "is_influencer", "is_recruiter"
        )
    ) == [
        ("hill", "Harbour & Hill", "employer", "", False, False),
        ("mara", "Mara Lindqvist", "persona", "mara@mail.example", True, True),
        ("omar", "Omar", "persona", "", False, False),
        ("ines", "Inês", "persona", "", False, False),
    ]
    [job] = Experience.objects.all()
    assert (job.person.handle, job.employer, job.employer_name) == ("mara", None, "Somewhere else")
    assert f"{job.started_on} {job.ended_on}" == "2021-03-01 2023-09-01"


def test_connected_people_follow_each_other_unless_the_file_says_otherwise(world):
    ties = Connection.objects.values_list("person__handle", "other__handle", "origin", "since")
    assert set(ties) == {
        ("mara", "ines", "scenario", START - A_YEAR),
        ("ines", "mara", "scenario", START - A_YEAR),
        ("omar", "ines", "scenario", START - DAYS_400),
        ("ines", "omar", "scenario", START - DAYS_400),
    }
    follows = Follow.objects.values_list("follower__handle", "followed__handle", "since")
    assert set(follows) == {
        ("mara", "hill", START - A_YEAR),
        ("mara", "ines", START - A_YEAR),
        ("ines", "mara", START - A_YEAR),
        ("omar", "ines", START - DAYS_400),
    }
    assert list(Block.objects.values_list("blocker__handle", "blocked__handle")) == [
        ("mara", "omar")
    ]


def test_an_older_follow_stays_as_it_was(scenario):
    older = WHOLE.replace("follows: [hill]", "follows: [{who: ines, ago: 900d}]")
    load(read(older.encode()))

    follow = Follow.objects.get(follower__handle="mara", followed__handle="ines")
    assert follow.since == START - timedelta(days=900)


def test_ids_of_posts_follow_time(world):
    posts = list(Post.objects.order_by("pk").values_list("author__handle", "at", "audience"))

    assert posts == [
        ("hill", START - timedelta(days=3, hours=4), "followers"),
        ("mara", START - timedelta(minutes=90), "connections"),
    ]
    assert Post.objects.last().text == "One.\n\nTwo."


def test_open_jobs_are_as_the_file_says_and_follow_time():
    later = "  - {employer: hill, title: Clerk, ago: 1d, text: Write.}\n"
    world = load(read((WHOLE + later).encode()))

    jobs = world.people.get(handle="hill").jobs.order_by("pk")
    assert list(jobs.values_list("title", "place", "contract", "contact__handle")) == [
        ("Junior planner", "Tillen", "internship", "mara"),
        ("Clerk", "", "full-time", None),
    ]
    assert [job.opened_at for job in jobs] == [
        world.started_at - timedelta(days=days) for days in (4, 1)
    ]


def test_waiting_invitations_are_events_too():
    waiting = "invitations:\n  - {from: omar, to: mara, how: other, note: Hi, ago: 5d}\n"
    text = WHOLE.replace("invitations: []\n", waiting).replace("blocks: [omar]", "blocks: []")
    load(read(text.encode()))

    invitation = Invitation.objects.get()
    assert (invitation.status, invitation.note, invitation.sent_at) == (
        "pending",
        "Hi",
        START - timedelta(days=5),
    )
    event = Event.objects.get()
    assert (event.actor.handle, event.verb, event.target.handle) == ("omar", "invited", "mara")
    assert (event.invitation, event.at) == (invitation, invitation.sent_at)


def test_a_learner_starts_as_the_file_says(world):
    learner = welcome(world, User.objects.create_user("zoe"), "Zoë")

    assert (learner.headline, learner.location) == ("Student", "Rotterdam")
    assert learner.experience.get().employer.handle == "hill"
    assert [skill.name for skill in learner.skills.all()] == ["Excel", "no"]
    assert list(learner.education.values_list("school", "started_in", "ended_in")) == [
        ("Northfield", 2014, 2017)
    ]
    connected = learner.connections.order_by("since").values_list("other__handle", "since")
    assert list(connected) == [
        ("mara", START - A_YEAR),
        ("omar", START - timedelta(days=30)),
    ]
    followed = learner.follows.values_list("followed__handle", flat=True)
    assert set(followed) == {"mara", "omar", "hill"}
    followers = learner.followings.values_list("follower__handle", flat=True)
    assert set(followers) == {"mara", "omar", "ines"}
    assert Invitation.objects.awaiting(learner).get().note == "Hello"


def test_the_same_key_makes_one_world(scenario):
    key = uuid.uuid4()

    assert load(scenario, key=key) == load(scenario, key=key)
    assert World.objects.count() == 1
    assert Person.objects.count() == 4


def test_the_same_key_of_another_owner_makes_another_world(scenario):
    key = uuid.uuid4()

    assert load(scenario, key=key) != load(scenario, key=key, owner=User.objects.create_user("zoe"))


def test_another_name_may_be_given(scenario):
    assert load(scenario, name="Class 3b").name == "Class 3b"


@pytest.mark.parametrize("model", [Skill, Follow, Post])
def test_nothing_is_half_loaded(scenario, monkeypatch, model):
    def fail(*args, **kwargs):
        raise IntegrityError("the disk is full")

    monkeypatch.setattr(model.objects, "bulk_create", fail)
    with pytest.raises(IntegrityError):
        load(scenario)

    assert not World.objects.exists()
    assert not Person.objects.exists()


def test_skills_that_only_the_database_finds_alike_are_listed_once():
    text = WHOLE.replace("skills: [Excel, no]", "skills: [Øre, Ore]").replace(
        "name: Omar", "name: Omar, skills: [Œuvre, oeuvre]"
    )
    world = load(read(text.encode()))
    learner = welcome(world, User.objects.create_user("zoe"), "Zoë")

    assert [skill.name for skill in learner.skills.all()] == ["Øre"]
    assert [skill.name for skill in world.people.get(handle="omar").skills.all()] == ["Œuvre"]


def test_the_number_of_queries_does_not_grow_with_the_file(scenario, django_assert_max_num_queries):
    people = "".join(
        f"  - handle: p{n}\n    name: P {n}\n    skills: [x]\n    follows: [hill, mara]\n"
        f"    posts:\n      - {{ago: {n}h, text: Post {n}}}\n"
        for n in range(300)
    )
    large = read(
        WHOLE.replace("connections:\n  - [mara", f"{people}connections:\n  - [mara").encode()
    )

    with django_assert_max_num_queries(18):
        load(large)
    assert Post.objects.count() == 302
    times = list(Post.objects.order_by("pk").values_list("at", flat=True))
    assert times == sorted(times)
