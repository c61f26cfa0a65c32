"""Facts that are piled up instead of said. Pure."""

import re

from .facts import Ground
from .lexicon import words

LEAST_LISTED = 3  # bare facts that make a list
MOST_WORDS = 6  # of a bare fact
MOST_FACTS = 4  # that a note of this length can say something about
LEAST_FUNCTION_SHARE = 0.18  # sentences have more small words than that
LEAST_WORDS = 10  # below, the share says nothing
_SEPARATOR = re.compile(r"[,;:.!?|/•·\n+&]|\s[-–—]\s")


def listed(reading, mentions):
    """The places of the words in bare facts, when there are so many that they are a list."""
    places = {
        place: mention.label
        for mention in mentions
        if mention.ground != Ground.OWN
        for place in mention.places
    }
    bare = [segment for segment in _segments(reading) if _is_bare(segment, reading, places)]
    labels = {places[place] for segment in bare for place in segment if place in places}
    if len(labels) < LEAST_LISTED:
        return frozenset()
    return frozenset(place for segment in bare for place in segment)


def is_stuffed(reading, mentions, in_list):
    """Whether the note is a pile: a list, or hardly a small word between many facts."""
    labels = {mention.label for mention in mentions}
    is_dense = len(reading.tokens) >= LEAST_WORDS and reading.function_share < LEAST_FUNCTION_SHARE
    return bool(in_list) or (is_dense and len(labels) >= LEAST_LISTED)


def _segments(reading):
    """The places of the words between two separators, "and" being one."""
    segment: list[int] = []
    end = 0
    for place, token in enumerate(reading.tokens):
        if _SEPARATOR.search(reading.cut, end, token.start) or token.plain == "and":
            yield segment
            segment = []
        if token.plain != "and":
            segment.append(place)
        end = token.end
    yield segment


def _is_bare(segment, reading, places):
    """Whether nothing is said here but facts."""
    if not segment or len(segment) > MOST_WORDS:
        return False
    if not any(place in places for place in segment):
        return False
    small = words("function_words") - words("generic_labels")
    return all(place in places or reading.tokens[place].plain not in small for place in segment)
