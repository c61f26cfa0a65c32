"""Here people live, each test with the chances that it needs."""

import pytest

from simulation.deciding.weights import Weight
from simulation.living import planning, rates
from simulation.models import Persona, Unnoticed
from tests.factories import PersonFactory, connect

ALL_DAY = {"workdays": list(range(7)), "sessions": [[0, 24 * 60]]}


@pytest.fixture(autouse=True)
def life(monkeypatch):
    """Events are answered; by themselves people do only what a test plans."""
    monkeypatch.setattr(planning, "PLANS", [])


@pytest.fixture
def sure(monkeypatch):
    """Set rates by their names, a dot as two underscores: `sure(follow__peer=1)`."""

    def put(**values):
        for name, value in values.items():
            known = name.replace("__", ".")
            assert known in rates.RATES
            monkeypatch.setitem(rates.RATES, known, Weight(value, "", ()))

    return put


@pytest.fixture
def plans(monkeypatch):
    """Let these plans be made each day."""
    return lambda *those: monkeypatch.setattr(planning, "PLANS", list(those))


@pytest.fixture
def someone(world):
    """Make a simulated person who is online all day."""

    def make(handle, role="peer", **more):
        person = PersonFactory(world=world, handle=handle, **more)
        Persona.objects.create(person=person, role=role, **ALL_DAY)
        return person

    return make


@pytest.fixture
def friend(mia, omar, persona):
    """Omar, connected with Mia since before anybody noticed."""
    connect(omar, mia)
    Unnoticed.objects.all().delete()
    return omar
