"""What can be done to a note, texts that networks offer, and what a stuffing bot writes.

All of it is made from the notes and the facts, the same each time.
"""

import re

from ..chance import draw
from ..coaching.reading import Reading, plain_words

SUPERLATIVES = ("most brilliant", "amazing", "incredible", "greatest", "wonderful", "outstanding")
WRONG_NAMES = ("Casimir", "Ottoline", "Bartholomew")
SAME_MEANING = {
    r"\bHi\b": "Hello",
    r"\bHello\b": "Hi",
    r"\bMay I ask\b": "Could I ask",
    r"\bCould I ask\b": "May I ask",
    r"\b[Tt]hank you\b": "many thanks",
    r"\bThanks\b": "Thank you",
    r"\bI'm\b": "I am",
    r"\bI am\b": "I'm",
    r"\bwould like\b": "would love",
    r"\bwould be glad\b": "would be happy",
    r"\bNo rush\b": "No hurry",
    r"\bNo hurry\b": "There is no hurry",
    r"\byour post (on|about)\b": "what you wrote about",
    r"\bshort question\b": "small question",
    r"\bstay in touch\b": "stay in contact",
    r"\bhelped me\b": "was useful to me",
}
DEFAULTS = (
    "I'd like to add you to my professional network.",
    "Hi {name}, I'd like to add you to my professional network on LinkedIn.",
    "Hello {name}, I would like to add you to my network.",
    "{name}, I'd like to join your network.",
    "Hi {name}, let's connect!",
    "Hi {name}, I would love to connect with you here.",
    "Dear {name}, please accept my invitation to connect. Best regards",
    "Hi {name}, I came across your profile and would like to connect. Thanks!",
    "Hi there, I'd like to connect.",
    "Hello, I am growing my professional network and would like to add you. Thank you.",
    "I'd like to add you to my profesional network",
    "hi {name}, i'd like to add you to my network, thx",
    "Hi {name}, I want to connect with you and grow my network.",
    "Hi {name}, I'd like to add you to my professional network. {sender}",
    "Please add me to your professional network, {name}.",
    "Hi {name}, it would be great to connect.",
    "Hello {name}, I'd like to be in touch with you here. Kind regards, {sender}",
    "{name}, I'd love to have you in my network!",
    "Hi {name}, I'm trying to grow my network and would love to connect with you.",
    "Hi {name}, thanks for accepting. I'd like to add you to my professional network.",
)


def default_texts(facts):
    """A family of texts that networks offer, and what people make of them."""
    names = {"name": _given(facts.recipient), "sender": facts.sender.name}
    return [text.format(**names) for text in DEFAULTS]


def stuffed(facts):
    """What a bot writes that knows every fact and has nothing to say."""
    person = facts.recipient
    labels = [
        *facts.mutuals,
        *(post.topic for post in person.posts),
        *person.groups,
        *person.schools,
        *person.employers,
        *person.skills,
    ]
    name = _given(person)
    return [
        f"Hi {name}, {', '.join(labels)}.",
        f"Hi {name}, {' and '.join(labels[:6])}. One question, please, no rush, thank you.",
        f"Hi {name}, thank you for {', '.join(labels[:4])}. {'. '.join(labels[4:])}.",
        f"{' '.join(labels)} {name} connect thanks question helped student",
    ]


def without_name(note):
    """The note, the recipient's names and titles taken out."""
    names = {*plain_words(note.facts.recipient.name), *plain_words(note.facts.recipient.title)}
    tokens = [
        token
        for token in Reading(note.text).tokens
        if token.plain in names or token.raw.casefold() in names
    ]
    text = note.text
    for token in reversed(tokens):
        text = text[: token.start] + text[token.end :].lstrip(".")
    return text


def with_wrong_name(note):
    """The note to somebody else: each naming of the recipient replaced by one other name."""
    wrong = WRONG_NAMES[note.number % len(WRONG_NAMES)]
    text = note.text
    for name in re.split(r"[\s-]+", note.facts.recipient.name):
        text = re.sub(rf"\b{re.escape(name)}\b", wrong, text, flags=re.IGNORECASE)
    return text


def with_placeholder(note):
    return _insert(note, "[Company]")


def with_a_sentence_twice(note):
    sentences = re.split(r"(?<=[.!?])\s+", note.text)
    return f"{note.text} {sentences[int(_chance(note, 'twice') * len(sentences))]}"


def with_a_list_of_facts(note):
    person = note.facts.recipient
    labels = (*person.groups, *person.skills, *person.employers, *person.schools)
    return f"{note.text} {', '.join(labels)}."


def with_superlatives(note):
    text = note.text
    for turn in range(2):
        words = SUPERLATIVES[int(_chance(note, f"word.{turn}") * len(SUPERLATIVES))]
        text = _insert_into(text, words, _chance(note, f"praise.{turn}"))
    return text


def with_three_typos(note):
    """Two letters swapped inside of three words."""
    text = list(note.text)
    long = [match for match in re.finditer(r"[A-Za-z]{5,}", note.text)]
    for turn in range(3):
        if long:
            match = long.pop(int(_chance(note, f"typo.{turn}") * len(long)))
            at = match.start() + 1 + int(_chance(note, f"at.{turn}") * (len(match[0]) - 3))
            text[at], text[at + 1] = text[at + 1], text[at]
    return "".join(text)


def paraphrased(note):
    """The same in other words, each stretch changed once."""
    pattern = re.compile("|".join(f"(?:{old})" for old in SAME_MEANING))
    return pattern.sub(_reworded, note.text)


def _reworded(match):
    return next(new for old, new in SAME_MEANING.items() if re.fullmatch(old, match[0]))


def _insert(note, words):
    return _insert_into(note.text, words, _chance(note, "place"))


def _insert_into(text, words, u):
    """The words put between two others."""
    gaps = [match.start() for match in re.finditer(" ", text)] or [len(text)]
    at = gaps[int(u * len(gaps))]
    return f"{text[:at]} {words}{text[at:]}"


def _chance(note, stream):
    return draw(1, 1, stream, note.number, 1, "notes")


def _given(person):
    return person.name.split()[0]
