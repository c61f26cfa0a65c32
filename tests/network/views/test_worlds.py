import pytest

from tests.factories import LearnerFactory, WorldFactory
from tests.network.views.words import said


@pytest.fixture
def abroad(mia):
    """The same user's person in a second world."""
    return LearnerFactory(user=mia.user, world=WorldFactory(name="Abroad"), handle="mia-abroad")


def test_it_lists_my_worlds_only(as_mia, mia, abroad):
    response = as_mia.get("/worlds/")

    assert list(response.context["people"]) == [mia, abroad]
    assert "Abroad" in response.text
    assert "Elsewhere" not in response.text


def test_entering_a_world_is_kept_for_the_session(as_mia, mia, abroad):
    assert as_mia.get("/feed/").context["me"] == abroad  # taken last

    response = as_mia.post(f"/worlds/{mia.pk}/enter/", follow=True)

    assert said(response) == ["You are now in “Harbour”."]
    assert as_mia.get("/feed/").context["me"] == mia


def test_nobody_enters_as_somebody_else(as_mia, mia, everyone):
    assert as_mia.post(f"/worlds/{everyone.stranger.pk}/enter/").status_code == 404
    assert as_mia.get("/feed/").context["me"] == mia


def test_a_person_who_was_removed_makes_room_for_another_of_mine(as_mia, mia, abroad):
    as_mia.post(f"/worlds/{abroad.pk}/enter/")
    abroad.remove()

    assert as_mia.get("/feed/").context["me"] == mia


def test_who_was_removed_from_the_only_world_is_led_to_the_start(as_mia, mia):
    mia.remove()

    assert as_mia.post("/people/stranger/follow/").url == "/start/"


def test_pages_of_one_world_hold_nothing_of_my_other_one(as_mia, mia, abroad, everyone):
    stranger = LearnerFactory(world=abroad.world, handle="local")
    as_mia.post(f"/worlds/{abroad.pk}/enter/")

    assert as_mia.get(stranger.url).status_code == 200
    assert as_mia.get(everyone.stranger.url).status_code == 404
