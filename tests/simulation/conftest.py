"""Mia, who learns, and Omar, who is simulated, in a world that begins."""

import pytest

from simulation import advancing
from simulation.living import expecting
from simulation.models import Persona
from tests.factories import LearnerFactory, PersonFactory, WorldFactory


@pytest.fixture
def world(db):
    return WorldFactory(seed=7)


@pytest.fixture
def mia(world):
    return LearnerFactory(world=world, handle="mia")


@pytest.fixture
def omar(world):
    return PersonFactory(world=world, handle="omar")


@pytest.fixture
def persona(world, omar):
    """Omar's: an average peer who is online all day, every day."""
    return Persona.objects.create(person=omar, workdays=list(range(7)), sessions=[[0, 24 * 60]])


@pytest.fixture(autouse=True)
def life(monkeypatch):
    """Nobody does anything by themselves here; the tests of living let it be."""
    monkeypatch.setattr(advancing, "begin", lambda world: None)
    monkeypatch.setattr(expecting, "AFTER", {})
