"""The format of a scenario file, as tables that read like docs/scenario-format.md."""

from dataclasses import replace

from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _

from network.models import Invitation, Person, Post, Reaction, Recommendation, Rules
from network.models import Job as OpenJob
from network.models.post import LONGEST_TITLE
from network.models.profile import MOST_SKILLS
from network.text import seen_length
from simulation.models import Approach

from .behaving import ADDRESSES, ROLES, SHARES, WEEKDAYS
from .description import (
    Behaviour,
    Connected,
    Group,
    Invited,
    Job,
    Line,
    Newcomer,
    Offer,
    Praise,
    Reacted,
    Remark,
    Scenario,
    Seat,
    Skilled,
    Somebody,
    Study,
    Talk,
    Tie,
    Written,
)
from .nodes import Items, Mapping, Text
from .readers import many, needed, one, optional, record, silently
from .values import (
    ago,
    choice,
    email,
    face,
    group_handle,
    handle,
    hours,
    line,
    month,
    paragraphs,
    time_zone,
    whole_number,
    written,
    year,
    yes_or_no,
)

VERSION = 1
MOST_PEOPLE = 2_000
MOST_SEED = 2**31 - 1
RULES = {field.name: field for field in Rules._meta.fields if field.name != "world"}
LENGTHS = (
    "note_length",
    "post_length",
    "article_length",
    "comment_length",
    "message_length",
    "recommendation_length",
)
AGO = one(ago, fallback=0)
HANDLE = one(handle)
GROUP = one(group_handle)
HOW = one(choice(*Invitation.How.values))


def read_scenario(root, report):
    """The tree of a file as a Scenario, checked part by part (ties.py checks the whole)."""
    _refuse_newer_version(root, report)
    return _scenario(_limits(root))(root, report)


def _refuse_newer_version(root, report):
    for key, value in getattr(root, "entries", ()):
        if key.text == "scenario" and isinstance(value, Text):
            digits = value.text.isdecimal() and value.text.isascii()
            if digits and value.text.lstrip("0")[:9] > str(VERSION):
                report.stop(
                    value.place,
                    _("This file was made by a newer release of netsim. Update netsim to load it."),
                )


def _limits(root):
    """How long texts may be: as usual, or longer where the file's own rules say so.

    A shorter rule is for what people do from now on, not for what stands.
    """
    limits = {name: RULES[name].default for name in LENGTHS}
    for key, value in getattr(root, "entries", ()):
        if key.text == "rules":
            said = _rules(value, silently)
            limits = {name: max(usual, said.get(name, 0)) for name, usual in limits.items()}
    return limits


def _numbers(place, places=None, **numbers):
    return numbers


def _bounds(field):
    least = [v.limit_value for v in field.validators if isinstance(v, MinValueValidator)]
    most = [v.limit_value for v in field.validators if isinstance(v, MaxValueValidator)]
    return max(least), min(most)


_rules = record(
    _numbers,
    *(
        optional(name, one(whole_number(*_bounds(field)), fallback=field.default))
        for name, field in RULES.items()
    ),
)


def _scenario(limits):
    return record(
        Scenario,
        needed("scenario", one(choice(str(VERSION))), "version"),
        needed("name", one(line(80))),
        needed("description", one(paragraphs(1_000))),
        optional("seed", one(whole_number(0, MOST_SEED), fallback=0)),
        optional("rules", _rules),
        optional("learner", _learner(limits)),
        needed("people", many(_person(limits), most=MOST_PEOPLE)),
        optional("connections", many(_connection)),
        optional("invitations", many(_invitation(limits, _SENDER, _RECIPIENT))),
        optional("groups", many(_group)),
        optional("recommendations", many(_praise(limits, _AUTHOR, _RECIPIENT))),
        optional(
            "conversations",
            many(_talk(limits, needed("between", _two), _AUTHOR)),
        ),
        optional("jobs", many(_offer)),
    )


def _tie(who="who", made=Tie, name=HANDLE):
    """A handle, or {who: handle, ago: 30d}."""
    whole = record(made, needed(who, name, "who"), optional("ago", AGO))

    def read(node, report):
        if isinstance(node, Mapping):
            return whole(node, report)
        return made(who=name(node, report), place=node.place)

    return read


_endorsed = record(
    Skilled,
    needed("name", one(line(60))),
    optional("endorsed_by", many(_tie())),
)


def _skill(node, report):
    """A name, or {name: Excel, endorsed_by: [handles]}."""
    if isinstance(node, Mapping):
        return _endorsed(node, report)
    return Skilled(one(line(60))(node, report), place=node.place)


_PROFILE = [
    optional("headline", one(line(120))),
    optional("about", one(paragraphs(2_000))),
    optional("location", one(line(80))),
    optional("industry", one(line(80))),
    optional(
        "experience",
        many(
            record(
                Job,
                needed("title", one(line(100))),
                needed("employer", one(line(100))),
                needed("from", one(month), "start"),
                optional("to", one(month), "end"),
                optional("text", one(paragraphs(1_000))),
            )
        ),
    ),
    optional(
        "education",
        many(
            record(
                Study,
                needed("school", one(line(100))),
                optional("degree", one(line(100))),
                optional("field", one(line(100))),
                needed("from", one(year, fallback=0), "start"),
                optional("to", one(year, fallback=None), "end"),
            )
        ),
    ),
    optional("skills", many(_skill, most=MOST_SKILLS)),
]


def _two(node, report):
    """[one-handle, another-handle]."""
    two = many(HANDLE)(node, silently) if isinstance(node, Items) else ()
    if len(two) != 2 or len(node.items) != 2:
        report(node.place, _("Write two handles here, such as [mara-lindqvist, yusuf-demir]."))
        return ("", "")
    return many(HANDLE)(node, report)


_connected = record(
    Connected,
    needed("between", _two),
    optional("ago", AGO),
    optional("unfollowed_by", many(HANDLE)),
)


def _connection(node, report):
    if isinstance(node, Mapping):
        return _connected(node, report)
    return Connected(_two(node, report), place=node.place)


_offer = record(
    Offer,
    needed("employer", HANDLE),
    needed("title", one(line(100))),
    optional("place", one(line(80)), "where"),
    optional("contract", one(choice(*OpenJob.Contract.values), fallback="full-time")),
    optional("contact", HANDLE),
    needed("ago", AGO),
    needed("text", one(paragraphs(5_000))),
)

_whole_group = record(
    Group,
    needed("handle", GROUP),
    needed("name", one(line(80))),
    optional("description", one(paragraphs(1_000))),
    optional("rules", one(paragraphs(2_000))),
    optional("private", one(yes_or_no, fallback=False), "is_private"),
    optional("ago", AGO),
    needed("moderators", many(_tie(made=Seat))),
    optional("members", many(_tie(made=Seat))),
)


def _group(node, report):
    """Who is in it since nobody says when has been there from the start."""
    group = _whole_group(node, report)
    return replace(
        group,
        moderators=_as_old_as(group, group.moderators),
        members=_as_old_as(group, group.members),
    )


def _as_old_as(whole, parts):
    return tuple(replace(part, ago=whole.ago) if part.ago is None else part for part in parts)


_SENDER = needed("from", HANDLE, "sender")
_RECIPIENT = needed("to", HANDLE, "recipient")
_AUTHOR = needed("from", HANDLE, "author")
_APPROACH = optional("approach", one(choice(*Approach.Label.values)))


def _invitation(limits, *more):
    return record(
        Invited,
        *more,
        needed("how", HOW),
        optional("note", one(written(limits["note_length"]))),
        needed("ago", AGO),
    )


def _praise(limits, *ends):
    return record(
        Praise,
        *ends,
        needed("relationship", one(choice(*Recommendation.Relationship.values))),
        optional("place", one(line(100)), "where"),
        optional("ago", AGO),
        optional("status", one(choice("shown", "hidden", "waiting"))),
        needed("text", one(written(limits["recommendation_length"]))),
    )


def _talk(limits, ends, author):
    message = record(
        Line,
        author,
        needed("ago", AGO),
        needed("text", one(written(limits["message_length"]))),
    )
    return record(Talk, ends, needed("messages", many(message)))


def _learner(limits):
    return record(
        Newcomer,
        *_PROFILE,
        optional("connections", many(_tie("with"))),
        optional("follows", many(_tie())),
        optional("followers", many(_tie())),
        optional("invited_by", many(_invitation(limits, _SENDER, _APPROACH))),
        optional("invited", many(_invitation(limits, _RECIPIENT))),
        optional("groups", many(_tie("group", name=GROUP))),
        optional("recommended_by", many(_praise(limits, _AUTHOR))),
        optional(
            "conversations",
            many(_talk(limits, needed("with", HANDLE, "who"), optional("from", HANDLE, "author"))),
        ),
    )


_reactions = record(
    dict,
    *(optional(kind, many(_tie(made=Reacted))) for kind in Reaction.Kind.values),
)


def _kinds(node, report):
    """{useful: [handles], support: [handles]}."""
    by_kind = _reactions(node, report)
    return tuple(
        replace(reacted, kind=kind)
        for kind in Reaction.Kind.values
        for reacted in by_kind.get(kind, ())
    )


def _post(limits):
    said = [_AUTHOR, needed("ago", AGO), needed("text", one(written(limits["comment_length"])))]
    reply = record(Remark, *said)
    comment = record(Remark, *said, optional("replies", many(reply)))
    whole = record(
        Written,
        needed("ago", AGO),
        optional("audience", one(choice(*dict(Post.OWN_AUDIENCES)), fallback="followers")),
        optional("group", GROUP),
        optional("title", one(line(LONGEST_TITLE))),
        needed("text", one(written(max(limits["post_length"], limits["article_length"])))),
        optional("reactions", _kinds),
        optional("comments", many(comment)),
    )

    def read(node, report):
        post = whole(node, report)
        most = limits["article_length" if post.title else "post_length"]
        if seen_length(post.text) > most:
            report(
                post.place_of("text"),
                _("Shorten this to %(most)d characters: it has %(length)d.")
                % {"most": most, "length": seen_length(post.text)},
            )
        return replace(post, reactions=_as_old_as(post, post.reactions))

    return read


_PREFERENCES = [
    optional("open_to_work", one(choice(*Person.OpenTo.values), fallback="nobody")),
    optional("followers_from", one(choice(*Person.Followers.values), fallback="everybody")),
    optional("connections_shown_to", one(choice(*Person.ShownTo.values), fallback="everybody")),
    optional("follow_first", one(yes_or_no, fallback=False)),
    optional("private_viewing", one(yes_or_no, fallback=False)),
]


_behaviour = record(
    Behaviour,
    optional("role", one(choice(*ROLES))),
    optional("level", one(whole_number(1, 4), fallback=None)),
    *(optional(name, one(whole_number(0, 100), fallback=None)) for name in SHARES),
    optional("address", one(choice(*ADDRESSES))),
    optional("time_zone", one(time_zone, fallback=None)),
    optional("workdays", many(one(choice(*WEEKDAYS)))),
    optional("online", many(one(hours, fallback=()))),
)


def _person(limits):
    return record(
        Somebody,
        needed("handle", HANDLE),
        needed("name", one(line(80))),
        optional("kind", one(choice("persona", "employer"))),
        optional("influencer", one(yes_or_no, fallback=False)),
        optional("recruiter", one(yes_or_no, fallback=False)),
        optional("email", one(email)),
        optional("avatar", one(face), "avatar_seed"),
        optional("behaves", _behaviour),
        *_PREFERENCES,
        *_PROFILE,
        optional("follows", many(_tie())),
        optional("blocks", many(_handle_alone)),
        optional("posts", many(_post(limits))),
    )


def _handle_alone(node, report):
    return Tie(HANDLE(node, report), place=node.place)
