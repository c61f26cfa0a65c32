import pytest

from network.models import Post
from tests.everyone import signed_in
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


def test_signing_in_again_leads_to_the_world_used_last(as_mia, mia, abroad):
    as_mia.post(f"/worlds/{mia.pk}/enter/")

    assert signed_in(mia).get("/feed/").context["me"] == mia


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


def test_a_tab_left_open_in_another_world_acts_there(as_mia, mia):
    elsewhere = LearnerFactory(user=mia.user, world=WorldFactory(name="Tuesday class"))
    as_mia.post(f"/worlds/{elsewhere.pk}/enter/")
    as_mia.post("/posts/", {"text": "For Harbour", "audience": "followers", "acting_as": mia.pk})

    assert [post.author for post in Post.objects.all()] == [mia]
    assert as_mia.get("/feed/").context["me"] == mia


def test_nobody_acts_as_somebody_else(as_mia, mia, everyone):
    for who in (everyone.follower.pk, everyone.outsider.pk, "0", "-1", "abc", "9" * 40):
        as_mia.post("/posts/", {"text": f"As {who}", "audience": "followers", "acting_as": who})

    assert {post.author for post in Post.objects.all()} == {mia}


def test_being_seated_elsewhere_moves_nobody_who_is_at_work(as_mia, mia):
    as_mia.get("/")
    LearnerFactory(user=mia.user, world=WorldFactory(name="Tuesday class"))

    assert as_mia.get("/feed/").context["me"] == mia
