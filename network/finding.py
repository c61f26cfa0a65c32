"""Finding rows by words: each begins a word of what a row says, or is nearly one of its words."""

import re

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, Value
from django.db.models.functions import Concat

from .folding import Fold

MOST_WORDS = 8
MOST_NEAR = 2000  # rows that are nearly right, of which the nearest are chosen


def words_of(text):
    """The words to look for; what has no letter and no digit is none."""
    return [word for word in text.split() if re.search(r"[^\W_]", word)][:MOST_WORDS]


def saying(queryset, text, near=False, words="words"):
    """Rows whose `words` (see `folding.words_in`) say every word of `text`; none without a word.

    Accents and case are forgiven; with `near` a part of a word does, and a typing error.
    """
    looked_for = words_of(text)
    for word in looked_for:
        says = _begins(words, word)
        queryset = queryset.filter(says | _is_near(words, word) if near else says)
    return queryset if looked_for else queryset.none()


def nearest(queryset, text, size):
    """At most so many rows whose `words` nearly say every word of `text`, the nearest first."""
    near = saying(queryset, text, near=True).order_by().values("pk")[:MOST_NEAR]
    likeness = sum(TrigramWordSimilarity(Fold(Value(word)), "words") for word in words_of(text))
    found = queryset.filter(pk__in=near).annotate(likeness=likeness)
    return found.order_by("-likeness", "pk")[:size]


def _begins(words, word):
    return Q(**{f"{words}__contains": Concat(Value(" "), Fold(Value(word)))})


def _is_near(words, word):
    """How near is a setting of the session, so that an index of trigrams answers it."""
    if not re.search(r"[^\W_]{3}", word):
        return Q(pk__in=[])  # less has no trigram of its own
    folded = Fold(Value(word))
    similar = {f"{words}__trigram_word_similar": folded}
    return Q(**{f"{words}__contains": folded}) | Q(**similar)
