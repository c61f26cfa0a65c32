"""Seeded chance for making worlds: the same key gives the same throws in every process.

Everything is made of `random.Random.random()`, the one sequence that Python promises to keep, and a
text as its seed is hashed by SHA-512, so neither PYTHONHASHSEED nor a new Python changes a world.
"""

from bisect import bisect
from itertools import accumulate
from math import exp, log
from random import Random

ALMOST = 1e-12


class Dice:
    """A stream of throws of its own; what one stream draws moves no other one."""

    def __init__(self, *key):
        self._random = Random("|".join(map(str, key))).random  # noqa: S311

    def share(self):
        """A number from 0 to below 1."""
        return self._random()

    def happens(self, chance):
        return self._random() < chance

    def between(self, low, high):
        return low + (high - low) * self._random()

    def whole(self, low, high):
        """A whole number from `low` to `high`, both included."""
        return low + int(self._random() * (high - low + 1))

    def one(self, things):
        return things[int(self._random() * len(things))]

    def weighted(self, things, weights):
        sums = list(accumulate(weights))
        return things[bisect(sums, self._random() * sums[-1], hi=len(things) - 1)]

    def some(self, things, most):
        """Up to `most` different ones, in the order drawn."""
        return self.shuffled(things)[:most]

    def shuffled(self, things):
        things = list(things)
        for last in range(len(things) - 1, 0, -1):
            other = int(self._random() * (last + 1))
            things[last], things[other] = things[other], things[last]
        return things

    def lognormal(self, spread):
        """Around 1: the sum of twelve throws is near enough to a normal."""
        return exp(spread * (sum(self._random() for _throw in range(12)) - 6))

    def waiting(self, mean):
        """How long until something that happens now and then."""
        return -mean * log(1 - self._random() + ALMOST)
