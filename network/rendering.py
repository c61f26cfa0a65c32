"""What people wrote, as safe HTML: paragraphs and links, everything else is text.

In posts and comments, tags and those of the mentioned `people` whom the reader may see, as (handle,
name), are links too; elsewhere `people` is None and nobody and nothing is referred to.
"""

import re
from functools import lru_cache
from itertools import groupby
from urllib.parse import urlsplit

import regex
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .references import REFERENCES, URL, tag_key

LONG = 700  # characters, or
BEGIN, END = "\ue000", "\ue001"  # around what is marked; no text of people keeps them
GAP = " … "  # between two parts of a text
SEEN = 20  # characters by which a part is known to begin or end its text
TALL = 12  # lines, after which a text is folded
ADDRESSES = regex.compile(URL)
LONGEST_ADDRESS = 2000  # characters; a longer one is only text
EXCERPT = 280  # characters of an article in a list
TRAILING = ".,;:!?…'\"»”’"
PAIRS = {")": "(", "]": "[", "}": "{"}


def paragraphs(text, people=None):
    """HTML of a text: blank lines make paragraphs, http and https addresses make links."""
    parts = re.split(r"\n\s*\n", text.strip())
    parts = [_linked(part, people) for part in parts if part]
    return SafeString("".join(f'<p dir="auto">{part}</p>' for part in parts))


def marked(snippet, text, people=()):
    """HTML of parts of a text, in which BEGIN and END stand around what is to be marked; GAP
    between them.
    """
    parts = (_with_whole_references(part, text) for part in snippet.split(GAP))
    letters = [*_letters(GAP.join(parts))]
    shown = "".join(letter for letter, _is_marked in letters)
    before = "" if text.startswith(shown.strip()[:SEEN]) else "… "
    after = "" if text.endswith(shown.strip()[-SEEN:]) else " …"
    pieces, at = [], 0
    for found in REFERENCES.finditer(shown):
        words, link = _reference(found, people)
        if link:
            end = found.start() + len(words)
            pieces += _runs(letters[at : found.start()])
            pieces.append(_mark(link, any(mark for _, mark in letters[found.start() : end])))
            at = end
    return format_html("{}{}{}", before, SafeString("".join(pieces + _runs(letters[at:]))), after)


def _with_whole_references(part, text):
    """A part of a text, as much longer as it takes not to cut what refers to somebody."""
    shown = re.sub(f"[{BEGIN}{END}]", "", part)
    start = text.find(shown)
    if start < 0:
        return part
    end = start + len(shown)
    for found in REFERENCES.finditer(text):
        if found.start() < start < found.end():
            part = text[found.start() : start] + part
        if found.start() < end < found.end():
            part += text[end : found.end()]
    return part


def _letters(snippet):
    """Each letter, and whether it is to be marked."""
    parts = re.split(f"{BEGIN}([^{BEGIN}{END}]*){END}", snippet)
    for number, part in enumerate(parts):
        for letter in re.sub(f"[{BEGIN}{END}]", "", part):
            yield letter, number % 2 == 1


def _runs(letters):
    """Pieces of HTML: letters that are marked, or not, in a row."""
    runs = groupby(letters, key=lambda one: one[1])
    return [_mark(escape("".join(letter for letter, _ in run)), mark) for mark, run in runs]


def _mark(html, is_marked):
    return format_html("<mark>{}</mark>", html) if is_marked else html


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
        url = words if len(words) > LONGEST_ADDRESS else _without_punctuation(words)
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
    if len(url) > LONGEST_ADDRESS:
        return ""
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
