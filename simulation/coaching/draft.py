"""A note together with the facts, read once for all criteria."""

from dataclasses import dataclass
from functools import cached_property

from .facts import NoteFacts
from .lexicon import lexicon
from .matching import Ground, mentions, rare_words
from .reading import Reading, plain_words
from .spelling import stem
from .stuffing import listed


@dataclass(frozen=True)
class Draft:
    text: str
    facts: NoteFacts

    @cached_property
    def reading(self):
        return Reading(self.text, frozenset(self._known_words()))

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
        return mentions(self.facts, self.reading)

    @cached_property
    def mentions(self):
        """What the note says of the two in sentences: what stands in a list of facts says nothing."""
        return tuple(each for each in self.all_mentions if not set(each.places) <= self.listed)

    @cached_property
    def listed(self):
        """The places of the words that stand in a list of facts."""
        return listed(self.reading, self.all_mentions)

    @property
    def ground(self):
        """Mentions of what the two share, and of what is the recipient's."""
        return tuple(
            each for each in self.mentions if each.ground in (Ground.SHARED, Ground.THEIRS)
        )

    @property
    def specific(self):
        return tuple(each for each in self.mentions if each.is_specific)

    def spans(self, name, part=""):
        """Where the phrases of a lexicon stand in the text."""
        return self.reading.spans(lexicon(name, part))

    def has(self, name, part=""):
        return bool(lexicon(name, part).search(self.reading.plain))

    def spans_of(self, found):
        """Where mentions stand in the text."""
        tokens = self.reading.tokens
        places = sorted({place for mention in found for place in mention.places})
        return tuple((tokens[place].start, tokens[place].end) for place in places)

    def names(self, given):
        """Whether a telling word of something stands in the text."""
        plain = {stem(word) for token in self.reading.tokens for word in token.plain.split()}
        return bool(rare_words(given) & plain)

    @cached_property
    def words(self):
        """How many words the text has."""
        return len(self.reading.tokens)
