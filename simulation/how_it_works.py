"""All that moves the simulated people, read from the model's own tables."""

from dataclasses import dataclass
from math import exp

from django.utils.translation import gettext_lazy as _

from .coaching.review import CAPS, WEIGHTS
from .deciding.weights import VERSIONS, Weight
from .sources import GRADES, SOURCES

# The weights by what they are about: (title, the first name of the part).
PARTS = [
    (_("Where everybody starts"), "base"),
    (_("Who is asked"), "role.peer"),
    (_("What you share"), "mutual"),
    (_("What you show"), "profile"),
    (_("Your note"), "note"),
    (_("What came before"), "engaged.cap"),
    (_("When they do not accept"), "decline.base"),
    (_("Whether they write back"), "reply.base"),
]
SUMS = (-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3)


@dataclass(frozen=True)
class Part:
    title: str
    weights: list[Weight]


def parts(version):
    """The weights of one version of the model, part by part, in the order of the table."""
    found, starts = [], {name: title for title, name in PARTS}
    for name, weight in VERSIONS[version].items():
        if name in starts:
            found.append(Part(starts[name], []))
        found[-1].weights.append(weight)
    return found


def chances():
    """(sum, chance in a hundred): what a sum of weights comes to."""
    return [(z, round(100 / (1 + exp(-z)))) for z in SUMS]


def evidence():
    """The sources by id, each with its grade in words, in the order of the table."""
    return [(key, source, GRADES[source.grade]) for key, source in SOURCES.items()]


def rubric():
    """(criterion, share of a hundred), and (fault, most of a hundred)."""
    shares = [(criterion, round(100 * weight)) for criterion, weight in WEIGHTS.items()]
    return shares, [(fault, round(100 * cap)) for fault, cap in CAPS.items()]
