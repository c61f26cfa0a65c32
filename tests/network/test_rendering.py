import re
from time import perf_counter

import pytest

from network import rendering
from network.rendering import LONG, folded, paragraphs, split


def test_blank_lines_make_paragraphs_and_everything_else_is_text():
    assert paragraphs("One\ntwo\n\n \n\n<b hx-get='/x'>three</b> & {{ 7 }}") == (
        '<p dir="auto">One\ntwo</p>'
        '<p dir="auto">&lt;b hx-get=&#x27;/x&#x27;&gt;three&lt;/b&gt; &amp; {{ 7 }}</p>'
    )


def link(url, shown):
    return f'<a href="{url}" rel="noopener nofollow ugc" dir="ltr">{shown}</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("https://example.org", link("https://example.org", "example.org")),
        ("HTTPS://Example.org/", link("HTTPS://Example.org/", "Example.org")),
        ("(http://example.org/a).", f"({link('http://example.org/a', 'example.org/a')})."),
        ("https://a.example/b_(c)", link("https://a.example/b_(c)", "a.example/b_(c)")),
        (
            "https://a.example/?x=1&y=<i>",
            link("https://a.example/?x=1&amp;y=", "a.example/?x=1&amp;y=") + "&lt;i&gt;",
        ),
        (
            "https://a.example/" + "b" * 60,
            link("https://a.example/" + "b" * 60, "a.example/" + "b" * 38 + "…"),
        ),
        (
            "https://one.example https://two.example",
            f"{link('https://one.example', 'one.example')} "
            f"{link('https://two.example', 'two.example')}",
        ),
    ],
)
def test_web_addresses_are_links_that_show_their_host(text, html):
    assert paragraphs(text) == f'<p dir="auto">{html}</p>'


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example/x",
        "ftp://evil.example",
        "file:///etc/passwd",
        "[x](javascript:alert(1))",
        "http://",
        "https://.:",
        "https://[::1",
        "https://good.example@evil.example/",
        "https://user:secret@evil.example/",
        "someone@example.org",
    ],
)
def test_nothing_else_is_a_link(text):
    assert "<a" not in paragraphs(text)


def test_an_address_ends_where_a_browser_would_read_on_differently():
    assert 'href="https://good.example"' in paragraphs("https://good.example\\@evil.example")
    assert 'href="https://good.example/"' in paragraphs("https://good.example/\u202egpj.exe")


def test_a_short_text_is_not_folded():
    assert folded("A few words.") == paragraphs("A few words.")
    assert split("word " * (LONG // 5 + 10))[1] == ""


@pytest.mark.parametrize(
    "text", ["word " * 600, "x" * 3000, "line\n" * 100, "\n\n".join(["word " * 30] * 12)]
)
def test_a_long_text_is_cut_once_and_nothing_is_lost(text):
    head, rest = split(text)

    assert 0 < len(head) <= LONG
    assert "".join((head + rest).split()) == "".join(text.split())
    assert folded(text).count("<details") == 1
    assert paragraphs(rest) in folded(text)


def test_many_brackets_and_addresses_are_quick():
    start = perf_counter()
    for text in ("(" * 3000, "https://a.example/" + ")" * 2900, "http://a.b " * 270, "\n" * 3000):
        folded(text)

    assert perf_counter() - start < 1


@pytest.mark.parametrize(
    ("snippet", "html"),
    [
        ("Read \ue000tide\ue001 tables", "Read <mark>tide</mark> tables"),
        ('\ue000<b>\ue001 & "x"', "<mark>&lt;b&gt;</mark> &amp; &quot;x&quot;"),
        ("\ue001</mark>\ue000 tide", "&lt;/mark&gt; tide"),
        ("\ue000\ue000tide\ue001\ue001", "<mark>tide</mark>"),
    ],
)
def test_what_was_found_is_marked_and_everything_else_is_text(snippet, html):
    assert rendering.marked(snippet, re.sub("[\ue000\ue001]", "", snippet)) == html


def test_a_part_of_a_text_cuts_no_mention():
    text = f"{'Long before. ' * 9}Ask @mia-lund or @mia-lund-2 about boats. {'Long after. ' * 9}"
    people = (("mia-lund", "Mia"), ("mia-lund-2", "Max"))
    link = '<a class="mention" href="/people/{}/"><bdi>{}</bdi></a>'
    mia, max_ = link.format("mia-lund", "Mia"), link.format("mia-lund-2", "Max")

    for part in ("mia-lund or @mia", "lund or @mia-lund", "-lund or @mia-lund-"):
        assert rendering.marked(part, text, people) == f"… {mia} or {max_} …"
    part = "lund or @\ue000mia\ue001"
    assert rendering.marked(part, text, people) == f"… {mia} or <mark>{max_}</mark> …"
    two = "Ask @mia … about \ue000boats\ue001"
    assert rendering.marked(two, text, people) == f"… Ask {mia} … about <mark>boats</mark> …"


def test_a_part_of_a_text_says_that_it_is_one():
    text = "Tide tables are read from the left, and the moon is read from above."

    assert rendering.marked("read from the left", text) == "… read from the left …"
    assert rendering.marked("Tide tables are read", text) == "Tide tables are read …"
    assert rendering.marked("the moon is read from above.", text).startswith("… the moon")
