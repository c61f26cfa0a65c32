"""C17, C18 and D1: removing a connection, the most one may have, and degrees."""

import pytest

from network.errors import NotConnected, TooManyConnections
from network.models import Connection, Event, Person
from network.ties import Tie
from tests.factories import cast, connect, invitation, seen, set_rules


def degrees(viewer):
    """Of everybody else, by handle."""
    return dict(Person.objects.others(viewer).with_ties(viewer).values_list("handle", "degree"))


def test_c17_removing_a_connection_ends_both_follows(mia, omar):
    connect(mia, omar)

    mia.disconnect(omar)

    assert seen(mia, omar).tie == seen(omar, mia).tie == Tie()


def test_c17_the_remover_may_keep_following(mia, omar):
    connect(mia, omar)

    omar.disconnect(mia, keep_following=True)

    assert seen(omar, mia).tie == Tie(following=True)


def test_c17_keeping_starts_no_follow(mia, omar):
    connect(mia, omar)
    mia.unfollow(omar)

    mia.disconnect(omar, keep_following=True)

    assert seen(mia, omar).tie == Tie()


def test_c17_it_is_silent(mia, omar):
    connect(mia, omar)
    before = list(Event.objects.notices_for(omar))

    mia.disconnect(omar)

    assert list(Event.objects.notices_for(omar)) == before


def test_c17_removing_twice_is_refused(mia, omar):
    connect(mia, omar)
    mia.disconnect(omar)

    with pytest.raises(NotConnected):
        omar.disconnect(mia)


def test_c17_they_may_connect_again_at_once(mia, omar):
    connect(mia, omar)
    mia.disconnect(omar)

    connect(mia, omar)

    assert seen(mia, omar).tie.connected


@pytest.mark.parametrize("full", ["mia", "omar"])
def test_c18_nobody_has_more_connections_than_allowed(mia, omar, noor, world, full):
    set_rules(world, connection_limit=1)
    connect(mia if full == "mia" else omar, noor)
    sent = invitation(mia, omar)

    with pytest.raises(TooManyConnections):
        sent.accept()

    sent.refresh_from_db()
    assert sent.is_pending


def test_c18_crossing_invitations_count_too(mia, omar, noor, world):
    set_rules(world, connection_limit=1)
    connect(mia, noor)
    invitation(omar, mia)

    with pytest.raises(TooManyConnections):
        invitation(mia, omar)


def test_c18_after_removing_one_there_is_room(mia, omar, noor, world):
    set_rules(world, connection_limit=1)
    connect(mia, noor)
    mia.disconnect(noor)

    assert connect(mia, omar).status == "accepted"


def test_d1_degrees_count_steps_along_connections(db):
    one, two, three, four, five = cast("one", "two", "three", "four", "five")
    for near, far in [(one, two), (two, three), (three, four), (four, five)]:
        connect(near, far)

    assert degrees(one) == {"two": 1, "three": 2, "four": 3, "five": None}
    assert degrees(three) == {"one": 2, "two": 1, "four": 1, "five": 2}


def test_d1_the_shortest_way_counts(db):
    one, two, three = cast("one", "two", "three")
    connect(one, two)
    connect(two, three)
    connect(three, one)

    assert degrees(one) == {"two": 1, "three": 1}


def test_d1_follows_do_not_count(mia, omar, noor):
    mia.follow(omar)
    omar.follow(mia)
    connect(omar, noor)

    assert degrees(mia) == {"omar": None, "noor": None}


def test_every_connection_says_where_it_comes_from(mia, omar):
    accepted = connect(mia, omar)

    assert list(Connection.objects.values_list("origin", "invitation").distinct()) == [
        ("invitation", accepted.pk)
    ]
