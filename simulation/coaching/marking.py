"""The places that earned or cost something in a note, as pieces of its text. Pure."""

import re
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from .result import Criterion

BETWEEN = re.compile(r"[^\w]*")  # what may stand between two places that are one
TITLES = {
    Criterion.ADDRESS: _("How you greet them"),
    Criterion.GROUND: _("What you share, or noticed of theirs"),
    Criterion.REASON: _("Who you are, and why you write to them"),
    Criterion.ASK: _("What you ask for"),
    Criterion.TONE: _("Tone"),
    Criterion.FORM: _("Form"),
    Criterion.FRESH: _("Words of your own"),
}
NUMBERS = {criterion: number for number, criterion in enumerate(TITLES, start=1)}
LEVELS = (_("Starting"), _("Developing"), _("Proficient"), _("Strong"))


@dataclass(frozen=True)
class Line:
    """One criterion of the rubric, as it is shown."""

    number: int
    title: str
    level: int
    words: str  # the level
    advice: str
    is_marked: bool  # whether a place in the text belongs to it


@dataclass(frozen=True)
class Piece:
    """A part of the text, with the lines of the rubric that it belongs to."""

    text: str
    lines: tuple[Line, ...]


def lines(findings):
    """The rubric, a line for each criterion in the order of TITLES."""
    found = {finding.criterion: finding for finding in findings}
    return [_line(criterion, found[criterion]) for criterion in TITLES if criterion in found]


def _line(criterion, finding):
    return Line(
        NUMBERS[criterion],
        str(TITLES[criterion]),
        finding.level,
        str(LEVELS[finding.level]),
        str(finding.advice) if finding.level + 1 < len(LEVELS) else "",
        bool(finding.spans),
    )


def pieces(text, findings):
    """The whole text, cut where a place begins or ends."""
    by_number = {line.number: line for line in lines(findings)}
    marks = [()] * len(text)
    for finding in sorted(findings, key=lambda finding: NUMBERS[finding.criterion]):
        for start, end in joined(text, finding.spans):
            for place in range(start, min(end, len(text))):
                marks[place] += (NUMBERS[finding.criterion],)
    return [
        piece
        for numbers, places in groupby(range(len(text)), key=marks.__getitem__)
        for piece in _pieces(
            "".join(text[place] for place in places), tuple(by_number[n] for n in numbers)
        )
    ]


def _pieces(text, lines):
    """Spaces at the edges of a place are not marked."""
    begin = len(text) - len(text.lstrip())
    end = max(begin, len(text.rstrip()))
    found = (Piece(text[:begin], ()), Piece(text[begin:end], lines), Piece(text[end:], ()))
    return [piece for piece in found if piece.text]


def joined(text, spans):
    """Places with nothing but spaces and signs between them are one."""
    whole = []
    for start, end in sorted(spans):
        # A slice is empty where two places overlap.
        if whole and BETWEEN.fullmatch(text[whole[-1][1] : start]):
            before, until = whole.pop()
            start, end = before, max(end, until)
        whole.append((start, end))
    return whole
