"""Whom the map shows, and what it says of them."""

from itertools import pairwise

import pytest

from network.map import reading
from network.map.layout import PLACES
from network.map.reading import MOST, network_of, ring_of
from network.map.words import what_connecting_brings, whom_we_know
from network.models import Experience, Person
from tests.factories import EmployerFactory, PersonFactory, cast, connect
from tests.test_queries import Net

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    """Me, and one person of each degree behind one another; the fourth is out of my network."""
    people = cast("me", "first", "second", "third", "fourth")
    for one, other in pairwise(people):
        connect(one, other)
    return people


def rings(me):
    """Handles by ring, and what the totals and the table say of the same."""
    network = network_of(me)
    drawn = {
        ring: sorted(person.handle for person in network.people if person.ring == ring)
        for ring in MOST
    }
    listed = {ring: sorted(person.handle for person in ring_of(me, ring)) for ring in MOST}
    assert listed == drawn
    assert network.totals == {ring: len(handles) for ring, handles in drawn.items()}
    return drawn


def drawn(me, handle):
    [person] = [person for person in network_of(me).people if person.handle == handle]
    return person


def knowing_each_other(me):
    """Pairs of handles between which a line is drawn."""
    network = network_of(me)
    handles = {person.pk: person.handle for person in network.people}
    return [(handles[one], handles[other]) for one, other in network.links]


def test_rings_are_degrees(chain):
    me = chain[0]

    assert rings(me) == {1: ["first"], 2: ["second"], 3: ["third"], 4: []}
    for ring, person in enumerate(chain[1:4], start=1):
        assert drawn(me, person.handle).degree == ring


def test_who_only_follows_or_is_followed_has_no_degree(chain):
    me, first, *_, fourth = chain
    employer = EmployerFactory(world=me.world, handle="harbour")
    stranger = PersonFactory(world=me.world, handle="stranger")
    PersonFactory(world=me.world, handle="nobody-to-me")
    me.follow(fourth)
    me.follow(employer)
    stranger.follow(me)
    first.follow(employer)

    assert rings(me)[4] == ["fourth", "harbour", "stranger"]
    kinds = {item.name: item.tie for item in network_of(me).items}
    assert kinds == {
        "First": "connected", "Second": "", "Third": "", "Fourth": "following",
        "Harbour": "following", "Stranger": "followed",
    }  # fmt: skip


@pytest.mark.parametrize("ring", [1, 2, 3, 4])
@pytest.mark.parametrize("blocker", ["me", "other"])
def test_who_blocks_or_is_blocked_is_not_on_the_map(chain, ring, blocker):
    """B1: nor in a count, nor by name in what is said of others."""
    me, other = chain[0], chain[ring]
    me.follow(chain[4])
    before = rings(me)
    assert other.handle in before[ring]
    (me.block if blocker == "me" else other.block)(other if blocker == "me" else me)

    assert all(other.handle not in handles for handles in rings(me).values())
    said = [
        whom_we_know(person) + what_connecting_brings(person) for person in network_of(me).people
    ]
    assert [sentence for sentence in said if other.name in sentence] == []


def test_another_world_is_not_on_the_map(chain):
    me = chain[0]
    elsewhere = cast("one", "two")
    connect(*elsewhere)

    assert rings(me) == {1: ["first"], 2: ["second"], 3: ["third"], 4: []}


def test_lines_between_others_are_those_that_profiles_tell(chain):
    """Whom both of us know; never who stands between me and the 3rd degree."""
    me, first, *_ = chain
    friend = PersonFactory(world=me.world, handle="friend")
    connect(me, friend)
    connect(friend, first)

    assert sorted(map(sorted, knowing_each_other(me))) == [["first", "friend"], ["first", "second"]]


def test_what_connecting_would_bring(chain):
    me, _, second, _, fourth = chain
    connect(second, fourth)

    said = what_connecting_brings(drawn(me, "second"))
    assert said == (
        "If you connected, 2 people would become 2nd degree: <bdi>Fourth</bdi>, <bdi>Third</bdi>."
    )
    assert what_connecting_brings(drawn(me, "first")) == ""
    connect(me, second)
    assert rings(me) == {1: ["first", "second"], 2: ["fourth", "third"], 3: [], 4: []}
    assert what_connecting_brings(drawn(me, "third")) == (
        "If you connected, nobody new would become 2nd degree."
    )


def test_it_brings_as_many_as_it_says(chain):
    """Also of somebody out of the network, and with more names than are said."""
    me, *_, fourth = chain
    for n in range(6):
        connect(fourth, PersonFactory(world=me.world, handle=f"zed-{n}"))
    me.follow(fourth)
    person = drawn(me, "fourth")
    assert (person.reach.count, person.reach.names) == (7, ["Third", "Zed 0", "Zed 1"])
    assert "<bdi>Zed 1</bdi> and 4 more." in what_connecting_brings(person)
    before = set(ring_of(me, 2))

    connect(me, fourth)

    assert len(set(ring_of(me, 2)) - before) == 7


@pytest.mark.parametrize("shown_to", ["connections", "nobody"])
def test_who_hides_their_connections_hides_what_they_would_bring(chain, shown_to):
    me, _, second, *_ = chain
    second.connections_shown_to = shown_to
    second.save()
    person = drawn(me, "second")

    assert person.reach is None
    assert what_connecting_brings(person) == "They do not show whom they are connected with."
    assert whom_we_know(person) == "You both know <bdi>First</bdi>."


def test_sentences_escape_names(chain):
    me, first, _, third, _ = chain
    Person.objects.filter(pk__in=[first.pk, third.pk]).update(name="<b>%(names)s")
    person = drawn(me, "second")

    assert whom_we_know(person) == "You both know <bdi>&lt;b&gt;%(names)s</bdi>."
    assert "<bdi>&lt;b&gt;%(names)s</bdi>" in what_connecting_brings(person)


def test_employers_are_said_to_be_followed(chain):
    me = chain[0]
    me.follow(EmployerFactory(world=me.world, handle="harbour"))
    harbour = drawn(me, "harbour")

    assert whom_we_know(harbour) == "An employer is followed, never invited."
    assert what_connecting_brings(harbour) == ""


def work(person, employer=None, name="", **dates):
    Experience.objects.create(
        person=person,
        title="Clerk",
        employer=employer,
        employer_name=name or employer.name,
        **{"started_on": "2020-01-01", **dates},
    )


def groups(me):
    return {item.name: item.group for item in network_of(me).items}


def test_colleagues_have_the_same_employer_of_this_world_now(chain):
    me, first, second, third, _ = chain
    port = EmployerFactory(world=me.world, name="Port", handle="port")
    work(first, port)
    work(first, name="Newer", ended_on="2024-01-01", started_on="2023-01-01")
    work(second, port, name="The port")
    work(third, name="Self-employed")

    assert groups(me) == {"First": "Port", "Second": "Port", "Third": ""}
    assert drawn(me, "third").workplace == {"name": "Self-employed", "is_here": False}


def test_an_employer_behind_a_block_goes_by_the_name_that_the_profile_has(chain):
    me, first, *_ = chain
    port = EmployerFactory(world=me.world, name="Port", handle="port")
    work(first, port, name="The old port")
    me.block(port)

    assert groups(me)["First"] == "The old port"


@pytest.fixture
def crowd(monkeypatch):
    """Mia knows the hub, the hub so many others, and so on; at most four of a ring are drawn."""
    monkeypatch.setattr(reading, "MOST", {1: 4, 2: 4, 3: 4, 4: len(PLACES)})
    return Net()


def test_a_large_ring_shows_who_is_nearest(crowd):
    for n in range(9):
        other = PersonFactory(world=crowd.world, handle=f"other-{n}")
        connect(crowd.hub, other)
        if n > 6:
            crowd.mia.follow(other)
    friend = PersonFactory(world=crowd.world, handle="friend")
    connect(crowd.mia, friend)
    connect(friend, PersonFactory(world=crowd.world, handle="other-z"))
    connect(friend, Person.objects.get(handle="other-6"))
    network = network_of(crowd.mia)

    shown = [person.handle for person in network.people if person.ring == 2]
    assert shown == ["other-7", "other-8", "other-6", "noor"]
    assert (network.totals[2], network.drawn[2]) == (11, 4)


def test_a_large_third_ring_is_counted_by_employer(crowd):
    port = EmployerFactory(world=crowd.world, name="Port", handle="port")
    second = PersonFactory(world=crowd.world, handle="second")
    connect(crowd.hub, second)
    others = [PersonFactory(world=crowd.world, handle=f"other-{n}") for n in range(8)]
    for n, other in enumerate(others):
        connect(second, other)
        if n < 3:
            work(other, port)
        elif n < 5:
            work(other, name="Mill")
    crowd.mia.follow(others[0])
    blocked = others[1]
    blocked.block(crowd.mia)
    network = network_of(crowd.mia, "Other employers")

    assert [person.handle for person in network.people if person.ring == 3] == ["other-0"]
    assert network.employers == [("Mill", 2), ("Port", 1), ("Other employers", 3)]
    assert (network.totals[3], network.drawn[3]) == (7, 1)
    counted = [item for item in network.items if item.count]
    assert [item.ring for item in counted] == [3, 3, 3]


def test_a_network_too_large_to_walk_says_so(crowd, monkeypatch):
    monkeypatch.setattr(reading, "WALKED", 2)
    for n in range(3):
        connect(crowd.hub, PersonFactory(world=crowd.world, handle=f"other-{n}"))

    assert network_of(crowd.mia).is_cut
