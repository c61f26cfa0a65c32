"""The check of a scenario file in the administration: its result, kept until it is loaded."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

from .scenario_file.nodes import lines_of, unusable_in

SALT = "classroom.checking"
KEPT = timedelta(days=1)
AROUND = 60  # characters of a long line that are shown on each side


@dataclass(frozen=True)
class Checked:
    """A file that was found good, and the one-time key of its form.

    It travels through the browser, signed: what was previewed is what is loaded.
    """

    text: str
    key: str = ""

    def signed(self):
        content = {"text": self.text, "key": self.key or str(uuid.uuid4())}
        return signing.dumps(content, salt=SALT, compress=True)

    @classmethod
    def from_signed(cls, signed):
        """Raises django.core.signing.BadSignature when we did not sign it, or long ago."""
        return cls(**signing.loads(signed, salt=SALT, max_age=KEPT))


@dataclass(frozen=True)
class Marked:
    """A problem with the part of its line that is shown."""

    line: int
    column: int
    sentence: str
    before: str
    at: str
    after: str


def marked(problems, data):
    """Each problem with its place in the file that `data` (bytes) is."""
    lines = lines_of(data.decode("utf-8-sig", "replace"))
    for problem in problems:
        line = lines[problem.line - 1] if problem.line <= len(lines) else ""
        start = problem.column - 1
        yield Marked(
            problem.line,
            problem.column,
            problem.sentence,
            before=_shown(line[max(0, start - AROUND) : start]),
            at=_shown(line[start : start + 1]),
            after=_shown(line[start + 1 : start + AROUND]),
        )


def _shown(text):
    return "".join("\N{REPLACEMENT CHARACTER}" if unusable_in(sign) else sign for sign in text)
