"""What is wrong with a scenario file, collected so that all of it is told at once."""

from typing import NamedTuple

MOST_SHOWN = 50
MOST_FOUND = 500  # then we stop looking: the file is something else


class Place(NamedTuple):
    """Where something stands in the file; both count from 1."""

    line: int
    column: int


class Problem(NamedTuple):
    """One mistake: where it is, and a sentence that says what to do."""

    place: Place
    sentence: str

    @property
    def line(self):
        return self.place.line

    @property
    def column(self):
        return self.place.column


class InvalidScenario(Exception):
    """The file is not a scenario. `problems` are in file order, at most MOST_SHOWN of them."""

    def __init__(self, problems):
        ordered = sorted(set(problems))
        self.problems = ordered[:MOST_SHOWN]
        self.unshown = len(ordered) - len(self.problems)

    def __str__(self):
        return "\n".join(f"{at.line}:{at.column}: {sentence}" for at, sentence in self.problems)


class Report:
    """Collects problems; calling it adds one."""

    def __init__(self):
        self.problems = []

    def __call__(self, place, sentence):
        self.problems.append(Problem(place, sentence))
        if len(self.problems) >= MOST_FOUND:
            self.check()

    @property
    def is_long(self):
        """More was found than is shown, so there is no need to be helpful at any cost."""
        return len(self.problems) > MOST_SHOWN

    def stop(self, place, sentence):
        """Add a problem after which nothing more can be said, and give up."""
        self(place, sentence)
        self.check()

    def check(self):
        """Raise InvalidScenario when there was any problem."""
        if self.problems:
            raise InvalidScenario(self.problems)


def shortened(text):
    """A text from the file, fit to be quoted in a sentence."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 40 else f"{one_line[:39]}…"
