"""G: whether the note names something true that the two share."""

from django.utils.translation import gettext_lazy as _

from .claims import false_claims
from .facts import Ground
from .matching import Kind
from .result import Criterion, Fault, Finding, without
from .stuffing import MOST_FACTS, is_stuffed
from .tone import MOST_PRAISE

TOUCHED = {Kind.HEADLINE, Kind.SKILL}  # come along in a sentence about oneself

ADVICE = {
    0: _("Name one thing that you two share: a person, a group, a post, a school."),
    1: _("Be more exact: name the post, the group or the person, and say what it meant to you."),
    2: _("Say what this did for you: what you learned, tried or liked about it."),
    3: _("You name something true that you share, and say what it meant to you."),
}
FALSE_CLAIM = _("This is not true of you two. Say only what they would remember too.")
STUFFING = _("Choose one of these facts and say in a sentence why it matters to you.")


def judge(draft):
    """The level of the common ground; a false claim or a pile of facts spoils it."""
    if claims := false_claims(draft):
        return Finding(Criterion.GROUND, 0, claims, FALSE_CLAIM, frozenset({Fault.FALSE_CLAIM}))
    level = _level(draft)
    spans = draft.spans_of(draft.ground) or _vague(draft)
    if is_stuffed(draft.whole, draft.all_mentions, draft.listed):
        return Finding(
            Criterion.GROUND,
            min(level, 1),
            draft.spans_of(draft.all_mentions, draft.whole),
            STUFFING,
            frozenset({Fault.STUFFING}),
        )
    if level == 1 and _is_piled(draft):
        return Finding(Criterion.GROUND, 1, spans, STUFFING)
    return Finding(Criterion.GROUND, level, spans, ADVICE[level])


def _level(draft):
    if _is_piled(draft) or len(draft.praise) > MOST_PRAISE:
        return 1 if draft.ground else 0
    if draft.specific:
        return 3 if draft.credit else 2
    if any(_is_shared(mention) for mention in draft.ground):
        return 2
    return 1 if draft.ground or _vague(draft) else 0


def _vague(draft):
    """Words that sound like common ground; in an attack ("do your job") they do not."""
    return without(draft.spans("vague"), draft.rudeness)


def _is_shared(mention):
    """Whether this is true of both; what is only touched on counts when both remember it."""
    if mention.ground != Ground.SHARED:
        return False
    return not mention.faint or mention.kind == Kind.EVENT


def _is_piled(draft):
    """Whether more facts are named, in places of their own, than a note can say something about."""
    named = [
        set(each.places) for each in draft.ground if each.kind not in TOUCHED and not each.faint
    ]
    apart: list[set] = []
    for places in named:
        if not any(places & others for others in apart):
            apart.append(places)
    return len(apart) > MOST_FACTS
