"""Who is there: where they work and studied, since when, and how far they have come.

Names are dealt out last, from a stream of their own, and nothing else is ever asked about them.
"""

from dataclasses import dataclass, field, replace

from .places import School, Team, handle_for
from .trades import for_all, words

YEAR = 365  # days
NOW = 2027  # the year in which worlds start, on its fourth day
SOCIABLE = 0.55  # how much people differ in how many ties they make
JUNIOR, EXPERIENCED, LEADING, HEADING = range(4)  # places in a trade's titles


@dataclass(frozen=True)
class Stay:
    """A job at a team; both ends in days before the world starts, `end` 0 while it lasts."""

    team: Team
    title: str
    start: int
    end: int = 0


@dataclass(eq=False)
class Human:
    number: int
    level: int
    jobs: list  # the present one first
    school: School
    graduated: int  # days ago
    town: str
    arrived: int  # on the network, days ago
    sociability: float
    name: str = ""
    handle: str = ""
    is_influencer: bool = False
    groups: dict = field(default_factory=dict)  # group → joined, days ago

    @property
    def job(self):
        return self.jobs[0]

    @property
    def team(self):
        return self.job.team

    @property
    def employer(self):
        return self.team.employer

    @property
    def is_recruiter(self):
        return self.team.trade is for_all()

    @property
    def first_name(self):
        return self.name.split()[0]

    @property
    def year(self):
        """When they finished their studies."""
        return year_of(self.graduated)


def year_of(days_ago):
    return NOW - 1 - days_ago // YEAR


def month_of(days_ago):
    """'2024-03' of so many days ago."""
    months = 12 * (NOW - 1) + 11 - round(days_ago / 30.44)
    return f"{months // 12}-{months % 12 + 1:02}"


def everybody(region, dice, names):
    """The people of all teams, in an order that says nothing about them."""
    seats = [(team, seat) for team in region.teams for seat in range(team.size)]
    people = [
        _human(number, team, _level(seat, dice), region, dice)
        for number, (team, seat) in enumerate(dice.shuffled(seats))
    ]
    _name(people, names)
    _choose_influencers(people)
    return people


def _level(seat, dice):
    """The first of a team leads it; of the others every second one has some experience."""
    if seat == 0:
        return LEADING if dice.happens(0.7) else HEADING
    return JUNIOR if dice.happens(0.45) else EXPERIENCED


YEARS_OF_WORK = {JUNIOR: (0.6, 4), EXPERIENCED: (3, 16), LEADING: (8, 24), HEADING: (13, 30)}


def _human(number, team, level, region, dice):
    career = round(dice.between(*YEARS_OF_WORK[level]) * YEAR)
    town = team.employer.town if dice.happens(0.7) else dice.one(region.towns)
    return Human(
        number=number,
        level=level,
        jobs=_jobs(team, level, career, region, dice),
        school=dice.weighted(region.schools, range(len(region.schools) + 2, 2, -1)),
        graduated=career + dice.whole(20, 200),
        town=town,
        arrived=min(career + YEAR, dice.whole(150, 3300)),
        sociability=dice.lognormal(SOCIABLE),
    )


def _jobs(team, level, career, region, dice):
    """The present job and up to two before, without a gap, each a step below."""
    start = min(career, round(dice.between(0.15, min(9, career / YEAR)) * YEAR))
    jobs = [Stay(team, team.trade.titles[level], start)]
    while start < career - 200 and len(jobs) < 3:
        is_first = len(jobs) == 2 or dice.happens(0.45)
        begun = career if is_first else round(dice.between(start + 180, career))
        level = max(JUNIOR, level - 1)
        before = _team_before(jobs[-1].team, region, dice)
        stay = Stay(before, before.trade.titles[level], begun, start)
        if (before, stay.title) == (jobs[-1].team, jobs[-1].title):
            jobs[-1] = replace(jobs[-1], start=begun)
        else:
            jobs.append(stay)
        start = begun
    return jobs


def _team_before(team, region, dice):
    """Often the same, a step below; else one of the same trade or employer, or of another."""
    if dice.happens(0.35):
        return team
    alike = [one for one in region.teams if one is not team and one.trade is team.trade]
    beside = [one for one in team.employer.teams if one is not team]
    kin = [*alike, *beside]
    if kin and dice.happens(0.7):
        return dice.one(kin)
    return dice.one(region.teams)


def _name(people, dice):
    said = words("names")
    firsts, lasts = said["first"].split(), said["last"].split()
    taken = set()
    for human in people:
        while (name := f"{dice.one(firsts)} {dice.one(lasts)}") in taken:
            pass
        taken.add(name)
        human.name, human.handle = name, handle_for(name)


def _choose_influencers(people):
    """The few most sociable of those who lead, recruiters apart."""
    leading = [human for human in people if human.level >= LEADING and not human.is_recruiter]
    leading.sort(key=lambda human: -human.sociability)
    for human in leading[: max(1, round(len(people) * 0.015))]:
        human.is_influencer = True
