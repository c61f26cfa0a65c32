"""The ways over which somebody may be reached, and whom they name."""

import itertools

import pytest

from network.paths import ways_to
from tests.factories import cast, connect, seen


@pytest.fixture
def chain(db):
    """Mia – Kofi – Elin – Noor."""
    people = cast("mia", "kofi", "elin", "noor")
    for one, other in itertools.pairwise(people):
        connect(one, other)
    return people


def ways(me, person):
    found = ways_to(me, seen(me, person))
    return found and [[one.handle for one in way] for way in found.ways]


def hide(person, shown_to):
    person.revise(connections_shown_to=shown_to)


def test_over_one_and_over_two(chain):
    mia, _kofi, elin, noor = chain
    assert ways(mia, elin) == [["kofi"]]
    assert ways(mia, noor) == [["kofi", "elin"]]


def test_no_way_to_who_is_near_or_too_far(chain):
    mia, kofi, _, noor = chain
    (far,) = cast("far", world=mia.world)
    connect(noor, far)
    assert ways(mia, kofi) is None
    assert ways(mia, far) is None
    assert ways(mia, mia) is None


def test_at_most_three(chain):
    mia, _, elin, noor = chain
    for name in ("a", "b", "c", "d"):
        (friend,) = cast(name, world=mia.world)
        connect(mia, friend)
        connect(friend, elin)

    assert ways(mia, elin) == [["a"], ["b"], ["c"]]
    assert len(ways(mia, noor)) == 3


@pytest.mark.parametrize(
    ("who", "shown_to", "is_told"),
    [
        (1, "connections", True),  # Kofi shows them to Mia
        (1, "nobody", False),
        (2, "connections", False),
        (2, "nobody", False),
        (3, "connections", False),
        (3, "nobody", False),
    ],
)
def test_who_keeps_their_connections_to_themselves_stands_on_no_way(chain, who, shown_to, is_told):
    hide(chain[who], shown_to)
    assert bool(ways(chain[0], chain[3])) is is_told


def test_whom_both_know_is_no_secret(chain):
    mia, kofi, elin, _ = chain
    hide(kofi, "nobody")
    hide(elin, "nobody")
    assert ways(mia, elin) == [["kofi"]]


def test_nobody_beyond_a_block_is_named(chain):
    mia, _, elin, noor = chain
    elin.block(mia)
    assert ways(mia, noor) == []


def test_who_was_asked_is_known(chain):
    mia, kofi, elin, _ = chain
    introduction = mia.ask_to_be_introduced(kofi, elin, "Hello")
    assert ways_to(mia, seen(mia, elin)).asked == {kofi.pk: introduction.pk}
