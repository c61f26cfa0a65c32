"""What people write is text wherever it is shown (safety.md, A 19 to 24)."""

import json
from html.parser import HTMLParser

import pytest
from django.utils.html import escape

from network.models import Education, Experience, Person, Post, Skill
from tests.everyone import signed_in
from tests.factories import EmployerFactory, connect, publish
from tests.reading import read, read_all, where

pytestmark = pytest.mark.exhaustive

# Short enough for a skill, together all the ways out of an element, an attribute and a script.
PAYLOADS = [
    "\"'></a></title></script><evil-tag on='evil()'>",
    '\' evil=\' " hx-get="/evil" hx-trigger="load',
    "</textarea>--><svg onload=evil()><img src=x onerror=evil()>",
    "{{7*7}} {% debug %} %s {0.__class__} &lt;evil-tag&gt;",
]
LEADING = {"href", "src", "action", "hx-get", "hx-post"}
HERE = ("/", "#", "?")
DRAWN = "/map/"  # long names take more lines there


class Page(HTMLParser):
    """The elements of a page with the names of their attributes, and where it leads."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.links = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, *(name for name, _ in attributes)))
        self.links |= {value for name, value in attributes if name in LEADING}

    @property
    def names(self):
        """Of all elements and attributes."""
        return {name for element in self.elements for name in element}

    @property
    def tags(self):
        return {tag for tag, *_ in self.elements}


def fill(everyone, text):
    """Make everybody say a text wherever a person can say something."""
    everyone.world.name = everyone.world.description = text
    everyone.world.save()
    lines = ("name", "headline", "about", "location", "industry")
    Person.objects.filter(world=everyone.world).update(**dict.fromkeys(lines, text))
    Skill.objects.update(name=text)
    Education.objects.update(school=text, degree=text, field=text)
    Experience.objects.update(title=text, employer_name=text, text=text)
    Post.objects.update(text=text)


FILE = "/settings/data/file/"


@pytest.fixture
def talkers(everyone):
    """Everybody with something on each part of their profile, and posts."""
    EmployerFactory(world=everyone.world, handle="harbour")
    connect(everyone.connection, everyone.stranger)
    for person in Person.objects.filter(world=everyone.world):
        Skill.objects.create(person=person, name="x")
        Education.objects.create(person=person, school="x", started_in=2000)
        Experience.objects.create(
            person=person, title="x", employer_name="x", started_on="2020-01-01"
        )
    for author in (everyone.mia, everyone.connection, everyone.followed):
        publish(author, "x")
        publish(author, "x", "connections")
    return everyone


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_people_write_is_nothing_but_text_on_every_page(talkers, payload):
    mia = talkers.mia
    own = Post.objects.filter(author=mia).latest("pk").url
    talkers.stranger.invite(mia, "friend", payload)
    mia.invite(talkers.follower, "friend", payload)
    forms = [f"{own}edit/", f"{own}delete/", f"{talkers.connection.url}disconnect/"]
    forms += [f"{talkers.followed.url}{act}/" for act in ("invite", "block")]

    fill(talkers, "Pebble")
    plain = read_all(mia, *forms)
    fill(talkers, payload)
    written = read_all(mia, *forms)

    assert json.dumps(payload)[1:-1] in written.pop(FILE)  # no page, and never shown as one
    del plain[FILE]
    assert where(written, escape(payload)) == where(plain, "Pebble") == sorted(plain)
    for url, text in written.items():
        if url.startswith(DRAWN):
            assert Page(text).names <= Page(plain[url]).names, url
        else:
            assert Page(text).elements == Page(plain[url]).elements, url
        assert not any("evil" in link for link in Page(text).links), url


def test_it_is_text_in_messages_too(everyone):
    browser = signed_in(everyone.mia)
    Person.objects.filter(pk=everyone.stranger.pk).update(name="<evil-tag>")

    page = browser.post(f"{everyone.stranger.url}block/", follow=True).text

    assert "You have blocked &lt;evil-tag&gt;." in page
    assert "evil-tag" not in Page(page).tags


def test_it_is_text_for_the_administrator_too(talkers):
    fill(talkers, PAYLOADS[0])
    models = ("person", "post", "invitation", "event", "follow", "connection", "block", "world")
    rows = {"person": talkers.mia, "world": talkers.world, "post": Post.objects.latest("pk")}
    pages = [f"/admin/network/{model}/" for model in models]
    pages += [f"/admin/network/{model}/{row.pk}/change/" for model, row in rows.items()]

    for url, text in read(talkers.admin, *pages).items():
        assert escape(PAYLOADS[0]) in text, url
        assert "evil-tag" not in Page(text).tags, url


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org/x",
        "https://user:password@example.org/",
        "https://example.org\\@evil.test/",
        "file:///etc/passwd",
        "[x](javascript:alert(1))",
        "![x](https://example.org/x.png)",
    ],
)
def test_only_plain_addresses_become_links(everyone, address):
    publish(everyone.mia, f"See {address} now")

    page = Page(read(everyone.mia, "/feed/")["/feed/"])

    assert {link for link in page.links if not link.startswith(HERE)} <= {
        "https://example.org/x.png",
        "https://example.org",
    }


def test_a_link_is_followed_without_trust(everyone):
    publish(everyone.mia, "See https://example.org/tide?a=1&b=2.")

    assert (
        '<a href="https://example.org/tide?a=1&amp;b=2" rel="noopener nofollow ugc" dir="ltr">'
        in read(everyone.mia, "/feed/")["/feed/"]
    )


def test_the_direction_of_a_text_is_its_own(everyone):
    publish(everyone.mia, "שלום Anna 12")

    assert '<p dir="auto">שלום Anna 12</p>' in read(everyone.mia, "/feed/")["/feed/"]
