"""What a text refers to: people by the @handle of their address, tags by #word."""

import unicodedata

import regex

LONGEST_TAG = 50  # letters of the folded word; a longer word is only a word
MOST_PEOPLE, MOST_TAGS = 20, 10  # that are kept of one text

# Neither begins inside a word, an e-mail address or a web address.
_APART = r"(?<![\p{L}\p{M}\p{N}_@#&/.-])"
MENTION = _APART + r"@(?P<handle>[A-Za-z0-9]++(?:-[A-Za-z0-9]++)*+)(?![\p{L}\p{M}_])"
TAG = _APART + r"[#＃](?P<tag>[\p{L}\p{M}\p{N}_]++)(?!#)"

# No quotes, no backslash (browsers read it as a slash), nothing that hides or turns characters.
URL = r"(?P<url>(?i:https?)://[^\s<>\"'\\\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+)"
REFERENCES = regex.compile(f"{URL}|{MENTION}|{TAG}")
_KEY = regex.compile(r"(?=.*\p{L})[\p{L}\p{M}\p{N}_]+")
_ACCENTS = regex.compile("[\u0300-\u036f]+")


def refers(text):
    """Whether it may be read as a mention, a tag or a link somewhere."""
    return bool(REFERENCES.search(text))


def tag_key(word):
    """One spelling of a tag, whatever its accents, capitals and widths; None when it is no tag."""
    if len(word) > 4 * LONGEST_TAG:
        return None
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", word)).casefold()
    key = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", plain)))
    return key if len(key) <= LONGEST_TAG and _KEY.fullmatch(key) else None


def tags_in(text):
    """The keys of the first tags of a text, each once."""
    keys = (tag_key(found["tag"]) for found in REFERENCES.finditer(text) if found["tag"])
    return [*dict.fromkeys(filter(None, keys))][:MOST_TAGS]


def handles_in(text):
    """The first handles that a text mentions, each once."""
    found = (found["handle"] for found in REFERENCES.finditer(text))
    return [*dict.fromkeys(handle.lower() for handle in found if handle)][:MOST_PEOPLE]
