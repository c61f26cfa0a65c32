import xml.etree.ElementTree as ElementTree

import pytest
from django.test import Client
from django.urls import reverse

from network import avatars
from tests.factories import EmployerFactory, PersonFactory

SEEDS = [f"person-{n}" for n in range(30)] + [f"employer-{n}" for n in range(30)]


@pytest.fixture(autouse=True)
def nothing_drawn_yet():
    yield
    avatars.draw.cache_clear()


def test_a_seed_always_gives_the_same_face_and_another_seed_another():
    first = avatars.draw("mara-lindqvist")
    avatars.draw.cache_clear()

    assert avatars.draw("mara-lindqvist") == first
    assert len({avatars.draw(seed) for seed in SEEDS}) == len(SEEDS)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_face_holds_no_script_and_no_style(seed):
    tags, attributes = set(), set()
    for element in ElementTree.fromstring(avatars.draw(seed)).iter():  # noqa: S314 - our own drawing
        tags.add(element.tag.rpartition("}")[2])
        attributes |= {name for name in element.attrib if name.startswith("on") or name == "style"}
        assert all(value.startswith("#") for name, value in element.items() if "href" in name)

    assert tags & {"script", "style", "foreignObject", "image", "a"} == set()
    assert attributes == set()


def test_a_drawing_that_fails_leaves_initials(monkeypatch, caplog):
    monkeypatch.setattr(avatars, "_drawn", lambda seed: 1 / 0)
    avatars.draw.cache_clear()

    assert ">ML</text>" in avatars.draw("mara-lindqvist")
    assert ">HH</text>" in avatars.draw("employer-harbour-and-hill")
    assert "could not be drawn" in caplog.text


@pytest.mark.django_db
def test_the_address_of_a_person_leads_to_their_picture():
    person, employer = PersonFactory(handle="mara"), EmployerFactory(handle="harbour")

    assert avatars.address(person) == reverse("network:avatar", args=[avatars.VERSION, "mara"])
    for who in (person, employer):
        response = Client().get(avatars.address(who))
        assert response.content.decode() == avatars.draw(avatars.seed_of(who))
    assert avatars.draw("mara") != avatars.draw("employer-mara")


def test_everybody_may_keep_a_picture_for_ever():
    response = Client().get("/avatar/1/mara.svg")

    assert response.headers["Content-Type"] == "image/svg+xml"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize(
    "path",
    [
        "/avatar/2/mara.svg",
        "/avatar/x/mara.svg",
        "/avatar/1/.svg",
        "/avatar/1/Mara.svg",
        "/avatar/1/mara_l.svg",
        "/avatar/1/m%C3%A4ra.svg",
        "/avatar/1/../mara.svg",
        f"/avatar/1/{'a' * 65}.svg",
        f"/avatar/{'9' * 400}/mara.svg",
    ],
)
def test_what_is_no_seed_is_not_found(path):
    assert Client().get(path).status_code == 404


def test_a_picture_is_only_read():
    assert Client().post("/avatar/1/mara.svg").status_code == 405
