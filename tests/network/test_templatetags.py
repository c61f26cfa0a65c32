import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import engines
from django.utils.translation import override

from network.icons import OWN, icon
from network.models import Person
from network.models.world import START
from network.templatetags import netsim
from network.ties import Tie


def words(html):
    return " ".join(re.sub(r"<svg.*?</svg>", " ", html).replace("<", " <").split())


def said(html):
    return " ".join(re.sub(r"<[^>]+>", " ", words(html)).split())


@pytest.mark.parametrize(
    ("tie", "degree", "text"),
    [
        (Tie(connected=True, following=True, followed=True), 1, "Connected 1st 1st degree"),
        (Tie(connected=True), 1, "Connected 1st 1st degree"),
        (Tie(following=True), 2, "Following 2nd 2nd degree"),
        (Tie(followed=True), 3, "Follows you 3rd 3rd degree"),
        (Tie(), None, "Out of network"),
    ],
)
def test_a_relation_is_a_glyph_a_word_and_a_degree(tie, degree, text):
    html = netsim.relation(tie, degree)

    assert said(html) == text
    assert html.count("<svg") == (1 if any(vars(tie).values()) else 0)


def test_employers_have_no_degree():
    assert said(netsim.relation(Tie(following=True), None, employer=True)) == "Following"
    assert netsim.relation(Tie(), None, employer=True) == ""


def test_a_relation_that_is_kept_is_kept_by_language():
    netsim.relation(Tie(following=True), 2)
    with override("de"):
        assert netsim._relation.cache_info().currsize
        before = netsim._relation.cache_info().misses
        netsim.relation(Tie(following=True), 2)

    assert netsim._relation.cache_info().misses == before + 1


@pytest.mark.parametrize("name", [*OWN, "clock", "bell"])
def test_icons_are_decoration_and_need_no_inline_style(name):
    html = icon(name)

    assert html.startswith('<svg class="icon')
    assert 'aria-hidden="true"' in html
    assert "style=" not in html
    assert "\n" not in html


class Post:
    community = None

    def __init__(self, followed=None, connected=None, name="Mara"):
        self.followed_since, self.connected_since = followed, connected
        self.author = type("Author", (), {"name": name})


@pytest.mark.parametrize(
    ("post", "reason"),
    [
        (Post(followed=START), "You have followed Mara since day 1."),
        (
            Post(followed=START, connected=START),
            "You have been connected with Mara since day 1, so you follow each other.",
        ),
        (
            Post(connected=START),
            "It is for connections, and you have been connected with Mara since day 1.",
        ),
        (Post(), "You wrote it."),
    ],
)
def test_a_post_names_the_tie_that_shows_it(post, reason):
    world = type("World", (), {"started_at": START})

    assert said(netsim.why(post, world)).replace(" .", ".") == reason


def test_a_name_in_a_reason_is_text():
    world = type("World", (), {"started_at": START})
    html = netsim.why(Post(followed=START, name='<script>%(x)s"'), world)

    assert "<bdi>&lt;script&gt;%(x)s&quot;</bdi>" in html


@pytest.mark.parametrize(
    ("path", "place"),
    [("/feed/", "feed"), ("/posts/3/", "feed"), ("/people/mara/", "people"), ("/", "")],
)
def test_a_page_belongs_to_a_place_of_the_navigation(path, place):
    assert netsim.place(path) == place


def test_every_stylesheet_and_script_is_there_and_linked():
    linked = netsim.stylesheets() + netsim.scripts()

    for address in re.findall(r'(?:href|src)="/static/([^"]+)"', linked):
        assert finders.find(address), address
    assert linked.count("<link") == len(netsim.STYLES)


def test_components_take_their_colours_from_the_tokens():
    styles = Path(settings.BASE_DIR, "static/css")
    for sheet in [*styles.glob("components/*.css"), styles / "base.css", styles / "layout.css"]:
        assert re.findall(r"#[0-9a-f]{3,8}\b", sheet.read_text()) == [], sheet.name
        assert f"components/{sheet.stem}" in netsim.STYLES or sheet.stem in netsim.STYLES


INLINE = re.compile(r"<script(?! src=)|<style|\sstyle=|\son[a-z]+=|hx-on|javascript:")


def test_no_template_brings_its_own_script_or_style():
    engine = engines["django"].engine
    for template in Path(settings.BASE_DIR, "templates").rglob("*.html"):
        source = template.read_text()
        engine.from_string(source)
        assert INLINE.findall(source) == [], template


@pytest.mark.parametrize(
    ("words", "ours"),
    [
        ("Change Password", "Change password"),
        ("\n  Sign In\n", "Sign in"),
        ("New Password (again)", "New password (again)"),
        ("Two-Factor TOTP", "Two-factor TOTP"),
        ("", ""),
    ],
)
def test_titles_of_other_packages_are_written_like_ours(words, ours):
    assert netsim.sentence_case(words) == ours
    with override("de"):
        assert netsim.sentence_case(words) == words


def test_influencers_carry_their_badge_beside_the_mark():
    plain, chosen = Person(kind="persona"), Person(kind="persona", is_influencer=True)

    assert said(netsim.simulated(plain)) == "Simulated"
    assert said(netsim.simulated(chosen)) == "Simulated Influencer"
    assert netsim.simulated(Person(kind="learner")) == ""


@pytest.mark.parametrize(("number", "written"), [(300, "300"), (3000, "3,000"), (25000, "25,000")])
def test_thousands_are_grouped(number, written):
    assert netsim.grouped(number) == written
