"""What somebody remembers of a learner moves what they do for them, as it moves their answers."""

from math import exp

from ..deciding.considerations import remembered
from ..deciding.facts import Facts
from ..deciding.weights import values
from ..reading.memory import memory_of


def moved(chance, me, other, world):
    """The chance that I do something for a learner, with what I remember of them."""
    facts = Facts(memory=memory_of(me, other))
    by = exp(remembered(facts, values(world.agenda.model_version)))
    return chance * by / (1 - chance + chance * by)
