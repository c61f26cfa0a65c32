"""The message after an acceptance, an answer or an event: what was given comes first. Pure."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from . import ask
from .draft import Draft
from .facts import NOBODY, NoteFacts
from .languages import is_english
from .matching import Kind

SOON = timedelta(days=2)  # world time in which thanks are fresh
LEAST_WORKING_DAYS = 5  # before one writes again
MOST_ASKS = 1


class Point(StrEnum):
    THANKS = "thanks"
    NAMES = "names"
    DONE = "done"
    GIVES = "gives"
    PATIENCE = "patience"


@dataclass(frozen=True)
class Occasion:
    """What the message follows. Times are world time."""

    since: timedelta  # after what was given: an answer, an acceptance, an event
    given: str = ""  # what was given, in words
    working_days_since_last: int | None = None  # my own last message without an answer; None: none
    unanswered: int = 0  # messages of mine since they last wrote
    previous: str = ""  # that last message


@dataclass(frozen=True)
class FollowUp:
    """Points from 0 to 1 each, the advice for what is missing, and their mean as quality."""

    points: dict[Point, float] = field(default_factory=dict)
    advice: tuple[str, ...] = ()
    is_scored: bool = True

    @property
    def quality(self):
        """0 to 1; None when nothing was scored."""
        return sum(self.points.values()) / len(self.points) if self.points else None


ADVICE = {
    Point.THANKS: _("Say thank you, and within two days."),
    Point.NAMES: _("Name what they gave you: the tip, the answer, the talk."),
    Point.DONE: _("Say what you did with it, and what came of it."),
    Point.GIVES: _("Ask for one thing at most. Offer something if you can."),
    Point.PATIENCE: _("Write once more at most, after five working days, and shorter than before."),
}


def judge(text, facts: NoteFacts, occasion: Occasion):
    """What a follow-up is worth."""
    draft = Draft(text, facts)
    if not text.strip() or not is_english(draft.reading):
        return FollowUp(is_scored=False)
    points = {point: score(draft, occasion) for point, score in POINTS.items()}
    if draft.rudeness or ask.pitch(draft):
        points[Point.GIVES] = 0.0
    missing = [point for point, value in points.items() if value < 1]
    advice = tuple(str(ADVICE[point]) for point in sorted(missing, key=points.get))
    return FollowUp(points, advice)


def thanks(draft, occasion):
    if not draft.has("follow_up", "thanks"):
        return 0.0
    return 1.0 if occasion.since <= SOON else 0.5


def is_thanks(text):
    """Whether a text thanks for something that there is, without rudeness."""
    draft = Draft(text, NOBODY)
    found, taken_back = (draft.spans("follow_up", part) for part in ("thanks", "no_thanks"))
    return len(found) > len(taken_back) and not draft.rudeness


def names_what_was_given(draft, occasion):
    """Whether a word of the gift, or a post or event of both, stands in the text."""
    from_gift = draft.names(occasion.given)
    return float(from_gift or any(each.kind in (Kind.POST, Kind.EVENT) for each in draft.mentions))


def says_what_was_done(draft, _occasion):
    return float(draft.has("follow_up", "done"))


def gives_more_than_it_asks(draft, _occasion):
    """Offering or nothing is whole; one small ask is; more or heavier asks are not."""
    if ask.heavy_asks(draft):
        return 0.0
    asks = len(ask.questions(draft))
    return 1.0 if asks <= MOST_ASKS else 0.0


def patience(draft, occasion):
    """At most one message without an answer, five working days later, and a shorter one."""
    if not occasion.unanswered:
        return 1.0
    waited = (occasion.working_days_since_last or 0) >= LEAST_WORKING_DAYS
    is_shorter = len(draft.text) < len(occasion.previous)
    if occasion.unanswered > 1 or not waited:
        return 0.0
    return 1.0 if is_shorter else 0.5


POINTS = {
    Point.THANKS: thanks,
    Point.NAMES: names_what_was_given,
    Point.DONE: says_what_was_done,
    Point.GIVES: gives_more_than_it_asks,
    Point.PATIENCE: patience,
}
