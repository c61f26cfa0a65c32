"""What stands where an employer stands, and names none."""

import pytest
from django.db.models import Value

from network.folding import Fold
from network.models import World
from network.workplaces import NO_PLACES, is_place
from tests.factories import WorldFactory


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("self-employed", False),
        ("self employed", False),
        ("freelancer", False),
        ("various", False),
        ("-", False),
        ("tideline ltd", True),
        ("the independent", True),
        ("freelance friends gmbh", True),
        ("харбор", True),
    ],
)
def test_who_works_for_themselves_has_no_colleagues(name, expected):
    assert is_place(name) == expected


def test_a_page_of_this_world_is_a_place_whatever_its_name():
    assert is_place("independent", employer=7)


@pytest.mark.django_db
def test_the_names_are_folded_as_the_names_that_they_are_held_against():
    WorldFactory()
    folded = {
        name: World.objects.values_list(Fold(Value(name)), flat=True).get() for name in NO_PLACES
    }

    assert folded == {name: name for name in NO_PLACES}
