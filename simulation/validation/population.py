"""The people whom a figure is measured on: drawn by hashing, so that every run measures the same.

The mixes are assumptions, chosen once so that the published averages can be compared at all, and
written down in docs/decision-model.md.
"""

from functools import cached_property

from ..chance import Luck, choose
from ..deciding.answer import Draws, decide
from ..deciding.delays import Schedule
from ..deciding.facts import Facts, Role, Showing, Tie, Traits
from ..deciding.weights import LUCK, MODEL_VERSION
from ..judgement import NoteJudgement

SEED = 2027
# Influencers apart: they are measured by themselves.
ROLES = {
    Role.PEER: 0.35,
    Role.ALUMNUS: 0.25,
    Role.RECRUITER: 0.15,
    Role.HIRING_MANAGER: 0.15,
    Role.SENIOR_LEADER: 0.10,
}
LEVELS = {
    Role.PEER: 1,
    Role.ALUMNUS: 2,
    Role.RECRUITER: 2,
    Role.HIRING_MANAGER: 3,
    Role.SENIOR_LEADER: 4,
    Role.INFLUENCER: 4,
}
DISPOSITIONS = {"openness": (3, 3), "busyness": (2.5, 2.5), "selectivity": (2.5, 3)}
# Whom people write to: mostly strangers, some friends of friends.
OUTREACH_MUTUALS = {0: 0.80, 1: 0.09, 2: 0.05, 3: 0.03, 5: 0.02, 11: 0.01}
FRIENDS_OF_FRIENDS = {1: 0.30, 2: 0.20, 3: 0.15, 4: 0.10, 5: 0.08, 7: 0.07, 9: 0.05, 12: 0.05}
TYPICAL_QUALITIES = {0.15: 0.15, 0.3: 0.3, 0.4: 0.3, 0.5: 0.15, 0.6: 0.1}
# How many days of the week somebody is on the network.
DAYS = {5: 0.5, 6: 0.3, 7: 0.2}
PLAIN = Showing(completeness=0.7, avatar_set=True)


class Invited:
    """One simulated person of the measured crowd, with the luck of being invited once."""

    def __init__(self, number):
        self.luck = Luck(SEED, LUCK[MODEL_VERSION], f"invited-{number}")

    @cached_property
    def traits(self):
        role = self.one_of("role", ROLES)
        dispositions = {name: self.luck.beta(name, *shape) for name, shape in DISPOSITIONS.items()}
        return Traits(role=role, level=LEVELS[role], **dispositions)

    @cached_property
    def draws(self):
        return Draws.of(self.luck)

    @cached_property
    def outreach(self):
        return Tie(mutual=self.one_of("outreach", OUTREACH_MUTUALS))

    @cached_property
    def friend_of_friend(self):
        return Tie(mutual=self.one_of("friends", FRIENDS_OF_FRIENDS))

    @cached_property
    def typical_note(self):
        return NoteJudgement(quality=self.one_of("quality", TYPICAL_QUALITIES))

    @cached_property
    def schedule(self):
        return Schedule(workdays=frozenset(range(self.one_of("days", DAYS))))

    def facts(self, **parts):
        """A blank invitation of a stranger with a plain profile, but for `parts`."""
        return Facts(**{"traits": self.traits, "profile": PLAIN} | parts)

    def one_of(self, stream, weighted):
        return choose(self.luck.draw(stream), weighted.items())


def crowd(size):
    return [Invited(number) for number in range(size)]


def answers(people, facts_of, gain=1.0):
    """What each answers to the facts that `facts_of` makes for them."""
    return [decide(facts_of(one), one.draws, gain) for one in people]


def accepted(given):
    """The share of accepted ones."""
    return sum(answer.outcome.is_accepted for answer in given) / len(given)


def odds(share):
    return share / (1 - share)
