import pytest

from network.models import Skill
from tests.network.views.words import is_part, visible

EDIT = "/profile/edit/skills/"


@pytest.fixture
def skills(mia):
    return [Skill.objects.enter(mia, name) for name in ("Rowing", "Excel", "Tides")]


def names(person):
    return list(person.skills.values_list("name", flat=True))


def press(client, skill, what):
    return client.post(f"{EDIT}{skill.pk}/{what}/")


def test_a_new_skill_comes_last(as_mia, mia, skills):
    response = as_mia.post(EDIT, {"name": "Resumé  writing"}, follow=True)

    assert names(mia) == ["Rowing", "Excel", "Tides", "Resumé writing"]
    assert "Resumé writing" in visible(response)


def test_the_order_is_ones_own(as_mia, mia, skills):
    press(as_mia, skills[2], "up")
    assert names(mia) == ["Rowing", "Tides", "Excel"]
    press(as_mia, skills[0], "down")
    assert names(mia) == ["Tides", "Rowing", "Excel"]
    press(as_mia, skills[2], "up")
    press(as_mia, skills[1], "down")
    assert names(mia) == ["Tides", "Rowing", "Excel"]
    assert "Tides Rowing Excel" in visible(as_mia.get(mia.url))


def test_a_skill_is_removed_once(as_mia, mia, skills):
    press(as_mia, skills[1], "remove")

    assert names(mia) == ["Rowing", "Tides"]
    assert press(as_mia, skills[1], "remove").status_code == 404


@pytest.mark.parametrize("name", ["Excel", " excel ", "ÉXCEL", "e\u0301xcel"])
def test_alike_names_are_refused_in_words_and_kept(as_mia, mia, skills, name):
    response = as_mia.post(EDIT, {"name": name})

    assert response.status_code == 422
    assert "You list this skill already." in visible(response)
    assert names(mia) == ["Rowing", "Excel", "Tides"]


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "x" * 61])
def test_what_is_no_skill_is_refused(as_mia, mia, name):
    assert as_mia.post(EDIT, {"name": name}).status_code == 422
    assert names(mia) == []


def test_thirty_are_the_most(as_mia, mia):
    for n in range(30):
        Skill.objects.enter(mia, f"Skill {n}")
    response = as_mia.post(EDIT, {"name": "One more"})

    assert response.status_code == 422
    assert "You list 30 skills, which is the most. Remove one first." in visible(response)
    assert len(names(mia)) == 30


def test_htmx_gets_the_list_as_it_now_is(htmx, mia, skills):
    response = htmx.post(f"{EDIT}{skills[1].pk}/up/", follow=True)

    assert is_part(response)
    assert [skill.name for skill in response.context["skills"]] == ["Excel", "Rowing", "Tides"]
