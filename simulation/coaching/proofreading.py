"""What is said while somebody types: only what proof-reading would catch. Judgement waits for the
debrief, so that learners make up their own minds first. Pure."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.text import seen_length

from . import address, form, fresh
from .draft import Draft
from .lexicon import slips
from .result import Fault, Spans


@dataclass(frozen=True)
class Quote:
    """Words of the text that a slip is about, and what they may have meant."""

    text: str
    meant: str = ""


@dataclass(frozen=True)
class Slip:
    """One kind of thing to correct before sending. `fault` is None when it spoils nothing else."""

    fault: Fault | None
    spans: Spans
    words: str
    quotes: tuple[Quote, ...] = ()


def proofread(text, facts):
    """Every slip in the text, in the order in which they are shown."""
    draft = Draft(text, facts)
    if not text.strip():
        return ()
    return tuple(slip for check in CHECKS if (slip := check(draft)))


def placeholder(draft):
    if spans := form.placeholders(draft.reading.cut):
        words = _("Something from a template was left in.")
        return Slip(Fault.PLACEHOLDER, spans, words, _quoted(draft, spans))
    return None


def wrong_name(draft):
    if form.placeholders(draft.reading.cut):
        return None
    if spans := address.wrong_name(draft):
        words = _("The name in the greeting is not theirs.")
        return Slip(Fault.WRONG_NAME, spans, words, _quoted(draft, spans))
    return None


def default_text(draft):
    if fresh.is_default(draft):
        whole = ((0, len(draft.reading.cut)),)
        return Slip(Fault.DEFAULT, whole, _("This is the text that everybody sends."))
    return None


def too_long(draft):
    limit = draft.facts.limit
    if not form.is_too_long(draft.text, limit):
        return None
    over = seen_length(draft.reading.cut) - limit
    words = ngettext("It is %(n)d character too long.", "It is %(n)d characters too long.", over)
    return Slip(None, ((limit, len(draft.reading.cut)),), words % {"n": over})


def link(draft):
    if spans := form.links(draft.reading.cut):
        words = _("There is a link or a number in it.")
        return Slip(Fault.SPAM_LINK, spans, words, _quoted(draft, spans))
    return None


def repeated(draft):
    if spans := form.repetitions(draft):
        return Slip(None, spans, _("A sentence stands here twice."))
    return None


def spelling(draft):
    if spans := form.spelling(draft):
        words = ngettext(
            "Check how this word is spelt.", "Check how these words are spelt.", len(spans)
        )
        return Slip(None, spans, words, _quoted(draft, spans))
    return None


def _quoted(draft, spans):
    """Each of the places once, in words."""
    texts = dict.fromkeys(draft.reading.cut[start:end] for start, end in spans)
    return tuple(Quote(text, slips().get(form.as_typed(text), "")) for text in texts)


CHECKS = [placeholder, wrong_name, default_text, too_long, link, repeated, spelling]
