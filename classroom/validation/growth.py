"""Figures of how a network grew, read from its log: pairs of nodes in the order of their ties."""

from collections import Counter, defaultdict
from itertools import combinations
from math import inf, log

from .graphs import slope

STAGES = 12
SURE = 20  # so many ties of a degree must have been there to say how it draws others


def closing_odds(pairs):
    """The odds that two get tied who have a friend in common ÷ that two do who have none.

    The log is cut into stages. At the beginning of each, all pairs that are not tied are at risk,
    and the tables of the stages are put together after Mantel and Haenszel (1959).
    """
    met = {node for pair in pairs for node in pair}
    graph = {node: set() for node in met}
    here, above, below = set(), 0.0, 0.0
    size = -(-len(pairs) // STAGES)
    for start in range(0, len(pairs), size):
        new = [pair for pair in pairs[start : start + size] if here.issuperset(pair)]
        if new:
            sharing = _at_risk(graph, here)
            tied = sum(not graph[one].isdisjoint(graph[other]) for one, other in new)
            alone = len(here) * (len(here) - 1) // 2 - sum(map(len, graph.values())) // 2 - sharing
            hit, miss = tied, sharing - tied
            other_hit, other_miss = len(new) - tied, alone - (len(new) - tied)
            above += hit * other_miss / (sharing + alone)
            below += miss * other_hit / (sharing + alone)
        for one, other in pairs[start : start + size]:
            graph[one].add(other)
            graph[other].add(one)
            here |= {one, other}
    return above / below if below else inf


def _at_risk(graph, here):
    """How many pairs that are not tied have a friend in common."""
    return sum(
        other not in graph[one] and not graph[one].isdisjoint(graph[other])
        for one, other in combinations(sorted(here), 2)
    )


def attachment(pairs):
    """The exponent with which a degree draws new ties: 0 not at all, 1 in proportion.

    After Leskovec and others (2008): ties to nodes of degree d ÷ how long there were such nodes, on
    logarithmic scales, weighted by the ties. Who asks counts as little as in their study: the end
    that was there longer is the one that was chosen.
    """
    degree, nodes = Counter(), Counter()
    drawn, exposed = Counter(), defaultdict(int)
    for asker, asked in pairs:
        for d, number in nodes.items():
            exposed[d] += number
        if degree[asked]:
            drawn[degree[asked]] += 1
        for node in (asker, asked):
            nodes[degree[node]] -= 1
            degree[node] += 1
            nodes[degree[node]] += 1
        nodes.pop(0, None)
    return slope(
        [
            (log(d), log(number / exposed[d]), number)
            for d, number in drawn.items()
            if number >= SURE and exposed[d]
        ]
    )
