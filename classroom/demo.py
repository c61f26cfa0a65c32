"""What the demo begins with: four users, a class world in which two of them meet, a private one."""

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from network.models import World
from simulation.arriving import welcome

from . import instructors, shipped
from .loading import load

LOCK = "netsim demo worlds"
CLASS_KEY = uuid.UUID("c1a55000-0000-4000-8000-000000000001")
PRIVATE_KEY = uuid.UUID("c1a55000-0000-4000-8000-000000000002")


@dataclass(frozen=True)
class Login:
    role: str
    username: str

    @property
    def password(self):
        """One that nobody takes for a secret."""
        return f"demo-{self.username}"


def logins():
    return [
        Login(_("learner"), "mia"),
        Login(_("second learner"), "omar"),
        Login(_("instructor"), "instructor"),
        Login(_("administrator"), "admin"),
    ]


def seed_demo(say):
    """Make what is missing of the demo, all of it or nothing, and give back the logins.

    `say` prints a line. Raises CommandError in production, where such passwords must not be.
    """
    strangers = User.objects.exclude(username__in=[login.username for login in logins()])
    if not settings.LOCAL or (settings.DATABASE_URL and strangers.exists()):
        raise CommandError("The demo's passwords are known to everybody: not in production.")
    with transaction.atomic():
        with connection.cursor() as cursor:  # another demo may be starting
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [LOCK])
        _make_what_is_missing(say)
    return logins()


def _make_what_is_missing(say):
    mia, omar, instructor, _admin = [
        _user(login, say, is_superuser=login.username == "admin") for login in logins()
    ]
    if not instructor.groups.filter(name=instructors.NAME).exists():
        instructor.groups.add(instructors.group())
    private = _world(say, shipped.FOR_ONESELF, PRIVATE_KEY, owner=mia)
    welcome(private, mia, "Mia")
    # Last, since people go on in the world that they entered last.
    in_class = _world(say, shipped.FOR_A_LESSON, CLASS_KEY)
    welcome(in_class, mia, "Mia")
    welcome(in_class, omar, "Omar")


def _user(login, say, is_superuser):
    if user := User.objects.filter(username=login.username).first():
        return user
    say(_("Making the user %(name)s …") % {"name": login.username})
    is_staff = login.username in ("instructor", "admin")
    return User.objects.create_user(
        login.username, password=login.password, is_staff=is_staff, is_superuser=is_superuser
    )


def _world(say, slug, key, owner=None):
    if world := World.objects.filter(key=key, owner=owner).first():
        return world
    scenario = shipped.scenario(slug)
    say(_("Making the world “%(name)s” …") % {"name": scenario.name})
    return load(scenario, key=key, owner=owner)
