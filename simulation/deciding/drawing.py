"""Chances and terms as places in a drawing. Pure; the templates write the SVG."""

from dataclasses import dataclass

from .explaining import tenths

HALF = 100  # the width of a drawing of terms on either side of 0
ROOM = 4  # left free at both ends
DOT = 22  # from one of the ten dots to the next
LEAST = 1  # the width of the smallest bar


@dataclass(frozen=True)
class Stretch:
    """One bar from `x`, so wide."""

    x: float
    width: float
    is_against: bool


@dataclass(frozen=True)
class Row:
    """A term before and after a change."""

    name: str
    title: str
    numbers: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    is_changed: bool


def rows(bars):
    """A row for each term, all on one scale."""
    largest = max((abs(value) for bar in bars for value in (bar.before, bar.after)), default=0)
    scale = (HALF - ROOM) / (largest or 1)
    return [_row(bar, (bar.before, bar.after), scale) for bar in bars]


def _row(bar, values, scale):
    return Row(
        bar.name,
        bar.title,
        tuple(_number(value) for value in values),
        tuple(_stretch(value * scale) for value in values),
        bar.before != bar.after,
    )


def _stretch(length):
    width = max(LEAST, round(abs(length), 1)) if length else 0
    return Stretch(round(HALF - width, 1) if length < 0 else HALF, width, length < 0)


def _number(value):
    """With its sign; a minus that is as wide as a plus."""
    return f"{value:+.2f}".replace("-", "−") if value else "0"


def dots(p):
    """Ten dots: (place, whether it is one of those who accept)."""
    return [(round(DOT * (number + 0.5)), number < tenths(p)) for number in range(10)]


def bet_at(tenths_bet):
    """Where a bet of n in 10 stands beside the dots: after the n-th."""
    return DOT * tenths_bet
