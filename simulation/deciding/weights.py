"""How much each consideration weighs, with what it rests on. In logits unless `says` tells else.

A class that runs keeps the version with which it began, so a change is a new version beside the
old ones. docs/decision-model.md tells how the values were chosen and what was changed since.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

MODEL_VERSION = 2
# Version → the one whose draws it keeps. The second only adds terms, so its people are the same.
LUCK = {1: 1, 2: 1}


@dataclass(frozen=True)
class Weight:
    """A number of the model, in words, with the ids of its sources."""

    value: float
    says: str
    sources: tuple[str, ...]


def _weights(*rows):
    return {name: Weight(value, says, tuple(sources)) for name, value, says, *sources in rows}


def _with(weights, after, *rows):
    """These weights with more of them after one, so that each stands in its part."""
    more, found = _weights(*rows), {}
    for name, weight in weights.items():
        found[name] = weight
        if name == after:
            found |= more
    return found


VERSIONS = {
    1: _weights(
        ("base", -1.18, _("Where everybody starts"), "linkedout", "note_or_blank"),
        # Who is asked
        ("role.peer", 0.25, _("A peer is asked"), "seniority"),
        ("role.alumnus", 0.35, _("Somebody who finished your school is asked"), "seniority"),
        ("role.recruiter", 0.60, _("A recruiter is asked"), "recruiter_notes"),
        ("role.hiring_manager", -0.35, _("A hiring manager is asked"), "seniority"),
        ("role.senior_leader", -0.25, _("A senior leader is asked"), "seniority"),
        ("role.influencer", -1.60, _("An influencer is asked"), "judgement"),
        ("openness", 1.2, _("For each unit more open than the middle"), "judgement"),
        ("busyness", -2.0, _("For each unit busier than the middle"), "email_load"),
        ("gap", -0.30, _("For each level above yours, after the first"), "seniority"),
        ("weekend", -0.06, _("The invitation comes on their weekend"), "inmail_length"),
        # What the two share
        ("mutual", 0.85, _("Times ln(1 + common connections)"), "socialbots"),
        ("mutual.most", 12, _("So many common connections count"), "socialbots"),
        ("affinity.cap", 1.5, _("All that you share counts at most"), "judgement"),
        ("group", 0.40, _("A group of both"), "foci", "partisanship"),
        ("active", 0.30, _("You wrote something in that group"), "foci"),
        ("school", 0.70, _("The same school"), "foci", "partisanship"),
        ("employer", 0.80, _("The same employer now"), "foci"),
        ("past_employer", 0.50, _("The same employer in the past"), "foci"),
        ("industry", 0.30, _("The same industry"), "partisanship"),
        ("city", 0.10, _("The same city"), "judgement"),
        ("selectivity", -1.1, _("For somebody selective, with nothing in common"), "judgement"),
        ("selectivity.enough", 1.5, _("From so much in common on it does not matter"), "judgement"),
        # What the learner shows
        ("profile", 1.1, _("For a whole profile instead of an empty one"), "judgement"),
        ("profile.usual", 0.6, _("A profile so complete counts neither way"), "judgement"),
        ("avatar", 0.20, _("A face was chosen; as much less without"), "judgement"),
        # The note
        ("note", 1.6, _("For each unit of quality"), "tailored_note", "note_or_blank", "favours"),
        ("note.usual", 0.35, _("A note of this quality counts as none"), "note_or_blank"),
        ("note.default", -0.20, _("The text that was offered, unchanged"), "bulk_messages"),
        ("pitch", -0.90, _("It sells, or asks for a job"), "bulk_messages"),
        ("placeholder", -1.0, _("A placeholder was left in"), "bulk_messages"),
        ("spam_link", -1.3, _("It carries a link that sells"), "invitation_limits"),
        ("duplicate", -0.50, _("Much like a note sent before"), "bulk_messages"),
        ("wrong_name", -0.80, _("It greets somebody else"), "judgement"),
        ("false_claim", -0.80, _("It claims a tie that does not exist"), "judgement"),
        ("rude", -0.90, _("It is rude"), "judgement"),
        ("stuffing", -0.30, _("Facts piled up instead of sentences"), "judgement"),
        ("flood", -0.60, _("Too many invitations at once"), "invitation_limits"),
        ("flood.pending", 15, _("More open invitations are too many"), "invitation_limits"),
        ("flood.a_day", 20, _("More in one world day are too many"), "invitation_limits"),
        # What came before
        ("engaged.cap", 1.1, _("All of this counts at most"), "judgement"),
        ("engaged.half_life", 14, _("After so many days it counts half"), "judgement"),
        ("commented", 0.55, _("A thoughtful comment"), "compliments", "foci"),
        ("replied", 0.50, _("An answer to a question of theirs"), "foci"),
        ("endorsed", 0.25, _("An endorsement"), "compliments"),
        ("followed", 0.20, _("Following them"), "judgement"),
        ("followed.days", 2, _("From so many days on"), "judgement"),
        ("liked", 0.15, _("A reaction to a post"), "compliments"),
        ("declined", -0.80, _("They declined before"), "judgement"),
        ("withdrawn", -0.15, _("You withdrew an invitation before"), "judgement"),
        # When they do not accept: against ignoring, which is 0
        ("decline.base", -1.5, _("They decline"), "judgement"),
        ("decline.selectivity", 1.0, _("For each unit more selective"), "judgement"),
        ("decline.bad", 0.5, _("For each thing that spoils the note"), "judgement"),
        ("unknown.base", -3.6, _("They say that they don't know you"), "judgement"),
        ("unknown.selectivity", 1.0, _("For each unit more selective"), "judgement"),
        ("unknown.bad", 0.9, _("For each thing that spoils the note"), "judgement"),
        ("unknown.nothing_shared", 0.7, _("With nothing in common"), "judgement"),
        ("unknown.no_words", 0.5, _("Without words of your own"), "judgement"),
        # Whether they write back once they have accepted
        ("reply.base", -2.85, _("Where everybody starts"), "reply_after_note"),
        ("reply.note", 0.10, _("There is a note"), "reply_after_note"),
        ("reply.quality", 1.7, _("For each unit of the note's quality"), "reply_after_note"),
        ("reply.asks", 1.0, _("As much more with one small question"), "favours"),
        ("reply.openness", 0.8, _("For each unit more open than the middle"), "judgement"),
        ("reply.busyness", -1.2, _("For each unit busier than the middle"), "email_load"),
        ("reply.engaged", 0.5, _("For each unit of what came before"), "judgement"),
        ("reply.affinity", 0.25, _("For each unit of what you share"), "judgement"),
    ),
}
# People remember the last ten acts of a learner towards them, which moves requests, too.
VERSIONS[2] = _with(
    VERSIONS[1],
    "withdrawn",
    (
        "thanked",
        0.30,
        _(
            "A thank-you is among your last ten acts towards them; it also helps when you ask to "
            "be introduced or recommended"
        ),
        "judgement",
    ),
    (
        "pushed",
        -0.50,
        _(
            "A third message in a row, within five days of the second, is among your last ten acts "
            "towards them; it also harms such requests"
        ),
        "judgement",
    ),
)


@cache
def values(version=MODEL_VERSION):
    """The numbers of one version, by name."""
    return MappingProxyType({name: each.value for name, each in VERSIONS[version].items()})
