"""Whom one knows at an employer, through whom, and how many more there are."""

import pytest

from network import insiders
from tests.factories import EmployerFactory, PersonFactory, connect, works_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def harbour(world):
    return EmployerFactory(world=world)


def there(viewer, employer):
    found = insiders.insiders(viewer, employer)
    return (
        [person.handle for person in found.first],
        [(person.handle, [one["handle"] for one in person.mutuals]) for person in found.second],
        found.others,
    )


def test_first_degree_then_second_with_who_is_between_then_the_rest(mia, omar, noor, harbour):
    stranger, former = (PersonFactory(world=mia.world) for _ in range(2))
    for person in (omar, noor, stranger):
        works_at(person, harbour)
    works_at(former, harbour, ended_on="2021-01-01")
    connect(mia, omar)
    connect(omar, noor)
    connect(mia, former)

    assert there(mia, harbour) == (["omar"], [("noor", ["omar"])], 1)


def test_oneself_and_hidden_people_do_not_count(mia, omar, noor, harbour):
    for person in (mia, omar, noor):
        works_at(person, harbour)
    omar.block(mia)

    assert there(mia, harbour) == ([], [], 1)


def test_more_than_a_page_shows_are_counted(mia, harbour, monkeypatch):
    monkeypatch.setattr(insiders, "MOST", 1)
    for person in PersonFactory.create_batch(3, world=mia.world):
        works_at(person, harbour)
        connect(mia, person)

    first, second, others = there(mia, harbour)

    assert (len(first), second, others) == (1, [], 2)
