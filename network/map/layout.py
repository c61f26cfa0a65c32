"""Where everybody stands on the map: facts in, positions out. Pure and the same every time.

A ring for each degree, me in the middle. A ring with room has faces with the name below; a full
one has dots, with the names along the rays. Who has no degree stands in a wedge of their own.
Colleagues stand side by side under an arc with their employer's name.
"""

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby

from . import lines
from .geometry import (
    arc,
    at,
    below,
    mean,
    number,
    on_the_left,
    settle,
    turn,
)
from .labels import cut, two_lines, width

FOLLOWS_ONLY = 4  # the ring number of those without a degree
ME = 34  # radius of my face
FACES = {1: 22, 2: 18, 3: 18, FOLLOWS_ONLY: 22}
SMALL_FACES = {1: 7, 2: 5, 3: 5}  # in a full ring
CELL = 92  # pixels along the circle for a face with its name below
NAME = 86  # of these for the name
SLOTS = {1: 17, 2: 15, 3: 15}  # pixels along the circle in a full ring
LONGEST = {1: 116, 2: 124, 3: 150}  # pixels of a name along its ray
TITLE = 92  # pixels kept free on each circle for "2nd · 46"
WEDGE = (-90, -8)  # degrees
# The wedge's places, near ones first: degrees and radius. Arrows to the outer ones pass
# between the inner ones.
PLACES = [(-69, 170), (-38, 170), (-53.5, 268), (-84, 268), (-23, 268)]
MIDDLE = -53.5
LINE = 14  # pixels
SMALLEST = 150  # half a drawing
WIDEST = 926  # a drawing on a wide screen


@dataclass(frozen=True)
class Item:
    """Somebody to be placed, or `count` people of one employer."""

    key: int
    name: str
    ring: int
    group: str = ""  # the employer; '' for none
    tie: str = ""  # connected, following, followed, both (follows), or nothing
    count: int = 0


@dataclass
class Spot:
    """An item in its place. `words` are lines of text with their x and y."""

    item: Item
    angle: float
    radius: float
    face: int
    is_small: bool = False
    words: list = field(default_factory=list)
    turned: str = ""  # the rotation of the words
    is_leftward: bool = False

    @property
    def place(self):
        return at(self.radius, self.angle)

    @property
    def x(self):
        return number(self.place.x)

    @property
    def y(self):
        return number(self.place.y)

    @property
    def corner(self):
        """Top left of the square around the face."""
        return number(self.place.x - self.face), number(self.place.y - self.face)

    @property
    def width(self):
        return 2 * self.face


@dataclass
class Group:
    """An arc over colleagues. The name runs along its `track`, or along a ray (`words`)."""

    path: str
    name: str = ""
    track: str = ""
    words: Spot | None = None


@dataclass
class Ring:
    number: int
    radius: float
    spots: list
    groups: list
    path: str
    title: Spot
    outer: float  # how far its names reach beyond the circle


@dataclass
class Layout:
    half: float
    rings: list
    wedge: list
    wedge_title: Spot
    ties: list
    links: list

    @property
    def is_large(self):
        """Whether it may be shown smaller than drawn, where there is no room."""
        return 2 * self.half > WIDEST

    @property
    def size(self):
        return number(2 * self.half)

    @property
    def view_box(self):
        return f"{number(-self.half)} {number(-self.half)} {self.size} {self.size}"

    @property
    def spots(self):
        """Ring by ring, clockwise: the order in which Tab goes through them."""
        return [spot for ring in self.rings for spot in ring.spots] + self.wedge


def lay_out(items, links=()):
    """The layout of `items`; `links` are pairs of their keys who are connected with each other."""
    outside = [item for item in items if item.ring == FOLLOWS_ONLY]
    rings, edge = [], ME + 20
    for which in (1, 2, 3):
        members = [item for item in items if item.ring == which]
        if not members:
            continue
        ring = _ring(which, members, edge, _Towards(rings, links), bool(outside))
        rings.append(ring)
        edge = ring.radius + ring.outer
    wedge, reach = _wedge(outside)
    title = Spot(None, MIDDLE, reach + 3 * LINE, 0)
    half = max(edge, title.radius if wedge else 0, SMALLEST) + 12
    known = {spot.item.key: spot for ring in rings for spot in ring.spots}
    return Layout(
        half, rings, wedge, title, lines.ties(rings, wedge, ME), lines.links(known, links)
    )


class _Towards:
    """In which direction an item wants to stand: near whom it is tied to, or near colleagues."""

    def __init__(self, rings, links):
        self.angles = {spot.item.key: spot.angle for ring in rings for spot in ring.spots}
        self.colleagues = {}
        for ring in rings:
            for spot in ring.spots:
                self.colleagues.setdefault(spot.item.group, []).append(spot.angle)
        self.tied = {}
        for one, other in links:
            self.tied.setdefault(one, []).append(other)
            self.tied.setdefault(other, []).append(one)

    def __call__(self, item):
        """The angles of everybody placed already near whom it belongs."""
        tied = [self.angles[key] for key in self.tied.get(item.key, ()) if key in self.angles]
        return tied or (self.colleagues.get(item.group, []) if item.group else [])


def _ring(which, items, edge, towards, has_wedge):
    face = FACES[which]
    radius = edge + face + 2 * LINE + 10
    low, high, _title = _span(radius, has_wedge)
    step = turn(CELL, radius)
    if len(items) * step <= high - low:
        return _roomy(which, items, radius, towards, has_wedge)
    return _full(which, items, edge, towards, has_wedge)


def _span(radius, has_wedge):
    """From and to which angle a ring has places, and where its title stands."""
    title = turn(TITLE, radius)
    if has_wedge:
        return WEDGE[1], 270 - title, 270 - title / 2
    return -90 + title / 2, 270 - title / 2, -90


def _roomy(which, items, radius, towards, has_wedge):
    low, high, title = _span(radius, has_wedge)
    step = turn(CELL, radius)
    groups = _in_order(items, towards, low, high)
    ordered = [item for _, members in groups for item in members]
    wanted = [angle for angle, members in groups for _ in members]
    angles = settle(wanted, step, low + step / 2, high - step / 2)
    spots = [
        _with_name_below(Spot(item, angle, radius, FACES[which]))
        for item, angle in zip(ordered, angles, strict=True)
    ]
    arcs = [_arc_over(spots, radius + 58) for spots in _colleagues(spots)]
    outer = 68 if arcs else 54
    return _ring_of(which, radius, spots, arcs, title, outer, has_wedge)


def _full(which, items, edge, towards, has_wedge):
    slot, face = SLOTS[which], SMALL_FACES[which]
    groups = Counter(item.group for item in items if item.group)
    places = len(items) + sum(count > 1 for count in groups.values())
    around = (360 - (WEDGE[1] - WEDGE[0]) if has_wedge else 360) / turn(
        1, 1
    )  # of a circle with radius 1
    radius = max(edge + face + 18, (places * slot + TITLE) / around)
    low, high, title = _span(radius, has_wedge)
    step = min((high - low) / places, turn(1.5 * slot, radius))
    groups = _in_order(items, towards, low, high)
    entries = [
        (angle, entry) for angle, members in groups for entry in _with_header(angle, members)
    ]
    angles = settle([angle for angle, _ in entries], step, low + step / 2, high - step / 2)
    spots, headers = [], {}
    for (_, entry), angle in zip(entries, angles, strict=True):
        if isinstance(entry, str):
            headers[entry] = _along_the_ray(Spot(None, angle, radius, face, True), which, entry)
        else:
            name = f"{entry.name} · {entry.count}" if entry.count else entry.name
            spots.append(_along_the_ray(Spot(entry, angle, radius, face, True), which, name))
    arcs = [_arc_beside(members, headers, radius - face - 6) for members in _colleagues(spots)]
    names = [words[0] for spot in [*spots, *headers.values()] for words in spot.words]
    outer = face + 9 + max(map(width, names))
    return _ring_of(which, radius, spots, arcs, title, outer, has_wedge)


def _ring_of(which, radius, spots, arcs, title, outer, has_wedge):
    end = WEDGE[0] + 360 if has_wedge else 269.99
    start = WEDGE[1] if has_wedge else -90
    stands = Spot(None, title, radius, 0)
    return Ring(which, radius, spots, arcs, arc(radius, start, end), stands, outer)


def _in_order(items, towards, low, high):
    """Groups of colleagues, and singles, in the order in which they stand: [(angle, members)]."""
    named = sorted(items, key=_by_name)
    groups = []
    for _, members in groupby(named, key=lambda item: item.group or item.key):
        groups.append(list(members))
    placed, before = [], 0
    for members in groups:
        angle = mean([angle for item in members for angle in towards(item)])
        if angle is None:  # as if all were spread evenly
            angle = low + (high - low) * (before + len(members) / 2) / len(items)
        before += len(members)
        placed.append(((angle - low) % 360 + low, members))
    # What lies in the gap of the circle goes to its nearer end.
    placed = [(_into(angle, low, high), members) for angle, members in placed]
    return sorted(placed, key=lambda group: (group[0], _by_name(group[1][0])))


def _by_name(item):
    """Colleagues together, then those who have none."""
    return not item.group, item.group.casefold(), item.group, item.name, item.key


def _into(angle, low, high):
    if angle <= high:
        return angle
    return low if angle - high > low + 360 - angle else high


def _with_header(angle, members):
    """Members of a group with its name, which on the left stands above them when it comes last."""
    if len(members) < 2 or not members[0].group:
        return members
    name = members[0].group
    return [*members, name] if on_the_left(angle) else [name, *members]


def _colleagues(spots):
    """Neighbours with the same employer, two or more together."""
    for group, members in groupby(spots, key=lambda spot: spot.item.group):
        members = list(members)
        if group and len(members) > 1:
            yield members


def _arc_over(spots, radius):
    """An arc outside of faces, broken by the employer's name, which is never upside down."""
    margin = turn(CELL * 0.42, radius)
    start, end = spots[0].angle - margin, spots[-1].angle + margin
    middle = (start + end) / 2
    name = cut(spots[0].item.group, (end - start) / turn(1, radius) - 24)
    half = turn(width(name) / 2 + 4, radius)
    path = f"{arc(radius, start, middle - half)} {arc(radius, middle + half, end)}"
    ends = (end, start) if below(middle) else (start, end)
    return Group(path, name, arc(radius, *ends))


def _arc_beside(spots, headers, radius):
    """An arc inside of dots; the employer's name has a ray of its own."""
    header = headers[spots[0].item.group]
    angles = [spot.angle for spot in [header, *spots]]
    return Group(arc(radius, min(angles), max(angles)), words=header)


def _with_name_below(spot):
    first = spot.place.y + spot.face + LINE
    spot.words = [
        (line, spot.x, number(first + index * LINE))
        for index, line in enumerate(two_lines(spot.item.name, NAME))
    ]
    return spot


def _along_the_ray(spot, which, name):
    start = spot.radius + spot.face + 5
    spot.is_leftward = on_the_left(spot.angle)
    spot.turned = f"rotate({number(spot.angle + (180 if spot.is_leftward else 0))})"
    spot.words = [(cut(name, LONGEST[which]), number(-start if spot.is_leftward else start), "4")]
    return spot


def _wedge(items):
    """Those without a degree; and how far their names reach."""
    places = [(MIDDLE, PLACES[0][1])] if len(items) == 1 else PLACES
    spots = [
        _with_name_below(Spot(item, angle, radius, FACES[FOLLOWS_ONLY]))
        for item, (angle, radius) in zip(items, places, strict=False)
    ]
    return spots, max((spot.radius for spot in spots), default=0) + FACES[FOLLOWS_ONLY]
