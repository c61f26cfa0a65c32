"""Circles around me, who am at 0, 0. Pixels and degrees, clockwise from the right as SVG turns."""

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin


@dataclass(frozen=True)
class Point:
    x: float
    y: float

    def __str__(self):
        return f"{number(self.x)} {number(self.y)}"


def number(value):
    """As SVG wants it, the same in every language."""
    return f"{value + 0:.1f}".removesuffix(".0").replace("-0.0", "0")


def at(radius, angle):
    return Point(radius * cos(radians(angle)), radius * sin(radians(angle)))


def turn(pixels, radius):
    """How many degrees so many pixels take on a circle."""
    return degrees(pixels / radius)


def apart(one, other):
    """The difference of two angles, 0 to 180."""
    return abs((one - other + 180) % 360 - 180)


def mean(angles):
    """The direction in which several angles point together; None when they point nowhere."""
    x, y = sum(cos(radians(a)) for a in angles), sum(sin(radians(a)) for a in angles)
    return degrees(atan2(y, x)) if hypot(x, y) > 0.01 else None


def on_the_left(angle):
    return cos(radians(angle)) < -0.0001


def below(angle):
    return sin(radians(angle)) > 0.0001


def arc(radius, start, end):
    """A path along the circle, clockwise when `end` is the larger angle."""
    large, sweep = int(abs(end - start) > 180), int(end > start)
    r = number(radius)
    return f"M{at(radius, start)} A{r} {r} 0 {large} {sweep} {at(radius, end)}"


def smooth(points):
    """A path through all the points without corners (Catmull and Rom)."""
    path = f"M{points[0]}"
    padded = [points[0], *points, points[-1]]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        one = Point(start.x + (end.x - before.x) / 6, start.y + (end.y - before.y) / 6)
        two = Point(end.x - (after.x - start.x) / 6, end.y - (after.y - start.y) / 6)
        path += f" C{one} {two} {end}"
    return path


def settle(wanted, step, low, high):
    """Angles as near to the wanted ones as can be: in their order, `step` apart, from low to high.

    The best there is (isotonic regression): neighbours that want the same place share it out.
    """
    blocks = []
    for index, angle in enumerate(wanted):
        blocks.append((angle - index * step, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, m), (other, n) = blocks.pop(-2), blocks.pop()
            blocks.append(((one * m + other * n) / (m + n), m + n))
    last = high - (len(wanted) - 1) * step
    starts = [max(low, min(last, start)) for start, n in blocks for _ in range(n)]
    return [start + index * step for index, start in enumerate(starts)]
