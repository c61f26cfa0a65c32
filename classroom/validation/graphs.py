"""Figures of networks. A graph is a mapping from each node to the set of its neighbours.

Clustering and transitivity after Watts and Strogatz (1998) and Newman (2003), assortativity after
Newman (2002), the friendship paradox after Feld (1991); likelihoods after Clauset, Shalizi and
Newman (2009), on whole numbers and over the whole range.
"""

from collections import Counter, deque
from itertools import combinations
from math import erf, fsum, log, sqrt
from statistics import fmean, pstdev

UPPER = 4  # times the largest value, where sums over a distribution end


def edges(graph):
    return [(one, other) for one, others in graph.items() for other in others if one < other]


def components(graph):
    """Sets of nodes that hang together, the largest first."""
    left, found = set(graph), []
    while left:
        reached = {*distances(graph, next(iter(left)))}
        found.append(reached)
        left -= reached
    return sorted(found, key=len, reverse=True)


def distances(graph, start):
    """node → how many steps from `start`, of all that can be reached."""
    steps, waiting = {start: 0}, deque([start])
    while waiting:
        node = waiting.popleft()
        for other in graph[node]:
            if other not in steps:
                steps[other] = steps[node] + 1
                waiting.append(other)
    return steps


def mean_distance(graph):
    """Of all pairs that can reach each other."""
    total = pairs = 0
    for node in graph:
        reached = distances(graph, node)
        total += sum(reached.values())
        pairs += len(reached) - 1
    return total / pairs


def density(graph):
    return sum(map(len, graph.values())) / (len(graph) * (len(graph) - 1))


def clustering(graph):
    """The mean share of pairs of one's friends who are friends; 0 with fewer than two."""
    return fmean(_closed(graph, node) / max(1, _pairs(len(graph[node]))) for node in graph)


def transitivity(graph):
    """The share of all two-step paths that are closed."""
    closed = sum(_closed(graph, node) for node in graph)
    return closed / sum(_pairs(len(others)) for others in graph.values())


def _closed(graph, node):
    return sum(other in graph[one] for one, other in combinations(graph[node], 2))


def _pairs(number):
    return number * (number - 1) // 2


def gini(values):
    """0 where all have the same, near 1 where one has everything."""
    values = sorted(values)
    weighted = sum(rank * value for rank, value in enumerate(values, 1))
    return 2 * weighted / (len(values) * sum(values)) - (len(values) + 1) / len(values)


def variation(values):
    return pstdev(values) / fmean(values)


def skewness(values):
    middle, spread = fmean(values), pstdev(values)
    return fmean(((value - middle) / spread) ** 3 for value in values)


def assortativity(graph):
    """The correlation of the degrees at both ends of an edge."""
    ends = [(len(graph[one]), len(graph[other])) for one in graph for other in graph[one]]
    middle = fmean(one for one, _other in ends)
    joint = fmean((one - middle) * (other - middle) for one, other in ends)
    return joint / fmean((one - middle) ** 2 for one, _other in ends)


def share_with_mutual(graph):
    """The share of edges whose two ends have a friend in common."""
    ties = edges(graph)
    return sum(not graph[one].isdisjoint(graph[other]) for one, other in ties) / len(ties)


def lift(graph, kind_of):
    """How many times more ties there are inside a kind than chance would put there."""
    ties = edges(graph)
    inside = sum(kind_of[one] == kind_of[other] for one, other in ties) / len(ties)
    sizes = Counter(kind_of.values()).values()
    return inside / (sum(map(_pairs, sizes)) / _pairs(len(graph)))


def friendship_paradox(graph):
    """The share of people whose friends have more friends than they, on average."""
    with_friends = [node for node in graph if graph[node]]
    fewer = sum(
        len(graph[node]) < fmean(len(graph[other]) for other in graph[node])
        for node in with_friends
    )
    return fewer / len(with_friends)


def lead_of_lognormal(values):
    """By how much ln-likelihood a lognormal fits whole positive numbers better; both fitted."""
    least, most = min(values), UPPER * max(values)
    return _lognormal_fit(values, least, most) - _power_fit(values, least, most)


def _power_fit(values, least, most):
    logs = fsum(map(log, values))

    def likelihood(exponent):
        whole = fsum(k**-exponent for k in range(least, most + 1))
        return -exponent * logs - len(values) * log(whole)

    return max(likelihood(1.01 + step / 50) for step in range(200))


def _lognormal_fit(values, least, most):
    """With the mean and spread of the logarithms: near enough, and never too good."""
    logs = [log(value) for value in values]
    middle, spread = fmean(logs), pstdev(logs)

    def below(x):
        return (1 + erf((log(x) - middle) / (spread * sqrt(2)))) / 2

    whole = below(most + 0.5) - below(least - 0.5)
    return fsum(log((below(value + 0.5) - below(value - 0.5)) / whole) for value in values)


def slope(points):
    """Of the straight line nearest to points (x, y, weight)."""
    weight = fsum(w for _x, _y, w in points)
    middle_x = fsum(w * x for x, _y, w in points) / weight
    middle_y = fsum(w * y for _x, y, w in points) / weight
    over = fsum(w * (x - middle_x) * (y - middle_y) for x, y, w in points)
    return over / fsum(w * (x - middle_x) ** 2 for x, _y, w in points)
