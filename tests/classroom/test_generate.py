"""`manage.py generate`."""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from classroom.scenario_file import read
from network.models import Invitation, Post, World
from network.newcomers import welcome

pytestmark = pytest.mark.django_db


def test_it_makes_a_world(capsys):
    call_command("generate", people=12, seed=3, world="Tuesday class")

    world = World.objects.get()
    assert (world.name, world.seed) == ("Tuesday class", 3)
    assert world.people.filter(kind="persona").count() == 12
    said = capsys.readouterr().out
    assert said.startswith(f"“Tuesday class” is now world {world.pk}: 12 people, 3 employers, ")


def test_a_learner_finds_people_posts_and_invitations_there():
    call_command("generate", people=30, seed=7)
    person = welcome(World.objects.get(), User.objects.create_user("mia"), "Mia")

    assert Post.objects.visible_to(person).exists()
    assert Invitation.objects.awaiting(person).count() == 3
    assert person.memberships.exists()


def test_it_writes_a_file_that_loads_to_the_same(tmp_path, capsys):
    file = tmp_path / "made.yaml"
    call_command("generate", people=12, seed=3, out=str(file))

    assert not World.objects.exists()
    assert capsys.readouterr().out.startswith(f"Wrote {file}: 12 people, 3 employers, ")
    assert read(file.read_bytes()).seed == 3
    call_command("seed", file)
    assert World.objects.get().people.filter(kind="persona").count() == 12


@pytest.mark.parametrize("people", [9, 1901, -1])
def test_too_few_or_too_many_people(people):
    with pytest.raises(CommandError, match="Choose from 10 to 1900 people"):
        call_command("generate", people=people)


@pytest.mark.parametrize("seed", [-1, 2**31])
def test_a_seed_that_no_world_can_have(seed):
    with pytest.raises(CommandError, match="Choose a seed from 0 to 2147483647"):
        call_command("generate", seed=seed)


def test_a_name_that_is_too_long():
    with pytest.raises(CommandError, match="at most 80 characters"):
        call_command("generate", people=10, world="x" * 81)


def test_a_file_that_cannot_be_written(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere/made\.yaml: No such file or directory\."):
        call_command("generate", people=10, out=str(tmp_path / "nowhere/made.yaml"))


def test_a_world_or_a_file():
    with pytest.raises(CommandError, match="not allowed with"):
        call_command("generate", "--world", "A", "--out", "b.yaml")
