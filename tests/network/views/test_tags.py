import pytest

from network.models import TagFollow
from tests.factories import publish
from tests.network.views.words import is_part, said, texts, visible


@pytest.fixture
def posts(everyone, mia):
    publish(everyone.stranger, "#tide of a stranger")
    return [publish(mia, "#Tide"), publish(everyone.followed, "high #tide"), publish(mia, "#ebb")]


def test_a_tag_lists_what_the_reader_may_see_newest_first(as_mia, posts):
    assert texts(as_mia.get("/tags/tide/")) == ["high #tide", "#Tide"]


def test_a_word_in_a_post_leads_to_its_tag(as_mia, mia):
    page = as_mia.get(publish(mia, "#Größe <b>#b</b>").url)

    assert '<a class="tag" href="/tags/grosse/"><bdi>#Größe</bdi></a> &lt;b&gt;' in page.text


@pytest.mark.parametrize("written", ["TIDE", "Tïde", "ｔｉｄｅ"])
def test_other_spellings_lead_to_the_one(as_mia, written):
    response = as_mia.get(f"/tags/{written}/")

    assert (response.status_code, response.headers["Location"]) == (302, "/tags/tide/")


@pytest.mark.parametrize("nonsense", ["12", "a b", "x" * 51, "%00", "a-b", "%E2%80%AEabc"])
def test_what_is_no_tag_is_not_there(as_mia, nonsense):
    for act in ("", "follow/", "unfollow/"):
        response = (as_mia.post if act else as_mia.get)(f"/tags/{nonsense}/{act}")
        assert response.status_code == 404


def test_tags_of_scripts_that_join_letters_work(as_mia, mia):
    publish(mia, "#हिन्दी")

    page = as_mia.get("/tags/हिन्दी/")

    assert texts(page) == ["#हिन्दी"]


def test_following_and_unfollowing_without_a_script(as_mia, mia):
    response = as_mia.post("/tags/tide/follow/", follow=True)
    assert said(response) == ["You follow #tide. It is among your tags."]
    assert response.redirect_chain == [("/tags/tide/", 302)]
    assert "#tide" in visible(as_mia.get("/tags/"))

    assert said(as_mia.post("/tags/tide/unfollow/", follow=True)) == ["You no longer follow #tide."]
    assert "You follow no tag yet" in visible(as_mia.get("/tags/"))


def test_htmx_gets_the_button(htmx, mia):
    assert "press to unfollow" in htmx.post("/tags/tide/follow/").text
    assert list(mia.followed_tags.values_list("key", flat=True)) == ["tide"]
    assert "Follow tag" in htmx.post("/tags/tide/unfollow/").text


def test_my_tags_say_what_is_new(as_mia, mia, posts):
    for key in ("tide", "ebb", "flow"):
        TagFollow.objects.follow(mia, key)

    words = visible(as_mia.get("/tags/"))

    assert "#ebb 1 new post" in words
    assert "#flow Nothing new" in words
    assert "#tide 2 new posts" in words


def test_lists_come_in_pages(as_mia, htmx, mia):
    for number in range(21):
        publish(mia, f"#tide {number}")
        TagFollow.objects.follow(mia, f"tide{number:02}")

    for page, key in (("/tags/tide/", "before"), ("/tags/", "after")):
        first = as_mia.get(page)
        rows = first.context.get("posts") or first.context["tags"]
        later = htmx.get(page, {key: rows.next})
        assert is_part(later)
        assert len(rows) == 20
        assert len(later.context.get("posts") or later.context["tags"]) == 1


@pytest.mark.parametrize("after", ["\x00", "~", "x" * 5000])
def test_a_forged_place_in_my_tags_is_no_fault(as_mia, after):
    assert as_mia.get("/tags/", {"after": after}).status_code == 200
