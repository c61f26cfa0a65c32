"""A scenario becomes a world: whole, once, and as the file says."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection

from accounts.models import User
from classroom.loading import load
from classroom.scenario_file import InvalidScenario, read
from network.invariants import findings
from network.models import (
    Block,
    Comment,
    Community,
    Connection,
    Conversation,
    Event,
    Experience,
    Follow,
    Invitation,
    Message,
    Person,
    Post,
    Recommendation,
    Skill,
    World,
)
from network.models.world import START
from network.newcomers import welcome
from simulation.models import Persona
from simulation.models.persona import drawn

from .alive import ALIVE
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

    with django_assert_max_num_queries(28):
        load(large)
    assert Post.objects.count() == 302
    times = list(Post.objects.order_by("pk").values_list("at", flat=True))
    assert times == sorted(times)


@pytest.fixture
def alive():
    return load(read(ALIVE.encode()))


def test_groups_have_their_members_since_when_the_file_says(alive):
    rope = Community.objects.get(world=alive, slug="rope")

    assert (rope.name, rope.is_private, rope.rules) == (
        "Rope and knots",
        True,
        "Be kind.\n\nBring rope.",
    )
    assert rope.founded_at == START - timedelta(days=200)
    seats = rope.memberships.order_by("person").values_list("person__handle", "standing", "since")
    assert list(seats) == [
        ("mara", "member", START - timedelta(days=100)),
        ("omar", "member", START - timedelta(days=200)),
        ("zoe", "moderator", START - timedelta(days=200)),
    ]
    assert Community.objects.get(slug="open").memberships.moderating().count() == 2


def test_what_was_said_to_a_post_stands_below_it(alive):
    post = Post.objects.get(text__startswith="What do you")
    comments = Comment.objects.filter(post=post).order_by("at")

    assert [(one.author.handle, one.text, one.parent and one.parent.text) for one in comments] == [
        ("omar", "The keys.", None),
        ("mara", "How many?", "The keys."),
        ("omar", "All.", "The keys."),
        ("mara", "Answer: everything.", None),
    ]
    reactions = post.reactions.order_by("person").values_list("person__handle", "kind", "at")
    assert list(reactions) == [
        ("mara", "support", post.at),
        ("omar", "useful", post.at),
        ("ines", "useful", START - timedelta(days=5)),
    ]
    [to_group] = Post.objects.filter(audience="group")
    assert (to_group.community.slug, to_group.comments.get().text) == ("rope", "Splice.")


def test_an_article_has_its_title_and_posts_their_tags(alive):
    article = Post.objects.get(title="On ropes")

    assert [tag.key for tag in article.tags.all()] == ["knots"]


def test_what_concerns_somebody_is_an_event_in_the_order_of_time(alive):
    events = Event.objects.filter(world=alive).order_by("pk")

    assert [event.at for event in events] == sorted(event.at for event in events)
    about_mara = events.filter(target__handle="mara").values_list("actor__handle", "verb")
    assert list(about_mara) == [
        ("ines", "endorsed"),
        ("omar", "recommended"),
        ("omar", "approved"),
        ("omar", "endorsed"),
        ("zoe", "reacted"),
        ("zoe", "commented"),
        ("zoe", "invited"),
        ("zoe", "messaged"),
        ("omar", "messaged"),
        ("omar", "reacted"),
        ("ines", "reacted"),
        ("omar", "commented"),
        ("omar", "commented"),
        ("ines", "commented"),
        ("ines", "recommended"),
    ]
    assert events.filter(actor__handle="mara", target=None).count() == 3  # to her own post


def test_gifts_are_as_the_file_says(alive):
    mara = alive.people.get(handle="mara")

    assert list(
        mara.endorsements.order_by("pk").values_list("endorser__handle", "skill__name")
    ) == [
        ("ines", "Maps"),
        ("omar", "Maps"),
    ]
    said = Recommendation.objects.order_by("at").values_list("author__handle", "status", "revision")
    assert list(said) == [("omar", "shown", 1), ("mara", "hidden", 1), ("ines", "written", 1)]


def test_who_has_answered_has_read_and_the_rest_waits(alive):
    sides = {
        (side.person.handle, side.other.handle): side
        for side in Conversation.objects.filter(world=alive)
    }

    assert {two: side.is_unread for two, side in sides.items()} == {
        ("mara", "omar"): True,
        ("omar", "mara"): False,
        ("mara", "zoe"): True,
        ("zoe", "mara"): False,
    }
    assert sides["mara", "zoe"].newest.text == "The old one."
    answers = Message.objects.exclude(invitation=None).values_list("text", "invitation__note")
    assert list(answers) == [("Which rope?", "Rope?")]


def test_what_people_chose_is_theirs(alive):
    mara = alive.people.get(handle="mara")

    assert (mara.avatar_seed, mara.open_to_work, mara.followers_from) == (
        "mara-face-3",
        "recruiters",
        "connections",
    )
    assert (mara.connections_shown_to, mara.private_viewing) == ("nobody", True)
    assert alive.people.get(handle="omar").follow_first


def test_a_learner_finds_what_the_file_gives_them(alive):
    learner = welcome(alive, User.objects.create_user("lena"), "Lena")

    assert list(learner.memberships.values_list("community__slug", "standing")) == [
        ("rope", "member")
    ]
    assert Post.objects.visible_to(learner).filter(audience="group").exists()
    endorsements = learner.endorsements.order_by("pk")
    assert list(endorsements.values_list("endorser__handle", "skill__name")) == [
        ("mara", "Rotas"),
        ("omar", "Rotas"),
    ]
    waiting = Recommendation.objects.waiting_for(learner).get()
    assert (waiting.author.handle, waiting.relationship, waiting.place) == (
        "mara",
        "managed",
        "Old Inn",
    )
    talks = Conversation.objects.of(learner).order_by("-newest")
    assert [(talk.other.handle, talk.newest.text, talk.is_unread) for talk in talks] == [
        ("omar", "And you?", True),
        ("ines", "Let me think.", False),
        ("zoe", "Who are you?", True),
    ]
    notices = Event.objects.notices_for(learner).order_by("pk")
    assert list(notices.values_list("actor__handle", "verb")) == [
        ("mara", "endorsed"),
        ("ines", "invited"),
        ("omar", "endorsed"),
        ("mara", "recommended"),
    ]
    assert [*findings()] == []
    connection.check_constraints()


def test_what_came_before_ones_own_last_act_is_no_news(alive):
    learner = welcome(alive, User.objects.create_user("lena"), "Lena")
    learner.refresh_from_db()
    mara = alive.people.get(handle="mara")

    assert list(learner.unread_notices.order_by("pk").values_list("verb", flat=True)) == [
        "endorsed",
        "recommended",
    ]
    assert list(mara.unread_notices.order_by("pk").values_list("actor__handle", "verb")) == [
        ("ines", "commented"),
        ("ines", "recommended"),
    ]


def test_a_learner_may_go_on_where_the_file_ends(alive):
    """The verbs find what was loaded as if it had been done."""
    learner = welcome(alive, User.objects.create_user("lena"), "Lena")
    ines = alive.people.get(handle="ines")
    post = Post.objects.visible_to(learner).get(audience="group")

    Post.objects.comment(learner, post.pk, "Knot.", parent=post.comments.get().pk)
    Recommendation.objects.waiting_for(learner).get().accept(revision=1)
    alive.people.get(handle="zoe").write(learner, "Hm.")
    learner.write(ines, "Still thinking.")
    Invitation.objects.awaiting(learner).get().accept()

    assert Event.objects.filter(actor=learner, verb="replied", target__handle="zoe").exists()
    assert [*findings()] == []


def test_groups_that_only_the_database_finds_alike_are_refused_with_the_place():
    text = ALIVE.replace("name: Rope and knots", "name: Øre").replace(
        "name: Open hall", "name: Ore"
    )

    with pytest.raises(InvalidScenario) as refused:
        load(read(text.encode()))

    assert [problem.sentence for problem in refused.value.problems] == [
        "The group in line 89 has this name. Choose another."
    ]
    assert not World.objects.exists()


def test_an_endorsed_skill_that_only_the_database_finds_alike_is_lost():
    text = ALIVE.replace("{name: Maps, endorsed_by: [", "Øre, {name: Ore, endorsed_by: [")
    world = load(read(text.encode()))

    assert not world.people.get(handle="mara").endorsements.exists()
    assert not Event.objects.filter(verb="endorsed").exists()


def test_the_number_of_queries_does_not_grow_with_what_people_said(django_assert_max_num_queries):
    many = "".join(
        f"      - {{ago: {n}h, text: Post {n}, reactions: {{useful: [omar]}}, comments: "
        f"[{{from: omar, ago: 0s, text: A {n}, replies: [{{from: mara, ago: 0s, text: B}}]}}]}}\n"
        for n in range(1, 200)
    )
    large = read(ALIVE.replace("      - ago: 6d\n", f"{many}      - ago: 6d\n").encode())

    with django_assert_max_num_queries(38):
        load(large)
    assert Comment.objects.count() == 404


def test_somebody_behaves_as_the_file_says_and_otherwise_as_drawn():
    world = load(read(ALIVE.encode()))
    said, usual = Persona.objects.get(person__handle="mara"), as_drawn("mara", world)

    assert (said.role, said.level, said.register) == ("hiring_manager", 4, "title-surname")
    assert (said.openness, said.busyness, said.selectivity) == (0.81, 0, 1)
    assert (said.utc_offset, said.workdays) == (-330, [0, 6])
    assert said.sessions == [[0, 479], [1380, 1440]]
    assert all(getattr(said, name) != value for name, value in usual.items())
    omar = Persona.objects.get(person__handle="omar")
    assert as_drawn("omar", world) == {name: getattr(omar, name) for name in usual}


def test_what_is_left_out_of_a_behaviour_is_drawn():
    text = ALIVE.replace("    avatar: mara-face-3\n    behaves:\n", "    behaves:\n")
    start, end = text.index("      role: hiring"), text.index("      openness: 81")
    world = load(read((text[:start] + text[end:]).encode()))
    mara, usual = Persona.objects.get(person__handle="mara"), as_drawn("mara", world)

    assert (mara.openness, mara.role, mara.level) == (0.81, usual["role"], usual["level"])


def as_drawn(handle, world):
    return {person.handle: fields for person, fields in drawn(world)}[handle]
