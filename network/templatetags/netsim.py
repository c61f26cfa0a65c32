"""What every template may use: pictures, relations, the world's dates, people's texts."""

from functools import cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import avatars, icons, rendering, worldtime

register = template.Library()

STYLES = [
    "layers",
    "reset",
    "tokens",
    "base",
    "layout",
    *(
        f"components/{name}"
        for name in [
            "icon",
            "button",
            "card",
            "badge",
            "relation",
            "avatar",
            "field",
            "nav",
            "clock",
            "me",
            "tabs",
            "messages",
            "post",
            "preview",
            "invitation",
            "lesson",
            "profile",
            "empty",
            "pager",
            "dialog",
            "landing",
        ]
    ),
    "utilities",
]
SCRIPTS = ["busy", "counter", "failures", "focus", "menus", "messages", "pulse"]


@register.simple_tag
@cache
def stylesheets():
    """One link a file: the browser keeps each until it changes."""
    return format_html_join(
        "\n", '<link rel="stylesheet" href="{}">', [(static(f"css/{name}.css"),) for name in STYLES]
    )


@register.simple_tag
@cache
def scripts():
    """One small script a behaviour; every page works without them."""
    return format_html_join(
        "\n", '<script src="{}" defer></script>', [(static(f"js/{name}.js"),) for name in SCRIPTS]
    )


@register.simple_tag
def icon(name, kind=""):
    return icons.icon(name, kind)


@register.simple_tag
def avatar(person, size=48, alt=""):
    """A person's drawn face; `alt` stays empty where the name stands beside it."""
    return format_html(
        '<img class="avatar is-{}{}{}" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        size,
        " is-employer" if person.is_employer else "",
        " is-simulated" if person.is_simulated else "",
        avatars.address(person),
        size,
        size,
        alt,
    )


@register.simple_tag
def face(seed):
    """The address of a face that belongs to nobody, for pictures."""
    return avatars.address_of(seed)


@register.simple_tag
def relation(tie, degree=None):
    """Glyph, word and degree of what stands between me and somebody."""
    return _relation(_glyph_of(tie), degree, get_language())


def _glyph_of(tie):
    if tie.connected:
        return "connect"
    if tie.following:
        return "follow"
    return "followed" if tie.followed else ""


@cache
def _relation(glyph, degree, language):
    words = {"connect": _("Connected"), "follow": _("Following"), "followed": _("Follows you")}
    drawn = format_html("{}{}", icons.icon(glyph), words[glyph]) if glyph else ""
    return format_html('<span class="relation">{}{}</span>', drawn, _degree(degree))


def _degree(degree):
    names = {1: _("1st"), 2: _("2nd"), 3: _("3rd")}
    said = {1: _("1st degree"), 2: _("2nd degree"), 3: _("3rd degree")}
    if degree not in names:
        return format_html('<span class="degree">{}</span>', _("Out of network"))
    return format_html(
        '<span class="degree"><span aria-hidden="true">{}</span>'
        '<span class="unseen">{}</span></span>',
        names[degree],
        said[degree],
    )


@register.simple_tag
def simulated(person):
    """W2: the mark of everybody whom no real person steers."""
    if not person.is_simulated:
        return ""
    return format_html('<span class="simulated">{}</span>', _("Simulated"))


@register.filter
def worlddate(moment, world):
    return worldtime.worlddate(moment, world)


@register.filter
def ago(moment, world):
    return worldtime.ago(moment, world)


@register.filter
def since(moment, world):
    return worldtime.since(moment, world)


@register.filter
def prose(text):
    """People's text whole."""
    return rendering.paragraphs(text)


@register.filter
def folded(text):
    """People's text, folded when it is long."""
    return rendering.folded(text)
