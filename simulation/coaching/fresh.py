"""N: whether the note was written for this person: no default text, no copy, no stock phrases."""

from django.utils.translation import gettext_lazy as _

from .lexicon import lexicon, lines, words
from .reading import plain_words
from .result import Criterion, Fault, Finding

SAME, ALIKE = 0.60, 0.35  # shares of three-word runs that two notes have in common
DEFAULT, SHORT_DEFAULT = 0.80, 0.60
SHORT = 12  # words
MOST_OWN = 1  # words that a default text keeps beside those that all default texts are made of
FEW_WORDS = 6
MOST_EARLIER = 200  # notes that are compared with

ADVICE = {
    0: _("This is the text that everybody sends. Write two sentences of your own."),
    1: _("This would fit anybody. Write something that only this person can get."),
    2: _("Add something that you would write to nobody else."),
    3: _("These are your own words for this person."),
}
DUPLICATE = _("You sent much the same before. Write a new note for this person.")


def judge(draft):
    """The level of freshness."""
    whole = ((0, len(draft.reading.cut)),) if draft.words else ()
    if is_default(draft):
        return Finding(Criterion.FRESH, 0, whole, ADVICE[0], frozenset({Fault.DEFAULT}))
    likeness = likeness_to_earlier(draft)
    if likeness >= SAME:
        return Finding(Criterion.FRESH, 1, whole, DUPLICATE, frozenset({Fault.DUPLICATE}))
    if likeness >= ALIKE:
        return Finding(Criterion.FRESH, 2, whole, ADVICE[2])
    return _by_own_words(draft)


def _by_own_words(draft):
    """Notes that name nothing of this person could go to anybody."""
    if draft.names_theirs:
        return Finding(Criterion.FRESH, 3, draft.spans_of(draft.ground), ADVICE[3])
    stock = draft.spans("stock")
    level = 1 if stock or draft.words < FEW_WORDS else 2
    return Finding(Criterion.FRESH, level, stock, ADVICE[level])


def is_default(draft):
    """Whether the note is a text that was offered, or what somebody leaves of one."""
    text = _bare(draft)
    if not text or draft.specific:
        return False
    if _is_made_of_offered(draft, text):
        return True
    limit = SHORT_DEFAULT if len(text) <= SHORT else DEFAULT
    return any(likeness(text, default, size=2) >= limit for default in _defaults(draft))


def _is_made_of_offered(draft, text):
    """Whether hardly a word is its own, and it says that networks are for being in."""
    offered = words("offered") | words("function_words")
    own = [word for word in text if word not in offered]
    return len(own) <= MOST_OWN and draft.has("default_core")


def _defaults(draft):
    texts = (*lines("defaults"), *draft.facts.defaults)
    return [_without(plain_words(text), words("greetings_alone")) for text in texts]


def _bare(draft):
    """The words of the note without greeting, names and thanks."""
    plain = _plain(draft)
    match = lexicon("greetings").match(" ".join(plain))
    plain = plain[len(match[0].split()) :] if match else plain
    return _without(plain, _names(draft) | words("greetings_alone"))


def _plain(draft):
    return [word for token in draft.reading.tokens for word in token.plain.split()]


def _names(draft):
    people = (draft.facts.sender, draft.facts.recipient)
    return {word for person in people for word in plain_words(person.name)} | words("titles")


def _without(plain, left_out):
    return [word for word in plain if word not in left_out]


def likeness_to_earlier(draft):
    """How much the note is like the most similar one that was sent before: 0 to 1."""
    names = _names(draft)
    typed = [word for token in draft.reading.tokens for word in plain_words(token.raw)]
    own = _without(typed, names)
    earlier = draft.facts.earlier[-MOST_EARLIER:]
    return max((likeness(own, _without(plain_words(text), names)) for text in earlier), default=0.0)


def likeness(one, other, size=3):
    """The share of runs of `size` words that two texts have in common, of all that either has."""
    first, second = _runs(one, size), _runs(other, size)
    return len(first & second) / len(first | second) if first and second else 0.0


def _runs(plain, size):
    return {tuple(plain[place : place + size]) for place in range(len(plain) - size + 1)}
