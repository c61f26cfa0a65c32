"""Everything that a decision may know. What is not a field here cannot enter any decision.

There is no name, pronoun, face, age, origin or class seat among them, on purpose: real networks
discriminate, and netsim must not do it again to learners.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from ..judgement import NoteJudgement


class Role(StrEnum):
    """What a simulated person is on the network. Employers are followed, never invited (C15)."""

    PEER = "peer"
    ALUMNUS = "alumnus"
    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring_manager"
    SENIOR_LEADER = "senior_leader"
    INFLUENCER = "influencer"


@dataclass(frozen=True)
class Traits:
    """The persona who decides. The three dispositions run from 0 to 1."""

    role: Role = Role.PEER
    openness: float = 0.5
    busyness: float = 0.5
    selectivity: float = 0.5
    level: int = 1  # of their career: 1 starts, 4 leads


@dataclass(frozen=True)
class Tie:
    """What the two share, true in the world at the moment of deciding."""

    mutual: int = 0  # connections of both
    schools: int = 0
    groups: int = 0
    active_in_group: bool = False  # the learner wrote something in one of these groups
    same_employer: bool = False
    past_employer: bool = False
    same_industry: bool = False
    same_city: bool = False
    claim_is_true: bool = True  # how the learner says they know the persona (C13)


@dataclass(frozen=True)
class Showing:
    """What the learner's profile shows: how much, never what."""

    completeness: float = 0.0  # 0 to 1
    avatar_set: bool = False
    level: int = 1  # as for the persona


@dataclass(frozen=True)
class Engagement:
    """What the learner did before inviting: each the world days since, None when never."""

    liked: float | None = None
    commented: float | None = None  # thoughtfully
    replied: float | None = None  # answered a question of theirs, or in a group of both
    endorsed: float | None = None
    followed: float | None = None  # following since


@dataclass(frozen=True)
class History:
    """What was sent before, to this persona and to others."""

    declined: bool = False
    withdrawn: bool = False
    pending: int = 0  # the learner's open invitations
    sent_today: int = 0  # in the last world day
    attempt: int = 1  # the how-manieth invitation to this persona; keys the luck, weighs nothing


@dataclass(frozen=True)
class Memory:
    """What the persona remembers of the learner's last acts towards them."""

    thanked: bool = False
    pushed: bool = False  # a third message in a row, too soon


@dataclass(frozen=True)
class Facts:
    """One invitation, as the persona sees it."""

    traits: Traits = field(default_factory=Traits)
    tie: Tie = field(default_factory=Tie)
    profile: Showing = field(default_factory=Showing)
    note: NoteJudgement = field(default_factory=NoteJudgement)
    engagement: Engagement = field(default_factory=Engagement)
    history: History = field(default_factory=History)
    memory: Memory = field(default_factory=Memory)
    is_weekend: bool = False  # the persona's own, when the invitation came

    def but(self, **changes):
        """These facts changed: `facts.but(tie={"mutual": 3}, is_weekend=True)`."""
        whole = {
            name: replace(getattr(self, name), **change) if isinstance(change, dict) else change
            for name, change in changes.items()
        }
        return replace(self, **whole)
