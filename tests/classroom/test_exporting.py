"""A world as a file, and back: the same world."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from classroom import scenario_file
from classroom.exporting import CannotExport, dump
from classroom.loading import load
from classroom.scenario_file import read
from classroom.scenario_file.writing import write
from network.models import (
    Community,
    Connection,
    Experience,
    Follow,
    Invitation,
    Person,
    Post,
    Reaction,
    Recommendation,
)
from network.newcomers import welcome
from network.text import clean_line, clean_text
from simulation.models import Persona

from .alive import ALIVE
from .test_scenario_schema import WHOLE

pytestmark = pytest.mark.django_db
SHIPPED = sorted(Path("classroom/scenarios").glob("*.yaml"))


def meaning(scenario):
    """What a scenario says, however it says it."""
    return {
        "itself": (scenario.name, scenario.description, scenario.seed, scenario.rules),
        "learner": unordered(scenario.learner, "skills", "groups"),
        "people": [unordered(replace(one, follows=()), *UNORDERED) for one in scenario.people],
        "follows": scenario.follows,
        "connections": {frozenset(c.between): c.ago for c in scenario.connections},
        "invitations": frozenset(scenario.invitations),
        "groups": {unordered(group, "moderators", "members") for group in scenario.groups},
        "recommendations": frozenset(scenario.recommendations),
        "conversations": {frozenset(talk.between): talk.in_time for talk in scenario.conversations},
        "jobs": frozenset(scenario.jobs),
    }


UNORDERED = ("experience", "education", "skills", "posts", "blocks")
INSIDE = {"skills": ["endorsed_by"], "posts": ["reactions", "comments"], "comments": ["replies"]}


def unordered(part, *lists):
    """The part with these lists as sets, and the lists in what they hold as well."""
    return replace(
        part,
        **{
            name: frozenset(unordered(item, *INSIDE.get(name, ())) for item in getattr(part, name))
            for name in lists
        },
    )


def reloaded(world):
    return load(read(dump(world).encode()))


@pytest.mark.exhaustive
@pytest.mark.parametrize("file", SHIPPED, ids=[file.stem for file in SHIPPED])
def test_a_shipped_file_comes_back_as_it_was(file):
    scenario = read(file.read_bytes())
    text = dump(load(scenario))

    assert meaning(read(text.encode())) == meaning(scenario)
    assert dump(load(read(text.encode()))) == text


def test_a_file_that_says_everything_comes_back_as_it_was():
    waiting = "invitations:\n  - {from: omar, to: mara, how: other, note: Hi, ago: 5d}\n"
    text = WHOLE.replace("invitations: []\n", waiting).replace("blocks: [omar]", "blocks: [hill]")
    text = text.replace("follows: [hill]", "follows: [{who: ines, ago: 900d}]")
    scenario = read(text.encode())

    assert meaning(read(dump(load(scenario)).encode())) == meaning(scenario)


def test_a_file_in_which_people_take_part_comes_back_as_it_was():
    scenario = read(ALIVE.encode())
    text = dump(load(scenario))

    assert meaning(read(text.encode())) == meaning(scenario)
    assert dump(load(read(text.encode()))) == text


def test_how_somebody_behaves_is_written_where_it_was_not_drawn():
    world = load(read(WHOLE.encode()))
    assert "behaves" not in dump(world)

    Persona.objects.filter(person__handle="omar").update(openness=0.8, workdays=[0, 5])

    assert "behaves: {openness: 80, workdays: [monday, saturday]}" in dump(world)
    [omar] = Persona.objects.filter(person__in=reloaded(world).people.filter(handle="omar"))
    assert (omar.openness, omar.workdays) == (0.8, [0, 5])


def test_who_was_never_cast_has_nothing_said_of_their_behaviour():
    world = load(read(WHOLE.encode()))
    Persona.objects.filter(person__world=world).delete()

    assert "behaves" not in dump(world)


CHARACTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
TEXTS = (
    st.text(CHARACTERS, max_size=60).map(clean_text).filter(lambda text: scenario_file_takes(text))
)
LINES = (
    st.text(CHARACTERS, max_size=30)
    .map(clean_line)
    .filter(lambda text: scenario_file_takes(text) and clean_line(text) == text)
)
SAID = TEXTS.filter(bool)
NAMES = LINES.filter(bool)
AGO = st.one_of(
    st.just("365d"),
    st.builds("{}d {}h {}m {}s".format, *[st.integers(0, n) for n in (150, 30, 70, 70)]),
)
YOUNG = st.builds("{}d {}h".format, st.integers(0, 300), st.integers(0, 30))
SKILLS = ["no", "~", "C#", "[x]", "a: b"]
HOW = st.sampled_from(Invitation.How.values)
WORTH = st.sampled_from(["", "relevant", "irrelevant", "spam", "scam"])


def scenario_file_takes(text):
    """Characters that no file may hold are tested elsewhere."""
    return not scenario_file.nodes.unusable_in(text)


@st.composite
def contents(draw):
    """What a file may say, as `write` takes it."""
    personas = [f"p-{n}" for n in range(draw(st.integers(1, 4)))]
    everybody = [*personas, "corp"]
    pairs = [(a, b) for n, a in enumerate(personas) for b in personas[n + 1 :]]
    blocked = draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    free = [pair for pair in pairs if pair not in blocked]
    connected = draw(st.sets(st.sampled_from(free))) if free else set()
    asked = [pair for pair in free if pair not in connected]
    invited = draw(st.sets(st.sampled_from(asked))) if asked else set()
    unfollowing = {
        pair: draw(st.lists(st.sampled_from(pair), max_size=1)) for pair in sorted(connected)
    }
    unfollowed = {(f, o) for pair, fs in unfollowing.items() for f in fs for o in pair}

    group = {
        "handle": "rope",
        "name": draw(NAMES),
        "description": draw(TEXTS),
        "rules": draw(TEXTS),
        "private": draw(st.sampled_from(["yes", "no"])),
        "ago": "365d",
        "moderators": ["p-0"],
        "members": [
            {"who": who, "ago": draw(YOUNG)}
            for who in [*personas[1:], "corp"]
            if draw(st.booleans())
        ],
    }
    inside = ["p-0", *(seat["who"] for seat in group["members"])]

    def follows_of(me):
        for other in everybody:
            pair = tuple(sorted((me, other)))
            may_follow = other != me and pair not in blocked and (me, other) not in unfollowed
            if may_follow and draw(st.booleans()):
                yield {"who": other, "ago": draw(AGO)}

    def person(handle):
        return {
            "handle": handle,
            "name": draw(NAMES),
            "headline": draw(LINES),
            "about": draw(TEXTS),
            "influencer": draw(st.sampled_from(["yes", "no"])),
            "recruiter": draw(st.sampled_from(["yes", "no"])),
            "email": draw(st.sampled_from(["", "me@mail.example"])),
            **profile(),
            "avatar": draw(st.sampled_from(["", "a-face"])),
            "open_to_work": draw(st.sampled_from(["", "recruiters"])),
            "skills": [*endorsed(handle)],
            "follows": [*follows_of(handle)],
            "blocks": [b for a, b in sorted(blocked) if a == handle],
            "posts": [*posts(), *group_posts(handle)],
        }

    def connections_of(me):
        return sorted({one for pair in connected if me in pair for one in pair} - {me})

    def endorsed(me):
        for name in draw(st.lists(st.sampled_from(SKILLS), unique=True)):
            if endorsers := [one for one in connections_of(me) if draw(st.booleans())]:
                yield {
                    "name": name,
                    "endorsed_by": [{"who": w, "ago": draw(AGO)} for w in endorsers],
                }
            else:
                yield name

    def group_posts(me):
        if me in inside and draw(st.booleans()):
            reader = draw(st.sampled_from(inside))
            if tuple(sorted((me, reader))) not in blocked:
                comment = {"from": reader, "ago": "1d", "text": draw(SAID)}
                replies = [{"from": me, "ago": "3h", "text": draw(SAID)}]
                yield {
                    "ago": "2d",
                    "group": "rope",
                    "text": draw(SAID),
                    "reactions": {draw(st.sampled_from(Reaction.Kind.values)): [reader]},
                    "comments": [comment | draw(st.sampled_from([{}, {"replies": replies}]))],
                }

    def praise(giver, taker):
        return {
            "from": giver,
            "to": taker,
            "relationship": draw(st.sampled_from(Recommendation.Relationship.values)),
            "place": draw(LINES),
            "ago": draw(AGO),
            "status": draw(st.sampled_from(["shown", "hidden", "waiting"])),
            "text": draw(SAID),
        }

    def talk(pair, begins):
        lines = draw(st.lists(st.tuples(st.sampled_from(pair), SAID), max_size=3))
        said = [(begins, draw(SAID)), *lines]
        return {
            "between": list(pair),
            "messages": [
                {"from": author, "ago": f"{9 - n}h", "text": text}
                for n, (author, text) in enumerate(said)
            ],
        }

    def profile():
        return {
            "experience": draw(
                st.lists(
                    st.fixed_dictionaries(
                        {
                            "title": NAMES,
                            "employer": st.one_of(st.just("corp"), NAMES),
                            "from": st.sampled_from(["2019-01", "2020-12"]),
                            "to": st.sampled_from(["", "2021-02"]),
                            "text": TEXTS,
                        }
                    ),
                    max_size=3,
                    unique_by=repr,
                )
            ),
            "education": draw(
                st.lists(
                    st.fixed_dictionaries(
                        {
                            "school": NAMES,
                            "degree": LINES,
                            "from": st.integers(1900, 2000),
                            "to": st.sampled_from(["", 2099]),
                        }
                    ),
                    max_size=2,
                    unique_by=repr,
                )
            ),
            "skills": draw(st.lists(st.sampled_from(SKILLS), unique=True)),
        }

    def posts():
        return draw(
            st.lists(
                st.fixed_dictionaries(
                    {
                        "ago": AGO,
                        "audience": st.sampled_from(["followers", "connections"]),
                        "text": SAID,
                    }
                ),
                max_size=3,
                unique_by=repr,
            )
        )

    def jobs():
        return draw(
            st.lists(
                st.fixed_dictionaries(
                    {
                        "employer": st.just("corp"),
                        "title": NAMES,
                        "place": LINES,
                        "contract": st.sampled_from(["full-time", "internship"]),
                        "contact": st.sampled_from(["", *personas]),
                        "ago": AGO,
                        "text": SAID,
                    }
                ),
                max_size=3,
                unique_by=repr,
            )
        )

    def request(**ends):
        short = st.integers(1, 179).map("{}d".format)
        return {**ends, "how": draw(HOW), "note": draw(TEXTS), "ago": draw(short)}

    mine = draw(st.sets(st.sampled_from(personas)))
    corp = {"handle": "corp", "name": draw(NAMES), "kind": "employer", "posts": posts()}
    content = {
        "scenario": 1,
        "name": draw(NAMES),
        "description": draw(SAID),
        "seed": draw(st.integers(0, 2**31 - 1)),
        "rules": draw(st.dictionaries(st.sampled_from(["weekly_invitations"]), st.integers(0, 99))),
        "learner": {
            "headline": draw(LINES),
            "about": draw(TEXTS),
            **profile(),
            "connections": [{"with": who, "ago": draw(AGO)} for who in sorted(mine)],
            "followers": [{"who": who, "ago": draw(AGO)} for who in sorted(everybody)],
            "invited_by": [
                {**request(**{"from": p}), "approach": draw(WORTH)}
                for p in personas
                if p not in mine
            ],
            "groups": [{"group": "rope", "ago": draw(YOUNG)}],
        },
        "people": [*map(person, personas), corp],
        "connections": [
            {"between": list(pair), "ago": draw(AGO), "unfollowed_by": unfollowing[pair]}
            for pair in sorted(connected)
        ],
        "invitations": [request(**{"from": a, "to": b}) for a, b in sorted(invited)],
        "groups": [group],
        "recommendations": [
            praise(*two)
            for pair in sorted(connected)
            for two in (pair, pair[::-1])
            if draw(st.booleans())
        ],
        "conversations": [
            *(talk(pair, pair[0]) for pair in sorted(connected) if draw(st.booleans())),
            *(talk(pair, pair[1]) for pair in sorted(invited) if draw(st.booleans())),
        ],
        "jobs": jobs(),
    }
    return {key: value for key, value in content.items() if value not in ([], {})}


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(contents())
def test_whatever_a_file_says_comes_back_as_it_was(content):
    scenario = read(write(content).encode())
    with transaction.atomic():
        text = dump(load(scenario))

        assert meaning(read(text.encode())) == meaning(scenario)
        assert dump(load(read(text.encode()))) == text
        transaction.set_rollback(True)


@pytest.fixture
def world():
    return load(read(WHOLE.encode()))


def test_a_closed_job_stays_at_home(world):
    before = dump(world)
    world.people.get(handle="hill").open_job("Crane driver", "Lift.").close()

    assert dump(world) == before
    assert "Junior planner" in before


def test_learners_and_what_they_did_stay_at_home(world):
    before = dump(world)
    zoe = welcome(world, User.objects.create_user("zoe", "zoe@real.org"), "Zoë")
    zoe.follow(world.people.get(handle="hill"))
    omar = world.people.get(handle="omar")
    zoe.disconnect(omar)
    zoe.invite(omar, "friend", "Hello from Zoë")
    Post.objects.publish(zoe, "My first post", Post.Audience.FOLLOWERS)
    Invitation.objects.awaiting(zoe).get().accept()

    assert dump(world) == before


def test_times_count_back_from_the_worlds_now(world):
    world.skip(timedelta(days=2, hours=1))
    copy = reloaded(world)

    assert Post.objects.get(world=copy, author__handle="hill").at == copy.now - timedelta(
        days=5, hours=5
    )
    assert [*zip_ties(copy)] == [*zip_ties(world)]


def zip_ties(world):
    for follow in Follow.objects.filter(world=world).order_by("pk"):
        yield follow.follower.handle, follow.followed.handle, world.now - follow.since


def test_a_learner_starts_in_the_copy_as_in_the_world(world):
    assert reloaded(world).newcomer == world.newcomer


def test_what_people_did_among_themselves_is_in_the_file(world):
    mara, omar, ines = (world.people.get(handle=handle) for handle in ("mara", "omar", "ines"))
    world.skip(timedelta(days=1))
    mara.unblock(omar)
    Post.objects.publish(Person.objects.get(pk=omar.pk), "News", Post.Audience.FOLLOWERS)
    mara.invite(omar, "friend").accept()
    ines.disconnect(mara)
    copy = reloaded(world)

    connected = Connection.objects.filter(world=copy, person__handle="mara")
    assert list(connected.values_list("other__handle", "since")) == [("omar", copy.now)]
    assert Post.objects.get(world=copy, author__handle="omar").text == "News"


def test_what_only_the_administration_can_write_is_left_out(world):
    mara = world.people.get(handle="mara")
    Person.objects.filter(pk=mara.pk).update(
        name="Mara\u202e Lindqvist", email="mara@real.org", headline="x\u2066y"
    )
    Experience.objects.create(
        person=mara, title="Clerk", employer_name="Old & Sons", started_on="1850-01-01"
    )
    copy = reloaded(world).people.get(handle="mara")

    assert (copy.name, copy.email, copy.headline) == ("Mara Lindqvist", "", "xy")
    assert [job.title for job in copy.experience.all()] == ["Planner"]


def test_people_who_have_left_are_left_out_of_how_learners_start(world):
    world.people.get(handle="omar").remove()

    assert [tie["who"] for tie in reloaded(world).newcomer["connections"]] == ["mara"]


def test_a_shorter_rule_for_invitations_leaves_the_old_ones_out(world):
    world.rules.invitation_lapse_days = 1
    world.rules.save()

    assert reloaded(world).newcomer["invited_by"] == []


def test_a_world_with_too_many_people_says_so(world):
    Person.objects.bulk_create(
        Person(world=world, handle=f"p{n}", name="P", joined_at=world.now) for n in range(2000)
    )

    with pytest.raises(CannotExport, match="more than 2000 people"):
        dump(world)


def test_a_world_that_the_format_cannot_say_is_refused_with_the_reason(world):
    Experience.objects.update(employer_name="omar")

    with pytest.raises(CannotExport, match="“omar” is a person, not an employer"):
        dump(world)


@pytest.fixture
def alive():
    return load(read(ALIVE.encode()))


def test_what_learners_did_in_groups_and_gave_stays_at_home(alive):
    before = dump(alive)
    zoe, mara = (alive.people.get(handle=handle) for handle in ("zoe", "mara"))
    lena = welcome(alive, User.objects.create_user("lena"), "Lena")
    own = Community.objects.found(lena, "Lena's circle")
    own.join(zoe)
    Post.objects.publish_in(own, lena, "Only here")
    post = Post.objects.visible_to(lena).get(community__slug="rope")
    Post.objects.comment(zoe, post.pk, "Yes.", parent=Post.objects.comment(lena, post.pk, "So?").pk)
    Post.objects.react(lena, post.pk, "support")
    lena.endorse(mara.skills.first())
    lena.recommend(mara, relationship="other", text="Kind.")
    mara.write(lena, "Thank you.")

    assert dump(alive) == before


def test_what_could_not_be_done_today_stays_at_home(alive):
    """A former member's post, a stranger's endorsement, a comment of who follows no more."""
    mara, omar = (alive.people.get(handle=handle) for handle in ("mara", "omar"))
    Community.objects.get(slug="rope").leave(mara)
    omar.disconnect(mara)
    text = dump(alive)

    assert "Splice" not in text
    assert "The keys." not in text
    assert "She counts." not in text
    assert "On the hook." not in text
    assert "Answer: everything." in text
    assert meaning(read(text.encode())) == meaning(read(dump(load(read(text.encode()))).encode()))


def test_of_a_group_that_a_learner_took_over_only_the_world_knows(alive):
    lena = welcome(alive, User.objects.create_user("lena"), "Lena")
    rope = Community.objects.get(slug="rope")
    zoe = alive.people.get(handle="zoe")
    rope.appoint(zoe, lena)
    zoe.remove()

    assert "handle: rope" not in dump(alive)


def test_a_recommendation_on_its_way_stays_at_home(alive):
    mara = alive.people.get(handle="mara")
    Recommendation.objects.get(author__handle="ines").decline()
    omar = alive.people.get(handle="omar")
    Recommendation.objects.get(author=mara).show()

    assert "Good maps." not in dump(alive)
    assert Recommendation.objects.filter(recipient=omar, status="shown").exists()
    assert "status: hidden" not in dump(alive)


def test_the_number_of_queries_does_not_grow_with_the_world(
    django_assert_num_queries, django_assert_max_num_queries
):
    small_world = load(read(with_people(1).encode()))
    with django_assert_max_num_queries(21) as small:
        dump(small_world)
    large = load(read(with_people(40).encode()))

    with django_assert_num_queries(len(small)):
        dump(large)


def with_people(number):
    people = "".join(
        f"  - handle: p{n}\n    name: P\n    skills: [x]\n    follows: [hill]\n"
        f"    experience: [{{title: x, employer: hill, from: 2020-01}}]\n"
        for n in range(number)
    )
    return WHOLE.replace("connections:\n  - [mara", f"{people}connections:\n  - [mara")
