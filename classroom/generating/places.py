"""Where people are: the region with its towns, its schools, its employers and their teams."""

import re
from dataclasses import dataclass, field

from .trades import Industry, Trade, for_all, industries, words

PEOPLE_A_TEAM = 7
SMALLEST_WITH_PEOPLE_TEAM = 10


@dataclass(frozen=True)
class School:
    name: str
    town: str


@dataclass(eq=False)
class Team:
    """Those at one employer with one trade, and the project that they speak about."""

    employer: "Employer"
    trade: Trade
    project: str = ""
    size: int = 0
    figures: dict = field(default_factory=dict)  # (case, phrase) → the phrase with its numbers


@dataclass(eq=False)
class Employer:
    handle: str
    name: str
    says: str
    town: str
    industry: Industry
    teams: list = field(default_factory=list)


@dataclass(frozen=True)
class Region:
    name: str
    towns: tuple
    schools: tuple
    employers: tuple

    @property
    def teams(self):
        return [team for employer in self.employers for team in employer.teams]

    @property
    def capital(self):
        return self.towns[0]


def region_for(people, dice):
    """A region with so many places of work as `people` need."""
    chosen = dice.one(words("places")["regions"])
    towns = tuple(dice.shuffled(chosen["towns"]))
    employers = _employers(people, towns, dice)
    _share_out(people, employers, dice)
    return Region(chosen["name"], towns, _schools(people, chosen["name"], towns, dice), employers)


def _employers(people, towns, dice):
    """Of as many industries as there can be, before any has a second employer."""
    number = max(3, round(0.65 * people**0.55))
    waves = zip(*(_shuffled_once(industry, dice) for industry in industries()), strict=True)
    offers = [offer for wave in waves for offer in dice.shuffled(filter(None, wave))]
    return tuple(_employer(offer, towns, dice) for offer in offers[:number])


def _shuffled_once(industry, dice):
    most = max(len(each.employers) for each in industries())
    offers = [(industry, *said) for said in dice.shuffled(industry.employers)]
    return offers + [None] * (most - len(offers))


def _employer(offer, towns, dice):
    industry, name, says = offer
    town = dice.weighted(towns, [4, 3, 2, 2])
    name = name.format(town=town)
    return Employer(handle_for(name), name, says, town, industry)


def _share_out(people, employers, dice):
    """Some employers are large and most are small, each with room for everybody in its teams."""
    weights = [1 / (rank + 4) for rank in range(len(employers))]
    total, left = sum(weights), people
    for rank, employer in enumerate(employers):
        is_last = rank == len(employers) - 1
        size = left if is_last else min(left, max(3, round(people * weights[rank] / total)))
        left -= size
        _staff(employer, size, dice)
    projects = dice.shuffled(words("places")["projects"])
    for number, team in enumerate(team for employer in employers for team in employer.teams):
        team.project = projects[number % len(projects)]


def _staff(employer, size, dice):
    number = max(1, round(size / PEOPLE_A_TEAM))
    trades = dice.shuffled(employer.industry.trades)[:number]
    if size >= SMALLEST_WITH_PEOPLE_TEAM:
        trades.append(for_all())
    shares = [1 if trade is for_all() else 3 for trade in trades]
    sizes = [max(2, round(size * share / sum(shares))) for share in shares]
    sizes[0] += size - sum(sizes)
    employer.teams = [
        Team(employer, trade, size=number)
        for trade, number in zip(trades, sizes, strict=True)
        if number > 0
    ]


def _schools(people, region, towns, dice):
    number = min(len(words("places")["schools"]), 2 + people // 60)
    towns = dice.shuffled(towns)
    called = region.removeprefix("the ")
    return tuple(
        School(pattern.format(region=called, town=town), town)
        for pattern, town in zip(
            words("places")["schools"][:number], [*towns, *towns], strict=False
        )
    )


def handle_for(name):
    """'Tallow & Reed Freight' → 'tallow-reed-freight'."""
    return re.sub("[^a-z0-9]+", "-", name.casefold()).strip("-")[:40].strip("-")
