"""People from outside who come to sell or to deceive; they enter a world when first needed.

Their names, links and firms are invented, the links on example domains. What gives them away is
what they write and how little their profile says, never who they are.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from network.models import Event, Person

from ..casting import cast
from ..deciding.facts import Role
from ..models import Approach, Persona
from .words import unwanted

Label, Cue = Approach.Label, Approach.Cue


@dataclass(frozen=True)
class Stranger:
    """`notes` says what they write, the fullest first; `cues` what can be seen in it."""

    handle: str
    name: str
    headline: Callable
    industry: Callable
    notes: Callable
    cues: tuple[str, ...]


SPAM = [
    Stranger(
        "robin-fairgate-reach",
        "Robin Fairgate",
        lambda: _("I make professionals visible"),
        lambda: _("Marketing"),
        unwanted.reach,
        (Cue.GENERIC, Cue.LINK, Cue.URGENCY, Cue.PRICE, Cue.THIN_PROFILE),
    ),
    Stranger(
        "alex-thornwell-courses",
        "Alex Thornwell",
        lambda: _("Success coach. My course changes careers"),
        lambda: _("Coaching"),
        unwanted.course,
        (Cue.GENERIC, Cue.LINK, Cue.PRICE, Cue.THIN_PROFILE),
    ),
    Stranger(
        "sam-ellingford-tools",
        "Sam Ellingford",
        lambda: _("Tools for growth"),
        lambda: _("Sales"),
        unwanted.tool,
        (Cue.PLACEHOLDER, Cue.LINK, Cue.URGENCY, Cue.PRICE, Cue.THIN_PROFILE),
    ),
]
SCAM = [
    Stranger(
        "chris-hallworth-jobs",
        "Chris Hallworth",
        lambda: _("International recruiting, urgent vacancies"),
        lambda: _("Recruitment"),
        unwanted.deposit,
        (Cue.GENERIC, Cue.URGENCY, Cue.FEE, Cue.THIN_PROFILE),
    ),
    Stranger(
        "jo-merrifield-payroll",
        "Jo Merrifield",
        lambda: _("Hiring now. Work from home"),
        lambda: _("Recruitment"),
        unwanted.identity,
        (Cue.GENERIC, Cue.LINK, Cue.URGENCY, Cue.IDENTITY, Cue.THIN_PROFILE),
    ),
]
STRANGERS = {Label.SPAM: SPAM, Label.SCAM: SCAM}
HANDLES = [one.handle for those in STRANGERS.values() for one in those]


def stranger_of(person):
    """Which of them this person is; None for everybody else."""
    return next((one for one in [*SPAM, *SCAM] if one.handle == person.handle), None)


def arrive(world, label, u):
    """The person of one of them in this world; None where a learner has the handle."""
    profile = STRANGERS[label][int(u * len(STRANGERS[label]))]
    person = Person.objects.filter(world=world, handle=profile.handle).first()
    person = person or _enter(world, profile)
    return person if person.kind == Person.Kind.PERSONA else None


def _enter(world, profile):
    person = Person.objects.create(
        world=world,
        handle=profile.handle,
        name=profile.name,
        headline=profile.headline(),
        industry=profile.industry(),
        joined_at=world.now,
    )
    fields = cast(world.seed, world.agenda.model_version, profile.handle, Role.PEER)
    Persona.objects.create(person=person, **fields)
    Event.record(person, Event.Verb.JOINED)
    return person
