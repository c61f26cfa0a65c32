import pytest

from network.models import Mute, Post
from tests.factories import publish
from tests.network.views.words import visible


@pytest.fixture
def followed(everyone, mia):
    publish(everyone.followed, "Of somebody followed")
    return everyone.followed


def test_muting_from_the_feed_leaves_the_rest_of_it(as_mia, says, mia, followed):
    publish(mia, "Of mine")
    assert f'action="{followed.url}mute/"' in as_mia.get("/feed/").text

    response = as_mia.post(
        f"{followed.url}mute/", headers={"Referer": "http://testserver/feed/?before=9"}
    )

    assert response.url == "/feed/?before=9"
    assert says(as_mia) == ["Your feed shows no posts of Followed now. Only you know."]
    feed = as_mia.get("/feed/").text
    assert "Of mine" in feed
    assert "Of somebody followed" not in feed


def test_a_share_of_theirs_stays_in_the_feed_without_their_words(everyone, as_mia, mia, followed):
    original = followed.posts.get()
    mia.follow(everyone.connection)
    everyone.connection.follow(followed)
    share = Post.objects.share(everyone.connection, original.pk, "Read this", "followers")
    mia.mute(followed)

    feed = as_mia.get("/feed/")

    assert "Read this" in visible(feed)
    assert "Of somebody followed" not in visible(feed)
    line = "You muted the author of the post shared here."
    assert line in visible(feed)
    assert f'<a href="{original.url}">Open it</a>' in feed.text
    assert line not in visible(as_mia.get(share.url))  # which one opened


def test_a_profile_says_that_it_is_muted_and_offers_to_unmute(as_mia, mia, followed):
    assert f'action="{followed.url}mute/"' in as_mia.get(followed.url).text
    mia.mute(followed)

    profile = as_mia.get(followed.url).text

    assert "Muted by you" in profile
    assert f'action="{followed.url}unmute/"' in profile
    assert "Of somebody followed" in profile  # what one looks for is still there


def test_a_strangers_profile_offers_no_mute(as_mia, everyone):
    assert "mute/" not in as_mia.get(everyone.stranger.url).text


def test_the_list_of_the_muted(as_mia, says, mia, followed):
    assert "You have muted nobody" in as_mia.get("/network/muted/").text
    mia.mute(followed)

    assert followed.url in as_mia.get("/network/muted/").text
    response = as_mia.post(f"{followed.url}unmute/")

    assert response.url == "/network/muted/"
    assert says(as_mia) == ["Your feed shows the posts of Followed again."]
    assert not Mute.objects.exists()


def test_the_list_comes_a_part_at_a_time(htmx, mia, followed):
    mia.mute(followed)

    part = htmx.get("/network/muted/").text

    assert "<html" not in part
    assert followed.name in part
