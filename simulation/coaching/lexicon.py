"""Lists of words and phrases, each in a file that people can read and mend.

In `lexicons/*.txt` a line is one phrase and `#` starts a comment; `[name]` starts a part. `*`
stands for any ending of a word, `…` for up to three words of the same sentence, `(a|b)` for a
choice, `?` makes the group before it optional, `\\S+` is any word, and `(?<!not )` says what must
not stand before. Phrases meet the text as `Reading.plain` has it: lower case, no commas, "I'm" as
"i am".
"""

import re
from functools import cache
from pathlib import Path

from .spelling import stem

FOLDER = Path(__file__).parent / "lexicons"
_GAP = r"(?:[^\s.?!]+ ){0,3}"
_ENDING = re.compile(r"(?<=[a-z])\*")
_GROUP = re.compile(r"\((?!\?)")
_WORD = re.compile(r"[a-z0-9]+")


@cache
def lexicon(name, part=""):
    """One list as a pattern over plain text."""
    return pattern(lines(name, part))


@cache
def stems_of(name):
    """A list of single words, without their endings."""
    return frozenset(map(stem, words(name)))


@cache
def words(name, part=""):
    """A list of single words."""
    return frozenset(lines(name, part))


@cache
def lines(name, part=""):
    """The lines of a list, without comments."""
    return tuple(_parts(name)[part])


@cache
def parts(name):
    """The names of the parts of a list."""
    return tuple(part for part in _parts(name) if part)


@cache
def slips():
    """What is misspelt or typed as in chats, and what it means; empty where it means nothing."""
    pairs = (line.partition(" ") for name in ("misspellings", "chat") for line in lines(name))
    return {wrong: right.casefold() for wrong, _, right in pairs}


@cache
def vocabulary():
    """Every whole word of the phrases: what a slip of the pen may have meant."""
    found = set()
    for path in sorted(FOLDER.glob("*.txt")):
        if path.stem not in {"misspellings", "chat", "languages"}:
            for lines_of_part in _parts(path.stem).values():
                for line in lines_of_part:
                    found |= {word for word in _WORD.findall(re.sub(r"[a-z]*\*", "", line))}
    return frozenset(found)


def pattern(phrases):
    """Phrases as one pattern; each match ends where a word ends."""
    each = "|".join(sorted(map(_compiled, phrases), key=len, reverse=True))
    return re.compile(rf"(?<!\S)(?:{each})(?!\S)")


def _compiled(phrase):
    return _ENDING.sub(r"[^\\s.?!]*", _GROUP.sub("(?:", phrase).replace("… ", _GAP))


@cache
def _parts(name):
    found, part = {"": []}, ""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            part = line.strip("[]")
            found[part] = []
        elif line:
            found[part].append(line)
    return found
