"""`manage.py validate world`."""

from io import StringIO

import pytest
from django.core.management import call_command

from classroom.validation.world import FACTS, Fact, World


@pytest.mark.slow
def test_made_worlds_have_the_shape_of_real_networks():
    out = StringIO()

    call_command("validate", "world", "--short", stdout=out)

    assert "18 checks, none missed" in out.getvalue()


def test_every_fact_is_measured():
    assert {fact.id for fact in FACTS} == {f"W{number}" for number in range(1, 15)}


def test_every_measure_finds_a_number_in_a_small_world():
    world = World(120, 1)

    measured = {fact.target: fact.measure(world) for fact in FACTS}

    assert measured["largest component"] == 1
    assert all(isinstance(figure, (int, float)) for figure in measured.values())


def fact(*figures):
    return Fact("W0", "something", 1, 2, lambda world: world).check(figures)


def test_the_middle_of_the_worlds_is_shown():
    assert fact(1, 1.5, 2).row == ("W0", "something", "1 – 2", "1.5", "ok (3 of 3)")


def test_nine_in_ten_worlds_must_hold():
    assert fact(*[1.5] * 18, 0, 3).holds
    assert not fact(*[1.5] * 17, 0, 0, 3).holds
    assert fact(*[1.5] * 17, 0, 0, 3).row[-1] == "MISSED (17 of 20)"
