"""Everybody by what they are to one person, so that tests can ask as each of them."""

import pytest
from django.test import Client

from accounts.models import User
from network.models import Person
from tests.factories import (
    EmployerFactory,
    LearnerFactory,
    PersonFactory,
    UserFactory,
    WorldFactory,
    connect,
)
from tests.snapshots import made_once

MAKERS = {"learner": LearnerFactory, "persona": PersonFactory, "employer": EmployerFactory}
# What somebody can be to a person of the same world.
RELATIONS = (
    "connection",
    "follower",
    "followed",
    "stranger",
    "inviting",
    "invited",
    "blocked",
    "blocking",
)


class Everyone:
    """`mia` and, by name, those who stand in each relation to her, all learners."""

    def __init__(self, kind="learner"):
        self.world = WorldFactory(name="Harbour")
        self.mia = self.new("mia", kind)
        for relation in RELATIONS:
            setattr(self, relation, self.new(relation))
        self.follower.follow(self.mia)
        self.mia.follow(self.followed)
        self.mia.block(self.blocked)
        self.blocking.block(self.mia)
        if kind != "employer":  # C15
            connect(self.connection, self.mia)
            self.inviting.invite(self.mia, "friend", "Shall we?")
            self.mia.invite(self.invited, "friend", "Shall we?")
        self.outsider = LearnerFactory(world=WorldFactory(name="Elsewhere"), handle="outsider")
        self.seatless = UserFactory(username="seatless")
        self.admin = User.objects.create_superuser("admin", password="tide-table-7")

    def new(self, handle, kind="learner", **fields):
        return MAKERS[kind](world=self.world, handle=handle, **fields)

    def newcomer_elsewhere(self):
        """Somebody else in the outsider's world."""
        return LearnerFactory(world=self.outsider.world, handle="neighbour")


def signed_in(who, **options):
    """A browser in which a person, a user or nobody (None) is signed in."""
    client = Client(**options)
    if who is not None:
        client.force_login(who.user if isinstance(who, Person) else who)
    return client


def everyone_around(kind):
    """Everyone around a Mia who is a learner, a persona or an employer."""
    return made_once(kind, lambda: Everyone(kind))


@pytest.fixture
def everyone(db):
    return everyone_around("learner")
