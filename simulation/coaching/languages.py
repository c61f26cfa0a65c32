"""Whether a text is in the language that the lexicons know. Other languages are never "bad"."""

import unicodedata
from functools import cache

from .lexicon import lines, parts, words
from .reading import plain_words

LEAST_SIGNS = 3  # small words of another language that tell it


def is_english(reading):
    """False when most letters are of another script, or another language's small words prevail."""
    return not _is_another_script(reading.cut) and not _is_another_language(reading)


def _is_another_script(text):
    letters = [sign for sign in text if sign.isalpha()]
    latin = sum("LATIN" in unicodedata.name(sign, "") for sign in letters)
    return latin < len(letters) / 2


def _is_another_language(reading):
    plain = [word for token in reading.tokens for word in token.plain.split()]
    english = sum(word in words("function_words") for word in plain)
    others = [_small_words(name) for name in parts("languages")]
    foreign = max(sum(word in small for word in plain) for small in others)
    return foreign >= LEAST_SIGNS and foreign > english


@cache
def _small_words(language):
    return {word for line in lines("languages", language) for word in plain_words(line)}
