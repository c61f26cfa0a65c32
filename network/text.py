"""Cleaning what people type, before it is stored. Rendering it safely is rendering.py's work."""

import unicodedata

import regex
from django.utils.translation import gettext as _

MARKS_PER_LETTER = 8  # more than any living script needs; the rest only breaks the layout

_CONTROL = regex.compile(r"[\p{Cc}\p{Cs}\p{Co}\p{Cn}&&[^\n\t]]", regex.VERSION1)
_BIDI = regex.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_OVERRIDE = regex.compile("[\u202d\u202e]")  # no script needs it; it shows words that are not there
_TOO_MANY_MARKS = regex.compile(rf"(\p{{M}}{{{MARKS_PER_LETTER}}})\p{{M}}+")
_SEEN = regex.compile(r"[^\p{Z}\p{C}\p{M}\s\u115f\u1160\u3164\uffa0\u2800]")


def clean_text(text):
    """Tidy several lines of text; '' when nothing in it can be seen.

    Raises ValueError with a sentence when it holds a character that no text has (NUL).
    """
    if "\x00" in text:
        raise ValueError(_("The text contains a character that cannot be used. Type it again."))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _OVERRIDE.sub("", _CONTROL.sub("", unicodedata.normalize("NFC", text)))
    text = _TOO_MANY_MARKS.sub(r"\1", text).strip()
    return text if _SEEN.search(text) else ""


def clean_line(text):
    """Tidy one line (a name, a headline): no line breaks, no turning of the reading direction."""
    return " ".join(_BIDI.sub("", clean_text(text)).split())


def seen_length(text):
    """How many characters a person sees: an emoji family or a letter with its accents is one."""
    return len(regex.findall(r"\X", text))
