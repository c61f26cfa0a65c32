"""What is said while somebody types: only what proof-reading would catch. Judgement waits for the
debrief, so that learners make up their own minds first. Pure."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.text import seen_length

from . import address, form, fresh
from .draft import Draft
from .result import Fault, Spans


@dataclass(frozen=True)
class Slip:
    """One thing to correct before sending. `fault` is None when it only has to be shorter."""

    fault: Fault | None
    spans: Spans
    words: str


def proofread(text, facts):
    """Every slip in the text, in the order in which they are shown."""
    draft = Draft(text, facts)
    if not text.strip():
        return ()
    return tuple(slip for check in CHECKS if (slip := check(draft)))


def placeholder(draft):
    if spans := form.placeholders(draft.reading.cut):
        return Slip(Fault.PLACEHOLDER, spans, _("Something from a template was left in."))
    return None


def wrong_name(draft):
    if form.placeholders(draft.reading.cut):
        return None
    if spans := address.wrong_name(draft):
        return Slip(Fault.WRONG_NAME, spans, _("The name in the greeting is not theirs."))
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
        return Slip(Fault.SPAM_LINK, spans, _("There is a link or a number in it."))
    return None


CHECKS = [placeholder, wrong_name, default_text, too_long, link]
