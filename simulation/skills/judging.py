"""How good one piece of work was, for each skill. Pure; the steps are our own judgement."""

from ..deciding.answer import Draws, decide
from ..deciding.facts import Facts, Showing, Traits
from .levels import Level, at_least

PROFILE = (0.6, 0.8, 0.95)  # completeness
CHOICE = (0.2, 0.35, 0.45)  # chance that what the two share gives
NOTE = (0.3, 0.5, 0.7)  # quality
FOLLOW_UP = (0.5, 0.7, 0.9)  # quality
FRESH = 28  # days for which what came before is remembered
USUAL = Showing(completeness=0.6, avatar_set=True)
NO_LUCK = Draws(0.5, 0.5, 0.5)  # a chance does not depend on it


def profile(facts):
    return at_least(facts.profile.completeness, *PROFILE)


def choice(facts):
    """Whom one invites: by what the two share and what the other is, which all can see before."""
    traits = Traits(role=facts.traits.role, level=facts.traits.level)
    seen = Facts(traits=traits, tie=facts.tie, profile=USUAL)
    return at_least(decide(seen, NO_LUCK).p, *CHOICE)


def note(facts):
    """An invitation without a note is no work on notes."""
    return None if facts.note.is_blank else at_least(facts.note.quality, *NOTE)


def engaging_first(facts):
    """What came before the invitation: words weigh most."""
    done = facts.engagement
    wrote = _is_fresh(done.commented) or _is_fresh(done.replied)
    noticed = any(map(_is_fresh, (done.liked, done.endorsed))) or done.followed is not None
    if wrote:
        return Level.STRONG if noticed else Level.PROFICIENT
    return Level.DEVELOPING if noticed else Level.STARTING


def _is_fresh(days):
    return days is not None and days <= FRESH


def follow_up(quality):
    return at_least(quality, *FOLLOW_UP)


INBOX = {
    ("relevant", "accepted"): Level.STRONG,
    ("relevant", "declined"): Level.DEVELOPING,
    ("irrelevant", "declined"): Level.STRONG,
    ("irrelevant", "unknown"): Level.PROFICIENT,
    ("irrelevant", "accepted"): Level.DEVELOPING,
    ("spam", "declined"): Level.PROFICIENT,
    ("spam", "unknown"): Level.PROFICIENT,
    ("scam", "declined"): Level.PROFICIENT,
    ("scam", "unknown"): Level.PROFICIENT,
}


def inbox(label, answer, is_reported):
    """An invitation from somebody simulated, by what it was worth and what was answered.

    Spam and fraud that are reported, too, help the others in the world.
    """
    if is_reported:
        return Level.STRONG if label in ("spam", "scam") else Level.STARTING
    return INBOX.get((label, answer), Level.STARTING)
