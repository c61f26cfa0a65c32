"""What a scenario file may say: every rule of docs/scenario-format.md, broken once."""

import re
from pathlib import Path

import pytest

from classroom.scenario_file import InvalidScenario, read
from classroom.scenario_file.description import (
    DAY,
    YEAR,
    Connected,
    Invited,
    Job,
    Newcomer,
    Offer,
    Scenario,
    Skilled,
    Somebody,
    Study,
    Tie,
    Written,
)
from classroom.scenario_file.schema import RULES

WHOLE = """\
scenario: 1
name: Harbour
description: |
  Three people.

  And an employer.
seed: 7
rules:
  weekly_invitations: 20
learner:
  headline: Student
  about: I study.
  location: Rotterdam
  industry: Logistics
  experience:
    - {title: Clerk, employer: hill, from: 2024-05}
  education:
    - school: Northfield
      degree: BSc
      field: Supply
      from: 2014
      to: 2017
  skills: [Excel, no]
  connections: [mara, {with: omar, ago: 30d}]
  follows:
    - {who: hill, ago: 2d 30s}
  followers: [ines]
  invited_by:
    - {from: ines, how: classmate, note: "Hello", ago: 2d, approach: scam}
  invited: []
people:
  - handle: hill
    name: Harbour & Hill
    kind: employer
    posts:
      - {ago: 3d 4h, text: We are looking for people.}
  - handle: mara
    name: Mara Lindqvist
    influencer: yes
    recruiter: yes
    email: mara@mail.example
    headline: Planner
    experience:
      - title: Planner
        employer: Somewhere else
        from: 2021-03
        to: 2023-09
        text: Planned.
    follows: [hill]
    blocks: [omar]
    posts:
      - ago: 90m
        audience: connections
        text: |
          One.

          Two.
  - {handle: omar, name: Omar}
  - {handle: ines, name: Inês}
connections:
  - [mara, ines]
  - {between: [omar, ines], ago: 400d, unfollowed_by: [ines]}
invitations: []
jobs:
  - employer: hill
    title: Junior planner
    place: Tillen
    contract: internship
    contact: mara
    ago: 4d
    text: Plan.
"""


def test_everything_that_a_file_can_say_is_read():
    assert read(WHOLE.encode()) == Scenario(
        name="Harbour",
        description="Three people.\n\nAnd an employer.",
        seed=7,
        rules={"weekly_invitations": 20},
        learner=Newcomer(
            headline="Student",
            about="I study.",
            location="Rotterdam",
            industry="Logistics",
            experience=(Job("Clerk", "hill", "2024-05"),),
            education=(Study("Northfield", 2014, 2017, degree="BSc", field="Supply"),),
            skills=(Skilled("Excel"), Skilled("no")),
            connections=(Tie("mara", YEAR), Tie("omar", 30 * DAY)),
            follows=(Tie("hill", 2 * DAY + 30),),
            followers=(Tie("ines", YEAR),),
            invited_by=(
                Invited("classmate", sender="ines", note="Hello", ago=2 * DAY, approach="scam"),
            ),
        ),
        people=(
            Somebody(
                handle="hill",
                name="Harbour & Hill",
                kind="employer",
                posts=(Written("We are looking for people.", 3 * DAY + 4 * 3600),),
            ),
            Somebody(
                handle="mara",
                name="Mara Lindqvist",
                influencer=True,
                recruiter=True,
                email="mara@mail.example",
                headline="Planner",
                experience=(Job("Planner", "Somewhere else", "2021-03", "2023-09", "Planned."),),
                follows=(Tie("hill"),),
                blocks=(Tie("omar"),),
                posts=(Written("One.\n\nTwo.", 90 * 60, "connections"),),
            ),
            Somebody(handle="omar", name="Omar"),
            Somebody(handle="ines", name="Inês"),
        ),
        connections=(
            Connected(("mara", "ines")),
            Connected(("omar", "ines"), 400 * DAY, unfollowed_by=("ines",)),
        ),
        jobs=(
            Offer(
                "hill",
                "Junior planner",
                "Plan.",
                4 * DAY,
                where="Tillen",
                contract="internship",
                contact="mara",
            ),
        ),
    )


SMALL = """\
scenario: 1
name: Small
description: A few people.
people:
  - {handle: hill, name: Harbour & Hill, kind: employer}
  - {handle: mia, name: Mia}
  - {handle: omar, name: Omar}
"""


def problems(text):
    with pytest.raises(InvalidScenario) as caught:
        read(text.encode())
    return [(*at, sentence) for at, sentence in caught.value.problems]


def marked(text):
    """The text without its ‸, and the line and column of what stood behind it."""
    before, after = text.split("‸")
    lines = before.split("\n")
    return before + after, (len(lines), len(lines[-1]) + 1)


def test_an_unreadable_kind_is_the_only_problem():
    """What else would be wrong of a person or of an employer is not said of neither."""
    text, place = marked(
        SMALL.replace("kind: employer", "kind: ‸company")
        + "jobs:\n  - {employer: hill, title: Pilot, text: Guide ships., ago: 3d}\n"
    )
    text += "learner:\n  experience:\n    - {title: Pilot, employer: hill, from: 2020-01}\n"

    assert problems(text) == [(*place, "Write one of these: persona, employer.")]


def test_the_small_file_is_good():
    assert len(read(SMALL.encode()).people) == 3


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("scenario: 1\n", "‸", "Add “scenario:” here; it is needed."),
        ("scenario: 1", "scenario: ‸one", "Write one of these: 1."),
        (
            "scenario: 1",
            "scenario: ‸2",
            "This file was made by a newer release of netsim. Update netsim to load it.",
        ),
        ("name: Small", "‸name:", "Write something after this; it is needed."),
        ("name: Small", '‸name: "  "', "Write something after this; it is needed."),
        (
            "name: Small",
            'name: ‸"\\u200b"',
            "Here is a character that cannot be seen or turns the text round. Type it again.",
        ),
        (
            "name: Small",
            "name: ‸Sm\u202eall",
            "Here is a character that cannot be seen or turns the text round. Type it again.",
        ),
        (
            "name: Small",
            "name: ‸|\n  Small\n  thing",
            "This has to fit on one line. Take the line breaks out.",
        ),
        ("name: Small", f"name: ‸{'x' * 81}", "Shorten this to 80 characters: it has 81."),
        ("name: Small", "name: ‸[Small]", "Write one value here, not a list."),
        (
            "name: Small",
            "‸nmae: Small\nname: Small",
            "netsim does not know “nmae” here. Did you mean “name”?",
        ),
        (
            "name: Mia",
            "name: Mia, ‸zzz: 30",
            "netsim does not know “zzz” here. It knows: handle, name, kind, influencer, recruiter, "
            "email, avatar, behaves, open_to_work, followers_from, connections_shown_to, "
            "follow_first, private_viewing, headline, about, location, industry, experience, "
            "education, skills, follows, blocks, posts.",
        ),
        ("{handle: mia, ", "‸{", "Add “handle:” here; it is needed."),
        (
            "handle: mia",
            "handle: ‸Mia",
            "Write a handle: a–z, 0–9 and single hyphens, at most 40 characters, "
            "such as mara-lindqvist.",
        ),
        (
            "{handle: omar",
            "{handle: ‸mia",
            "“mia” is the handle of somebody in line 6. Choose another.",
        ),
        ("kind: employer", "kind: ‸learner", "Write one of these: persona, employer."),
        ("name: Mia", "name: Mia, influencer: ‸true", "Write yes or no."),
        (
            "{handle: hill, name: Harbour & Hill, kind: employer",
            "{handle: hill, name: Harbour & Hill, kind: employer, influencer: ‸yes",
            "“hill” is an employer; only people can be influencers.",
        ),
        (
            "{handle: hill, name: Harbour & Hill, kind: employer",
            "{handle: hill, name: Harbour & Hill, kind: employer, recruiter: ‸yes",
            "“hill” is an employer; only people can be recruiters.",
        ),
        (
            "{handle: hill, name: Harbour & Hill, kind: employer",
            "{handle: hill, name: Harbour & Hill, kind: employer, skills: ‸[Excel]",
            "“hill” is an employer, so it has no “skills”. Take it out.",
        ),
        (
            "{handle: hill, name: Harbour & Hill, kind: employer",
            "{handle: hill, name: Harbour & Hill, kind: employer, behaves: ‸{level: 2}",
            "“hill” is an employer; only people behave in a way of their own. Take it out.",
        ),
        (
            "name: Mia",
            "name: Mia, behaves: ‸kindly",
            "Write “name: value” lines here: role, level, "
            "openness, busyness, selectivity, address, time_zone, workdays, online.",
        ),
        (
            "name: Mia",
            "name: Mia, behaves: {role: ‸boss}",
            "Write one of these: peer, alumnus, recruiter, hiring-manager, senior-leader, "
            "influencer.",
        ),
        (
            "name: Mia",
            "name: Mia, behaves: {openness: ‸101}",
            "Write a whole number from 0 to 100.",
        ),
        (
            "name: Mia",
            "name: Mia, behaves: {time_zone: ‸+14:01}",
            "Write how far ahead of the world's clock they are, from -14:00 to +14:00.",
        ),
        (
            "name: Mia",
            "name: Mia, behaves: {online: [‸8-9]}",
            "Write from when to when, such as 08:00-09:30.",
        ),
        (
            "name: Mia",
            "name: Mia, behaves: {online: ‸[17:00-18:00, 08:00-09:00]}",
            "Put these times in order within one day, each after the one before has ended.",
        ),
        (
            "name: Mia",
            "name: Mia, behaves: {online: ‸[22:00-02:00]}",
            "Put these times in order within one day, each after the one before has ended.",
        ),
        (
            "name: Mia",
            "name: Mia, behaves: {online: ‸[23:00-24:01]}",
            "Put these times in order within one day, each after the one before has ended.",
        ),
        (
            "name: Mia",
            "name: Mia, email: ‸mia@real.org",
            "Write an e-mail address that ends in .example, so that it is nobody's.",
        ),
        (
            "name: Mia",
            "name: Mia, skills: [Résumés, ‸RESUMES]",
            "This skill is listed already, in line 6. Take one of the two out.",
        ),
        (
            "name: Mia",
            "name: Mia, skills: [Excel, ‸excel]",
            "This skill is listed already, in line 6. Take one of the two out.",
        ),
        (
            "name: Mia",
            f"name: Mia, skills: [{', '.join(map(str, range(30)))}, ‸30]",
            "At most 30 may be listed here. Take this one and what follows out.",
        ),
        (
            "name: Mia",
            "name: Mia, skills: ‸Excel",
            "Write a list here: one line for each, beginning with “- ”.",
        ),
        (
            "name: Mia",
            "name: Mia, experience: [{title: x, employer: ‸omar, from: 2020-01}]",
            "“omar” is a person, not an employer. Write an employer here.",
        ),
        (
            "name: Mia",
            "name: Mia, experience: [{title: x, employer: y, from: ‸2020-13}]",
            "Write a year and a month, such as 2021-03.",
        ),
        (
            "name: Mia",
            "name: Mia, experience: [{title: x, employer: y, from: 2020-02, to: ‸2020-01}]",
            "“From” is later than “to”. Correct one of the two.",
        ),
        (
            "name: Mia",
            "name: Mia, education: [{school: x, from: 2020, to: ‸2019}]",
            "“From” is later than “to”. Correct one of the two.",
        ),
        (
            "name: Mia",
            "name: Mia, education: [{school: x, from: ‸20}]",
            "Write a year, such as 2014.",
        ),
        (
            "name: Mia",
            f"name: Mia, posts: [{{ago: 1d, text: ‸{'x' * 3001}}}]",
            "Shorten this to 3000 characters: it has 3001.",
        ),
        (
            "name: Mia",
            "name: Mia, posts: [{ago: 1d, ‸text: ''}]",
            "Write something after this; it is needed.",
        ),
        (
            "name: Mia",
            'name: Mia, posts: [{ago: 1d, text: ‸"\\u2060"}]',
            "Nothing in this text can be seen. Write something or leave it out.",
        ),
        ("name: Mia", "name: Mia, posts: [‸{text: Hello}]", "Add “ago:” here; it is needed."),
        (
            "name: Mia",
            "name: Mia, posts: [{ago: ‸yesterday, text: Hello}]",
            "Write how long before the start: days, hours, minutes, seconds, such as 3d 4h.",
        ),
        (
            "name: Mia",
            "name: Mia, posts: [{ago: ‸3651d, text: Hello}]",
            "This is longer ago than 3650d. Write a shorter time.",
        ),
        (
            "name: Mia",
            "name: Mia, follows: [‸omra]",
            "Nobody here has the handle “omra”. Did you mean “omar”?",
        ),
        (
            "name: Mia",
            "name: Mia, follows: [‸zoe]",
            "Nobody here has the handle “zoe”. Correct it, or add this person to “people”.",
        ),
        (
            "name: Mia",
            "name: Mia, follows: [‸mia]",
            "Nobody is tied to themselves. Put somebody else for one of the two, or delete it.",
        ),
        (
            "name: Mia",
            "name: Mia, follows: [omar, hill, ‸omar]",
            "This follow is in line 6 already. Take one of the two out.",
        ),
        (
            "name: Mia",
            "name: Mia, blocks: [omar], follows: [‸omar]",
            "One of these two blocks the other. Take this tie out, or the block.",
        ),
        (
            "name: Mia",
            "name: Mia, blocks: [omar, ‸omar]",
            "This block is in line 6 already. Take one of the two out.",
        ),
        ("people:", "seed: ‸-1\npeople:", "Write a whole number from 0 to 2147483647."),
        ("people:", "seed: ‸1.5\npeople:", "Write a whole number from 0 to 2147483647."),
        ("people:", "seed: ‸١\npeople:", "Write a whole number from 0 to 2147483647."),
        ("people:", f"seed: ‸{'9' * 5000}\npeople:", "Write a whole number from 0 to 2147483647."),
        ("people:", "seed: ‸.inf\npeople:", "Write a whole number from 0 to 2147483647."),
        (
            "people:",
            "rules:\n  note_length: ‸2001\npeople:",
            "Write a whole number from 0 to 2000.",
        ),
        (
            "people:",
            "rules:\n  unknown_limit: ‸0\npeople:",
            "Write a whole number from 1 to 32767.",
        ),
        (
            "people:",
            "rules:\n  ‸world: 7\npeople:",
            "netsim does not know “world” here. It knows: reinvite_after_decline_days, "
            "reinvite_after_withdrawal_days, unknown_limit, restriction_days, weekly_invitations, "
            "note_length, reminder_limit, reminder_wait_days, invitation_lapse_days, "
            "connection_limit, post_length, article_length, comment_length, message_length, "
            "recommendation_length, messages_per_minute, application_length, group_limit.",
        ),
        (
            "people:",
            "jobs: [{employer: ‸mia, title: x, ago: 1d, text: y}]\npeople:",
            "“mia” is a person, not an employer. Write an employer here.",
        ),
        (
            "people:",
            "jobs: [{employer: ‸nobody, title: x, ago: 1d, text: y}]\npeople:",
            "Nobody here has the handle “nobody”. Correct it, or add this person to “people”.",
        ),
        (
            "people:",
            "jobs: [{employer: hill, contact: ‸hill, title: x, ago: 1d, text: y}]\npeople:",
            "“hill” is an employer. Write a person here, or take it out.",
        ),
        (
            "people:",
            "jobs: [{employer: hill, title: x, ago: 1d, text: y, contract: ‸ever}]\npeople:",
            "Write one of these: full-time, part-time, temporary, internship.",
        ),
        (
            "people:",
            "learner:\n  skills:\n  -‸ \n  - Excel\npeople:",
            "Nothing is written after this “-”. Write something or delete it.",
        ),
    ],
)
def test_a_mistake_is_placed_and_explained(old, new, sentence):
    text, place = marked(SMALL.replace(old, new, 1))

    assert problems(text) == [(*place, sentence)]


TOO_LATE = "An invitation lapses after 180 days. Write a shorter “ago”."
EMPLOYER = (
    "“hill” is an employer, who is followed, never connected or invited. Use “follows” instead."
)


@pytest.mark.parametrize(
    ("added", "sentence"),
    [
        (
            "connections:\n  - ‸[mia, mia]",
            "Nobody is tied to themselves. Put somebody else for one of the two, or delete it.",
        ),
        ("connections:\n  - ‸[mia, hill]", EMPLOYER),
        (
            "connections:\n  - [mia, omar]\n  - ‸[omar, mia]",
            "These two are connected in line 9 already. Take one of the two out.",
        ),
        (
            "connections:\n  - ‸[mia, omar, hill]",
            "Write two handles here, such as [mara-lindqvist, yusuf-demir].",
        ),
        ("connections:\n  - ‸{ago: 3d}", "Add “between:” here; it is needed."),
        (
            "connections:\n  - {between: [mia, omar], unfollowed_by: ‸[hill]}",
            "“unfollowed_by” can name only the two who are connected, not “hill”.",
        ),
        (
            "connections:\n  - {between: [mia, omar], unfollowed_by: ‸[mia, mia]}",
            "“mia” is listed twice in “unfollowed_by”. Keep one.",
        ),
        ("invitations:\n  - ‸{from: mia, to: hill, how: other, ago: 1d}", EMPLOYER),
        (
            "invitations:\n  - {from: mia, to: omar, how: ‸love, ago: 1d}",
            "Write one of these: colleague, classmate, business, friend, group, other, unknown.",
        ),
        (
            f"invitations:\n  - {{from: mia, to: omar, how: other, note: ‸{'x' * 301}, ago: 1d}}",
            "Shorten this to 300 characters: it has 301.",
        ),
        ("invitations:\n  - {from: mia, to: omar, how: other, ago: ‸180d}", TOO_LATE),
        ("invitations:\n  - ‸{from: mia, to: omar, how: other}", "Add “ago:” here; it is needed."),
        (
            "invitations:\n  - {from: mia, to: omar, how: other, ago: 1d}\n"
            "  - ‸{from: omar, to: mia, how: other, ago: 1d}",
            "An invitation between these two waits in line 9 already. Take one out.",
        ),
        (
            "connections:\n  - [mia, omar]\n"
            "invitations:\n  - ‸{from: omar, to: mia, how: other, ago: 1d}",
            "These two are connected, so no invitation can wait between them. Keep one.",
        ),
        ("learner:\n  connections: [‸hill]", EMPLOYER),
        (
            "learner:\n  connections: [mia]\n  invited:\n    - ‸{to: mia, how: other, ago: 1d}",
            "These two are connected, so no invitation can wait between them. Keep one.",
        ),
        (
            "learner:\n  invited_by:\n    - {from: mia, how: other, ago: 1d}\n"
            "  invited:\n    - ‸{to: mia, how: other, ago: 1d}",
            "An invitation between these two waits in line 10 already. Take one out.",
        ),
        ("learner:\n  invited:\n    - {to: mia, how: other, ago: ‸200d}", TOO_LATE),
        (
            "learner:\n  invited_by:\n    - {from: mia, how: other, ago: 1d, approach: ‸junk}",
            "Write one of these: relevant, irrelevant, spam, scam.",
        ),
        (
            "learner:\n  invited:\n    - {to: mia, how: other, ago: 1d, ‸approach: spam}",
            "netsim does not know “approach” here. It knows: to, how, note, ago.",
        ),
        (
            "learner:\n  follows: [mia, ‸{who: mia, ago: 3d}]",
            "This follow is in line 9 already. Take one of the two out.",
        ),
        (
            "rules:\n  connection_limit: 1\nlearner:\n  ‸connections: [mia, omar]",
            "The learner has 2 connections; “connection_limit” allows 1.",
        ),
    ],
)
def test_a_tie_that_cannot_be_is_placed_and_explained(added, sentence):
    text, place = marked(f"{SMALL}{added}\n")

    assert problems(text) == [(*place, sentence)]


@pytest.mark.parametrize(
    "tie",
    [
        "connections:\n  - [mia, omar]",
        "connections:\n  - [omar, mia]",
        "invitations:\n  - {from: omar, to: mia, how: other, ago: 1d}",
    ],
)
def test_no_tie_stands_beside_a_block(tie):
    blocking = SMALL.replace("name: Mia", "name: Mia, blocks: [omar]")

    assert problems(f"{blocking}{tie}\n") == [
        (9, 5, "One of these two blocks the other. Take this tie out, or the block.")
    ]


def test_a_follow_may_be_older_than_the_connection_but_not_contradict_it():
    text, place = marked(
        SMALL.replace("name: Mia", "name: Mia, follows: [‸{who: omar, ago: 900d}]")
    )

    assert read(f"{text}connections:\n  - [mia, omar]\n".encode())
    assert problems(
        f"{text}connections:\n  - {{between: [mia, omar], unfollowed_by: [mia]}}\n"
    ) == [(*place, "A connection says “unfollowed_by: mia” for these two. Keep one.")]


def test_the_rules_of_the_file_may_allow_longer_texts():
    text = "rules:\n  note_length: 400\n  post_length: 4000\n" + SMALL
    text = text.replace("name: Mia", f"name: Mia, posts: [{{ago: 1d, text: {'x' * 3500}}}]")
    note = "invitations:\n  - {from: mia, to: omar, how: other, ago: 3d, note: "

    assert read(f"{text}{note}{'x' * 400}}}\n".encode())
    assert problems(f"{text}{note}{'x' * 401}}}\n") == [
        (12, 54, "Shorten this to 400 characters: it has 401.")
    ]


def test_a_shorter_rule_is_for_what_comes():
    note = f"invitations:\n  - {{from: mia, to: omar, how: other, ago: 1d, note: {'x' * 300}}}\n"

    assert read(f"rules:\n  note_length: 5\n{SMALL}{note}".encode())


def test_the_rules_of_the_file_say_when_invitations_lapse():
    text = f"rules:\n  invitation_lapse_days: 3\n{SMALL}"
    text += "invitations:\n  - {from: mia, to: omar, how: other, ago: ‸3d}\n"
    text, place = marked(text)

    assert problems(text) == [(*place, "An invitation lapses after 3 days. Write a shorter “ago”.")]


def test_a_note_is_counted_as_a_reader_sees_it():
    note = "👩‍👩‍👧‍👦" * 300
    invitation = f"invitations:\n  - {{from: mia, to: omar, how: other, ago: 1d, note: {note}}}\n"

    assert read((SMALL + invitation).encode()).invitations[0].note == note


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file():
    text = SMALL.replace("name: Small", "name:").replace("name: Mia", "nam: Mia, follows: [zoe]")

    assert [sentence[:12] for _line, _column, sentence in problems(text)] == [
        "Write someth",
        "Add “name:” ",
        "netsim does ",
        "Nobody here ",
    ]


def test_one_mistake_makes_no_others():
    text = SMALL.replace("kind: employer", "kind: firm")
    job = "experience: [{title: x, employer: hill, from: 2020-01}]"

    assert [s for *_place, s in problems(text.replace("name: Mia", f"name: Mia, {job}"))] == [
        "Write one of these: persona, employer."
    ]


def test_50_mistakes_are_shown_and_the_rest_counted():
    text = SMALL + "".join(f"key{n}: x\n" for n in range(60))

    with pytest.raises(InvalidScenario) as caught:
        read(text.encode())

    assert len(caught.value.problems) == 50
    assert caught.value.unshown == 10


def test_2001_people_are_too_many():
    people = "".join(f"  - {{handle: p{n}, name: P{n}}}\n" for n in range(1998))

    assert len(problems(SMALL + people)) == 1
    assert (
        len(
            read(
                (SMALL + people.removesuffix("  - {handle: p1997, name: P1997}\n")).encode()
            ).people
        )
        == 2000
    )


def test_a_file_full_of_wrong_handles_is_answered_quickly():
    people = "".join(
        f"  - {{handle: person-{n}, name: P, follows: [persom-{n}, persin-{n}]}}\n"
        for n in range(1900)
    )

    assert len(problems(SMALL + people)) == 50


PAGE = Path("docs/scenario-format.md").read_text()


def test_the_page_about_the_format_names_every_rule_with_its_usual_number():
    table = dict(re.findall(r"^\| `(\w+)` \| ([0-9,]+)", PAGE, re.MULTILINE))

    assert {name: int(number.replace(",", "")) for name, number in table.items()} == {
        name: field.default for name, field in RULES.items()
    }


def test_the_example_of_the_page_about_the_format_has_only_known_keys_and_values():
    example = PAGE.split("```yaml\n")[1].split("```")[0].replace("[…]", "[]")
    sentences = [sentence for *_place, sentence in problems(example)]

    assert sentences
    assert [s for s in sentences if not s.startswith("Nobody here has the handle")] == []
