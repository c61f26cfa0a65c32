"""Mentions and tags in a text, whatever people type."""

import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.references import LONGEST_TAG, handles_in, tag_key, tags_in
from network.rendering import excerpt, paragraphs

WORDS = st.text(st.characters(categories=["L", "M", "N"]), min_size=1, max_size=80)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#Logistik, (#CAFÉ) and #café", ["logistik", "cafe"]),
        ("a#b C# #1 &#39; ##no /#no @#no", []),
        ("https://a.example/#part and x@y.example", []),
        ("#2026goals #hi_there", ["2026goals", "hi_there"]),
        ("#हिन्दी #日本語 #が #か", ["हिन्दी", "日本語", "が", "か"]),
        ("＃ｗｉｄｅ #İstanbul #straße", ["wide", "istanbul", "strasse"]),
        ("#ti\u200bde #\u202eabc #a\u202eb", ["ti", "a"]),
        ("#" + "x" * LONGEST_TAG + " #" + "y" * (LONGEST_TAG + 1), ["x" * LONGEST_TAG]),
    ],
)
def test_what_is_a_tag(text, tags):
    assert tags_in(text) == tags


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("@mia-lund. (@Omar), @mia-lund!", ["mia-lund", "omar"]),
        ("me@mia.example /@mia @@mia @mialundé @mia_", []),
        ("@ mia @-mia @", []),
    ],
)
def test_who_is_mentioned(text, handles):
    assert handles_in(text) == handles


@given(WORDS)
def test_a_folded_tag_stays_as_it_is(word):
    if key := tag_key(word):
        assert tag_key(key) == key
        assert len(key) <= LONGEST_TAG
        assert unicodedata.is_normalized("NFC", key)


@given(st.text("@#ab-_/&<>'\"é\u0301\u200b\u202e :.h", max_size=60))
def test_links_change_no_other_letter(text):
    html = paragraphs(f"x{text}", (("a", "a"), ("ab", "ab")))

    assert "<script" not in html
    assert html.count("<a ") == html.count("</a>")


@pytest.mark.parametrize("piece", ["@", "#", "@a-", "#a@", "@a ", "#a ", "#\u0301", "@a-a-a"])
def test_long_texts_of_signs_take_no_time(piece):
    began = process_time()
    for read in (handles_in, tags_in, lambda text: paragraphs(text, ()), excerpt):
        read(piece * 5_000)

    assert process_time() - began < 2


def test_an_excerpt_ends_between_words():
    assert excerpt("Short\n\nand whole") == '<p dir="auto">Short and whole</p>'
    assert excerpt("word " * 100) == f'<p dir="auto">{("word " * 56).strip()}…</p>'
    assert excerpt("x" * 600) == f'<p dir="auto">{"x" * 280}…</p>'
