"""What people wrote, as safe HTML: paragraphs and links, everything else is text.

In posts and comments, tags and those of the mentioned `people` whom the reader may see, as (handle,
name), are links too; elsewhere `people` is None and nobody and nothing is referred to.
"""

import re
from functools import lru_cache
from urllib.parse import urlsplit

import regex
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .references import MENTION, TAG, tag_key

LONG = 700  # characters, or
BEGIN, END = "\ue000", "\ue001"  # around what is marked; no text of people keeps them
SEEN = 20  # characters by which a part is known to begin or end its text
TALL = 12  # lines, after which a text is folded
# No quotes, no backslash (browsers read it as a slash), nothing that hides or turns characters.
URL = r"(?P<url>(?i:https?)://[^\s<>\"'\\\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+)"
ADDRESSES = regex.compile(URL)
REFERENCES = regex.compile(f"{URL}|{MENTION}|{TAG}")
EXCERPT = 280  # characters of an article in a list
TRAILING = ".,;:!?…'\"»”’"
PAIRS = {")": "(", "]": "[", "}": "{"}


def paragraphs(text, people=None):
    """HTML of a text: blank lines make paragraphs, http and https addresses make links."""
    parts = re.split(r"\n\s*\n", text.strip())
    parts = [_linked(part, people) for part in parts if part]
    return SafeString("".join(f'<p dir="auto">{part}</p>' for part in parts))


def marked(snippet, text):
    """HTML of a part of a text, in which BEGIN and END stand around what is to be marked."""
    parts = re.split(f"{BEGIN}([^{BEGIN}{END}]*){END}", snippet)
    parts = [re.sub(f"[{BEGIN}{END}]", "", part) for part in parts]
    shown = "".join(parts).strip()
    before = "" if text.startswith(shown[:SEEN]) else "… "
    after = "" if text.endswith(shown[-SEEN:]) else " …"
    parts[1::2] = [format_html("<mark>{}</mark>", part) for part in parts[1::2]]
    return format_html("{}{}{}", before, format_html_join("", "{}", ((p,) for p in parts)), after)


def excerpt(text, people=None):
    """How an article begins, in one paragraph."""
    beginning = " ".join(text[: 2 * EXCERPT].split())
    if len(beginning) <= EXCERPT:
        return paragraphs(beginning, people)
    end = beginning.rfind(" ", EXCERPT // 2, EXCERPT)
    return paragraphs(beginning[: end if end > 0 else EXCERPT] + "…", people)


def folded(text, people=None):
    """As `paragraphs`; what is longer than a dozen lines is opened by "See more"."""
    return _folded(text, people, get_language())


@lru_cache(maxsize=1024)
def _folded(text, people, language):
    head, rest = split(text)
    if not rest:
        return paragraphs(text, people)
    return format_html(
        '{}<details class="fold"><summary><span class="more">{}</span>'
        '<span class="less">{}</span></summary>{}</details>',
        paragraphs(head, people),
        _("See more"),
        _("See less"),
        paragraphs(rest, people),
    )


def split(text):
    """The part of a text that is shown at once, and the rest, cut where it hurts least."""
    end = _end_of_head(text)
    if len(text) - end < LONG // 4 and text.count("\n", end) < TALL // 4:
        return text, ""  # not worth a click
    return text[:end], text[end:].strip()


def _end_of_head(text):
    tall = [found.start() for found in re.finditer("\n", text)][TALL - 1 : TALL]
    limit = min(LONG, *tall, len(text))
    if limit in (len(text), *tall):
        return limit
    for mark in ("\n", " "):
        cut = text.rfind(mark, LONG // 2, limit)
        if cut > 0:
            return cut
    return limit


def _linked(text, people):
    pieces, at = [], 0
    for found in (ADDRESSES if people is None else REFERENCES).finditer(text):
        words, link = _reference(found, people)
        if link:
            pieces += [escape(text[at : found.start()]), link]
            at = found.start() + len(words)
    return "".join([*pieces, escape(text[at:])])


def _reference(found, people):
    """The words that refer to something, and the link that stands for them; "" if they do not."""
    words, parts = found.group(), found.groupdict()
    if parts["url"]:
        url = _without_punctuation(words)
        return url, _link(url)
    if parts["handle"]:
        return words, _mention(parts["handle"].lower(), dict(people))
    return words, _tag(words, tag_key(parts["tag"]))


def _mention(handle, people):
    if handle not in people:
        return ""
    url = reverse("network:person", args=[handle])
    return format_html('<a class="mention" href="{}"><bdi>{}</bdi></a>', url, people[handle])


def _tag(words, key):
    if not key:
        return ""
    url = reverse("network:tag", args=[key])
    return format_html('<a class="tag" href="{}"><bdi>{}</bdi></a>', url, words)


def _without_punctuation(url):
    while url[-1] in TRAILING or _closes_nothing(url):
        url = url[:-1]
    return url


def _closes_nothing(url):
    last = url[-1]
    return last in PAIRS and url.count(last) > url.count(PAIRS[last])


def _link(url):
    """An anchor that shows where it leads, or nothing where the address is not a plain one."""
    try:
        host = urlsplit(url).netloc
    except ValueError:
        return ""
    if not host.strip(".:") or "@" in host:
        return ""
    return format_html(
        '<a href="{}" rel="noopener nofollow ugc" dir="ltr">{}</a>', url, _shown(url, host)
    )


def _shown(url, host):
    """The host, always whole, and as much of the rest as fits a line."""
    rest = url.split("//", 1)[1][len(host) :].rstrip("/")
    return host + (rest if len(rest) <= 40 else rest[:39] + "…")
