"""What else there is in the world that a note may name, and what would be false of the two."""

from network.models import Community, Connection, Person

from ..coaching.facts import Elsewhere
from ..coaching.reading import plain_words
from .profiles import grouped

TELLING = 4  # letters of a word that may tell a name from others


class Surroundings:
    """The groups and employers of a world, and whom senders know, as far as notes may mean them.

    Three queries, for many (world, sender, note).
    """

    def __init__(self, notes):
        notes = [each for each in notes if each[2]]
        worlds, senders = {world for world, *_more in notes}, {sender for _w, sender, _n in notes}
        self.said = _telling(" ".join(text for *_about, text in notes))
        groups = Community.objects.filter(world__in=worlds).order_by("pk")
        employers = Person.objects.filter(world__in=worlds, kind=Person.Kind.EMPLOYER)
        known = Connection.objects.filter(person__in=senders).order_by("pk")
        self.groups = self._named(groups.values_list("world", "name"))
        self.employers = self._named(employers.order_by("pk").values_list("world", "name"))
        self.known = self._named(known.values_list("person", "other__name"))

    def _named(self, rows):
        return grouped((key, name) for key, name in rows if self.said & _telling(name))

    def elsewhere(self, world, sender, note, true):
        """What this note may name, without the names that are `true` of the two."""
        said = _telling(note)

        def others(names):
            return tuple(name for name in names if name not in true and said & _telling(name))

        return Elsewhere(
            names=others(self.known[sender]),
            employers=others(self.employers[world]),
            groups=others(self.groups[world]),
        )


def _telling(text):
    return {word for word in plain_words(text) if len(word) >= TELLING}
