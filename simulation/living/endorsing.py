"""Endorsing back: one skill of a connection who endorsed one of theirs."""

from datetime import timedelta

from network.models import Endorsement, Skill

from ..models import Due
from . import dues
from .rates import rate
from .shared import telling, topics_of
from .timing import soon

WITHIN = timedelta(days=3)


def after(world, event):
    person, luck = event.target, dues.luck_of(world, event.target.handle)
    gives_back = luck.beta("reciprocity", 3, 3)
    if luck.draw("endorse.back") < gives_back * rate("endorse.back"):
        at = soon(event.at, person, luck, "endorse.back")
        if at <= event.at + WITHIN:
            yield dues.after(Due.Kind.ENDORSE, event, person, at, world)


def act(due, world):
    """The first listed skill of which their own work tells, or else the first one."""
    me, other = due.person, due.event.actor
    is_given_back = Endorsement.objects.filter(endorser=me, person=other).exists()
    if due.event.endorsement is None or is_given_back:
        return
    mine, skills = topics_of(me), list(Skill.objects.filter(person=other))
    fitting = [skill for skill in skills if telling(skill.name) & mine]
    for skill in (fitting or skills)[:1]:
        me.endorse(skill)
