"""P6 and B1 on every page there is: with something to leak, read all that somebody can open."""

import re

import pytest

from network.models import Experience, Invitation, Post
from tests.everyone import RELATIONS, signed_in
from tests.factories import EmployerFactory, connect, found, open_job, publish
from tests.reading import read, read_all, where

pytestmark = pytest.mark.exhaustive


@pytest.fixture
def posts(everyone, mia):
    """A post of Mia's for each audience, with a word that stands nowhere else but below it."""
    posts = [publish(mia, "Pebble"), publish(mia, "Quartz", "connections")]
    for post in posts:
        Post.objects.comment(everyone.connection, post.pk, f"{post.text} indeed")
        Post.objects.react(everyone.connection, post.pk, "useful")
    return posts


def addresses(mia, posts):
    """Where Mia's posts can be expected."""
    acts = [f"{post.url}{act}" for post in posts for act in ("", "edit/", "delete/", "comments/")]
    return [
        "/feed/",
        "/saved/",
        "/notifications/",
        mia.url,
        f"{mia.url}?before=999999999",
        "/search/?q=peble",  # nearly: the page repeats what was typed
        "/search/?q=quarz",
        *acts,
    ]


def words(pages):
    """Which of Mia's two words stand anywhere."""
    return [word for word in ("Pebble", "Quartz") if where(pages, word)]


@pytest.mark.parametrize("is_private", [True, False])
@pytest.mark.parametrize("relation", [*RELATIONS, "outsider"])
def test_p5_what_is_posted_in_a_group_shows_to_its_members_only(
    everyone, mia, relation, is_private
):
    group = found(mia, "Quay", is_private=is_private)
    member, reader = everyone.connection, getattr(everyone, relation)
    group.join(member)
    if is_private:
        group.admit(mia, member)
    post = Post.objects.publish_in(group, member, "Pebble")
    Post.objects.comment(mia, post.pk, "Pebble indeed")
    for who in (everyone.follower, everyone.stranger, everyone.followed):
        who.follow(member)  # who follows an author is no member
    if is_private:
        group.join(everyone.follower)
    Post.objects.publish_in(group, mia, "Quartz")
    known = ["/groups/", "/search/?q=quay", group.url, f"{group.url}members/", member.url]
    known += [f"{post.url}{act}" for act in ("", "edit/", "delete/", "comments/")]

    pages = read_all(reader, "/saved/", "/notifications/", *known)

    expected = ["Pebble", "Quartz"] if relation == "connection" else []
    assert words(pages) == expected
    if is_private and relation not in ("connection", "outsider"):
        of_group = [text for url, text in pages.items() if url.startswith(group.url)]
        assert of_group
        assert not any("Connection" in text for text in of_group)


@pytest.mark.parametrize("relation", [*RELATIONS, "outsider"])
def test_posts_show_to_their_audience_and_to_nobody_else(everyone, mia, posts, relation):
    expected = {"connection": ["Pebble", "Quartz"], "follower": ["Pebble"]}

    pages = read_all(getattr(everyone, relation), *addresses(mia, posts))

    assert words(pages) == expected.get(relation, [])


def test_what_is_seen_changes_with_the_tie(everyone, mia, posts):
    other = everyone.stranger

    def seen():
        return words(read(other, *addresses(mia, posts)))

    assert seen() == []
    other.follow(mia)
    assert seen() == ["Pebble"]
    other.unfollow(mia)
    assert seen() == []
    connect(other, mia)
    assert seen() == ["Pebble", "Quartz"]
    other.unfollow(mia)
    assert seen() == ["Quartz"]
    other.follow(mia)
    other.disconnect(mia, keep_following=True)
    assert seen() == ["Pebble"]
    connect(mia, other)
    mia.disconnect(other)
    assert seen() == []
    other.follow(mia)
    mia.block(other)
    assert seen() == []
    mia.unblock(other)
    assert seen() == []


def test_a_post_that_becomes_for_connections_leaves_the_followers(everyone, mia, posts):
    posts[0].edit("Pebble", "connections")

    assert words(read_all(everyone.follower, *addresses(mia, posts))) == []


def test_a_deleted_post_is_gone_for_all(everyone, mia, posts):
    known = addresses(mia, posts)
    for post in posts:
        post.remove()

    for who in (everyone.connection, mia):
        assert words(read(who, *known)) == []


def make_known(other, mia, everyone):
    """Leave traces of somebody wherever a person can: staff, contacts of two others, posts.

    Returns the employer.
    """
    harbour = EmployerFactory(world=everyone.world, handle="harbour")
    Experience.objects.create(
        person=other, title="Pilot", employer=harbour, employer_name="x", started_on="2020-01-01"
    )
    connect(other, everyone.follower)
    connect(other, everyone.connection)
    publish(other, "Zirkon writes")
    other.follow(everyone.followed)
    post = publish(everyone.followed, "Tide tables")
    mias = Post.objects.comment(mia, post.pk, "Thank you")
    Post.objects.comment(other, post.pk, "Zirkon says")
    Post.objects.comment(other, post.pk, "Zirkon answers", parent=mias.pk)
    Post.objects.react(other, post.pk, "useful")
    quay, cabin = found(mia, "Quay"), found(mia, "Cabin", is_private=True)
    quay.join(other)
    cabin.join(other)
    Post.objects.publish_in(quay, other, "Zirkon writes")
    return harbour


TIES = {
    "connected": lambda other, mia: connect(other, mia),
    "following both ways": lambda other, mia: (other.follow(mia), mia.follow(other)),
    "inviting": lambda other, mia: (other.follow(mia), other.invite(mia, "friend")),
    "invited": lambda other, mia: mia.invite(other, "friend"),
    "declined": lambda other, mia: mia.invite(other, "friend").decline(),
    "unknown": lambda other, mia: other.invite(mia, "friend").say_unknown(),
    "reminded": lambda other, mia: other.invite(mia, "friend").remind(),
}


@pytest.mark.parametrize("blocker", ["mia", "other"])
@pytest.mark.parametrize("tie", TIES)
def test_who_blocks_or_is_blocked_vanishes_from_every_page(everyone, mia, tie, blocker):
    other = everyone.new("zirkon-z", name="Zirkon Zet")
    harbour = make_known(other, mia, everyone)
    job = open_job(harbour, contact=other)
    TIES[tie](other, mia)
    known = ["/people/", "/search/?q=zirkn", other.url, f"{other.url}invite/", harbour.url, job.url]
    assert where(read(mia, *known), "zirkon z") == sorted(known)

    (mia.block if blocker == "mia" else other.block)(other if blocker == "mia" else mia)

    pages = read_all(mia, *known)
    found = where(pages, "zirkon z")
    hers = ["/network/blocked/", "/settings/data/file/"]  # whom she blocks herself
    assert found == (hers if blocker == "mia" else [])
    assert where(pages, "zirkon writes") == where(pages, "zirkon says") == []
    assert where(pages, "zirkon answers") == []
    [card] = [post for post in browse_feed(mia) if post.text == "Tide tables"]
    assert (card.comment_count, card.reactions_by_kind) == (1, [])


def browse_feed(who):
    return signed_in(who).get("/feed/").context["posts"]


def test_what_i_kept_for_later_shows_only_while_i_may_see_it(everyone, mia, posts):
    Post.objects.save_for_later(everyone.follower, posts[0].pk)
    assert where(read(everyone.follower, "/saved/"), "Pebble") == ["/saved/"]

    everyone.follower.unfollow(mia)

    assert where(read(everyone.follower, "/saved/"), "Pebble") == []


def test_nobody_is_told_about_a_post_that_they_may_not_see_any_more(everyone, mia, posts):
    """P6: nor that somebody answered them there."""
    other = everyone.follower
    mine = Post.objects.comment(other, posts[0].pk, "A question")
    Post.objects.comment(everyone.connection, posts[0].pk, "An answer", parent=mine.pk)
    assert len(signed_in(other).get("/notifications/").context["notices"]) == 1

    other.unfollow(mia)

    browser = signed_in(other)
    assert list(browser.get("/notifications/").context["notices"]) == []
    assert not browser.get("/feed/").context["badges"]["notifications"]


def test_badges_do_not_count_what_is_not_shown(everyone, mia):
    everyone.follower.block(mia)
    everyone.inviting.block(mia)
    mia.block(everyone.connection)
    browser = signed_in(mia)

    badges = browser.get("/feed/").context["badges"]
    assert badges["invitations"] == len(browser.get("/invitations/").context["invitations"]) == 0
    assert (
        (badges["notifications"] or 0)
        == len(browser.get("/notifications/").context["notices"])
        == 0
    )


def test_the_mutual_count_is_that_of_those_who_are_named(everyone, mia):
    connect(everyone.connection, everyone.stranger)
    connect(everyone.follower, everyone.stranger)
    connect(everyone.follower, mia)
    everyone.follower.block(mia)

    person = signed_in(mia).get(everyone.stranger.url).context["person"]

    assert person.mutual_count == 1
    assert [one["handle"] for one in person.mutuals] == ["connection"]


def test_a_silent_answer_looks_pending_on_every_page(everyone, mia):
    """C6: nothing tells the sender that they were declined."""
    declined, pending = everyone.stranger, everyone.invited
    mia.invite(declined, "friend", "Shall we?")
    before = where(read_all(mia), "stranger")
    Invitation.objects.get(recipient=declined).decline()

    pages = read_all(mia)

    assert where(pages, "stranger") == before
    profile = {
        person.handle: re.sub(r"\d+|stranger|invited", "", pages[person.url], flags=re.IGNORECASE)
        for person in (declined, pending)
    }
    assert without_tokens(profile["stranger"]) == without_tokens(profile["invited"])


def without_tokens(text):
    return re.sub(r"(csrfmiddlewaretoken\" value=|nonce=|X-CSRFToken\": )\"[^\"]*\"", "", text)


def test_nothing_of_another_world_stands_on_any_page(everyone, mia):
    outsider = everyone.outsider
    outsider.name = "Zirkon Zet"
    outsider.save()
    publish(outsider, "Zirkon writes")

    pages = read_all(mia, "/search/?q=zirkn", outsider.url)

    assert where(pages, "zirkon z") == []
    assert where(pages, "zirkon writes") == []


def test_an_address_that_proves_knowing_is_never_shown(everyone, mia):
    """C14."""
    persona = everyone.new("petra", "persona", email="petra-proof@example.org")
    mia.user.email = "mia-proof@example.org"
    mia.user.save()
    connect(mia, persona)

    assert where(read_all(mia, persona.url), "petra-proof") == []
    assert where(read_all(everyone.connection, mia.url), "mia-proof") == []
