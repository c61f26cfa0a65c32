"""1st, 2nd and 3rd stand beside every person, wherever one is listed (D1)."""

import re

import pytest

from network.models import Post
from tests.everyone import signed_in
from tests.factories import connect, found, publish
from tests.network.views.words import visible


@pytest.fixture
def second(everyone):
    """Somebody whom Mia's connection knows."""
    person = everyone.new("second", name="Second")
    connect(person, everyone.connection)
    return person


def part(response, element):
    """What stands in an element, by its id, up to the next of its kind."""
    text = response.text[response.text.index(f'id="{element}"') :]
    return " ".join(re.sub(r"<[^>]*>", " ", text[: text.index("</article>")]).split())


def of_original(response, post):
    """The degrees beside whose words are shown inside a post or a form."""
    text = response.text[response.text.index(f'id="post-{post.pk}-shared"') :]
    said = re.sub(r"<[^>]*>", " ", text[: text.index("</header>")])
    return re.findall("1st|2nd|3rd|Out of network", said)[:1]


def test_comments(as_mia, mia, everyone, second):
    everyone.stranger.follow(mia)
    second.follow(mia)
    post = publish(mia, "Ahoy")
    everyone.connection.follow(mia)
    said = {
        who: Post.objects.comment(who, post.pk, "Ahoy")
        for who in (everyone.connection, second, everyone.stranger, mia)
    }
    page = as_mia.get(post.url)

    def degree(who):
        return re.findall("1st|2nd|3rd|Out of network", part(page, f"comment-{said[who].pk}"))

    assert degree(everyone.connection)[0] == "1st"
    assert degree(second)[0] == "2nd"
    assert degree(everyone.stranger) == ["Out of network"]
    assert degree(mia) == []


def test_messages(as_mia, everyone):
    everyone.connection.write(everyone.mia, "Ahoy")
    everyone.mia.write(everyone.inviting, "Who are you?")
    page = visible(as_mia.get("/messages/"))

    assert "1st" in page
    assert "Out of network" in page


def test_muted(as_mia, mia, everyone):
    mia.mute(everyone.connection)
    assert "Connected 1st" in visible(as_mia.get("/network/muted/"))


def test_recommendations_asked_written_and_shown(as_mia, htmx, mia, everyone):
    them = everyone.connection
    written = them.recommend(mia, relationship="together", text="Reads tide tables")
    assert "1st" in visible(as_mia.get("/recommendations/"))
    part = htmx.post(f"/recommendations/{written.pk}/accept/", {"revision": 1})
    assert "Out of network" not in part.text

    assert "1st" in visible(as_mia.get("/recommendations/mine/"))
    mia.recommend(them, relationship="together", text="Reads them aloud")
    assert "1st" in visible(as_mia.get("/recommendations/given/"))
    profile = signed_in(everyone.stranger).get(mia.url).text
    assert "Out of network" in profile[profile.index("profile-recommendations") :]


def test_posts_in_groups_and_ones_own(as_mia, mia, everyone):
    group = found(mia, "Quay")
    group.join(everyone.stranger)
    theirs = Post.objects.publish_in(group, everyone.stranger, "Ahoy")
    mine = Post.objects.publish_in(group, mia, "Ahoy")
    page = as_mia.get("/feed/")

    assert "Out of network" in part(page, f"post-{theirs.pk}")
    assert not re.search("1st|2nd|3rd|Out of network", part(page, f"post-{mine.pk}"))


@pytest.fixture
def shared(mia, everyone, second):
    """What Mia's connection shared: posts of somebody 2nd, of a stranger, of Mia and their own."""
    for author in (second, everyone.stranger):
        mia.follow(author)
    them, authors = everyone.connection, (second, everyone.stranger, mia, everyone.connection)
    for author in authors:
        if author != them:
            them.follow(author)
    posts = [publish(author, "Ahoy #tide") for author in authors]
    return [Post.objects.share(them, post.pk, "Look #tide", "connections") for post in posts]


@pytest.mark.parametrize("address", ["/feed/", "/posts/{}/", "/posts/{}/share/", "/tags/tide/"])
def test_the_author_of_what_was_shared(as_mia, shared, address):
    found = [of_original(as_mia.get(address.format(share.pk)), share) for share in shared]

    assert found == [["2nd"], ["Out of network"], [], ["1st"]]


def test_the_author_of_what_one_shares_oneself(as_mia, mia, everyone, second):
    mia.follow(second)
    theirs, mine = publish(second, "Ahoy"), publish(mia, "Ahoy")

    found = [of_original(as_mia.get(f"{post.url}share/"), post) for post in (theirs, mine)]

    assert found == [["2nd"], []]


def test_whom_one_is_asked_to_introduce_somebody_to(as_mia, mia, everyone, second):
    connect(mia, second)
    everyone.connection.disconnect(second)
    third = everyone.new("third")
    connect(third, mia)
    third.ask_to_be_introduced(mia, second, "We both row.")

    assert visible(as_mia.get("/introductions/")).count("1st degree") == 2
