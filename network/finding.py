"""Finding rows by words: each begins a word of what a row says, or is nearly one of its words."""

import re
from functools import reduce
from operator import and_, or_

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import BooleanField, F, Func, Q, TextField, Value
from django.db.models.functions import Concat, Replace

from .folding import Fold

MOST_WORDS = 8
MOST_NEAR = 2000  # rows that are nearly right, of which the nearest are chosen
# How near that is, is a setting of the session, so that an index of trigrams answers it.


def words_of(text):
    """The words to look for; what has no letter and no digit is none."""
    return [word for word in text.split() if re.search(r"[^\W_]", word)][:MOST_WORDS]


def saying(queryset, text, near=False):
    """Rows whose `words` (see `folding.words_in`) say every word of `text`; none without a word.

    Accents and case are forgiven; with `near` a part of a word does, and a typing error.
    """
    words = words_of(text)
    for word in words:
        queryset = queryset.filter(_begins(word) | _is_near(word) if near else _begins(word))
    return queryset if words else queryset.none()


def saying_on_line(queryset, text, line):
    """Rows whose `words` say every word of `text` on that line, counted from 1."""
    words = words_of(text)
    for word in words:
        parts = Value("%\n" * line + "% "), _as_it_is(Fold(Value(word))), Value("%")
        queryset = queryset.filter(_Like(F("words"), Concat(*parts, output_field=TextField())))
    return queryset if words else queryset.none()


def nearest(queryset, text, size, least=0):
    """At most so many rows whose `words` say nearly that text, the nearest first.

    `least` is how near they are at least, from 0 to 1: long texts are near to much.
    """
    text = Fold(Value(text))
    near = queryset.filter(words__trigram_word_similar=text).order_by().values("pk")[:MOST_NEAR]
    found = queryset.filter(pk__in=near).annotate(likeness=TrigramWordSimilarity(text, "words"))
    return found.filter(likeness__gte=least).order_by("-likeness", "pk")[:size]


def says_all(words, field="words"):
    """The condition that every one of the words begins a word of the field."""
    return reduce(and_, (_begins(word, field) for word in words))


def says_some(words):
    return reduce(or_, map(_begins, words))


def _begins(word, field="words"):
    return Q(**{f"{field}__contains": Concat(Value(" "), Fold(Value(word)))})


def _is_near(word):
    if not re.search(r"[^\W_]{3}", word):
        return Q(pk__in=[])  # less has no trigram of its own
    folded = Fold(Value(word))
    return Q(words__contains=folded) | Q(words__trigram_word_similar=folded)


class _Like(Func):
    template, arg_joiner = "%(expressions)s", " LIKE "
    output_field = BooleanField()


def _as_it_is(text):
    """A text in which LIKE sees no wildcards."""
    for sign in ("\\", "%", "_"):
        text = Replace(text, Value(sign), Value(f"\\{sign}"), output_field=TextField())
    return text
