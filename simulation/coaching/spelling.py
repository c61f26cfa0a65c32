"""Words that mean the same: endings taken off, and slips of one letter forgiven.

There is no dictionary: it would call names, trades and other people's languages mistakes. What
counts as a mistake is in lexicons/misspellings.txt; here a slip is only read as what it meant.
"""

from functools import cache, lru_cache

FIRM = 7  # letters from which on one wrong letter still tells the word; below it, only two swapped
LEAST = 4
LONGEST = 24  # letters; longer strings are no words to repair


@lru_cache(maxsize=4096)
def stem(word):
    """A word without its ending: "labels" and "labelling" are "label"."""
    for ending in ("ings", "ing", "ied", "ies", "edly", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    bare = word.rstrip("eyi")
    word = bare if len(bare) >= 3 else word
    is_doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious"
    return word[:-1] if is_doubled else word


def is_slip(word, meant):
    """Whether one letter too many, missing, wrong or swapped makes this word out of that."""
    if word == meant or min(len(word), len(meant)) < LEAST or abs(len(word) - len(meant)) > 1:
        return False
    start = _same(word, meant)
    end = min(_same(word[::-1], meant[::-1]), min(len(word), len(meant)) - start)
    left, wrong = word[start : len(word) - end], meant[start : len(meant) - end]
    swapped = len(left) == len(wrong) == 2 and left == wrong[::-1]
    return swapped or (max(len(left), len(wrong)) == 1 and min(len(word), len(meant)) >= FIRM)


class Speller:
    """Reads a word that it does not know as the one known word that a slip made it from."""

    def __init__(self, lexicon, names):
        self.known = lexicon | names
        self.indexes = (_lexicon_index(lexicon), _indexed(names))

    def meant(self, word):
        if word in self.known or not LEAST <= len(word) <= LONGEST or not word.isascii():
            return word
        near = {
            known for index in self.indexes for key in _keys(word) for known in index.get(key, ())
        }
        candidates = [known for known in near if is_slip(word, known) and stem(word) != stem(known)]
        return candidates[0] if len(candidates) == 1 else word


def _keys(word):
    """The word, and it with each letter left out: two words one slip apart share one of these."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _indexed(known):
    index = {}
    for word in known:
        if LEAST <= len(word) <= LONGEST:
            for key in _keys(word):
                index.setdefault(key, []).append(word)
    return index


_lexicon_index = cache(_indexed)


def _same(one, other):
    """How many signs two words have in common at the start."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
