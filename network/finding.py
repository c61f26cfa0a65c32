"""Finding rows by words: each word stands somewhere in what a row says, or nearly so."""

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, TextField, Value
from django.db.models.functions import Concat
from django.db.models.lookups import GreaterThanOrEqual

from .folding import Fold

LIKE_ENOUGH = 0.6  # word similarity of a word with one typing error
MOST_WORDS = 8


def saying(queryset, text, *fields):
    """Rows in whose `fields` every word of `text` is found; accents and case forgiven."""
    blank = Value(" ")
    spaced = [part for field in fields for part in (blank, field)]
    queryset = queryset.alias(words=Fold(Concat(*spaced, output_field=TextField())))
    for word in text.split()[:MOST_WORDS]:
        folded = Fold(Value(word))
        near = GreaterThanOrEqual(TrigramWordSimilarity(folded, "words"), LIKE_ENOUGH)
        queryset = queryset.filter(Q(words__contains=folded) | Q(near))
    return queryset
