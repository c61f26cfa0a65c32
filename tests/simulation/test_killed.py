"""Interrupted anywhere in an advance: nothing half done, nothing twice."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from simulation.advancing import Advance
from simulation.models import Decision
from tests.factories import LearnerFactory, PersonFactory, WorldFactory, connect
from tests.simulation import story
from tests.simulation.moves import aim, lucky

pytestmark = [pytest.mark.django_db, pytest.mark.exhaustive]
GO_ON = """
import sys, django
django.setup()
from simulation.advancing import Advance
Advance(int(sys.argv[1])).go_on()
"""


@pytest.fixture(autouse=True)
def life():
    """Everybody lives, in every process."""


class Killed(BaseException):
    """No code may catch it, as none can catch a kill."""


@contextmanager
def killed_at(number):
    """Whatever runs dies before its so-manieth query."""
    seen = 0

    def count(execute, *more):
        nonlocal seen
        seen += 1
        if seen == number:
            raise Killed
        return execute(*more)

    with connection.execute_wrapper(count):
        yield


EVERY = 6  # queries; dying before each of them takes too long for every day


def one_waiting():
    """Omar was invited, and asked something by somebody whom he knows."""
    mia = LearnerFactory(world=WorldFactory(seed=7), handle="mia", name="Mia")
    omar, noor = (PersonFactory(world=mia.world, handle=handle) for handle in ("omar", "noor"))
    mia.invite(omar, "unknown", "Hello")
    connect(noor, mia)
    mia.write(noor, "What would you learn first?")
    return mia.world


def done(world):
    """The log, with the time of the clock; what is still due among it."""
    world.refresh_from_db()
    return f"{story.log(world)}\n{world.now}"


def outcome(world, number):
    """How it ends when it dies before a query and somebody else goes on; and whether it died."""
    world.refresh_from_db()
    with transaction.atomic():
        aim(world, days=5)
        try:
            with killed_at(number), transaction.atomic():
                Advance(world.pk).go_on()
            died = False
        except Killed:
            died = True
        Advance(world.pk).go_on()
        end = done(world)
        transaction.set_rollback(True)
    return end, died


def test_killed_before_any_query_of_an_advance_it_ends_as_if_it_had_not_been(monkeypatch):
    lucky(monkeypatch, "accept_and_reply")
    world = one_waiting()
    expected, _died = outcome(world, 0)
    assert "messaged" in expected

    for number in range(1, 1000, EVERY):
        end, died = outcome(world, number)
        if not died:
            break
        assert end == expected, f"killed before query {number}"
    assert number > 50


def database_url():
    at = connection.settings_dict
    host = str(at["HOST"]).replace("/", "%2F")
    password = f":{at['PASSWORD']}" if at["PASSWORD"] else ""
    port = f":{at['PORT']}" if at["PORT"] else ""
    return f"postgresql://{at['USER']}{password}@{host}{port}/{at['NAME']}"


def process(code, *arguments, **env):
    """A Python of its own on the database of the tests."""
    own = {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "netsim.settings"}
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=os.environ | own | {"DEBUG": "1"} | env,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_killed_again_and_again_it_comes_to_the_same():
    worlds = [begun(), begun()]
    expected = finished(worlds[0])

    kills = 0
    while Decision.objects.filter(invitation__world=worlds[1]).count() < 20:
        before = Decision.objects.filter(invitation__world=worlds[1]).count()
        victim = process(GO_ON, worlds[1].pk)
        while (
            victim.poll() is None
            and Decision.objects.filter(invitation__world=worlds[1]).count() < before + 4
        ):
            time.sleep(0.002)
        victim.kill()
        victim.communicate()
        kills += 1

    assert kills >= 3
    assert finished(worlds[1]) == expected


def begun():
    """A world in which much waits to be done."""
    mia = story.begin()
    for person in story.others(mia):
        mia.invite(person, "unknown", story.NOTE)
    aim(mia.world, days=30)
    return mia.world


def finished(world):
    aim(world, days=0)
    Advance(world.pk).go_on()
    return done(world)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_i1_the_log_is_the_same_in_every_process():
    tell = """
import django
django.setup()
from django.db import transaction
from tests.simulation import story
with transaction.atomic():
    print(story.tell(story.begin(), story.jumping))
    transaction.set_rollback(True)
"""
    settings = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland"},
        {"PYTHONHASHSEED": "random", "TZ": "America/St_Johns", "LC_ALL": "C"},
    ]
    logs = {process(tell, PYTHONPATH=".", **each).communicate()[0] for each in settings}

    assert len(logs) == 1
    assert "decision |" in logs.pop()
