"""The lines of the map: my ties with arrowheads, and thin links between others. Pure."""

from dataclasses import dataclass

from .geometry import Point, apart, at, mean, smooth, turn

GAP = 7  # pixels between a face and the tip of an arrow


@dataclass(frozen=True)
class Tie:
    """A line between me and somebody; `kind` is connected, following, followed or both."""

    key: int
    kind: str
    path: str

    @property
    def points_at_them(self):
        return self.kind in ("following", "both")

    @property
    def points_at_me(self):
        return self.kind in ("followed", "both")


@dataclass(frozen=True)
class Link:
    """A connection between two others, by their keys."""

    one: int
    other: int
    path: str


def ties(rings, wedge, me):
    """My ties; those to outer rings go through the gaps of the inner ones."""
    found = []
    for index, ring in enumerate(rings):
        for spot in ring.spots:
            if spot.item.tie:
                found.append(_tie(spot, rings[:index], me))
    return found + [_tie(spot, [], me) for spot in wedge if spot.item.tie]


def _tie(spot, inner, me):
    angles = [_gap_near(spot.angle, ring) for ring in inner]
    first = angles[0] if angles else spot.angle
    # The word "You" stands below me.
    points = [at(me + (24 if apart(first, 90) < 28 else GAP), first)]
    points += [at(ring.radius, angle) for ring, angle in zip(inner, angles, strict=True)]
    last = angles[-1] if angles else spot.angle
    points.append(_short_of(spot, at(inner[-1].radius, last) if inner else Point(0, 0)))
    path = smooth(points) if inner else f"M{points[0]} L{points[-1]}"
    return Tie(spot.item.key, spot.item.tie, path)


def _short_of(spot, start):
    """The point on the way from `start` where the arrow ends, before the face."""
    return _towards(spot.place, start, spot.face + GAP)


def _towards(one, other, pixels):
    length = max(((other.x - one.x) ** 2 + (other.y - one.y) ** 2) ** 0.5, 1)
    share = pixels / length
    return Point(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share)


def _gap_near(angle, ring):
    """The angle nearest to this one at which a line can pass between the ring's people."""
    if not ring.spots:
        return angle
    clear = turn(7 if ring.spots[0].is_small else 48, ring.radius)
    taken = [spot.angle for spot in ring.spots]
    tries = [angle, *(place + side * clear for place in taken for side in (-1, 1))]
    free = [a for a in tries if all(apart(a, place) >= clear - 0.01 for place in taken)]
    return min(free, key=lambda a: (apart(a, angle), a), default=angle)


def links(spots, pairs):
    """Thin lines between others, in a fixed order."""
    return [
        Link(one, other, _link(spots[one], spots[other]))
        for one, other in sorted(pairs)
        if one in spots and other in spots
    ]


def _link(one, other):
    """On the same ring a bow towards me, between rings a bow around me."""
    middle = mean([one.angle, other.angle])
    middle = one.angle + 90 if middle is None else middle
    inside = one.radius == other.radius
    radius = one.radius * 0.45 if inside else (one.radius + other.radius) / 2
    bend = at(radius, middle)
    start = _towards(one.place, bend, one.face + 2)
    end = _towards(other.place, bend, other.face + 2)
    return f"M{start} Q{bend} {end}"
