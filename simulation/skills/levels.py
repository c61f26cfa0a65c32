"""Levels of a skill, and how work leads to them. Pure."""

from dataclasses import dataclass
from enum import IntEnum

from django.utils.translation import gettext_lazy as _

from ..coaching.checklist import Help

LAST, ENOUGH = 4, 3  # so many of the last pieces of work must be at a level


class Level(IntEnum):
    STARTING = 0
    DEVELOPING = 1
    PROFICIENT = 2
    STRONG = 3


NAMES = {
    Level.STARTING: _("Starting"),
    Level.DEVELOPING: _("Developing"),
    Level.PROFICIENT: _("Proficient"),
    Level.STRONG: _("Strong"),
}
# Work done with help shows less: the most that it may count for.
MOST_WITH = {
    Help.FULL: Level.DEVELOPING,
    Help.HINTS: Level.PROFICIENT,
    Help.NONE: Level.STRONG,
}


@dataclass(frozen=True)
class Piece:
    """One piece of work, the help that was shown meanwhile, and what would have made it better."""

    level: Level
    help: Help = Help.NONE
    advice: tuple[str, ...] = ()

    @property
    def counts(self):
        return min(self.level, MOST_WITH[self.help])

    @property
    def name(self):
        """What it counts for, in words."""
        return NAMES[self.counts]


def reached(pieces):
    """The level of somebody who did these, the oldest first: at least three of the last four."""
    counts = sorted((piece.counts for piece in pieces[-LAST:]), reverse=True)
    return counts[ENOUGH - 1] if len(counts) >= ENOUGH else Level.STARTING


def at_least(value, *steps):
    """The level for the highest of three rising steps that a value reaches."""
    return Level(sum(value >= step for step in steps))
