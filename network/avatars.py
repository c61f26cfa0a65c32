"""Drawn faces: the same seed gives the same picture everywhere, and never a photo of anyone."""

import json
import logging
import re
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from threading import Lock

from dicebear import Avatar, Style
from django.utils.html import format_html

VERSION = 1  # part of the address, which browsers keep for ever: raise it when the drawing changes
EMPLOYER = "employer-"
FACES = 24  # to choose from
# No beards or gestures: a drawing knows nothing of the person, so it guesses as little as it can.
FACE = {"beardProbability": 0, "gestureProbability": 0, "clothesGraphicProbability": 0}
TINTS = ["#cfe3e1", "#f3dfb8", "#d9dcef", "#eed4cd", "#d5e4c6", "#e6d6e8", "#cddfeb", "#e9e0cf"]
FURTHER = re.compile(r"<!--.*?-->|<metadata.*?</metadata>| style=\"[^\"]*\"", re.DOTALL)

loading = Lock()
logger = logging.getLogger(__name__)


def seed_of(person):
    """The face that was chosen, or the one that goes with the handle."""
    if person.is_employer:
        return f"{EMPLOYER}{person.handle}"
    return person.avatar_seed or person.handle


def offered(handle):
    """Seeds of the faces that somebody may choose from; the first is theirs anyway."""
    return [handle, *(f"{handle}-face-{number}" for number in range(1, FACES))]


def address(person):
    """Where the picture of a person is served."""
    return address_of(seed_of(person))


def address_of(seed):
    return f"/avatar/{VERSION}/{seed}.svg"  # not reversed: lists show many


@lru_cache(maxsize=512)
def draw(seed):
    """The picture for a seed, as SVG. It takes about a millisecond; a style's first one 0.6 s."""
    try:
        return _drawn(seed)
    except Exception:  # a package that fails must not take the page's faces with it
        logger.exception("The avatar of %s could not be drawn.", seed)
        return initials(seed)


def _drawn(seed):
    if seed.startswith(EMPLOYER):
        svg = Avatar(_style("patchwork"), {"seed": seed}).to_string()
    else:
        tint = TINTS[sha256(seed.encode()).digest()[0] % len(TINTS)]
        options = {"seed": seed, "backgroundColor": [tint], **FACE}
        svg = Avatar(_style("notionists"), options).to_string()
    return FURTHER.sub("", svg)


def _style(name):
    with loading:  # a page asks for twenty faces at once; one of them loads the style for all
        return _loaded_style(name)


@cache
def _loaded_style(name):
    return Style(json.loads((files("dicebear_styles") / f"{name}.json").read_text()))


def initials(seed):
    """The first letters of a seed's first and last word, on a tint."""
    words = [word for word in seed.removeprefix(EMPLOYER).split("-") if word]
    letters = "".join(word[0] for word in dict.fromkeys(words[:1] + words[-1:]))
    tint = TINTS[sha256(seed.encode()).digest()[0] % len(TINTS)]
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        '<rect width="100" height="100" fill="{}"/>'
        '<text x="50" y="64" font-family="sans-serif" font-size="40" font-weight="600" '
        'text-anchor="middle" fill="#1b2327">{}</text></svg>',
        tint,
        letters.upper(),
    )
