"""F: length, what was left over from a template, links, and slips of the pen."""

import re

from django.utils.translation import gettext_lazy as _

from network.text import seen_length

from . import address
from .lexicon import slips
from .result import Criterion, Fault, Finding

LEAST = 60  # characters; less can hardly say who, why and what
MOST_SLIPS = 3

ADVICE = {
    0: _("Take out the link or number and stay within the length."),
    1: _("Write one or two whole sentences and read them once more."),
    2: _("Read it once more and correct the spelling."),
    3: _("It is clean and has a good length."),
}
PLACEHOLDER = _("Something from a template was left in. Put the real word there.")
TOO_LONG = _("Make it shorter: what is over the limit is not sent.")
LINK = _("Take out the link or the phone number. They look like spam in a first note.")
REPEATED = _("A sentence stands here twice. Take one out.")

_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{1,40}\]|\{\{?[^{}\n]{1,40}\}\}?|<[a-z][a-z _]{1,30}>"
    r"|%[a-z_]{3,20}%|\$[a-z_]{3,20}\b"
    r"|\b(?:first|last|your|company|recipient'?s?|school|group|job) ?name here\b|\b_{3,}|\bX{3,}\b"
    r"|\b(?:insert|enter|fill in) (?:the |a |your )?(?:name|topic|company|school|title|reason)\b"
    r"|\b(?:FIRST|LAST)[ _]?NAME\b|\((?:name|first name|company|topic|school|group|your name)\)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"https?://\S{1,200}|\bwww\.\S{1,200}|\b[\w-]{2,63}\.(?:com|net|org|io|co|info|biz|example|shop|link|ly|me)\b(?:/\S{0,200})?"
    r"|[\w.+-]{1,64}@[\w-]{1,63}\.\w{2,24}",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w.])\+?\d[\d ()/-]{6,18}\d\b")


def judge(draft):
    """The level of the form; spelling alone costs little."""
    text, limit = draft.reading.cut, draft.facts.limit
    if left := placeholders(text):
        return Finding(Criterion.FORM, 0, left, PLACEHOLDER, frozenset({Fault.PLACEHOLDER}))
    if found := links(text):
        return Finding(Criterion.FORM, 0, found, LINK, frozenset({Fault.SPAM_LINK}))
    if is_too_long(draft.text, limit):
        return Finding(Criterion.FORM, 0, ((min(limit, len(text)), len(text)),), TOO_LONG)
    mistakes, repeated = spelling(draft), repetitions(draft)
    if len(mistakes) > MOST_SLIPS:
        return Finding(Criterion.FORM, 1, mistakes, ADVICE[2])
    if own_length(draft) < LEAST:
        return Finding(Criterion.FORM, 1, mistakes, ADVICE[1])
    if repeated:
        return Finding(Criterion.FORM, 2, repeated, REPEATED)
    level = 2 if mistakes else 3
    return Finding(Criterion.FORM, level, mistakes, ADVICE[level])


def placeholders(text):
    return tuple(match.span() for match in _PLACEHOLDER.finditer(text))


def links(text):
    """Links, mail addresses and phone numbers; years and times are none."""
    found = [match.span() for pattern in (_LINK, _PHONE) for match in pattern.finditer(text)]
    return tuple(sorted(found))


def is_too_long(text, limit):
    """As the form measures it: what a person sees as one sign is one."""
    return len(text) > limit and (len(text) > 20 * limit or seen_length(text) > limit)


def spelling(draft):
    """Words that are misspelt in every English, what is typed in chats, and their name misspelt."""
    wrong = [
        (token.start, token.end)
        for sentence in draft.reading.sentences
        for place, token in enumerate(sentence)
        if as_typed(token.raw) in slips() and not (place and _may_be_name(token))
    ]
    return tuple(sorted({*wrong, *address.misspelt(draft)}))


def as_typed(raw):
    """A word as the lists have it."""
    return raw.casefold().replace("’", "'")


def _may_be_name(token):
    """Whether it has a capital inside of a sentence, and is not written in capitals throughout."""
    return token.is_capitalised and not token.raw[1:].isupper()


def repetitions(draft):
    """Sentences that stood there before."""
    seen, found = set(), []
    for sentence in draft.reading.sentences:
        plain = " ".join(token.plain for token in sentence[:-1] or sentence)
        if len(sentence) > 2 and plain in seen:
            found.append((sentence[0].start, sentence[-1].end))
        seen.add(plain)
    return tuple(found)


def own_length(draft):
    """The characters of what is said, once: padding adds nothing."""
    repeated = sum(end - start for start, end in repetitions(draft))
    return sum(len(token.raw) + 1 for token in draft.reading.tokens) - repeated
