"""P6 and B1 on every page there is: with something to leak, read all that somebody can open."""

import re
from html import unescape

import pytest

from network.models import Experience, Invitation
from tests.everyone import RELATIONS, signed_in
from tests.factories import EmployerFactory, connect, publish

LEADS_ON = re.compile(r'(?:href|hx-get)="(/[^"#]*)"')
# Forms about a person show what the profile shows; a test that cares names their addresses.
NOT_FURTHER = re.compile(r"/(static|avatar|accounts|admin|start)/|.*/(invite|block|disconnect)/$")


def read(who, *addresses, browser=None):
    """The pages at some addresses as somebody sees them, by URL."""
    browser = browser or signed_in(who)
    return {url: browser.get(url, follow=True).text for url in addresses}


def read_all(who, *also):
    """Every page that somebody comes to from the feed or by an address they know, by its URL."""
    browser, pages, ahead = signed_in(who), {}, {"/feed/", *also}
    while ahead:
        url = ahead.pop()
        pages |= read(who, url, browser=browser)
        links = {unescape(link) for link in LEADS_ON.findall(pages[url])}
        ahead |= {link for link in links - set(pages) if not NOT_FURTHER.match(link)}
    return pages


def where(pages, word):
    """The URLs of the pages on which a word stands."""
    return sorted(url for url, text in pages.items() if word.casefold() in text.casefold())


@pytest.fixture
def posts(mia):
    """A post of Mia's for each audience, with a word that stands nowhere else."""
    return [publish(mia, "Pebble"), publish(mia, "Quartz", "connections")]


def addresses(mia, posts):
    """Where Mia's posts can be expected."""
    acts = [f"{post.url}{act}" for post in posts for act in ("", "edit/", "delete/")]
    return ["/feed/", mia.url, f"{mia.url}?before=999999999", "/people/?q=mia", *acts]


def words(pages):
    """Which of Mia's two words stand anywhere."""
    return [word for word in ("Pebble", "Quartz") if where(pages, word)]


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
    """Leave traces of somebody wherever a person can: staff, a third person's contacts, posts."""
    harbour = EmployerFactory(world=everyone.world, handle="harbour")
    Experience.objects.create(
        person=other, title="Pilot", employer=harbour, employer_name="x", started_on="2020-01-01"
    )
    connect(other, everyone.follower)
    publish(other, "Zirkon writes")


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
    make_known(other, mia, everyone)
    TIES[tie](other, mia)
    known = ["/people/", "/people/?q=zirkn", other.url, f"{other.url}invite/", "/people/harbour/"]
    assert where(read(mia, *known), "zirkon z") == sorted(known)

    (mia.block if blocker == "mia" else other.block)(other if blocker == "mia" else mia)

    pages = read_all(mia, *known)
    found = where(pages, "zirkon z")
    assert found == (["/network/blocked/"] if blocker == "mia" else [])
    assert where(pages, "zirkon writes") == []


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

    pages = read_all(mia, "/people/?q=zirkn", outsider.url)

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
