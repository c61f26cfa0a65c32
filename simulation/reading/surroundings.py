"""What else there is in the world that a note may name, and what would be false of the two."""

from network.models import Community, Person

from ..coaching.facts import Elsewhere
from ..coaching.reading import plain_words
from .profiles import grouped

TELLING = 4  # letters of a word that may tell a name from others


class Surroundings:
    """The groups and employers of worlds, as far as notes may mean them.

    Two queries, for many (world, note).
    """

    def __init__(self, notes):
        notes = [(world, note) for world, note in notes if note]
        worlds = {world for world, _note in notes}
        self.said = _telling(" ".join(note for _world, note in notes))
        groups = Community.objects.filter(world__in=worlds).order_by("pk")
        employers = Person.objects.filter(world__in=worlds, kind=Person.Kind.EMPLOYER)
        self.groups = self._named(groups.values_list("world", "name"))
        self.employers = self._named(employers.order_by("pk").values_list("world", "name"))

    def _named(self, rows):
        return grouped((key, name) for key, name in rows if self.said & _telling(name))

    def elsewhere(self, world, note, known, true):
        """What this note may name, also of those whom its sender knows, without the names that are
        `true` of the two.
        """
        said = _telling(note)

        def others(names):
            return tuple(name for name in names if name not in true and said & _telling(name))

        return Elsewhere(
            names=others(known),
            employers=others(self.employers[world]),
            groups=others(self.groups[world]),
        )


def _telling(text):
    return {word for word in plain_words(text) if len(word) >= TELLING}
