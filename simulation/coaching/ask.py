"""K: what the note asks for: something small that can be refused, or a favour nobody owes."""

from django.utils.translation import gettext_lazy as _

from .result import Criterion, Fault, Finding, without

MOST_QUESTIONS = 2

ADVICE = {
    0: _("Do not push, sell or ask for a job here. Ask one small thing that they can refuse."),
    1: _("Ask for one thing that takes a minute or two, and only one."),
    2: _("Ask one small question, or say that there is no hurry."),
    3: _("You ask for one small thing and leave them free."),
}
NOTHING_ASKED = _("Say what you would like: to be connected, or an answer to one small question.")
PITCH_FAULT = frozenset({Fault.PITCH})


def judge(draft):
    """The level of the ask."""
    if harm := pitch(draft):
        return Finding(Criterion.ASK, 0, harm, ADVICE[0], PITCH_FAULT)
    if heavy := heavy_asks(draft):
        return Finding(Criterion.ASK, 1, heavy, ADVICE[1])
    light, optional = light_asks(draft), draft.spans("optional")
    wishes = draft.spans("connect")
    if light or (wishes and optional):
        return Finding(Criterion.ASK, 3, (*light, *wishes, *optional), ADVICE[3])
    if wishes:
        return Finding(Criterion.ASK, 2, wishes, ADVICE[2])
    return Finding(Criterion.ASK, 1, (), NOTHING_ASKED)


def pitch(draft):
    """Where the note sells, asks for a job or pushes."""
    return (*draft.spans("jobs"), *draft.spans("sales"), *draft.pressure)


def heavy_asks(draft):
    """Where it asks for much time or effort, or for too many things."""
    asked = questions(draft)
    too_many = asked if len(asked) > MOST_QUESTIONS else ()
    heavy = without(draft.spans("heavy"), draft.spans("small"))
    return (*heavy, *too_many)


def light_asks(draft):
    """Where it asks something that takes a minute: one small thing, or a question of its own."""
    wishes = draft.spans("connect")
    own = [
        span
        for span in questions(draft)
        if not any(span[0] <= start < span[1] for start, _end in wishes)
    ]
    return (*draft.spans("small"), *own)


def questions(draft):
    """Sentences that end with a question mark, without "how are you?"."""
    found = []
    for sentence in draft.reading.sentences:
        if sentence[-1].plain == "?" and len(sentence) > 2:
            plain = " ".join(token.plain for token in sentence)
            if "how are you" not in plain:
                found.append((sentence[0].start, sentence[-1].end))
    return tuple(found)
