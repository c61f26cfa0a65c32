"""The format of a scenario file, as tables that read like docs/scenario-format.md."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _

from network.models import Invitation, Post, Rules
from network.models import Job as OpenJob
from network.models.profile import MOST_SKILLS

from .description import (
    Connected,
    Invited,
    Job,
    Newcomer,
    Offer,
    Scenario,
    Skilled,
    Somebody,
    Study,
    Tie,
    Written,
)
from .nodes import Items, Mapping, Text
from .readers import many, needed, one, optional, record, silently
from .values import (
    ago,
    choice,
    email,
    handle,
    line,
    month,
    paragraphs,
    whole_number,
    written,
    year,
    yes_or_no,
)

VERSION = 1
MOST_PEOPLE = 2_000
MOST_SEED = 2**31 - 1
RULES = {field.name: field for field in Rules._meta.fields if field.name != "world"}
AGO = one(ago, fallback=0)
HANDLE = one(handle)
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
    """How long notes and posts may be: as usual, or longer where the file's own rules say so.

    A shorter rule is for what people do from now on, not for what stands.
    """
    limits = {name: RULES[name].default for name in ("note_length", "post_length")}
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
        optional("jobs", many(_offer)),
    )


def _skill(node, report):
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


def _tie(who="who"):
    """A handle, or {who: handle, ago: 30d}."""
    whole = record(Tie, needed(who, HANDLE, "who"), optional("ago", AGO))

    def read(node, report):
        if isinstance(node, Mapping):
            return whole(node, report)
        return Tie(HANDLE(node, report), place=node.place)

    return read


def _two(node, report):
    """[one-handle, another-handle]."""
    if not isinstance(node, Items) or len(node.items) != 2:
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

_SENDER = needed("from", HANDLE, "sender")
_RECIPIENT = needed("to", HANDLE, "recipient")


def _invitation(limits, *ends):
    return record(
        Invited,
        *ends,
        needed("how", HOW),
        optional("note", one(written(limits["note_length"]))),
        needed("ago", AGO),
    )


def _learner(limits):
    return record(
        Newcomer,
        *_PROFILE,
        optional("connections", many(_tie("with"))),
        optional("follows", many(_tie())),
        optional("followers", many(_tie())),
        optional("invited_by", many(_invitation(limits, _SENDER))),
        optional("invited", many(_invitation(limits, _RECIPIENT))),
    )


def _person(limits):
    post = record(
        Written,
        needed("ago", AGO),
        optional("audience", one(choice(*dict(Post.OWN_AUDIENCES)), fallback="followers")),
        needed("text", one(written(limits["post_length"]))),
    )
    return record(
        Somebody,
        needed("handle", HANDLE),
        needed("name", one(line(80))),
        optional("kind", one(choice("persona", "employer"))),
        optional("influencer", one(yes_or_no, fallback=False)),
        optional("recruiter", one(yes_or_no, fallback=False)),
        optional("email", one(email)),
        *_PROFILE,
        optional("follows", many(_tie())),
        optional("blocks", many(_handle_alone)),
        optional("posts", many(post)),
    )


def _handle_alone(node, report):
    return Tie(HANDLE(node, report), place=node.place)
