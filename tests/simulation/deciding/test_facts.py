from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given

from simulation.deciding.facts import Facts
from tests.simulation.strategies import FEW, facts

# What a person is, rather than what they did or share.
HUMAN = {
    *("name", "handle", "pronoun", "pronouns", "gender", "sex", "age", "born", "birth", "birthday"),
    *("nationality", "country", "origin", "language", "race", "ethnicity", "religion", "skin"),
    *("face", "photo", "picture", "image", "hair", "looks", "seat", "user", "person", "learner"),
    *("id", "pk", "email", "text", "disability", "family"),
}


def parts(kind):
    for field in fields(kind):
        yield field
        if is_dataclass(field.type):
            yield from parts(field.type)


def test_no_human_attribute_can_enter_a_decision():
    names = {field.name for field in parts(Facts)}

    assert {name for name in names if HUMAN & set(name.split("_"))} == set()
    assert [name for name in names if "avatar" in name] == ["avatar_set"]


def test_facts_hold_numbers_and_choices_and_no_words():
    kinds = {str(field.type) for field in parts(Facts) if not is_dataclass(field.type)}

    assert kinds == {
        "<class 'bool'>",
        "<class 'int'>",
        "<class 'float'>",
        "float | None",
        "<enum 'Role'>",
        "frozenset[simulation.judgement.Flag]",
    }


@FEW
@given(facts)
def test_what_is_stored_can_be_restored(facts):
    assert Facts.restored(facts.stored()) == facts


def test_facts_change_in_parts():
    changed = Facts().but(tie={"mutual": 3}, is_weekend=True)

    assert (changed.tie.mutual, changed.is_weekend) == (3, True)
    assert changed.but(tie={"mutual": 0}, is_weekend=False) == Facts()


def test_an_unknown_fact_is_refused():
    with pytest.raises(TypeError):
        Facts().but(tie={"nationality": "any"})
