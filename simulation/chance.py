"""All chance of a world, drawn by hashing: the same key gives the same number on every machine.

Nothing here keeps a state, reads a clock or uses `random` or `hash()`, so a draw neither depends
on the draws before it nor on the process that makes it. What is written in a note is no part of
any key: a better note changes the chance, never the luck.
"""

from dataclasses import dataclass
from hashlib import sha256
from math import exp, log, nextafter
from statistics import NormalDist

BYTES = 7
BELOW_ONE = nextafter(1.0, 0.0)  # the largest hashes would round up to 1
ABOVE_ZERO = 2.0**-57  # half a step: where a draw of 0 lies in the middle of its step
DIGITS = 9  # what is stored and compared, since machines may differ in the last bits of exp and log


def draw(seed, version, stream, persona, attempt, scope):
    """A number in [0, 1) that looks random and is always the same for the same key."""
    parts = [str(part) for part in (seed, version, stream, persona, attempt, scope)]
    if any("|" in part for part in parts):
        raise ValueError(f"A part of a key for chance must not contain '|': {parts}")
    number = int.from_bytes(sha256("|".join(parts).encode()).digest()[:BYTES])
    return min(number / 2 ** (8 * BYTES), BELOW_ONE)


@dataclass(frozen=True)
class Luck:
    """Whose luck it is: one world, one version of the model, one persona, one attempt.

    `persona` is a handle, which is the same wherever the same scenario file is loaded. `scope` is
    "class" where the same acts shall give everybody the same answer, else the learner's id.
    """

    seed: int
    version: int
    persona: str
    attempt: int = 1
    scope: str = "class"

    def draw(self, stream):
        """The draw of one stream, such as accept, kind, reply, delay, session, behaviour."""
        return draw(self.seed, self.version, stream, self.persona, self.attempt, self.scope)

    def beta(self, stream, a, b):
        """A number in [0, 1] distributed as Beta(a, b), with `a` and `b` whole or half.

        The share of one gamma in two. A gamma of a whole shape is a sum of −ln of draws; half a
        shape more is half the square of a normal. So each takes a fixed number of draws of its own
        (`stream.a1`, `stream.a2`, …, `stream.b1`, …) and none is ever thrown away.
        """
        one = self._gamma(f"{stream}.a", a)
        return round(one / (one + self._gamma(f"{stream}.b", b)), DIGITS)

    def _gamma(self, stream, shape):
        whole, half = divmod(round(2 * shape), 2)
        total = -sum(log(1 - self.draw(f"{stream}{n}")) for n in range(1, whole + 1))
        return total + half * normal(self.draw(f"{stream}{whole + 1}")) ** 2 / 2


def normal(u):
    """The standard normal below which a share `u` of all lies."""
    return NormalDist().inv_cdf(max(u, ABOVE_ZERO))


def lognormal(u, median, sigma):
    """A positive number with this median, whose logarithm spreads by `sigma`."""
    return median * exp(sigma * normal(u))


def choose(u, weighted):
    """One of `weighted`, pairs of a thing and its weight: the first ones own the low draws."""
    weighted = list(weighted)
    left = u * sum(weight for _thing, weight in weighted)
    for thing, weight in weighted:
        left -= weight
        if left < 0:
            return thing
    return [thing for thing, weight in weighted if weight > 0][-1]
