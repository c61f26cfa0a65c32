"""From what happened to what simulated people will do because of it."""

from network.models import Event, Person

from ..models import Agenda, Due, Persona
from .table import AFTER, AFTER_SIMULATED, TO_NOBODY

ABOUT = (
    "actor",
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
    if not keys:
        return
    world.agenda = Agenda.objects.get_or_create(world=world)[0]
    events = _events(keys)
    if any(_is_uncast(event.target) for event in events):
        Persona.objects.enliven(world, world.agenda.model_version)
        events = _events(keys)
    dues = [due for event in events for see in _seers(event) for due in see(world, event)]
    Due.objects.bulk_create(dues, ignore_conflicts=True)


def _events(keys):
    return list(Event.objects.filter(pk__in=keys).select_related(*ABOUT).order_by("pk"))


def _is_uncast(person):
    return person and person.kind == Person.Kind.PERSONA and not hasattr(person, "persona")


def _seers(event):
    """What learners do is seen by whom it concerns; of others' acts, posts only."""
    if event.actor.kind != Person.Kind.LEARNER:
        return AFTER_SIMULATED.get(event.verb, ())
    concerns = event.target and event.target.is_simulated
    return AFTER[event.verb] if concerns or event.verb in TO_NOBODY else ()
