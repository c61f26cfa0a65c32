"""From what happened to what simulated people will do because of it."""

from network.models import Event, Person

from ..models import Agenda, Due, Persona
from ..stumbling import may_stumble
from .table import AFTER, AFTER_SIMULATED, TO_NOBODY

ABOUT = (
    "target__persona",
    "post__author",
    "comment__post",
    "invitation",
    "introduction",
    "recommendation",
    "community",
    "job__contact__persona",
    "job__employer__world",
)


def expect(world, happened):
    """`happened` are the (verb, key) of events, with the row of the world held."""
    keys = [pk for verb, pk in happened if verb in AFTER]
    mine = Event.objects.filter(pk__in=keys).values_list("pk", "verb", "actor__kind")
    learners = [pk for pk, _verb, kind in mine if kind == Person.Kind.LEARNER] if keys else []
    others = [pk for pk, verb, kind in mine if pk not in learners and verb in AFTER_SIMULATED]
    if not (learners or others):
        return
    with may_stumble("Left out what comes of: %s", happened):
        world.agenda = getattr(world, "agenda", None) or _agenda(world)
        dues = [
            *_after(world, learners, ABOUT, AFTER),
            *_after(world, others, ("post__author",), AFTER_SIMULATED),
        ]
        Due.objects.bulk_create(dues, ignore_conflicts=True)


def _agenda(world):
    return Agenda.objects.get_or_create(world=world)[0]


def _after(world, keys, about, table):
    events = _events(keys, about)
    if any(_is_uncast(event.target) for event in events):
        Persona.objects.enliven(world, world.agenda.model_version)
        events = _events(keys, about)
    dues = []
    for event in events:
        concerns = event.target and event.target.is_simulated
        for see in table[event.verb] if concerns or event.verb in TO_NOBODY else ():
            with may_stumble("Left out what comes of: %s", event):
                dues += list(see(world, event))
    return dues


def _events(keys, about):
    events = Event.objects.filter(pk__in=keys).select_related("actor", *about)
    return list(events.order_by("pk")) if keys else []


def _is_uncast(person):
    return person and person.kind == Person.Kind.PERSONA and not hasattr(person, "persona")
