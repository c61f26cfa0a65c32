"""Names on the map: how wide they are, cut and split so that none runs into another. Pure."""

import unicodedata

import regex

SIZE = 12  # pixels
NARROW = set("iljItfr.,:;'’|!()[]- ")
WIDE = set("mwMW@%—…")


def width(text):
    """About how many pixels a text takes; rather too many, since no font is at hand."""
    return SIZE * sum(map(_share, regex.findall(r"\X", text)))


def _share(letter):
    if unicodedata.east_asian_width(letter[0]) in "WF" or len(letter) > 2:
        return 1.1
    if letter in NARROW:
        return 0.32
    if letter in WIDE:
        return 0.88
    return 0.7 if letter.isupper() else 0.57


def cut(text, room):
    """The text, or as much of its beginning as the room has place for, with an ellipsis."""
    if width(text) <= room:
        return text
    kept = ""
    for letter in regex.findall(r"\X", text):
        if width(kept + letter + "…") > room:
            break
        kept += letter
    return f"{kept.rstrip()}…"


def two_lines(text, room):
    """A text on one line or two, split at the space that makes the two most alike."""
    if width(text) <= room:
        return [text]
    words = text.split()
    splits = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    best = min(splits, key=lambda lines: max(map(width, lines)), default=(text,))
    return [cut(line, room) for line in best]
