"""What a note names of the facts: each mention with the place where it stands. Pure.

Paraphrases count. A post is named by its topic, by several of its rarer words, or by fewer of
them beside words like "your post"; a school by the word that tells it from other schools.
"""

from dataclasses import dataclass
from enum import StrEnum

from .facts import Contact, Ground, Post
from .lexicon import lexicon, stems_of, words
from .reading import plain_words
from .spelling import stem

NEAR = 4  # words between the parts of a name
QUOTED = 4  # words in their order that make a quotation
LONG_NAME = 5  # letters from which on one rare word may stand for a name


class Kind(StrEnum):
    MUTUAL = "mutual"
    EVENT = "event"
    POST = "post"
    GROUP = "group"
    SCHOOL = "school"
    EMPLOYER = "employer"
    SKILL = "skill"
    HEADLINE = "headline"


LISTS = {
    Kind.SCHOOL: "schools",
    Kind.EMPLOYER: "employers",
    Kind.GROUP: "groups",
    Kind.SKILL: "skills",
}
SPECIFIC = {Kind.MUTUAL, Kind.EVENT, Kind.POST, Kind.GROUP}


@dataclass(frozen=True)
class Mention:
    """A fact that the note names. A `faint` one is only touched on."""

    kind: Kind
    ground: Ground
    label: str
    places: tuple[int, ...]  # of its words among the tokens
    faint: bool = False

    @property
    def is_specific(self):
        return self.kind in SPECIFIC and self.ground == Ground.SHARED and not self.faint


def mentions(facts, reading):
    """Every fact that the reading names, of this pair and elsewhere."""
    text = _Text(reading)
    found = [
        *_named(text, facts),
        *_people(text, facts.mutuals, Ground.SHARED),
        *_people(text, facts.elsewhere.names, Ground.ELSEWHERE),
        *_posts(text, facts),
        *_events(text, facts),
        *_headlines(text, facts),
    ]
    return tuple(found)


def rare_words(text):
    """The stems of a text that tell it from others."""
    return _rare([text])


class _Text:
    """The tokens by stem."""

    def __init__(self, reading):
        self.tokens = reading.tokens
        self.has_cue = bool(lexicon("cues").search(reading.plain))
        self.stems, self.at = [], []  # every stem in its order, and the token that it belongs to
        self.by_stem: dict[str, list[int]] = {}
        for place, token in enumerate(self.tokens):
            for word in token.plain.split():
                self.stems.append(stem(word))
                self.at.append(place)
                self.by_stem.setdefault(stem(word), []).append(place)

    def stem_at(self, place):
        return stem(self.tokens[place].plain)

    def places(self, stems):
        """The places of these stems, by stem, of those that are there."""
        return {each: self.by_stem[each] for each in stems if each in self.by_stem}

    def is_capitalised(self, places):
        return [place for place in places if self.tokens[place].is_capitalised]


def _named(text, facts):
    for kind, field in LISTS.items():
        shared = {name.casefold() for name in facts.shared(field)}
        for name in getattr(facts.recipient, field):
            ground = Ground.SHARED if name.casefold() in shared else Ground.THEIRS
            yield from _name(text, kind, ground, name)
        for name in getattr(facts.sender, field):
            if name.casefold() not in shared:
                yield from _name(text, kind, Ground.OWN, name)
        for name in getattr(facts.elsewhere, field, ()):
            yield from _name(text, kind, Ground.ELSEWHERE, name)


def _name(text, kind, ground, name):
    """The name of a school, an employer, a group or a skill, whole or in its telling words."""
    every = [stem(word) for word in plain_words(name) if word not in words("function_words")]
    generic = stems_of("generic_labels")
    telling = list(dict.fromkeys(each for each in every if each not in generic)) or every
    found = text.places(telling)
    if kind == Kind.SKILL:
        places = _together(found, len(telling))
    else:
        places = _together(found, max(2, round(0.6 * len(telling)))) or _by_one_word(
            text, found, telling, kind
        )
    if places:
        yield Mention(kind, ground, name, places)


def _by_one_word(text, found, telling, kind):
    """A rare word with a capital that stands for a whole name; a group is told by two."""
    everyday = stems_of("everyday")
    if kind == Kind.GROUP and len(telling) > 1:
        return ()
    for each in telling[:1]:
        if each not in everyday and len(each) >= LONG_NAME - 1:
            return tuple(text.is_capitalised(found.get(each, ())))
    return ()


def _together(found, needed):
    """Places where so many different stems stand near each other."""
    placed = sorted((place, each) for each, places in found.items() for place in places)
    for start in range(len(placed)):
        run, seen = [placed[start][0]], {placed[start][1]}
        for place, each in placed[start + 1 :]:
            if place - run[-1] > NEAR:
                break
            run.append(place)
            seen.add(each)
        if len(seen) >= needed:
            return tuple(run)
    return ()


def _people(text, names, ground):
    """Somebody else, by the whole name, or by the first name where it stands with a capital."""
    for name in names:
        parts = [stem(word) for word in plain_words(name)]
        whole = _together(text.places(parts), min(2, len(set(parts))))
        first = text.is_capitalised(text.by_stem.get(parts[0], ())) if parts else ()
        if ground == Ground.ELSEWHERE and len(parts) > 1:
            first = ()  # a first name alone may be anybody's
        if places := whole or tuple(first):
            yield Mention(Kind.MUTUAL, ground, name, places)


def _posts(text, facts):
    own = _rare([facts.sender.headline, *facts.sender.skills])
    for post in facts.recipient.posts:
        yield from _post(text, Ground.SHARED, post, own)
    for topic in facts.elsewhere.topics:
        if text.has_cue:
            yield from _post(text, Ground.ELSEWHERE, Post(topic), own)


def _post(text, ground, post, own):
    """A post by its topic, words quoted, several rare words, or many of its words together."""
    rare = text.places(_rare([post.topic, post.text]) - own)
    places = (
        _by_topic(text, post.topic)
        or _quoted(text, post.text)
        or (_firsts(rare) if len(rare) >= (2 if text.has_cue else 3) else ())
        or _by_many_words(text, post, own)
    )
    if places:
        yield Mention(Kind.POST, ground, post.topic, places)
    elif rare and text.has_cue:
        yield Mention(Kind.POST, ground, post.topic, _firsts(rare), faint=True)


def _by_topic(text, topic):
    stems = _content([topic])
    return _together(text.places(stems), len(stems)) if len(stems) > 1 else ()


def _quoted(text, body):
    """Words of the post in their order, at least one of them a rare one."""
    said = [stem(word) for word in plain_words(body)]
    runs = {tuple(said[place : place + QUOTED]) for place in range(len(said) - QUOTED + 1)}
    rare = _rare([body])
    for place in range(len(text.stems) - QUOTED + 1):
        run = tuple(text.stems[place : place + QUOTED])
        if run in runs and rare & set(run):
            return tuple(text.at[place : place + QUOTED])
    return ()


def _by_many_words(text, post, own):
    content = _content([post.topic, post.text])
    places = _together(text.places(content), 3 if text.has_cue else 4)
    stems = {text.stem_at(place) for place in places}
    return places if stems & (_rare([post.topic, post.text]) - own) else ()


def _events(text, facts):
    """Something that happened. One word of what both remember is faint; of what one heard, none."""
    people = (facts.sender, facts.recipient)
    names = _content([person.name for person in people])
    organised = _content([name for one in people for name in (*one.schools, *one.employers)])
    own = _rare([facts.sender.headline, *facts.sender.skills])
    for event in facts.events:
        rare = text.places(_rare([event.words]) - names)
        telling = [each for each in rare if each not in organised]
        needed = 2 if event.contact in (Contact.STUDIED, Contact.WORKED) else 1
        if len(rare) >= 2 and len(telling) >= needed:
            yield Mention(Kind.EVENT, Ground.SHARED, event.words, _firsts(rare))
        elif event.contact != Contact.HEARD and any(each not in own for each in rare):
            yield Mention(Kind.EVENT, Ground.SHARED, event.words, _firsts(rare), faint=True)


def _headlines(text, facts):
    """What each of the two does, touched on."""
    theirs = text.places(_rare([facts.recipient.headline]))
    own = text.places(_rare([facts.sender.headline], everyday=False))
    if theirs:
        yield Mention(
            Kind.HEADLINE, Ground.THEIRS, facts.recipient.headline, _firsts(theirs), faint=True
        )
    if own:
        yield Mention(Kind.HEADLINE, Ground.OWN, facts.sender.headline, _firsts(own), len(own) < 2)


def _firsts(found):
    return tuple(sorted(places[0] for places in found.values()))


def _content(texts):
    """The stems of all but the small words."""
    small = words("function_words")
    return {stem(word) for text in texts for word in plain_words(text) if word not in small}


def _rare(texts, everyday=True):
    """The stems that tell these texts from others."""
    common = stems_of("everyday") if everyday else frozenset()
    return {each for each in _content(texts) - common if len(each) > 2}
