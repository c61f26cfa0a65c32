"""Whether made worlds have the shape of real networks: W1 to W14, over many seeds.

Bands were frozen before any number of the generator was tried on them. See
docs/generated-worlds.md for what each one is measured against and how.
"""

from dataclasses import dataclass
from functools import cached_property
from math import inf
from statistics import median

from simulation.validation.checks import Check

from ..generating.society import gather
from ..generating.ties import Cause
from . import graphs
from .growth import attachment, closing_odds

SIZE, LARGER = 300, 600
SEEDS, FEW_SEEDS = 20, 4
ENOUGH = 0.9  # of the seeds must stay within a band


@dataclass(frozen=True)
class Fact:
    """Something that holds of real networks, and the function that measures it in a made one."""

    id: str
    target: str
    low: float
    high: float
    measure: object
    size: int = SIZE

    def check(self, worlds):
        measured = tuple(self.measure(world) for world in worlds)
        return Held(self.id, self.target, self.low, self.high, median(measured), measured)


@dataclass(frozen=True)
class Held(Check):
    """A check of many worlds: the middle figure is shown, and most of them must hold."""

    each: tuple

    @property
    def holds(self):
        return self.inside >= ENOUGH * len(self.each)

    @property
    def inside(self):
        return sum(self.low <= measured <= self.high for measured in self.each)

    @property
    def _verdict(self):
        return f"{super()._verdict} ({self.inside} of {len(self.each)})"


class World:
    """One made world, and what is measured in it more than once."""

    def __init__(self, size, seed):
        self.society = gather(size, seed)

    @cached_property
    def graph(self):
        society = self.society
        return {human.number: society.connected[human.number] for human in society.people}

    @cached_property
    def degrees(self):
        return [len(others) for others in self.graph.values()]

    @cached_property
    def employers(self):
        return {human.number: human.employer.handle for human in self.society.people}

    @cached_property
    def pairs(self):
        return [(tie.asker, tie.asked) for tie in self.society.log]

    @cached_property
    def followers(self):
        """How many follow each, with their connections, who follow them as well (C2)."""
        counts = dict(zip(self.graph, self.degrees, strict=True))
        for _follower, followed in self.society.follows:
            counts[followed] += 1
        return [*counts.values()]


def of_graph(figure):
    return lambda world: figure(world.graph)


def of_degrees(figure):
    return lambda world: figure(world.degrees)


def of_log(figure):
    return lambda world: figure(world.pairs)


def largest_component(world):
    return len(graphs.components(world.graph)[0]) / len(world.graph)


def clustering_against_chance(world):
    return graphs.clustering(world.graph) / graphs.density(world.graph)


def same_employer(world):
    return graphs.lift(world.graph, world.employers)


def closed_by_a_friend(world):
    log = world.society.log
    return sum(tie.cause is Cause.FRIEND for tie in log) / len(log)


def followed_unevenly(world):
    return graphs.gini(world.followers) - graphs.gini(world.degrees)


def followed_back(world):
    follows = world.society.follows
    return sum((followed, follower) in follows for follower, followed in follows) / len(follows)


FACTS = [
    Fact("W1", "largest component", 0.98, 1, largest_component),
    Fact("W2", "mean distance", 1.9, 3.0, of_graph(graphs.mean_distance)),
    Fact("W3", "clustering", 0.28, 0.65, of_graph(graphs.clustering)),
    Fact("W3", "clustering ÷ by chance", 4, inf, clustering_against_chance),
    Fact("W4", "transitivity", 0.18, 0.60, of_graph(graphs.transitivity)),
    Fact("W5", "connections: Gini", 0.30, 0.50, of_degrees(graphs.gini)),
    Fact("W5", "connections: variation", 0.55, 1.15, of_degrees(graphs.variation)),
    Fact("W6", "assortativity", -0.12, 0.25, of_graph(graphs.assortativity)),
    Fact("W7", "ties with a mutual", 0.90, 1, of_graph(graphs.share_with_mutual)),
    Fact("W8", "same employer: lift", 3, 10, same_employer),
    Fact("W9", "friendship paradox", 0.62, 0.85, of_graph(graphs.friendship_paradox)),
    Fact("W10", "a mutual: odds of a tie", 3, inf, of_log(closing_odds)),
    Fact("W11", "attachment, of 600", 0.4, 0.9, of_log(attachment), LARGER),
    Fact("W12", "ties by a friend", 0.35, 0.65, closed_by_a_friend),
    Fact("W13", "followers − connections: Gini", 0.10, 1, followed_unevenly),
    Fact("W13", "follows that are returned", 0.10, 0.45, followed_back),
    Fact("W14", "connections: skewness", 0, inf, of_degrees(graphs.skewness)),
    Fact("W14", "lognormal − power law: ln L", 0, inf, of_degrees(graphs.lead_of_lognormal)),
]


def checks(short=False):
    """Every check, in the order of the document; `short` makes a fifth of the worlds."""
    seeds = range(1, 1 + (FEW_SEEDS if short else SEEDS))
    worlds = {size: [World(size, seed) for seed in seeds] for size in (SIZE, LARGER)}
    return [fact.check(worlds[fact.size]) for fact in FACTS]
