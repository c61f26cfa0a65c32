"""Somebody whom both know passes on a request for an introduction, or says that they do not."""

import uuid

from network.errors import CannotBePassedOn

from ..models import Due
from . import dues
from .drafting import note_quality
from .rates import rate
from .remembering import moved
from .timing import SLOW, soon
from .words import messages


def after(world, event):
    person, luck = event.target, dues.luck_of(world, event.target.handle)
    at = soon(event.at, person, luck, "introduce", SLOW)
    yield dues.after(Due.Kind.INTRODUCE, event, person, at, world)


def act(due, world):
    asked, me = due.event.introduction, due.person
    if asked.status != asked.Status.ASKED:
        return
    luck = dues.luck_of(world, f"{me.handle} {asked.target.handle}", _times(asked))
    quality = note_quality(asked.asker, asked.target, asked.note, me)
    chance = rate("introduce.base") + rate("introduce.quality") * quality
    chance = moved(chance, me, asked.asker, world)
    if luck.draw("introduce") < chance and _passed_on(asked):
        return
    asked.decline(openly=True)
    text = messages.no_introduction({"target": asked.target.name}, luck)
    me.write(asked.asker, text, key=uuid.uuid5(asked.key, "no"))


def _passed_on(asked):
    try:
        asked.pass_on()
    except CannotBePassedOn:
        return False
    return True


def _times(asked):
    same = type(asked).objects.filter(
        asker=asked.asker, through=asked.through, target=asked.target, pk__lte=asked.pk
    )
    return same.count()
