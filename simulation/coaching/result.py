"""What the scorer says about a note."""

from dataclasses import dataclass
from enum import StrEnum

Spans = tuple[tuple[int, int], ...]


class Criterion(StrEnum):
    ADDRESS = "A"
    GROUND = "G"
    REASON = "R"
    ASK = "K"
    TONE = "T"
    FORM = "F"
    FRESH = "N"


class Fault(StrEnum):
    """What spoils a note. Where a decision weighs it, `judgement.Flag` has the same value."""

    DEFAULT = "default"
    PLACEHOLDER = "placeholder"
    SPAM_LINK = "spam_link"
    PITCH = "pitch"
    FALSE_CLAIM = "false_claim"
    RUDE = "rude"
    STUFFING = "stuffing"
    WRONG_NAME = "wrong_name"
    DUPLICATE = "duplicate"
    FLATTERY = "flattery"


@dataclass(frozen=True)
class Finding:
    """A level from 0 to 3, the places in the text that earned or cost it, and what to do."""

    criterion: Criterion
    level: int
    spans: Spans
    advice: str
    faults: frozenset[Fault] = frozenset()


def without(spans, others):
    """The spans that overlap none of the others."""
    return tuple(
        (start, end)
        for start, end in spans
        if not any(start < other_end and other_start < end for other_start, other_end in others)
    )
