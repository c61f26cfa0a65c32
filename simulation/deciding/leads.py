"""Being noticed by employers: how recruiters rate a learner, and where job leads come from."""

from dataclasses import dataclass
from math import exp

from django.utils.translation import gettext_lazy as _

from .weights import Weight

# "A causal test of the strength of weak ties" gives the shape, an inverted U with its peak near ten
# mutual contacts, and that it holds in digital industries; x·e^(1 − x) is our own form of it.
LEAD_PEAK = 10
LEAD_ELSEWHERE = 0.5

RECRUITER_WEIGHTS = {
    "completeness": Weight(0.35, _("How complete the profile is, 0 to 1"), ("judgement",)),
    "match": Weight(0.30, _("How well the skills fit, 0 to 1"), ("judgement",)),
    "closeness": Weight(0.20, _("1st degree 1, 2nd 0.6, further 0.2"), ("judgement",)),
    "activity": Weight(0.15, _("What was done in the last days, 0 to 1"), ("judgement",)),
}
CLOSENESS = {1: 1.0, 2: 0.6}
FURTHER = 0.2
VISITED_FROM, VISIT_CHANCE = 0.62, 0.25  # a day
CONTACTED_FROM = 0.70


@dataclass(frozen=True)
class Candidate:
    """A learner as a recruiter's search finds them; all but the degree from 0 to 1."""

    completeness: float
    match: float
    degree: int | None  # None: out of network
    activity: float


def recruiter_terms(candidate):
    """What each thing adds to the score, by name; they add up to it."""
    shares = {
        "completeness": candidate.completeness,
        "match": candidate.match,
        "closeness": CLOSENESS.get(candidate.degree, FURTHER),
        "activity": candidate.activity,
    }
    return {name: RECRUITER_WEIGHTS[name].value * share for name, share in shares.items()}


def recruiter_score(candidate):
    """From 0 to 1."""
    return round(sum(recruiter_terms(candidate).values()), 9)


def searches(u):
    """Whether a recruiter looks through the profiles on a day with this draw."""
    return u < VISIT_CHANCE


def is_visited(score):
    """Whether a recruiter who does opens this profile."""
    return score >= VISITED_FROM


def is_contacted(score):
    """Whether the recruiter writes on the day after a visit."""
    return score >= CONTACTED_FROM


def lead_hazard(mutual, fit, rate=1.0, is_digital=True):
    """Job leads in one world day through a contact with so many mutual contacts.

    `rate` is the hazard at the peak for a `fit` (0 to 1) of 1.
    """
    x = (mutual + 1) / (LEAD_PEAK + 1)
    return rate * fit * x * exp(1 - x) * (1.0 if is_digital else LEAD_ELSEWHERE)
