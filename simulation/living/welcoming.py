"""A first message after a learner has accepted an invitation of somebody simulated."""

import uuid

from network.models import Message

from ..models import Approach, Due
from . import dues
from .rates import rate
from .shared import Two
from .timing import soon
from .words import messages


def after(world, event):
    person, invitation = event.target, event.invitation
    if invitation is None or person.pk != invitation.sender_id:
        return
    luck = dues.luck_of(world, person.handle)
    persona = getattr(person, "persona", None)
    chance = rate("welcome.base") * (0.5 + (persona.openness if persona else 0.5))
    pushes = _label(invitation) in messages.PUSHING
    if pushes or luck.draw("welcome") < chance:
        at = soon(event.at, person, luck, "welcome")
        yield dues.after(Due.Kind.WELCOME, event, person, at, world)


def act(due, world):
    me, other, invitation = due.person, due.event.actor, due.event.invitation
    since = Message.objects.filter(author=me, reader=other, at__gte=invitation.answered_at)
    if since.exists():
        return
    luck, label = dues.luck_of(world, me.handle), _label(invitation)
    if label in messages.PUSHING:
        text = messages.push(label, luck)
    else:
        two = Two(me, other)
        said = {"work": two.me.work, "group": two.group, "school": two.school, "skill": two.skill}
        text = messages.welcome(said, luck)
    me.write(other, text, key=uuid.uuid5(invitation.key, "welcome"))


def _label(invitation):
    approach = Approach.objects.filter(invitation=invitation).first()
    return approach.label if approach else None
