"""Who follows whom without a connection: what is worth reading, not who is near."""

from collections import defaultdict

from .people import HEADING, LEADING, YEAR

FOLLOWS = 9.0  # people whom one follows besides connections, on average, in a world of 300
PAGES = 2.0  # employers beside one's own
BACK = 0.14  # of those who are followed like this follow back, influencers apart
WELL_KNOWN = 2.5  # how much more those are followed who have many connections
INFLUENCER = 230.0  # how much more an influencer is followed
YOUNG = 0.25  # of the follows began lately
NEAR = 2.0  # how much more those of one's own industry are followed


def follow(people, connected, dice):
    """(follower, followed) → days ago, among `people` by number; none is a connection."""
    renown = [_renown(human, connected[human.number], dice) for human in people]
    followed = {}
    for human in people:
        mine = human.employer.industry
        weights = [
            renown[other.number] * (NEAR if other.employer.industry is mine else 1)
            for other in people
        ]
        for _time in range(round(_how_many(people) * dice.lognormal(0.6))):
            other = dice.weighted(people, weights)
            _add(human, other, followed, connected, dice)
    return followed


def _how_many(people):
    return FOLLOWS * min(1, (len(people) / 300) ** 0.5)


def _renown(human, friends, dice):
    if human.is_influencer:
        return INFLUENCER * dice.between(0.6, 1.6)
    level = {LEADING: 2.0, HEADING: 3.0}.get(human.level, 1.0)
    return level * dice.lognormal(0.8) * (len(friends) / 17) ** WELL_KNOWN


def _add(human, other, followed, connected, dice):
    pair = human.number, other.number
    if human is other or other.number in connected[human.number] or pair in followed:
        return
    ago = _lately(min(human.arrived, other.arrived), dice)
    followed[pair] = ago
    if not other.is_influencer and dice.happens(BACK):
        followed.setdefault(pair[::-1], max(1, ago - dice.whole(0, 3)))


def _lately(longest, dice):
    """Some follows are young; of the others the file says only that they are a year old."""
    return dice.whole(2, min(longest, 200)) if dice.happens(YOUNG) else min(longest, YEAR)


def follow_employers(people, employers, dice):
    """(human's number, employer) → days ago: one's own, and some others."""
    followed = {}
    pull = [sum(team.size for team in employer.teams) for employer in employers]
    for human in people:
        if dice.happens(0.9):
            followed[human.number, human.employer] = min(human.job.start, human.arrived)
        for _time in range(round(PAGES * dice.lognormal(0.7))):
            employer = dice.weighted(employers, pull)
            followed.setdefault((human.number, employer), _lately(human.arrived, dice))
    return followed


def neighbours(log):
    """number → the numbers that they are connected with."""
    connected = defaultdict(set)
    for tie in log:
        connected[tie.asker].add(tie.asked)
        connected[tie.asked].add(tie.asker)
    return connected
