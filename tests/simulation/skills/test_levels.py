"""Levels come from work, and from the last of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.coaching.checklist import Help
from simulation.deciding.facts import Facts, Role
from simulation.judgement import NoteJudgement
from simulation.skills import judging
from simulation.skills.levels import NAMES, Level, Piece, at_least, reached
from simulation.skills.table import SKILLS
from tests.simulation.strategies import facts

S, D, P, T = Level


def pieces(*levels, help=Help.NONE):
    return [Piece(level, help) for level in levels]


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        ([], S),
        ([T, T], S),
        ([T, T, T], T),
        ([S, T, T, T], T),
        ([T, T, T, S], T),
        ([T, T, S, S], S),
        ([T, T, T, T, S, S], S),
        ([D, P, T, S], D),
        ([D, P, T, T], P),
    ],
)
def test_a_level_is_what_three_of_the_last_four_reach(levels, level):
    assert reached(pieces(*levels)) == level


def test_work_with_help_counts_for_less():
    assert reached(pieces(T, T, T, T, help=Help.FULL)) == D
    assert reached(pieces(T, T, T, T, help=Help.HINTS)) == P


@given(st.lists(st.builds(Piece, st.sampled_from(Level), st.sampled_from(Help)), max_size=8))
def test_better_work_never_lowers_a_level(work):
    better = [Piece(Level.STRONG, piece.help) for piece in work]

    assert reached(better) >= reached(work)


def test_steps_belong_to_the_level_above_them():
    assert [at_least(value, 0.3, 0.5, 0.7) for value in (0.29, 0.3, 0.5, 0.69, 0.7)] == [
        *(S, D, P, P, T)
    ]


@given(facts)
def test_any_facts_can_be_judged_and_luck_is_none_of_them(seen):
    assert judging.profile(seen) in Level
    assert judging.engaging_first(seen) in Level
    assert judging.note(seen) is None or judging.note(seen) in Level
    hidden = seen.but(traits={"openness": 0.1, "busyness": 0.9, "selectivity": 0.9})
    assert judging.choice(hidden) == judging.choice(seen)


@pytest.mark.parametrize(
    ("tie", "role", "level"),
    [
        ({}, Role.INFLUENCER, S),
        ({}, Role.PEER, D),
        ({"mutual": 1}, Role.PEER, P),
        ({"mutual": 4, "groups": 1, "active_in_group": True}, Role.PEER, T),
    ],
)
def test_whom_to_invite_is_judged_by_what_is_shared_and_who_it_is(tie, role, level):
    assert judging.choice(Facts().but(tie=tie, traits={"role": role})) == level


@pytest.mark.parametrize(
    ("done", "level"),
    [
        ({}, S),
        ({"liked": 3.0}, D),
        ({"liked": 40.0}, S),
        ({"followed": 90.0}, D),
        ({"commented": 2.0}, P),
        ({"replied": 2.0, "followed": 5.0}, T),
    ],
)
def test_what_came_before_is_judged_by_words_first(done, level):
    assert judging.engaging_first(Facts().but(engagement=done)) == level


def test_an_invitation_without_a_note_is_no_work_on_notes():
    assert judging.note(Facts()) is None
    assert judging.note(Facts(note=NoteJudgement(quality=0.9))) == T


@pytest.mark.parametrize(
    ("label", "answer", "reported", "level"),
    [
        ("relevant", "accepted", False, T),
        ("relevant", "unknown", False, S),
        ("relevant", "accepted", True, S),
        ("irrelevant", "declined", False, T),
        ("scam", "accepted", False, S),
        ("scam", "declined", False, P),
        ("scam", "declined", True, T),
    ],
)
def test_answers_are_judged_by_what_the_invitation_was_worth(label, answer, reported, level):
    assert judging.inbox(label, answer, reported) == level


def test_every_skill_says_what_brings_the_next_level():
    for skill in SKILLS:
        assert all(skill.way_from(level) for level in (S, D, P))
        assert skill.way_from(T) == ""
    assert len(NAMES) == 4
