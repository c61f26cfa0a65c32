"""Two or more people who act in the same instant, on connections of their own."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from time import perf_counter, sleep

from django.db import connection, connections

from network.errors import Refusal
from network.invariants import TIES
from network.models import Event, Introduction, Invitation
from tests.planner import broken, first_column

ROUNDS = int(os.environ.get("DUEL_ROUNDS", "200"))
HEAD_START = 0.002  # seconds, so that each of two wins some rounds
PATIENCE = 30  # seconds; longer than any lock is waited for

FACTS = f"""{TIES}
SELECT concat_ws(' ', one.handle, what, other.handle) FROM tie
JOIN network_person one ON one.id = tie.one JOIN network_person other ON other.id = tie.other
LEFT JOIN network_invitation invitation ON what = 'invitation' AND invitation.id = tie.id
WHERE coalesce(invitation.status, 'pending') = 'pending'
"""  # noqa: S608
RESET = "; ".join(
    f"DELETE FROM network_{table}"  # noqa: S608
    for table in (
        "event",
        "endorsement",
        "recommendation",
        "skill",
        "connection",
        "follow",
        "block",
        "conversation",
        "message",
        "introduction",
        "invitation",
        "post",
    )
)


@dataclass(frozen=True)
class Answer:
    """What somebody was told: a status, "done", or the name of a refusal or an error."""

    word: str
    value: object
    began: float
    ended: float


class Arena:
    """Threads that stay, each with a database connection, let go at the same instant."""

    def __init__(self, size):
        self.size = size
        self.pool = ThreadPoolExecutor(size)
        self.barrier = Barrier(size)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.at_once([connections.close_all] * self.size)
        self.pool.shutdown()

    def at_once(self, acts, delays=None):
        """The answers to as many acts as there are threads; each may begin some seconds later."""
        delays = delays or [0] * self.size
        futures = [self.pool.submit(self._run, *one) for one in zip(acts, delays, strict=True)]
        return [future.result() for future in futures]

    def _run(self, act, delay):
        self.barrier.wait(PATIENCE)
        if delay:
            sleep(delay)
        began = perf_counter()
        word, value = answer(act)
        return Answer(word, value, began, perf_counter())


def answer(act):
    """What `act` answers in a word, and the value itself."""
    try:
        value = act()
    except Refusal as refusal:
        return type(refusal).__name__, refusal
    except Exception as error:
        return f"error: {type(error).__name__}", error
    stated = isinstance(value, Invitation | Introduction)
    return (str(value.status) if stated else "done"), value


def at_once(acts):
    """The words that so many people are told who all act in the same instant."""
    with Arena(len(acts)) as arena:
        return [answer.word for answer in arena.at_once(acts)]


@dataclass(frozen=True)
class Round:
    """What two were told, what stands between people afterwards, the events in their order."""

    answers: list
    facts: frozenset
    events: list
    broken: list

    @property
    def outcome(self):
        return (*(answer.word for answer in self.answers), " ".join(self.events))

    @property
    def overlapped(self):
        return max(one.began for one in self.answers) < min(one.ended for one in self.answers)


def fight(given, first, second, rounds=ROUNDS):
    """So many rounds of `first(it)` × `second(it)`, in which `it` is what `given()` made."""
    with Arena(2) as arena:
        for number in range(rounds):
            execute(RESET)
            it = given()
            earlier = Event.objects.count()
            answers = arena.at_once(
                [lambda it=it: first(it), lambda it=it: second(it)],
                delays=[(0, 0), (HEAD_START, 0), (0, HEAD_START)][number % 3],
            )
            yield Round(answers, facts(), events()[earlier:], broken())


def facts():
    """What stands between people: "mia follow omar"; of invitations only pending ones."""
    return frozenset(first_column("facts", FACTS))


def events():
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def execute(statements):
    with connection.cursor() as cursor:
        cursor.execute(statements)


def and_then_wait(act):
    """So that what one reads is old before they write, where no lock keeps others off."""

    def slowly(*args, **more):
        done = act(*args, **more)
        sleep(0.015)
        return done

    return slowly
