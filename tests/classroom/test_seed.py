"""`manage.py seed FILE`."""

import pytest
from django.core.management import CommandError, call_command

from network.models import World

from .test_scenario_schema import WHOLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "harbour.yaml"
    path.write_text(WHOLE)
    return path


def test_a_file_becomes_a_world(file, capsys):
    call_command("seed", file)

    world = World.objects.get()
    assert capsys.readouterr().out == (
        f"“Harbour” is now world {world.pk}: 3 people, 1 employer, 2 connections, 4 follows, "
        "0 invitations, 2 posts.\n"
    )
    assert world.people.count() == 4


def test_each_time_a_new_world(file):
    call_command("seed", file)
    call_command("seed", file, name="  Class 3b ")

    assert list(World.objects.order_by("pk").values_list("name", flat=True)) == [
        "Harbour",
        "Class 3b",
    ]


def test_mistakes_are_listed_with_their_places(file, capsys):
    file.write_text(WHOLE.replace("name: Harbour\n", "nmae: Harbour\n"))

    with pytest.raises(SystemExit) as ended:
        call_command("seed", file)

    assert ended.value.code == 1
    assert capsys.readouterr().err == (
        f"{file}:1:1: Add “name:” here; it is needed.\n"
        f"{file}:2:1: netsim does not know “nmae” here. Did you mean “name”?\n"
    )
    assert not World.objects.exists()


def test_50_mistakes_are_listed_and_the_rest_counted(file, capsys):
    file.write_text(WHOLE + "".join(f"key{n}: x\n" for n in range(60)))

    with pytest.raises(SystemExit):
        call_command("seed", file)

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 51
    assert lines[-1] == "… and 10 more."


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.yaml: No such file or directory\."):
        call_command("seed", tmp_path / "nowhere.yaml")


def test_a_huge_file_is_not_read_to_its_end(tmp_path, capsys):
    path = tmp_path / "huge.yaml"
    with path.open("wb") as huge:
        huge.truncate(50 * 1024**3)  # sparse

    with pytest.raises(SystemExit):
        call_command("seed", path)

    assert "larger than 20 MB" in capsys.readouterr().err


def test_a_name_that_is_too_long(file):
    with pytest.raises(CommandError, match="at most 80 characters"):
        call_command("seed", file, name="x" * 81)
