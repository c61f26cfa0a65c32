"""A note together with the facts, read once for all criteria."""

from dataclasses import dataclass
from functools import cached_property

from .facts import Ground, NoteFacts
from .form import placeholders
from .lexicon import lexicon
from .matching import mentions, rare_words
from .reading import Reading, plain_words
from .result import without
from .spelling import stem
from .stuffing import listed


@dataclass(frozen=True)
class Draft:
    text: str
    facts: NoteFacts

    @cached_property
    def whole(self):
        """All that stands there."""
        return Reading(self.text, frozenset(self._known_words()))

    @cached_property
    def reading(self):
        """What is said: superlatives, lists of facts and what was left over from a template add
        nothing to a note."""
        listed = _places(self.whole, self.listed)
        return self.whole.without((*self.praise, *listed, *self.gaps))

    @cached_property
    def praise(self):
        """Where superlatives stand."""
        return self.whole.spans(lexicon("praise"))

    @cached_property
    def rudeness(self):
        """Where it attacks."""
        return self.whole.spans(lexicon("rude"))

    @cached_property
    def pressure(self):
        """Where it pushes for an answer."""
        return without(self.spans("pressure"), self.spans("pressure", "free"))

    @cached_property
    def gaps(self):
        """What was left over from a template."""
        return placeholders(self.whole.cut)

    def _known_words(self):
        people = (self.facts.sender, self.facts.recipient)
        texts = [person.name for person in people]
        texts += [
            name
            for person in people
            for kind in ("schools", "employers", "groups", "skills")
            for name in getattr(person, kind)
        ]
        texts += [text for post in self.facts.recipient.posts for text in (post.topic, post.text)]
        texts += [event.words for event in self.facts.events]
        texts += self.facts.mutuals
        return (word for text in texts for word in plain_words(text))

    @cached_property
    def all_mentions(self):
        """Every fact that is named, in lists too."""
        return mentions(self.facts, self.whole)

    @cached_property
    def listed(self):
        """The words of `whole` that stand in a list of facts."""
        return listed(self.whole, self.all_mentions)

    @cached_property
    def mentions(self):
        """What is said of the two in sentences."""
        return mentions(self.facts, self.reading)

    @property
    def ground(self):
        """Mentions of what the two share, and of what is the recipient's."""
        return tuple(
            each for each in self.mentions if each.ground in (Ground.SHARED, Ground.THEIRS)
        )

    @property
    def specific(self):
        return tuple(each for each in self.mentions if each.is_specific)

    @property
    def names_theirs(self):
        """Whether something of the recipient's, or of both, is named and not only touched on."""
        return any(not mention.faint for mention in self.ground)

    @property
    def credit(self):
        """Where it says what something of theirs did for the writer."""
        return self.spans("experience") if self.specific else ()

    def spans(self, name, part=""):
        """Where the phrases of a lexicon stand in the text."""
        return self.reading.spans(lexicon(name, part))

    def has(self, name, part=""):
        return bool(lexicon(name, part).search(self.reading.plain))

    def spans_of(self, found, reading=None):
        """Where mentions stand in the text."""
        places = {place for mention in found for place in mention.places}
        return _places(reading or self.reading, places)

    @cached_property
    def called(self):
        """The words of the recipient's name, and what they ask to be called."""
        person = self.facts.recipient
        return frozenset(plain_words(f"{person.name} {person.called}"))

    def names(self, given):
        """Whether a telling word of something stands in the text."""
        plain = {stem(word) for token in self.reading.tokens for word in token.plain.split()}
        return bool(rare_words(given) & plain)

    @cached_property
    def words(self):
        """How many words the text has."""
        return len(self.reading.tokens)


def _places(reading, places):
    tokens = reading.tokens
    return tuple((tokens[place].start, tokens[place].end) for place in sorted(places))
