"""The small cast: Mia and Omar, and Noor whom neither knows."""

import pytest

from tests.factories import cast


@pytest.fixture
def people(db):
    return cast("mia", "omar", "noor")


@pytest.fixture
def mia(people):
    return people[0]


@pytest.fixture
def omar(people):
    return people[1]


@pytest.fixture
def noor(people):
    return people[2]


@pytest.fixture
def world(mia):
    return mia.world
