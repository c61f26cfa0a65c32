"""All that moves the simulated people, read from the model's own tables."""

from dataclasses import dataclass
from math import exp

from django.db.models import Avg, Count, Q
from django.db.models.fields.json import KT
from django.utils.translation import gettext_lazy as _

from network.models import Invitation

from .coaching.marking import TITLES
from .coaching.result import Fault
from .coaching.review import CAPS, WEIGHTS
from .deciding.weights import VERSIONS
from .living.rates import RATES
from .models import Decision
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
FAULTS = {
    Fault.DEFAULT: _("The text that everybody sends"),
    Fault.PLACEHOLDER: _("A placeholder was left in"),
    Fault.SPAM_LINK: _("A link or a telephone number"),
    Fault.PITCH: _("It sells something, or asks a stranger for a job"),
    Fault.FALSE_CLAIM: _("It claims something that is not true"),
    Fault.RUDE: _("It is rude"),
    Fault.STUFFING: _("Facts are piled up instead of sentences"),
    Fault.WRONG_NAME: _("It greets them by a wrong name"),
}
SUMS = (-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3)


@dataclass(frozen=True)
class Number:
    """A weight or a rate as the page prints it; `sources` are ids with their names."""

    says: str
    value: float
    sources: list[tuple[str, str]]

    @classmethod
    def of(cls, weight):
        return cls(weight.says, weight.value, [(key, name_of(key)) for key in weight.sources])


@dataclass(frozen=True)
class Part:
    title: str
    numbers: list[Number]


def parts(version):
    """The weights of one version of the model, part by part, in the order of the table."""
    found, starts = [], {name: title for title, name in PARTS}
    for name, weight in VERSIONS[version].items():
        if name in starts:
            found.append(Part(starts[name], []))
        found[-1].numbers.append(Number.of(weight))
    return found


def rates():
    return [Number.of(weight) for weight in RATES.values()]


def name_of(source):
    """What the page calls a source; its title is too long to stand beside each number."""
    return source.replace("_", " ")


def chances():
    """(sum, chance in a hundred): what a sum of weights comes to."""
    return [(z, round(100 / (1 + exp(-z)))) for z in SUMS]


def evidence():
    """The sources by id, each with its name and its grade in words, in the order of the table."""
    return [(key, name_of(key), each, GRADES[each.grade]) for key, each in SOURCES.items()]


def rubric():
    """(criterion, share of a hundred), and (fault, most of a hundred)."""
    shares = [(TITLES[criterion], round(100 * weight)) for criterion, weight in WEIGHTS.items()]
    return shares, [(FAULTS[fault], round(100 * cap)) for fault, cap in CAPS.items()]


@dataclass(frozen=True)
class Figures:
    """What became of a learner's own invitations, beside what the model said."""

    title: str
    many: int
    expected: int  # of a hundred
    accepted: int


def own_figures(me):
    """Over the answers that I know, by whether we knew somebody in common; two rows at most."""
    known = Decision.objects.known_to(me).alias(mutual=KT("facts__tie__mutual"))
    strangers = Q(mutual="0")
    return [
        Figures(title, found["many"], round(100 * found["expected"]), found["accepted"])
        for title, which in ((_("Strangers"), strangers), (_("With common contacts"), ~strangers))
        if (found := _figures(known.filter(which)))["many"]
    ]


def _figures(decisions):
    accepted = Q(invitation__status=Invitation.Status.ACCEPTED)
    return decisions.aggregate(
        many=Count("pk"), expected=Avg("p"), accepted=Count("pk", filter=accepted)
    )
