"""From what happened to what simulated people will do about it."""

from network.models import Event, Person

from . import answering
from .living.expecting import expect
from .models import Unnoticed
from .reading.memory import WRITTEN
from .stumbling import may_stumble

# What is done about the events of a verb: a function of the world and the keys of the events.
NOTICED = {Event.Verb.INVITED: answering.expect}
# What a learner is told of; a silent answer is not among it, so that no jump betrays one (C6).
NEWS = (*Event.TOLD, *WRITTEN)


def notice(world):
    """Take in what happened since the last time, with the row of the world held.

    Returns the (verb, key) of each event.
    """
    happened = Unnoticed.objects.take(world.pk)
    for verb, see_to in NOTICED.items():
        if keys := [pk for each, pk in happened if each == verb]:
            with may_stumble("Left out what comes of: %s %s", verb, keys):
                see_to(world, keys)
    expect(world, happened)
    return happened


def tells_a_learner(happened):
    """Whether somebody simulated did something of which a learner wants to be told."""
    told = Event.objects.filter(
        pk__in=[pk for verb, pk in happened if verb in NEWS],
        target__kind=Person.Kind.LEARNER,
        actor__kind__in=[Person.Kind.PERSONA, Person.Kind.EMPLOYER],
    )
    return any(
        event.verb in WRITTEN or event.verb in Event.told_to(event.target)
        for event in told.select_related("target")
    )
