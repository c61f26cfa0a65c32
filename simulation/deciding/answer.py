"""From facts and draws to an answer, with all that made it. Pure: no queries, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import exp, fsum

from ..chance import DIGITS, Luck, choose
from . import considerations as consider
from .terms import CONSIDERATIONS, REPLY_CONSIDERATIONS, weigh
from .weights import MODEL_VERSION, values


class Outcome(StrEnum):
    """What a persona does, from the worst for the learner to the best."""

    UNKNOWN = "unknown"  # "I don't know this person"
    DECLINE = "decline"
    IGNORE = "ignore"
    ACCEPT = "accept"
    ACCEPT_AND_REPLY = "accept_and_reply"

    @property
    def is_accepted(self):
        return self in (Outcome.ACCEPT, Outcome.ACCEPT_AND_REPLY)


@dataclass(frozen=True)
class Draws:
    """The luck of one invitation: three numbers in [0, 1) that know nothing of its facts."""

    accept: float
    kind: float
    reply: float

    @classmethod
    def of(cls, luck: Luck):
        return cls(*(round(luck.draw(stream), DIGITS) for stream in ("accept", "kind", "reply")))


@dataclass(frozen=True)
class Logit:
    """A chance that is made of named terms."""

    terms: Mapping[str, float]

    @property
    def z(self):
        return fsum(self.terms.values())

    @property
    def p(self):
        return round(1 / (1 + exp(-self.z)), DIGITS)


@dataclass(frozen=True)
class Answer:
    """The outcome, and all that it was made of. `refusals` are the chances once not accepted."""

    outcome: Outcome
    acceptance: Logit
    reply: Logit
    refusals: Mapping[Outcome, float]
    draws: Draws
    gain: float
    version: int

    @property
    def p(self):
        return self.acceptance.p

    @property
    def u(self):
        return self.draws.accept

    @property
    def z(self):
        return self.acceptance.z

    @property
    def terms(self):
        return self.acceptance.terms


def decide(facts, draws, gain=1.0, version=MODEL_VERSION):
    """The answer to one invitation. The same facts and draws always give the same."""
    if gain < 1:
        raise ValueError("The didactic gain enlarges; it is 1 or more.")
    w = values(version)
    acceptance = Logit(weigh(CONSIDERATIONS, facts, w, gain))
    reply = Logit(weigh(REPLY_CONSIDERATIONS, facts, w))
    refusals = refusal_chances(facts, w)
    outcome = _outcome(acceptance.p, reply.p, refusals, draws)
    return Answer(outcome, acceptance, reply, refusals, draws, gain, version)


def _outcome(p, reply_p, refusals, draws):
    if draws.accept >= p:
        return choose(draws.kind, refusals.items())
    return Outcome.ACCEPT_AND_REPLY if draws.reply < reply_p else Outcome.ACCEPT


def refusal_chances(facts, w):
    """How likely each way of not accepting is, the worst first: better facts move it upwards."""
    picky = facts.traits.selectivity - 0.5
    bad = _spoilt(facts, w)
    nothing_shared = consider.shared(facts, w) == 0
    weights = {
        Outcome.UNKNOWN: exp(
            w["unknown.base"]
            + w["unknown.selectivity"] * picky
            + w["unknown.bad"] * bad
            + w["unknown.nothing_shared"] * nothing_shared
            + w["unknown.no_words"] * facts.note.is_wordless
        ),
        Outcome.DECLINE: exp(
            w["decline.base"] + w["decline.selectivity"] * picky + w["decline.bad"] * bad
        ),
        Outcome.IGNORE: 1.0,
    }
    whole = sum(weights.values())
    return {outcome: round(weight / whole, DIGITS) for outcome, weight in weights.items()}


def _spoilt(facts, w):
    """How many things spoil the invitation."""
    return sum(each.is_penalty and each.weigh(facts, w) < 0 for each in CONSIDERATIONS)
