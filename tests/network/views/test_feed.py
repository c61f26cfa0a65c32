from datetime import timedelta

import pytest

from network.models import Post
from tests.factories import publish
from tests.network.views.words import is_part, texts, visible


@pytest.fixture
def posts(everyone):
    """One post for each audience by each person, named after both."""
    for person in (everyone.mia, everyone.connection, everyone.followed, everyone.follower):
        for audience in dict(Post.OWN_AUDIENCES):
            publish(person, f"{person.handle} for {audience}", audience)


def test_it_shows_what_i_may_see_of_those_i_follow_and_my_own_newest_first(as_mia, posts):
    assert texts(as_mia.get("/feed/")) == [
        "followed for followers",
        "connection for connections",
        "connection for followers",
        "mia for connections",
        "mia for followers",
    ]


def test_whom_i_unfollowed_is_gone_from_it_though_we_are_connected(as_mia, mia, everyone, posts):
    mia.unfollow(everyone.connection)

    assert "connection for connections" not in as_mia.get("/feed/").text
    assert "connection for connections" in as_mia.get(everyone.connection.url).text


def test_each_card_says_why_it_is_there(as_mia, posts):
    page = visible(as_mia.get("/feed/"))

    assert "You have followed Followed since day 1." in page
    assert "You have been connected with Connection since day 1" in page
    assert "You wrote it." in page


def test_it_pages_by_key(as_mia, mia):
    for n in range(25):
        publish(mia, f"post {n}")

    first = as_mia.get("/feed/")
    older = as_mia.get(f"/feed/?before={first.context['posts'].next}")

    assert texts(first) == [f"post {n}" for n in range(24, 4, -1)]
    assert texts(older) == [f"post {n}" for n in range(4, -1, -1)]
    assert older.context["posts"].next is None


def test_htmx_gets_the_older_posts_only(htmx, posts):
    response = htmx.get("/feed/?before=999999999")

    assert is_part(response)
    assert len(texts(response)) == 5
    assert "HX-Request" in response["Vary"]


@pytest.mark.parametrize("header", ["HX-Boosted", "HX-History-Restore-Request"])
def test_a_boosted_link_and_a_restored_page_are_whole(htmx, posts, header):
    assert "<html" in htmx.get("/feed/", headers={header: "true"}).text


@pytest.mark.parametrize("before", ["0", "-1", "x", "1e9", "٣", "", "9" * 400, "%00", "1.5"])
def test_a_forged_cursor_gives_some_page(as_mia, posts, before):
    assert as_mia.get(f"/feed/?before={before}").status_code == 200


def test_an_empty_feed_says_what_to_do(everyone, client):
    client.force_login(everyone.stranger.user)
    page = visible(client.get("/feed/"))

    assert "Your feed is empty" in page
    assert "Find people" in page


def test_whoever_arrives_is_told_where_to_begin(mia, as_mia):
    mia.joined_at = mia.world.now
    mia.save(update_fields=["joined_at"])
    page = visible(as_mia.get("/feed/"))
    assert "Begin here" in page
    assert "1 invitation waits for your answer." in page
    assert "Begin here" not in visible(as_mia.get("/feed/?before=1"))

    mia.joined_at -= timedelta(days=7)
    mia.save(update_fields=["joined_at"])
    assert "Begin here" not in visible(as_mia.get("/feed/"))
