"""R: whether the note says who writes, and why to this person."""

from django.utils.translation import gettext_lazy as _

from .facts import Ground
from .form import links
from .reading import plain_words
from .result import Criterion, Finding, without

ADVICE = {
    0: _("Say in one sentence who you are and why you write to them."),
    1: _("Say both: who you are, and why you write."),
    2: _("Say why you write to them, and not to anybody else."),
    3: _("They can see who you are and why you write to them."),
}


def judge(draft):
    """One level each for who I am and why I write, one more when it is about this person."""
    who, why = self_description(draft), purpose(draft)
    specific, shared = bool(draft.specific), bool(draft.ground)
    if who and why and specific:
        level = 3
    elif (who and (why or shared)) or (why and specific):
        level = 2
    else:
        level = 1 if who or why or specific else 0
    spans = tuple(sorted({*who, *why}))
    return Finding(Criterion.REASON, level, spans, ADVICE[level])


def self_description(draft):
    """Where the note says who the sender is."""
    own = [
        mention for mention in draft.mentions if mention.ground == Ground.OWN and not mention.faint
    ]
    return (*draft.spans("self"), *draft.spans_of(own), *_own_name(draft))


def _own_name(draft):
    """The sender's name in a sentence; at the end it is only a signature, in a link an address."""
    tokens = draft.reading.tokens
    name = set(plain_words(draft.facts.sender.name))
    found = tuple(
        (token.start, token.end)
        for token in tokens[: max(0, draft.words - 3)]
        if token.plain in name
    )
    return without(found, links(draft.reading.cut))


def purpose(draft):
    """Where the note says what the contact is for."""
    return draft.spans("purpose")
