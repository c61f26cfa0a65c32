"""How users come into worlds: into one of their own, or into one that is there."""

import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from network.text import clean_line
from simulation.arriving import welcome

from . import shipped
from .loading import load

MOST_WORLDS = 20  # of one user


class TooManyWorlds(Exception):
    def __str__(self):
        return _(
            "You have %(most)d worlds of your own, which is the most. Go on in one of them."
        ) % {"most": MOST_WORLDS}


def start_world(user, name, key=None):
    """A private world for `user`; returns their person in it, called `name`.

    `key` is the form's one-time key: sent twice, one world. Raises TooManyWorlds.
    """
    key = key or uuid.uuid4()
    scenario = shipped.scenario(shipped.FOR_ONESELF)
    with transaction.atomic():
        # One start of a user at a time, so that two cannot pass the limit together.
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        if user.worlds.exclude(key=key).count() >= MOST_WORLDS:
            raise TooManyWorlds
        world = load(scenario, owner=user, key=key)
        return welcome(world, user, name)


def called(user):
    """What a user's person is called unless they say otherwise."""
    return clean_line(user.get_full_name())[:80].strip() or user.username


def seat(world, users):
    """Give each of the users a person in a world; returns how many had none."""
    with transaction.atomic():
        seated = world.people.filter(user__in=users).count()
        for user in users:
            welcome(world, user, called(user))
        return len(users) - seated
