"""A text as the scorer reads it: its words, where they stand, and one plain line of them."""

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

import regex

from .lexicon import slips, vocabulary, words
from .spelling import Speller, stem

MOST = 1_000  # characters that are read: whatever is sent, the work is bounded

_TOKEN = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+(?:['’ʼ][\p{L}][\p{L}\p{M}]*+)*+|[.!?…\n]+")
_ENDS_A_SENTENCE = regex.compile(r"[.!?…\n]")
_CONTRACTIONS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_WHOLE = {"can't": "can not", "won't": "will not", "let's": "let us", "shan't": "shall not"}
_IS = {"it", "that", "there", "here", "what", "how", "who", "where", "he", "she"}


@dataclass(frozen=True)
class Token:
    """A word of the text and its place in it; `plain` may be several words ("i am")."""

    raw: str
    plain: str
    start: int
    end: int
    sentence: int

    @property
    def stem(self):
        return stem(self.plain)

    @property
    def is_capitalised(self):
        return self.raw[:1].isupper()


@dataclass(frozen=True)
class Reading:
    """A text, cut to what is read. `known` are words that it may mean, the names in it say."""

    text: str
    known: frozenset[str] = frozenset()
    skipped: tuple[tuple[int, int], ...] = ()  # places whose words are not read

    @cached_property
    def cut(self):
        return self.text[:MOST]

    @cached_property
    def tokens(self):
        """The words, without punctuation."""
        return tuple(token for token in self._all if not _ENDS_A_SENTENCE.match(token.raw))

    @cached_property
    def _all(self):
        speller = Speller(vocabulary(), self.known)
        left_out = {place for start, end in self.skipped for place in range(start, end)}
        found, sentence = [], 0
        for match in _TOKEN.finditer(self.cut):
            raw = match[0]
            if match.start() in left_out:
                continue
            ends = bool(_ENDS_A_SENTENCE.match(raw))
            if ends and self._is_abbreviation(found, raw, match.start()):
                continue
            plain = _mark(raw) if ends else _plain(raw, speller)
            found.append(Token(raw, plain, match.start(), match.end(), sentence))
            sentence += ends
        return found

    def without(self, spans):
        """The same text, some places of it not read."""
        return Reading(self.text, self.known, (*self.skipped, *spans))

    def _is_abbreviation(self, found, raw, start):
        """Whether this full stop belongs to "Dr." or an initial."""
        if raw != "." or not found or found[-1].end != start:
            return False
        before = found[-1].raw
        return before.casefold() in words("titles") or (len(before) == 1 and before.isupper())

    @cached_property
    def _line(self):
        """The plain line, and where each token starts and ends in it."""
        parts, starts, ends, at = [], [], [], 0
        for token in self._all:
            parts.append(token.plain)
            starts.append(at)
            ends.append(at + len(token.plain))
            at = ends[-1] + 1
        return " ".join(parts), starts, ends

    @property
    def plain(self):
        """All words in lower case, contractions written out, a mark after each sentence."""
        return self._line[0]

    def spans(self, pattern):
        """Where a pattern over the plain line is found, as places in the text."""
        return tuple(self.span(*match.span()) for match in pattern.finditer(self.plain))

    def span(self, start, end):
        """The place in the text of a stretch of the plain line."""
        _, starts, ends = self._line
        first, last = bisect_right(starts, start) - 1, bisect_left(ends, end)
        last = min(last, len(ends) - 1)
        return self._all[first].start, self._all[last].end

    @cached_property
    def sentences(self):
        """The tokens of each sentence, and the mark that ends it."""
        found = {}
        for token in self._all:
            found.setdefault(token.sentence, []).append(token)
        return list(found.values())

    @cached_property
    def function_share(self):
        """The share of words like "the" and "I": low where facts are piled up without sentences."""
        small = words("function_words")
        plain = [word for token in self.tokens for word in token.plain.split()]
        return sum(word in small for word in plain) / len(plain) if plain else 0.0


def plain_words(text):
    """The words of a fact, as they stand in a plain line, without marks."""
    raw = (match[0] for match in _TOKEN.finditer(text[:MOST]))
    return [
        word for each in raw if not _ENDS_A_SENTENCE.match(each) for word in _plain(each).split()
    ]


def _mark(raw):
    return "?" if "?" in raw else "!" if "!" in raw else "."


def _plain(raw, speller=None):
    word = raw.casefold().replace("’", "'").replace("ʼ", "'")
    if word in _WHOLE:
        return _WHOLE[word]
    if word.endswith("n't"):
        return f"{_letters(word[:-3])} not"
    head, _, tail = word.partition("'")
    head = _letters(head)
    if tail in _CONTRACTIONS:
        return f"{head} {_CONTRACTIONS[tail]}"
    if tail == "s":
        return f"{head} is" if head in _IS else f"{head} us" if head == "let" else head
    word = head + _letters(tail)
    if meant := slips().get(word):
        return meant
    return speller.meant(word) if speller else word


def _letters(word):
    """Without accents."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
