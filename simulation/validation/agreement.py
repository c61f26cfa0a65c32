"""How far two lists of ratings agree."""

from collections import Counter
from statistics import correlation, mean


def weighted_kappa(one, other):
    """Cohen's kappa with quadratic weights: 1 when all agree, 0 when no more do than by chance."""
    pairs = list(zip(one, other, strict=True))
    first, second = Counter(one), Counter(other)
    seen = mean((left - right) ** 2 for left, right in pairs)
    by_chance = (
        sum(first[left] * second[right] * (left - right) ** 2 for left in first for right in second)
        / len(pairs) ** 2
    )
    return 1 - seen / by_chance if by_chance else 1.0


def spearman(one, other):
    """The correlation of the ranks."""
    return correlation(one, other, method="ranked")


def mean_difference(one, other):
    """The mean absolute difference."""
    return mean(abs(left - right) for left, right in zip(one, other, strict=True))
