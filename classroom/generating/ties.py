"""How people came to know each other: ties grow one after another, each for a reason.

Half of them close a triangle; most others come from a place that two people share, weighted by how
near it brings them; a few from being well known. People differ in how many they make, and whoever
has many is met more easily. The log keeps every tie with its moment and its cause, because
`manage.py validate world` looks at how the network grew and not only at what came out.
"""

import itertools
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from .people import YEAR

DEGREE = {30: 8.0, 100: 13.5, 300: 15.6, 1000: 20.0}  # connections of one person, on average
CLOSING = 0.66  # of all ties, tried first; some find nobody
KNOWN = 0.07  # of the others: with anybody, the well-known first
PULL = 1.6  # how much more those are met who have many ties already
NEWEST = 1.0  # days ago
EAGER = 1.4  # how much more people ask when they are new
TRIES = 12  # until somebody is found whom one does not know
# How near a shared place brings two people.
NEARNESS = {
    "team": 9.0,
    "employer": 7.0,
    "class": 0.6,
    "school": 0.1,
    "group": 0.8,
    "trade": 0.3,
}
FORMER = 0.06  # of it is left when one has gone


class Cause(StrEnum):
    FRIEND = "a friend in common"
    PLACE = "a place in common"
    KNOWN = "being well known"


@dataclass(frozen=True)
class Grown:
    """A connection: who asked, who accepted, how many days ago, and what brought it about."""

    asker: int
    asked: int
    ago: float
    cause: Cause
    place: str = ""  # which kind, where that was the cause


def grow(people, dice):
    """The connections of all people, in the order in which they came about."""
    return _Growth(people, dice).run()


def mean_degree(number):
    """Between the sizes for which it is given it is read off a straight line."""
    sizes = sorted(DEGREE)
    if number <= sizes[0]:
        return min(DEGREE[sizes[0]], 0.28 * number)
    for low, high in itertools.pairwise(sizes):
        if number <= high:
            share = (number - low) / (high - low)
            return DEGREE[low] + share * (DEGREE[high] - DEGREE[low])
    return DEGREE[sizes[-1]]


def shared_places(human):
    """(kind, key) → from when to when the human belonged there, in days ago; the nearest first."""
    places = {}
    for job in human.jobs:  # the present one first, so that a later stay in a place goes on
        employer = job.team.employer.handle
        for place in [("team", (employer, job.team.trade.name)), ("employer", employer)]:
            _start, end = places.get(place, (0, job.end))
            places[place] = job.start, end
    places["class", (human.school.name, human.year // 3)] = human.graduated + 2 * YEAR, 0
    places["school", human.school.name] = human.graduated, 0
    places["trade", (human.team.trade.name, human.town)] = human.jobs[-1].start, 0
    return places | {("group", group): (joined, 0) for group, joined in human.groups.items()}


class _Growth:
    def __init__(self, people, dice):
        self.dice = dice
        # In the order of arrival; ties are between places in this list until the end.
        self.people = sorted(people, key=lambda human: (-human.arrived, human.number))
        self.arrived = [-human.arrived for human in self.people]
        self.places = [shared_places(human) for human in self.people]
        self.members = defaultdict(list)
        for one, places in enumerate(self.places):
            for place, (since, _until) in places.items():
                self.members[place].append((one, since))
        self.friends = [[] for _human in people]
        self.tied = [{one} for one in range(len(people))]
        self.log = []

    def run(self):
        for moment, one in self._asking():
            self.ago = moment
            self.here = max(2, bisect_left(self.arrived, -moment))
            for _try in range(TRIES):
                if self._one_more(one):
                    break
        self._nobody_alone()
        return self.log

    def _asking(self):
        """(days ago, who), the oldest first: each as often as they are sociable, most when new."""
        total = len(self.people) * mean_degree(len(self.people)) / 2
        each = total / sum(human.sociability for human in self.people)
        moments = []
        for one, human in enumerate(self.people):
            asks, rest = divmod(each * human.sociability, 1)
            for _ask in range(round(asks) + self.dice.happens(rest)):
                moments.append((self._moment_of(human), one))
        return sorted(moments, reverse=True)

    def _moment_of(self, human):
        return max(NEWEST, human.arrived * (1 - self.dice.share() ** EAGER))

    def _one_more(self, one):
        if self.dice.happens(CLOSING) and (other := self._friend_of_friend(one)) is not None:
            return self._tie(one, other, Cause.FRIEND)
        if self.dice.happens(KNOWN):
            other = self._drawn(range(self.here))
            return other not in self.tied[one] and self._tie(one, other, Cause.KNOWN)
        place = self._place(one)
        there = [
            other
            for other, since in self.members[place]
            if other < self.here and since >= self.ago and other not in self.tied[one]
        ]
        return there and self._tie(one, self._drawn(there), Cause.PLACE, place[0])

    def _friend_of_friend(self, one):
        if not self.friends[one]:
            return None
        friend = self.dice.one(self.friends[one])
        other = self.dice.one(self.friends[friend])
        return None if other in self.tied[one] else other

    def _place(self, one):
        """One where they belonged at the time, or before; if they had not yet, any of theirs."""
        mine = self.places[one]
        known = [place for place, (since, _until) in mine.items() if since >= self.ago] or [*mine]
        return self.dice.weighted(known, [self._nearness(place, mine[place]) for place in known])

    def _nearness(self, place, stay):
        _since, until = stay
        return NEARNESS[place[0]] * (1 if until <= self.ago else FORMER)

    def _drawn(self, others):
        weights = [(len(self.friends[other]) + 1) ** PULL for other in others]
        return self.dice.weighted(others, weights)

    def _tie(self, one, other, cause, place=""):
        self.friends[one].append(other)
        self.friends[other].append(one)
        self.tied[one].add(other)
        self.tied[other].add(one)
        numbers = self.people[one].number, self.people[other].number
        self.log.append(Grown(*numbers, self.ago, cause, place))
        return True

    def _nobody_alone(self):
        """Whoever knows nobody meets somebody of their team, or anybody."""
        self.ago, self.here = NEWEST, len(self.people)
        for one, friends in enumerate(self.friends):
            if not friends:
                nearest = next(iter(self.places[one]))
                mates = [other for other, _since in self.members[nearest] if other != one]
                others = [other for other in range(self.here) if other != one]
                self._tie(one, self._drawn(mates or others), Cause.PLACE, nearest[0])
