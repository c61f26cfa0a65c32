"""Line drawings: those of the lucide package and our own two glyphs, alike in size and stroke."""

import re
from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

# The dot is where a tie starts: one for a follow, two for a connection.
OWN = {
    "follow": '<circle class="dot" cx="4" cy="12" r="2.25"/><path d="M8.5 12H20M15 7l5 5-5 5"/>',
    "followed": '<circle class="dot" cx="20" cy="12" r="2.25"/><path d="M15.5 12H4M9 7l-5 5 5 5"/>',
    "connect": (
        '<circle class="dot" cx="3.75" cy="8" r="2"/><path d="M7.5 8H20M16 4l4 4-4 4"/>'
        '<circle class="dot" cx="20.25" cy="16" r="2"/><path d="M16.5 16H4M8 12l-4 4 4 4"/>'
    ),
}
DIRECTED = {*OWN, "arrow-left", "arrow-right", "chevron-right", "send", "log-out"}


@cache
def icon(name, kind=""):
    """An `<svg>` for decoration; the word beside it says what it means. KeyError if unknown."""
    directed = " is-directed" if name in DIRECTED else ""
    return format_html(
        '<svg class="icon{}{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        directed,
        f" {kind}" if kind else "",
        SafeString(OWN.get(name) or _lines_of(name)),
    )


def _lines_of(name):
    svg = str(lucide(name, size=None))
    return re.sub(r"\s*\n\s*", "", re.search(r"<svg[^>]*>(.*)</svg>", svg, re.DOTALL)[1])
