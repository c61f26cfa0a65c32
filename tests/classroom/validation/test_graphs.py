"""Figures of small networks that one can work out by hand."""

from math import inf, isclose

import pytest

from classroom.generating.dice import Dice
from classroom.validation import graphs
from classroom.validation.growth import attachment, closing_odds


def graph_of(*pairs, alone=()):
    graph = {node: set() for pair in pairs for node in pair} | {node: set() for node in alone}
    for one, other in pairs:
        graph[one].add(other)
        graph[other].add(one)
    return graph


TAIL = graph_of((1, 2), (2, 3), (3, 1), (3, 4))  # a triangle with a tail
STAR = graph_of(*((0, leaf) for leaf in range(1, 5)))


def test_components_and_distances():
    two = graph_of((1, 2), (2, 3), (8, 9))

    assert graphs.components(two) == [{1, 2, 3}, {8, 9}]
    assert graphs.distances(TAIL, 1) == {1: 0, 2: 1, 3: 1, 4: 2}
    assert graphs.mean_distance(TAIL) == 16 / 12


def test_density_clustering_and_transitivity():
    assert graphs.density(TAIL) == 4 / 6
    assert isclose(graphs.clustering(TAIL), (1 + 1 + 1 / 3 + 0) / 4)
    assert graphs.transitivity(TAIL) == 3 / 5
    assert graphs.transitivity(STAR) == 0


def test_how_evenly_something_is_shared():
    assert graphs.gini([3, 3, 3]) == 0
    assert isclose(graphs.gini([0, 0, 0, 8]), 0.75)
    assert graphs.variation([1, 3]) == 0.5
    assert graphs.skewness([1, 2, 3]) == 0
    assert graphs.skewness([1, 1, 1, 9]) > 0


def test_who_is_tied_to_whom():
    assert isclose(graphs.assortativity(STAR), -1)
    assert graphs.share_with_mutual(TAIL) == 3 / 4
    assert graphs.friendship_paradox(STAR) == 4 / 5
    # Half of the ties are inside a kind, as are 2 of 6 pairs.
    kinds = {1: "a", 2: "a", 3: "b", 4: "b"}
    assert isclose(graphs.lift(TAIL, kinds), (2 / 4) / (2 / 6))


def test_whoever_has_no_friends_has_no_part_in_the_paradox():
    assert graphs.friendship_paradox(graph_of((1, 2), alone=[3])) == 0


def test_a_lognormal_is_told_from_a_power_law():
    humped = [2, 4, 5, 6, 7, 8, 8, 9, 9, 10, 10, 11, 12, 13, 15, 18, 24, 33] * 5
    straight = [k for k in range(1, 60) for _time in range(round(600 * k**-2.2))]

    assert graphs.lead_of_lognormal(humped) > 20
    assert graphs.lead_of_lognormal(straight) < 0


def test_the_slope_of_a_line():
    assert isclose(graphs.slope([(0, 1, 1), (1, 3, 5), (2, 5, 2)]), 2)


def test_friends_in_common_raise_the_odds_only_where_they_do():
    ring = [(n, n + 1) for n in range(60)]
    closing = [*ring, *((n, n + 2) for n in range(59))]
    wide = [*ring, *((n, (n + 17) % 61) for n in range(61))]

    assert closing_odds(closing) == inf  # nobody is tied otherwise
    assert closing_odds(wide) < 1


@pytest.mark.parametrize("exponent", [0, 1])
def test_attachment_is_read_from_the_log(exponent):
    """Newcomers who each tie themselves to one: to anybody, or in proportion to the degree."""
    dice, degrees, pairs = Dice("attachment", exponent), [1, 1], [(1, 0)]
    for newcomer in range(2, 1500):
        chosen = dice.weighted(range(newcomer), [degree**exponent for degree in degrees])
        pairs.append((newcomer, chosen))
        degrees[chosen] += 1
        degrees.append(1)

    assert abs(attachment(pairs) - exponent) < 0.25
