"""What a scenario file may say of groups, posts, gifts and messages, and each rule broken once."""

import pytest

from classroom.scenario_file import read
from classroom.scenario_file.description import (
    DAY,
    YEAR,
    Group,
    Line,
    Praise,
    Reacted,
    Remark,
    Seat,
    Skilled,
    Talk,
    Tie,
    Written,
)

from .alive import ALIVE
from .test_scenario_schema import marked, problems


@pytest.fixture(scope="module")
def scenario():
    return read(ALIVE.encode())


def test_groups_are_read(scenario):
    rope, hall = scenario.groups

    assert rope == Group(
        "rope",
        "Rope and knots",
        (Seat("zoe", 200 * DAY),),
        description="What holds.",
        rules="Be kind.\n\nBring rope.",
        is_private=True,
        ago=200 * DAY,
        members=(Seat("mara", 100 * DAY), Seat("omar", 200 * DAY)),
    )
    assert hall == Group("open", "Open hall", (Seat("mara", YEAR), Seat("hill", YEAR)))


def test_what_others_made_of_posts_is_read(scenario):
    to_all, _to_connections, to_group = scenario.people[1].posts

    assert to_all == Written(
        "What do you count first?",
        6 * DAY,
        reactions=(
            Reacted("omar", 6 * DAY, "useful"),
            Reacted("ines", 5 * DAY, "useful"),
            Reacted("mara", 6 * DAY, "support"),
        ),
        comments=(
            Remark(
                "omar",
                "The keys.",
                5 * DAY,
                (Remark("mara", "How many?", 4 * DAY), Remark("omar", "All.", 3 * DAY)),
            ),
            Remark("mara", "Answer: everything.", 2 * DAY),
        ),
    )
    assert (to_group.group, to_group.audience) == ("rope", "followers")


def test_gifts_and_messages_are_read(scenario):
    assert scenario.people[1].skills == (
        Skilled("Maps", (Tie("omar", 30 * DAY), Tie("ines", YEAR))),
        Skilled("Knots"),
    )
    assert scenario.recommendations[1] == Praise(
        "mara", "other", "He has keys.", recipient="omar", ago=40 * DAY, status="hidden"
    )
    assert scenario.conversations[0] == Talk(
        (Line("Key?", 8 * DAY, "mara"), Line("On the hook.", 7 * DAY, "omar")),
        between=("mara", "omar"),
    )


def test_what_learners_get_is_read(scenario):
    learner = scenario.learner

    assert learner.groups == (Tie("rope", 20 * DAY),)
    assert learner.skills[0].endorsed_by == (Tie("mara", YEAR), Tie("omar", 3 * DAY))
    assert learner.recommended_by == (
        Praise("mara", "managed", "Kind.", where="Old Inn", ago=2 * DAY, status="waiting"),
    )
    assert learner.conversations[0] == Talk(
        (
            Line("How are you?", 4 * DAY),
            Line("Well.", 3 * DAY, "omar"),
            Line("And you?", 2 * DAY, "omar"),
        ),
        who="omar",
    )


def test_what_people_chose_is_read(scenario):
    _hill, mara, omar, *_others = scenario.people

    assert (mara.avatar_seed, mara.open_to_work) == ("mara-face-3", "recruiters")
    assert (mara.followers_from, mara.connections_shown_to) == ("connections", "nobody")
    assert (mara.private_viewing, mara.follow_first) == (True, False)
    assert omar.follow_first


def line_of(text):
    return ALIVE[: ALIVE.index(text)].count("\n") + 1


ROPE = line_of("handle: rope")
TALK = line_of("- between: [mara, omar]")
NO_GROUP = "There is no group “{}” here."
NOT_INSIDE = (
    "“{}” is not in the group “rope”, whose members alone read and write there. Add them to it, "
    "or take this out."
)
UNCONNECTED = (
    "Only connections endorse and recommend, and these two are not connected. Connect them, or "
    "take this out."
)
NO_RIGHT = (
    "Messages go between connected people, or answer an invitation that waits. Connect the two, "
    "or take this out."
)
YOUNG_GROUP = (
    "The group is younger than this. Write a shorter “ago”, or a longer one for the group."
)
YOUNG_POST = "The post is younger than this. Write a shorter “ago”."


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        # groups
        (
            "handle: open, name",
            "handle: ‸rope, name",
            f"“rope” is the handle of a group in line {ROPE}. Choose another.",
        ),
        (
            "handle: open, name",
            "handle: ‸Open Hall, name",
            "Write a handle: a–z, 0–9 and single hyphens, at most 60 characters, such as "
            "quay-people.",
        ),
        (
            "handle: open, name",
            "handle: ‸new, name",
            "A group cannot have the handle “new”. Choose another.",
        ),
        (
            "name: Open hall",
            "name: ‸ROPE and knóts",
            f"The group in line {ROPE} has this name. Choose another.",
        ),
        (
            "moderators: [mara, hill]",
            "‸moderators: []",
            "Write something after this; it is needed.",
        ),
        (
            "moderators: [mara, hill]",
            "moderators: [mara, ‸mara]",
            f"This person is in the group in line {line_of('name: Open hall')} already. "
            "Take one of the two out.",
        ),
        (
            "moderators: [mara, hill]",
            "moderators: [mara], members: [‸hil]",
            "Nobody here has the handle “hil”. Did you mean “hill”?",
        ),
        ("members: [{who: mara, ago: 100d}", "members: [{who: mara, ago: ‸201d}", YOUNG_GROUP),
        ("group: rope, ago: 20d", "group: rope, ago: ‸201d", YOUNG_GROUP),
        (
            "{group: rope, ago: 20d}",
            "‸rpoe",
            "There is no group “rpoe” here. Did you mean “rope”?",
        ),
        (
            "{group: rope, ago: 20d}",
            "‸quay",
            "There is no group “quay” here. Correct it, or add this group to “groups”.",
        ),
        (
            "{group: rope, ago: 20d}",
            "{group: rope, ago: 20d}, ‸{group: rope, ago: 10d}",
            "This group is in line 14 already. Take one of the two out.",
        ),
        # posts
        (
            "        group: rope\n",
            "        group: rope\n        audience: ‸followers\n",
            "A post to a group has no other audience. Take “audience” or “group” out.",
        ),
        ("        group: rope\n", "        group: ‸ropes\n", NO_GROUP.format("ropes")),
        (
            "text: We hire.,",
            "group: ‸rope, text: We hire.,",
            NOT_INSIDE.format("hill"),
        ),
        ("ago: 30d\n        group: rope", "ago: ‸201d\n        group: rope", YOUNG_GROUP),
        ("{inspiring: [zoe]}", "{inspiring: [‸ines]}", NOT_INSIDE.format("ines")),
        ("- {from: zoe, ago: 29d", "- {from: ‸ines, ago: 29d", NOT_INSIDE.format("ines")),
        (
            "{useful: [mara]}",
            "{useful: [‸omar]}",
            "“omar” does not see this post, since they do not follow “hill”. Let them follow, or "
            "take this out.",
        ),
        (
            "{from: ines, ago: 1d",
            "{from: ‸zoe, ago: 1d",
            "“zoe” does not see this post: it is for connections of “mara”. Connect the two, or "
            "take this out.",
        ),
        (
            "support: [mara]",
            "support: [‸omar]",
            f"This person reacts to this post in line {line_of('support: [mara]')} already. "
            "Take one of the two out.",
        ),
        ("{who: ines, ago: 5d}", "{who: ines, ago: ‸7d}", YOUNG_POST),
        ("- {from: mara, ago: 2d", "- {from: mara, ago: ‸7d", YOUNG_POST),
        (
            "{from: mara, ago: 4d, text: How",
            "{from: mara, ago: ‸5d 1s, text: How",
            "The comment that this answers is younger. Write a shorter “ago”.",
        ),
        (
            "text: The keys.",
            f"text: ‸{'x' * 1301}",
            "Shorten this to 1300 characters: it has 1301.",
        ),
        (
            "{from: omar, ago: 3d, text: All.}",
            "{from: omar, ago: 3d, text: All., ‸replies: []}",
            "netsim does not know “replies” here. It knows: from, ago, text.",
        ),
        (
            "{useful: [mara]}",
            "{‸like: [mara]}",
            "netsim does not know “like” here. It knows: useful, inspiring, congrats, support.",
        ),
        # gifts
        ("{who: omar, ago: 30d}, ines]", "{who: omar, ago: 30d}, ‸zoe]", UNCONNECTED),
        ("{who: omar, ago: 30d}, ines]", "‸hill, ines]", UNCONNECTED),
        (
            "{who: omar, ago: 30d}, ines]",
            "ines, ‸ines]",
            f"This person endorses this skill in line {line_of('name: Maps')} already. Take one of "
            "the two out.",
        ),
        ("endorsed_by: [mara, {who", "endorsed_by: [‸ines, {who", UNCONNECTED),
        (
            "{from: ines, to: mara, relationship",
            "‸{from: omar, to: mara, relationship",
            f"A recommendation from and to the same two is in line {line_of('She counts')}. "
            "Take one out.",
        ),
        (
            "{from: ines, to: mara, relationship",
            "‸{from: ines, to: omar, relationship",
            UNCONNECTED,
        ),
        (
            "{from: ines, to: mara, relationship",
            "‸{from: mara, to: mara, relationship",
            "Nobody is tied to themselves. Put somebody else for one of the two, or delete it.",
        ),
        (
            "- {from: mara, relationship: managed",
            "- ‸{from: zoe, relationship: managed",
            UNCONNECTED,
        ),
        (
            "relationship: client",
            "relationship: ‸boss",
            "Write one of these: together, managed, reported, studied, client, other.",
        ),
        ("status: hidden", "status: ‸asked", "Write one of these: shown, hidden, waiting."),
        # messages
        (
            "{from: omar, ago: 7d, text: On",
            "{from: ‸ines, ago: 7d, text: On",
            "“ines” is not one of the two who write here.",
        ),
        (
            "{from: mara, ago: 11d, text: Which",
            "‸{from: zoe, ago: 11d, text: Which",
            "“mara” has not accepted the invitation of the other, so they write first. Correct "
            "“from” or “ago”.",
        ),
        (
            "{ago: 4d, text: Let me think.}",
            "‸{from: ines, ago: 4d, text: Let me think.}",
            "The learner has not accepted this invitation, so they write first. Take “from” out, "
            "or take this message out.",
        ),
        (
            "{from: mara, ago: 11d, text: Which",
            "{from: mara, ago: ‸13d, text: Which",
            "The invitation that this answers is younger. Write a shorter “ago”.",
        ),
        # profiles
        (
            "kind: employer",
            "kind: employer\n    open_to_work: ‸everybody",
            "“hill” is an employer; only people can be open to work.",
        ),
        (
            "name: Omar, follow_first: yes",
            "name: Omar, follow_first: yes, followers_from: ‸connections",
            "Employers, influencers and those who offer Follow first can be followed by "
            "everybody. Change one of the two.",
        ),
        (
            "avatar: mara-face-3",
            "avatar: ‸Mara 3",
            "Write a word to draw the face from: a–z, 0–9 and single hyphens, at most 64 "
            "characters, such as mara-face-7.",
        ),
    ],
)
def test_a_mistake_is_placed_and_explained(old, new, sentence):
    assert old in ALIVE
    text, place = marked(ALIVE.replace(old, new, 1))
    [(*found, said)] = problems(text)

    assert (tuple(found), said[: len(sentence)]) == (place, sentence)


def sentences(old, new):
    assert old in ALIVE
    return [sentence for *_place, sentence in problems(ALIVE.replace(old, new, 1))]


def test_nobody_is_in_more_groups_than_the_rules_allow():
    limited = "comment_length: 1300, group_limit: 1}"

    assert sentences("comment_length: 1300}", limited) == [
        "Mara is in 2 groups; “group_limit” allows 1."
    ]


def test_messages_need_a_connection_or_an_invitation():
    assert NO_RIGHT in sentences("- between: [mara, zoe]", "- between: [omar, zoe]")
    assert sentences("- with: zoe", "- with: hill")[0] == NO_RIGHT


def test_two_people_have_one_conversation():
    assert sentences("- between: [mara, zoe]", "- between: [omar, mara]")[0] == (
        f"A conversation between these two is in line {TALK} already. Put the two together."
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{inspiring: [zoe]}", "{inspiring: [omar]}"),  # under a post
        ("- {from: zoe, ago: 29d, text: Splice.}", "- {from: omar, ago: 29d, text: Splice.}"),
    ],
)
def test_nothing_stands_under_a_post_beside_a_block(old, new):
    """Two who are in one group may block each other (B1)."""
    text = SEALED_OFF.replace(old, new)

    assert [sentence for *_place, sentence in problems(text)] == [
        "One of “omar” and “mara” blocks the other. Take this out, or the block."
    ]


SEALED_OFF = """\
scenario: 1
name: Quay
description: Three people.
people:
  - handle: mara
    name: Mara
    blocks: [omar]
    posts:
      - ago: 30d
        group: rope
        text: Splice or knot?
        reactions: {inspiring: [zoe]}
        comments:
          - {from: zoe, ago: 29d, text: Splice.}
  - {handle: omar, name: Omar}
  - {handle: zoe, name: Zoe}
groups:
  - {handle: rope, name: Rope, moderators: [zoe], members: [mara, omar]}
"""


PARTS = ("groups", "recommendations", "conversations")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(
    "value", ["x", "[x]", "{x: y}", "[{x: y}]", "[[x]]", "[{from: [], to: {}}]"]
)
def test_a_part_of_the_wrong_shape_is_answered_with_sentences(part, value):
    without = SEALED_OFF[: SEALED_OFF.index("groups:")].replace("        group: rope\n", "")
    without = without.replace("blocks: [omar]", "follows: [zoe]").replace("[zoe]}", "[mara]}")

    assert problems(f"{without}{part}: {value}\n")
