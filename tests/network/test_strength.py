from dataclasses import replace

import pytest

from network.strength import STEPS, Facts, strength

WHOLE = Facts(
    headline_is_own=True,
    about=True,
    place_and_industry=True,
    present_job_with_text=True,
    earlier_jobs=2,
    education=True,
    skills=3,
    face_chosen=True,
    connections=5,
)
LESS = {
    "headline": {"headline_is_own": False},
    "job": {"present_job_with_text": False},
    "about": {"about": False},
    "skills": {"skills": 2},
    "place": {"place_and_industry": False},
    "education": {"education": False},
    "earlier": {"earlier_jobs": 1},
    "face": {"face_chosen": False},
    "connections": {"connections": 4},
}


def test_nothing_and_everything():
    nothing, everything = strength(Facts()), strength(WHOLE)

    assert (nothing.level, nothing.done, nothing.next.name) == ("Just begun", 0, "headline")
    assert (everything.level, everything.done, everything.next) == ("Complete", 9, None)


@pytest.mark.parametrize("name", [step.name for step in STEPS])
def test_what_is_missing_is_the_next_step(name):
    found = strength(replace(WHOLE, **LESS[name]))

    assert (found.level, found.done, found.next.name) == ("Strong", 8, name)


def test_levels_follow_what_is_done():
    facts, levels = WHOLE, []
    for change in LESS.values():
        facts = replace(facts, **change)
        levels.append(strength(facts).level)

    assert levels == ["Strong"] * 2 + ["Taking shape"] * 3 + ["Just begun"] * 4
