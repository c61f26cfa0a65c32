"""`manage.py advance`, as an instructor or an operator types it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from network.models.world import START
from simulation.models import Decision
from tests.factories import WorldFactory
from tests.simulation.moves import lucky

pytestmark = pytest.mark.django_db


def advance(*arguments):
    out = StringIO()
    call_command("advance", *map(str, arguments), stdout=out)
    return out.getvalue().splitlines()


def test_it_moves_a_world_day_by_day_and_says_so(monkeypatch, world, mia, omar, persona):
    lucky(monkeypatch, "accept")
    mia.invite(omar, "unknown")

    lines = advance(world.pk, "--days", 22)

    world.refresh_from_db()
    assert world.now == START + timedelta(days=22)
    assert len(lines) == 22
    assert lines[0].startswith("Tuesday, day 2, 08:00: ")
    assert sum(line.endswith(": 1 thing happened") for line in lines) == 1
    assert Decision.objects.count() == 1


def test_a_world_is_found_by_its_name_too(world):
    world.name = "Harbour"
    world.save()
    assert advance("Harbour", "--days", 1) == ["Tuesday, day 2, 08:00: 0 things happened"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Nowhere", "--days", 1), "There is no world “Nowhere”."),
        (("9" * 40, "--days", 1), "There is no world"),
        (("Twins", "--days", 1), "More than one world is called “Twins”. Give its number."),
        (("Twins", "--days", 0), "Choose a number of days from 1 to 3660."),
    ],
)
def test_what_cannot_be_done_is_said(arguments, words):
    WorldFactory(name="Twins")
    WorldFactory(name="Twins")
    with pytest.raises(CommandError, match=words):
        advance(*arguments)
