"""Positions: nothing runs into anything, and the same facts give the same map."""

from itertools import combinations, pairwise
from math import cos, radians, sin
from random import Random

import pytest
import regex as re

from network.map.geometry import settle
from network.map.labels import SIZE, cut, two_lines, width
from network.map.layout import FOLLOWS_ONLY, PLACES, Item, lay_out

NAMES = ["Ana Kos", "Dr Babak Winterbourne", "Mei-Lin Hargreave", "João Whitcombe", "王秀英", "Bo"]
EMPLOYERS = ["", "", "Port of Selmouth", "Alder Hill Hospital", "Brine & Barley", "Cobalt Heron"]
SIZES = [(1, 0, 0, 0), (3, 5, 2, 1), (5, 46, 21, 2), (9, 16, 24, 5), (36, 60, 60, 5), (0, 0, 0, 3)]


def network(sizes, seed=1):
    """So many people in each ring, and who of them know each other."""
    luck = Random(seed)
    rings = [
        ring for ring, size in zip((1, 2, 3, FOLLOWS_ONLY), sizes, strict=True) for _ in range(size)
    ]
    items = [
        Item(key, luck.choice(NAMES), ring, luck.choice(EMPLOYERS), tie_in(ring, luck))
        for key, ring in enumerate(rings, start=1)
    ]
    mine = [item.key for item in items if item.ring == 1]
    others = [item.key for item in items if item.ring == 2]
    return items, [(luck.choice(mine), other) for other in others]


def tie_in(ring, luck):
    return "connected" if ring == 1 else luck.choice(["following", "followed", "both", ""])


def boxes(spot):
    """The corners of each line of a spot's words, as they stand."""
    turned = radians(float(spot.turned[len("rotate(") : -1])) if spot.turned else 0
    for text, x, y in spot.words:
        x, y, wide = float(x), float(y), width(text)
        left = x - (wide if spot.is_leftward else 0 if spot.turned else wide / 2)
        corners = [
            (left, y - SIZE * 0.75),
            (left + wide, y - SIZE * 0.75),
            (left + wide, y + 2),
            (left, y + 2),
        ]
        yield [
            (x * cos(turned) - y * sin(turned), x * sin(turned) + y * cos(turned))
            for x, y in corners
        ]


def faces(spot):
    """The square inside the face."""
    x, y, r = spot.place.x, spot.place.y, spot.face * 0.7
    return [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]


def overlap(one, other):
    """Whether two rectangles, however they are turned, cover a place together."""
    for box in (one, other):
        for (ax, ay), (bx, by) in pairwise(box):
            shadow = [
                [(by - ay) * x - (bx - ax) * y for x, y in corners] for corners in (one, other)
            ]
            if max(shadow[0]) <= min(shadow[1]) or max(shadow[1]) <= min(shadow[0]):
                return False
    return True


def pieces(layout):
    """Everything that has a place of its own: [(whose, corners)]."""
    headers = [group.words for ring in layout.rings for group in ring.groups if group.words]
    for spot in layout.spots + headers:
        name = spot.item.name if spot.item else spot.words[0][0]
        yield from (((name, id(spot)), corners) for corners in boxes(spot))
        if spot.item:
            yield (name, id(spot)), faces(spot)


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("seed", range(4))
def test_no_name_and_no_face_runs_into_another_or_out_of_the_drawing(sizes, seed):
    layout = lay_out(*network(sizes, seed))
    placed = list(pieces(layout))

    assert [
        (one[0], other[0])
        for (one, a), (other, b) in combinations(placed, 2)
        if one != other and overlap(a, b)
    ] == []
    assert [
        name
        for (name, _), corners in placed
        if any(max(abs(x), abs(y)) > layout.half for x, y in corners)
    ] == []


@pytest.mark.parametrize("sizes", SIZES)
def test_everybody_has_one_place_ring_by_ring_and_clockwise(sizes):
    items, links = network(sizes)
    spots = lay_out(items, links).spots

    assert sorted(spot.item.key for spot in spots) == [item.key for item in items]
    assert [spot.item.ring for spot in spots] == sorted(item.ring for item in items)
    for ring in (1, 2, 3):
        angles = [spot.angle for spot in spots if spot.item.ring == ring]
        assert angles == sorted(angles)


def test_the_same_facts_in_another_order_give_the_same_map():
    items, links = network((5, 46, 21, 2))
    shuffled = Random(5).sample(items, len(items))

    assert [
        (s.item.key, s.angle) for ring in lay_out(shuffled, links).rings for s in ring.spots
    ] == [(s.item.key, s.angle) for ring in lay_out(items, links).rings for s in ring.spots]


@pytest.mark.parametrize("size", [4, 40])
def test_colleagues_stand_together_under_one_arc(size):
    items = [Item(n, f"P {n}", 1, ["Port", "Mill"][n % 2], "connected") for n in range(size)]
    [ring] = lay_out(items).rings

    employers = [spot.item.group for spot in ring.spots]
    assert employers == sorted(employers) or employers == sorted(employers, reverse=True)
    assert sorted(group.name or group.words.words[0][0] for group in ring.groups) == [
        "Mill",
        "Port",
    ]


@pytest.mark.parametrize("size", [6, 60])
def test_employers_whose_names_differ_in_capitals_are_two(size):
    items = [Item(n, f"P {n}", 2, ["Port", "PORT"][n % 2]) for n in range(size)]
    [ring] = lay_out(items).rings

    assert len(ring.groups) == 2


def test_one_person_alone_of_an_employer_has_no_arc():
    [ring] = lay_out([Item(1, "Ana", 1, "Port"), Item(2, "Bo", 1, "Mill"), Item(3, "Cy", 1)]).rings

    assert ring.groups == []


def test_who_knows_one_of_mine_stands_near_them():
    items = [Item(n, f"P {n}", 1, tie="connected") for n in range(1, 5)] + [Item(9, "Far", 2)]
    for mine in range(1, 5):
        layout = lay_out(items, [(mine, 9)])
        angles = {spot.item.key: spot.angle for spot in layout.spots}
        assert angles[9] == pytest.approx(angles[mine], abs=1)


def test_connections_and_follows_are_different_lines():
    kinds = ["connected", "following", "followed", "both", ""]
    items = [
        Item(n, "Ana", 1 if kind == "connected" else 2, tie=kind) for n, kind in enumerate(kinds)
    ]
    ties = {tie.kind: (tie.points_at_me, tie.points_at_them) for tie in lay_out(items).ties}

    assert ties == {
        "connected": (False, False),
        "following": (False, True),
        "followed": (True, False),
        "both": (True, True),
    }


def test_more_without_a_degree_than_there_are_places_are_left_out():
    items = [Item(n, "Ana", FOLLOWS_ONLY, tie="following") for n in range(len(PLACES) + 3)]

    assert len(lay_out(items).spots) == len(PLACES)


@pytest.mark.parametrize(
    ("wanted", "angles"),
    [
        ([10, 50, 90], [10, 50, 90]),
        ([50, 50], [45, 55]),
        ([0, 0], [0, 10]),
        ([100, 100, 100], [80, 90, 100]),
        ([20, 50, 52, 90], [20, 46, 56, 90]),
        ([], []),
    ],
)
def test_places_are_as_near_to_the_wanted_ones_as_can_be(wanted, angles):
    assert settle(wanted, 10, 0, 100) == angles


def test_a_long_name_is_cut_with_an_ellipsis_between_letters():
    assert cut("Ana", 100) == "Ana"
    assert cut("Bartholomew Featherstone", 80).endswith("…")
    assert width(cut("👩‍👩‍👧‍👦" * 20, 80)) <= 80
    assert set(re.findall(r"\X", cut("👩‍👩‍👧‍👦" * 20, 80))) == {"👩‍👩‍👧‍👦", "…"}


def test_a_name_has_two_lines_when_one_is_too_long():
    assert two_lines("Ana Kos", 86) == ["Ana Kos"]
    assert two_lines("Dr Babak Winterbourne", 86) == ["Dr Babak", "Winterbourne"]
    assert [width(line) <= 86 for line in two_lines("W" * 80, 86)] == [True]
