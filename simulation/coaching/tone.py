"""T: how the note sounds."""

from django.utils.translation import gettext_lazy as _

from .reading import plain_words
from .result import Criterion, Fault, Finding

MOST_MARKS = 2  # "!"
MOST_PRAISE = 2  # superlatives
MOST_APOLOGIES = 1
LEAST_SHOUTED = 3  # words in capitals

ADVICE = {
    0: _("Write as you would speak to somebody whom you respect and do not know."),
    1: _("Write more calmly: less praise, fewer apologies and no orders."),
    2: _("A word of thanks, or a wish instead of an order, makes it warmer."),
    3: _("You sound polite and friendly."),
}
RUDE = _("Leave this out. It reads as an attack, whatever you meant.")
FLATTERY = _("Too much praise sounds untrue. Name one thing that was useful to you.")


def judge(draft):
    """The level of the tone."""
    if rude := rudeness(draft):
        return Finding(Criterion.TONE, 0, rude, RUDE, frozenset({Fault.RUDE}))
    if shouted := shouting(draft):
        return Finding(Criterion.TONE, 0, shouted, ADVICE[0])
    if len(draft.praise) > MOST_PRAISE:
        return Finding(Criterion.TONE, 1, draft.praise, FLATTERY, frozenset({Fault.FLATTERY}))
    if excess := excesses(draft):
        return Finding(Criterion.TONE, 1, excess, ADVICE[1])
    courtesy = draft.spans("courtesy")
    level = 3 if courtesy else 2
    return Finding(Criterion.TONE, level, courtesy, ADVICE[level])


def rudeness(draft):
    return draft.spans("rude")


def shouting(draft):
    """Words in capitals that are no names or short forms, when there are several."""
    texts = " ".join((draft.facts.recipient.name, draft.facts.sender.name))
    names = set(plain_words(texts))
    loud = [
        token
        for token in draft.reading.tokens
        if len(token.raw) > 2 and token.raw.isupper() and token.plain not in names
    ]
    enough = max(LEAST_SHOUTED, draft.words // 4)
    return tuple((token.start, token.end) for token in loud) if len(loud) >= enough else ()


def excesses(draft):
    """Too many exclamation marks or apologies, and orders to somebody whom one asks."""
    text = draft.reading.cut
    marks = tuple((place, place + 1) for place, sign in enumerate(text) if sign == "!")
    apologies = draft.spans("overmuch")
    return (
        *(marks if len(marks) > MOST_MARKS else ()),
        *(apologies if len(apologies) > MOST_APOLOGIES else ()),
        *draft.spans("pressure"),
        *draft.spans("orders"),
    )
