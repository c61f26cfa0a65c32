"""What people work as, and what they can tell about it: the words in `words/trades/`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"
FOR_ALL = "people"  # the team that every larger employer has besides


@dataclass(frozen=True)
class Case:
    """Something that went wrong at work and was mended, in phrases that fit into many sentences.

    `trouble`, `step` (which begins with "we") and `result` are clauses in the past; a range such as
    <3-8> in one becomes a number that all of a team agree on.
    """

    topic: str
    trouble: str
    step: str
    result: str
    lesson: str
    question: str


@dataclass(frozen=True)
class Trade:
    """`does` goes on after "I"; `titles` lead from the first job to the top."""

    name: str
    does: str
    titles: tuple
    skills: tuple
    tools: tuple
    field: str
    cases: tuple


@dataclass(frozen=True)
class Industry:
    name: str
    employers: tuple  # (name, what it says of itself)
    trades: tuple


@cache
def words(name):
    """A file of words."""
    return tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def industries():
    files = sorted(path.stem for path in (WORDS / "trades").glob("*.toml"))
    return tuple(
        Industry(said["industry"], tuple(map(tuple, said["employers"])), _trades(said))
        for said in (words(f"trades/{file}") for file in files if file != FOR_ALL)
    )


@cache
def for_all():
    """The trade that is found at every larger employer."""
    [trade] = _trades(words(f"trades/{FOR_ALL}"))
    return trade


def _trades(said):
    return tuple(_trade(**trade) for trade in said["trades"])


def _trade(cases, **said):
    lists = {key: tuple(value) for key, value in said.items() if isinstance(value, list)}
    return Trade(**said | lists, cases=tuple(Case(**case) for case in cases))
