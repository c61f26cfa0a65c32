"""What every template may use: pictures, relations, the world's dates, people's texts."""

import re
from functools import cache, lru_cache

from django import template
from django.templatetags.static import static
from django.utils.formats import number_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from .. import avatars, icons, rendering, worldtime
from ..map import words
from ..models import Reaction

register = template.Library()
for sentence in (words.ring_name, words.whom_we_know, words.what_connecting_brings):
    register.filter(sentence.__name__, sentence)

MANY = 4096  # pieces of cards that are kept; one takes about half a kilobyte

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
            "responses",
            "comment",
            "group",
            "conversation",
            "preview",
            "invitation",
            "lesson",
            "notice",
            "profile",
            "job",
            "search",
            "their-side",
            "empty",
            "pager",
            "suggestion",
            "dialog",
            "landing",
            "map",
            "debrief",
            "coach",
            "rulebook",
            "skill",
        ]
    ),
    "utilities",
]
SCRIPTS = [
    "busy",
    "conversation",
    "counter",
    "failures",
    "focus",
    "map",
    "menus",
    "messages",
    "pulse",
    "seat",
]


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


PLACES = {
    "posts": "feed",
    "articles": "feed",
    "tags": "feed",
    "employers": "people",
    "search": "people",
    "map": "network",
    "introductions": "invitations",
    "practice": "debriefs",
    "how-it-works": "debriefs",
}


@register.filter
def place(path):
    """Which of the places of the navigation a path belongs to."""
    first = path.strip("/").partition("/")[0]
    return PLACES.get(first, first)


@register.simple_tag
def icon(name, kind=""):
    return icons.icon(name, kind)


@register.simple_tag
def avatar(person, size=48, alt=""):
    """A person's drawn face; `alt` stays empty where the name stands beside it."""
    return _avatar(avatars.seed_of(person), person.kind, size, alt)


@lru_cache(maxsize=MANY)
def _avatar(seed, kind, size, alt):
    return format_html(
        '<img class="avatar is-{} is-{}" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        size,
        kind,
        avatars.address_of(seed),
        size,
        size,
        alt,
    )


@register.simple_tag
def picture(person):
    """The address of a person's drawn face, for drawings."""
    return avatars.address(person)


@register.simple_tag
def face(seed):
    """The address of a face that belongs to nobody, for pictures."""
    return avatars.address_of(seed)


@register.simple_tag
def relation(tie, degree=None, employer=False):
    """Glyph, word and degree of what stands between me and somebody; employers have no degree."""
    return _relation(_glyph_of(tie), 0 if employer else degree, get_language())


def _glyph_of(tie):
    if tie.connected:
        return "connect"
    if tie.following:
        return "follow"
    return "followed" if tie.followed else ""


@register.simple_tag
def degree(how_far, person):
    """How far somebody is from me, where no tie stands beside it; employers have no degree."""
    return "" if person.is_employer else _relation("", how_far, get_language())


@register.simple_tag(takes_context=True)
def edge(context, post):
    """The tie that shows me a post, as in `relation`; nothing for one's own."""
    if post.author_id == context["me"].pk:
        return ""
    if post.connected_since:
        return _relation("connect", 1, get_language())
    far = 0 if post.author.is_employer else post.author_degree
    return _relation("follow" if post.followed_since else "", far, get_language())


@register.simple_tag
def mutuals(person):
    """The first two whom the viewer and this person both know, and how many others, as a link."""
    if not person.mutual_count:
        return ""
    names = format_html_join(", ", "{}", ((_bdi(one["name"]),) for one in person.mutuals))
    others = person.mutual_count - len(person.mutuals)
    said = ngettext(
        "You both know %(names)s and %(n)d other",
        "You both know %(names)s and %(n)d others",
        others,
    )
    if not others:
        said = _("You both know %(names)s")
        names = _and(person.mutuals)
    words = SafeString(conditional_escape(said) % {"names": names, "n": others})
    return format_html(
        '<a class="mutuals" href="{}connections/?shared=yes">{}</a>', person.url, words
    )


@register.simple_tag
def introduced(by, who=None):
    """Who introduces whom: me, unless somebody else is named."""
    if who is None:
        said, names = _("%(by)s introduced you."), {"by": _linked(by)}
    else:
        said, names = _("%(by)s introduces %(who)s."), {"by": _linked(by), "who": _bdi(who.name)}
    return format_html(
        "{} {}", icons.icon("waypoints"), SafeString(conditional_escape(said) % names)
    )


def _linked(person):
    return format_html('<a href="{}"><bdi>{}</bdi></a>', person.url, person.name)


def _and(people):
    """ "Kofi", or "Kofi and Elin"."""
    one, *other = [_bdi(person["name"]) for person in people]
    if not other:
        return one
    return SafeString(
        conditional_escape(_("%(one)s and %(other)s")) % {"one": one, "other": other[0]}
    )


@cache
def _relation(glyph, degree, language):
    words = {"connect": _("Connected"), "follow": _("Following"), "followed": _("Follows you")}
    drawn = format_html("{}{}", icons.icon(glyph), words[glyph]) if glyph else ""
    if not drawn and degree == 0:
        return ""
    return format_html('<span class="relation">{}{}</span>', drawn, _degree(degree))


def _degree(degree):
    if degree == 0:
        return ""
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
def why(post, world):
    """Which of my ties shows me a post (P2-P5), with the glyph of that tie."""
    if post.community:
        return _why_group(post.community.name, post.member_since, world.started_at, get_language())
    return _why(
        post.author.name,
        post.followed_since,
        post.connected_since,
        world.started_at,
        get_language(),
    )


@lru_cache(maxsize=MANY)
def _why(name, followed, connected, started_at, language):
    glyph, said = _reason(followed, connected)
    day = worldtime.since(connected or followed, started_at) if connected or followed else ""
    words = conditional_escape(said) % {"name": _bdi(name), "day": conditional_escape(day)}
    return format_html("{}<span>{}</span>", icons.icon(glyph), SafeString(words))


@lru_cache(maxsize=MANY)
def _why_group(name, since, started_at, language):
    said = _(
        "It is for members of %(name)s, and you have been one since %(day)s. "
        "What members post stays in the group, so nobody can share it."
    )
    day = worldtime.since(since, started_at)
    words = conditional_escape(said) % {"name": _bdi(name), "day": conditional_escape(day)}
    return format_html("{}<span>{}</span>", icons.icon("users-round"), SafeString(words))


def _reason(followed, connected):
    if connected and followed:
        return "connect", _(
            "You have been connected with %(name)s since %(day)s, so you follow each other."
        )
    if connected:
        return "connect", _(
            "It is for connections, and you have been connected with %(name)s since %(day)s."
        )
    if followed:
        return "follow", _("You have followed %(name)s since %(day)s.")
    return "pencil", _("You wrote it.")


def _bdi(name):
    return format_html("<bdi>{}</bdi>", name)


REACTIONS = {
    "useful": "lightbulb",
    "inspiring": "sparkles",
    "congrats": "party-popper",
    "support": "heart-handshake",
}


@register.simple_tag
def reaction_kinds():
    return list(REACTIONS)


@register.simple_tag
def reaction(kind):
    """A kind of reaction: its picture and its word."""
    return _reaction(kind, get_language())


@cache
def _reaction(kind, language):
    return format_html("{}{}", icons.icon(REACTIONS[kind]), Reaction.Kind(kind).label)


@register.simple_tag
def reactions(post):
    """How many reacted to a post in which way: 'Useful 3 · Support 1'."""
    said = ((reaction(one["kind"]), one["n"]) for one in post.reactions_by_kind)
    return format_html_join(" ", '<span class="reaction">{} {}</span>', said)


@register.simple_tag
def simulated(person):
    """W2: the mark of everybody whom no real person steers; influencers carry theirs (I1)."""
    return _marks(person.is_influencer, get_language()) if person.is_simulated else ""


@cache
def _marks(influencer, language):
    simulated = format_html('<span class="simulated">{}</span>', _("Simulated"))
    if not influencer:
        return simulated
    return format_html(
        '{} <span class="badge is-act">{}{}</span>',
        simulated,
        icons.icon("megaphone"),
        _("Influencer"),
    )


@register.simple_tag
def open_to_work(person, viewer):
    """The badge of who looks for work, for those who may see it."""
    return _open_to_work(get_language()) if person.is_open_to_work_for(viewer) else ""


@cache
def _open_to_work(language):
    return format_html(
        '<span class="badge is-good">{}{}</span>', icons.icon("briefcase"), _("Open to work")
    )


@register.filter
def worlddate(moment, world):
    return worldtime.worlddate(moment, world.started_at)


@register.filter
def grouped(number):
    """ "3,000", as scripts write it, too."""
    return number_format(number, force_grouping=True)


@register.filter
def isotime(moment):
    return moment.isoformat()


@register.simple_tag
def when(moment, world):
    """How long ago, with the world's date for those who point at it."""
    exact = _exact(moment, world.started_at, get_language())
    return format_html("{}{}</time>", exact, worldtime.ago(moment, world))


@lru_cache(maxsize=MANY)
def _exact(moment, started_at, language):
    return format_html(
        '<time datetime="{}" title="{}">',
        moment.isoformat(),
        worldtime.worlddate(moment, started_at),
    )


@register.filter
def reminder_wait(invitation, world):
    """World days until one may remind of it again; 0 when one may now (C16)."""
    return invitation.days_until_reminder(world.rules, world.now)


@register.filter
def since(moment, world):
    return worldtime.since(moment, world.started_at)


@register.filter
def sentence_case(words):
    """Words of other packages as we write ours: "Change Password" is "Change password"."""
    if not (get_language() or "en").startswith("en"):
        return words
    text = str(words).strip()
    return text[:1] + re.sub(r"\b[A-Z][a-z]+", lambda word: word[0].lower(), text[1:])


@register.filter
def marked(snippet, post):
    """The part of a post that was found, with the words that were looked for marked."""
    return rendering.marked(snippet, post.text, _people(post.mentioned))


@register.filter
def prose(text, mentioned=None):
    """People's text whole; of a post or comment with those whom it mentions, for the links."""
    return rendering.paragraphs(text, _people(mentioned))


@register.filter
def folded(text, mentioned=None):
    """People's text, folded when it is long; `mentioned` as in `prose`."""
    return rendering.folded(text, _people(mentioned))


@register.filter
def excerpt(text, mentioned=None):
    """How an article begins; `mentioned` as in `prose`."""
    return rendering.excerpt(text, _people(mentioned))


def _people(mentioned):
    if mentioned is None:
        return None
    return tuple((one["handle"], one["name"]) for one in mentioned)
