import pytest

from network import avatars


def test_a_face_is_drawn_for_everybody_and_kept_for_ever(client):
    response = client.get("/avatar/1/mia.svg")

    assert response.status_code == 200
    assert response["Content-Type"] == "image/svg+xml"
    assert "immutable" in response["Cache-Control"]
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert response.content.startswith(b"<svg")


def test_the_same_seed_gives_the_same_face(client):
    first, again = client.get("/avatar/1/mia.svg"), client.get("/avatar/1/mia.svg")

    assert first.content == again.content


@pytest.mark.parametrize(
    "path",
    ["/avatar/2/mia.svg", "/avatar/1/Mia.svg", "/avatar/1/.svg", f"/avatar/1/{'a' * 65}.svg"],
)
def test_other_addresses_are_not_found(client, path):
    assert client.get(path).status_code == 404


def test_it_tells_nothing_about_who_exists(client, everyone, django_assert_num_queries):
    with django_assert_num_queries(0):
        there, not_there = client.get("/avatar/1/mia.svg"), client.get("/avatar/1/nobody.svg")

    assert there.status_code == not_there.status_code == 200


def test_a_drawing_that_fails_leaves_initials(client, monkeypatch):
    def fail(seed):
        raise RuntimeError

    monkeypatch.setattr(avatars, "_drawn", fail)
    avatars.draw.cache_clear()
    response = client.get("/avatar/1/mara-lindqvist.svg")
    avatars.draw.cache_clear()

    assert ">ML</text>" in response.text
