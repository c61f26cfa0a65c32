"""Notes that were rated before there was a scorer. See docs/gold-notes.md."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from simulation.coaching.facts import Contact, Event, NoteFacts, Post, Profile, Recipient, Register
from simulation.coaching.result import Criterion

FOLDER = Path(__file__).parent
HELD_OUT = 3  # every note whose number it divides was never read while the scorer was made
LISTS = ("schools", "employers", "groups", "skills")


@dataclass(frozen=True)
class Rating:
    levels: dict[Criterion, int]
    overall: int  # 0 to 10


@dataclass(frozen=True)
class GoldNote:
    """A note, the situation it was written for, and two blind ratings. `intent` is the author's."""

    number: int
    facts: NoteFacts
    is_native: bool
    intent: str
    text: str
    ratings: tuple[Rating, Rating]

    @property
    def is_held_out(self):
        return self.number % HELD_OUT == 0

    @property
    def overall(self):
        """The mean of both, from 0 to 1."""
        return sum(rating.overall for rating in self.ratings) / len(self.ratings) / 10


@cache
def notes():
    """All of them, in the order of their numbers."""
    return [_note(row) for row in _read("notes")]


@cache
def situations():
    """The facts of each situation, by its id."""
    return {row["id"]: _facts(row) for row in _read("situations")}


def _read(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def _note(row):
    return GoldNote(
        number=row["number"],
        facts=situations()[row["situation"]],
        is_native=row["native"],
        intent=row["intent"],
        text=row["text"],
        ratings=tuple(map(_rating, row["ratings"])),
    )


def _rating(row):
    levels = dict(zip(Criterion, map(int, row["levels"]), strict=True))
    return Rating(levels, row["overall"])


def _facts(row):
    recipient = row["recipient"]
    return NoteFacts(
        sender=Profile(**_shown(row["sender"])),
        recipient=Recipient(
            **_shown(recipient),
            title=recipient["title"],
            register=Register(recipient["register"]),
            posts=tuple(Post(**post) for post in recipient["posts"]),
        ),
        mutuals=tuple(row["mutuals"]),
        events=tuple(Event(each["words"], Contact(each["contact"])) for each in row["events"]),
        earlier=tuple(row["earlier"]),
    )


def _shown(person):
    lists = {name: tuple(person[name]) for name in LISTS}
    return {"name": person["name"], "headline": person["headline"], **lists}
