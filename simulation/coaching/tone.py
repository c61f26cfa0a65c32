"""T: how the note sounds."""

from itertools import dropwhile

from django.utils.translation import gettext_lazy as _

from . import ask
from .lexicon import words
from .reading import plain_words
from .result import Criterion, Fault, Finding

MOST_MARKS = 2  # "!"
MOST_PRAISE = 2  # superlatives
MOST_APOLOGIES = 1
LEAST_SHOUTED = 3  # words in capitals
SENTENCE_ENDS = {".", "!"}
QUOTES = {'"', "'", "“", "„", "‘", "«"}

ADVICE = {
    0: _("Write as you would speak to somebody whom you respect and do not know."),
    2: _("A word of thanks, or a wish instead of an order, makes it warmer."),
    3: _("You sound polite and friendly."),
}
RUDE = _("Leave this out. It reads as an attack, whatever you meant.")
ORDERS = _("Ask instead of telling: a question or a wish leaves them free.")
APOLOGIES = _("One apology is enough. You have a good reason to write.")
MARKS = _("One exclamation mark is enough. Write more calmly.")
FLATTERY = _("Too much praise sounds untrue. Name one thing that was useful to you.")
TAKING = _("This takes a favour for granted. Nobody owes it to somebody whom they do not know.")
FORMULA = _("These polite words stand in every letter. Say what you thank them for.")


def judge(draft):
    """The level of the tone."""
    if rude := draft.rudeness:
        return Finding(Criterion.TONE, 0, rude, RUDE, frozenset({Fault.RUDE}))
    if shouted := shouting(draft):
        return Finding(Criterion.TONE, 0, shouted, ADVICE[0])
    if len(draft.praise) > MOST_PRAISE:
        return Finding(Criterion.TONE, 1, draft.praise, FLATTERY, frozenset({Fault.FLATTERY}))
    if excesses := [(spans, advice) for find, advice in EXCESSES if (spans := find(draft))]:
        spans = tuple(sorted({span for found, _advice in excesses for span in found}))
        return Finding(Criterion.TONE, 1, spans, excesses[0][1])
    if pitch := ask.pitch(draft):
        return Finding(Criterion.TONE, 1, pitch, TAKING)
    return _courtesy(draft)


def _courtesy(draft):
    """Credit for what they did, or words that consider them.

    The formulas of any letter count, but not among stock phrases that could go to anybody.
    """
    courtesy, formulas = _softening(draft)
    if draft.names_theirs or not draft.spans("stock"):
        courtesy += formulas
    if courtesy or draft.credit:
        return Finding(Criterion.TONE, 3, courtesy or draft.credit, ADVICE[3])
    return Finding(Criterion.TONE, 2, formulas, FORMULA if formulas else ADVICE[2])


def _softening(draft):
    """Words that consider them, and the formulas of any letter. An order with either is none."""
    meant = (*draft.spans("courtesy"), *draft.spans("optional"))
    return meant, draft.spans("courtesy", "formulas")


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


def too_many_marks(draft):
    marks = [place for place, sign in enumerate(draft.reading.cut) if sign == "!"]
    return tuple((place, place + 1) for place in marks) if len(marks) > MOST_MARKS else ()


def too_many_apologies(draft):
    apologies = draft.spans("overmuch")
    return apologies if len(apologies) > MOST_APOLOGIES else ()


def orders(draft):
    """Orders to somebody whom one asks, and pushing."""
    return (*draft.pressure, *draft.spans("orders"), *commands(draft))


def commands(draft):
    """Sentences that begin with an order which nothing softens."""
    begun = (_order(draft, sentence) for sentence in draft.reading.sentences)
    return tuple(span for span in begun if span and not _is_softened(draft, span))


def _order(draft, sentence):
    """The place of an order of the writer's own; a question or a quotation is none."""
    before = words("orders", "before") | words("titles") | words("greetings") | draft.called
    said = list(dropwhile(lambda token: token.plain in before, sentence))
    verb, *rest = [token.plain for token in said] or [""]
    if verb not in words("orders", "verbs") or rest[-1:] == ["?"]:
        return None
    if rest and rest[0] not in words("orders", "objects") | SENTENCE_ENDS:
        return None
    start, end = said[0].start, said[-1].end
    is_quoted = draft.reading.cut[max(0, start - 1) : start] in QUOTES
    return None if is_quoted else (start, end)


def _is_softened(draft, span):
    starts = (start for spans in _softening(draft) for start, _end in spans)
    return any(span[0] <= start < span[1] for start in starts)


EXCESSES = [(orders, ORDERS), (too_many_apologies, APOLOGIES), (too_many_marks, MARKS)]
