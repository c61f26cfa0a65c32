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


# fmt: off
VERSIONS = {
    1: _weights(
        ("base", -1.18, _("Every invitation starts with this"), "linkedout", "note_or_blank"),
        # Who is asked
        ("role.peer", 0.25, _("A peer is asked"), "seniority"),
        ("role.alumnus", 0.35, _("Somebody who finished your school is asked"), "seniority"),
        ("role.recruiter", 0.60, _("A recruiter is asked"), "recruiter_notes"),
        ("role.hiring_manager", -0.35, _("A hiring manager is asked"), "seniority"),
        ("role.senior_leader", -0.25, _("A senior leader is asked"), "seniority"),
        ("role.influencer", -1.60, _("An influencer is asked"), "judgement"),
        ("openness", 1.2,
         _("How open they are to new people, from 0 to 1: for what is above 0.5"), "judgement"),
        ("busyness", -2.0,
         _("How busy they are, from 0 to 1: for what is above 0.5"), "email_load"),
        ("gap", -0.30,
         _("For each level that their job is above yours, after the first"), "seniority"),
        ("weekend", -0.06, _("Your invitation arrives on their weekend"), "inmail_length"),
        # What the two share
        ("mutual", 0.85,
         _("You both know somebody: times the natural logarithm of one more than how many, "
           "so the first few count most"), "socialbots"),
        ("mutual.most", 12,
         _("So many people whom you both know count; more add nothing"), "socialbots"),
        ("affinity.cap", 1.5,
         _("What you share of the next seven counts no more than this together"), "judgement"),
        ("group", 0.40, _("You are in a group together"), "foci", "partisanship"),
        ("active", 0.30, _("You have written something in that group"), "foci"),
        ("school", 0.70, _("You went to the same school"), "foci", "partisanship"),
        ("employer", 0.80, _("You work at the same employer"), "foci"),
        ("past_employer", 0.50, _("You worked at the same employer before"), "foci"),
        ("industry", 0.30, _("You work in the same industry"), "partisanship"),
        ("city", 0.10, _("You live in the same city"), "judgement"),
        ("selectivity", -1.1,
         _("You have nothing in common: times how selective they are, from 0 to 1; less the "
           "more you share"), "judgement"),
        ("selectivity.enough", 1.5,
         _("When what you share adds up to this, it no longer matters how selective they are"),
         "judgement"),
        # What the learner shows
        ("profile", 1.1,
         _("How complete your profile is, from 0 to 1: for what is above the usual"), "judgement"),
        ("profile.usual", 0.6,
         _("The usual completeness, which counts neither for nor against you"), "judgement"),
        ("avatar", 0.20,
         _("You chose a face for your profile; if not, the same counts against you"), "judgement"),
        # The note
        ("note", 1.6,
         _("How good your note is, from 0 to 1: for what is above the usual"),
         "tailored_note", "note_or_blank", "favours"),
        ("note.usual", 0.35,
         _("The usual quality, which counts as much as no note"), "note_or_blank"),
        ("note.default", -0.20,
         _("Your note is the text that everybody is offered, unchanged"), "bulk_messages"),
        ("pitch", -0.90,
         _("Your note sells something, or asks a stranger for a job"), "bulk_messages"),
        ("placeholder", -1.0,
         _("Your note still has a placeholder such as “[name]”"), "bulk_messages"),
        ("spam_link", -1.3, _("Your note has a link or a telephone number"), "invitation_limits"),
        ("duplicate", -0.50, _("Your note is much like one that you sent before"), "bulk_messages"),
        ("wrong_name", -0.80, _("Your note greets them by a wrong name"), "judgement"),
        ("false_claim", -0.80,
         _("You claim something about the two of you that is not true"), "judgement"),
        ("rude", -0.90, _("Your note is rude"), "judgement"),
        ("stuffing", -0.30, _("Your note piles up facts instead of sentences"), "judgement"),
        ("flood", -0.60, _("You send too many invitations at once"), "invitation_limits"),
        ("flood.pending", 15,
         _("Too many are more than this many that wait for an answer"), "invitation_limits"),
        ("flood.a_day", 20,
         _("Or more than this many in one day of the world"), "invitation_limits"),
        # What came before
        ("engaged.cap", 1.1,
         _("What you did for them before counts no more than this together"), "judgement"),
        ("engaged.half_life", 14,
         _("After so many days it counts half (following does not fade)"), "judgement"),
        ("commented", 0.55,
         _("You wrote a thoughtful comment under a post of theirs"), "compliments", "foci"),
        ("replied", 0.50, _("You answered a question of theirs"), "foci"),
        ("endorsed", 0.25, _("You endorsed a skill of theirs"), "compliments"),
        ("followed", 0.20, _("You follow them"), "judgement"),
        ("followed.days", 2, _("Following counts after so many days"), "judgement"),
        ("liked", 0.15, _("You reacted to a post of theirs"), "compliments"),
        ("declined", -0.80, _("For each time that they declined you before"), "judgement"),
        ("withdrawn", -0.15,
         _("For each invitation to them that you took back before"), "judgement"),
        # When they do not accept: against ignoring, which is 0
        ("decline.base", -1.5,
         _("They say no: every such sum starts with this, and that of no answer is 0"),
         "judgement"),
        ("decline.selectivity", 1.0,
         _("They say no: how selective they are, from 0 to 1: for what is above 0.5"), "judgement"),
        ("decline.bad", 0.5, _("They say no: for each fault of the note"), "judgement"),
        ("unknown.base", -3.6,
         _("They say they don't know you: every such sum starts with this"), "judgement"),
        ("unknown.selectivity", 1.0,
         _("They say they don't know you: how selective they are, from 0 to 1: for what is "
           "above 0.5"), "judgement"),
        ("unknown.bad", 0.9,
         _("They say they don't know you: for each fault of the note"), "judgement"),
        ("unknown.nothing_shared", 0.7,
         _("They say they don't know you: you have nothing in common"), "judgement"),
        ("unknown.no_words", 0.5,
         _("They say they don't know you: there are no words of your own"), "judgement"),
        # Whether they write back once they have accepted
        ("reply.base", -2.85,
         _("Every chance that they write back starts with this"), "reply_after_note"),
        ("reply.note", 0.10, _("You wrote a note"), "reply_after_note"),
        ("reply.quality", 1.7, _("How good your note is, from 0 to 1"), "reply_after_note"),
        ("reply.asks", 1.0,
         _("It asks one small question: for how good it is, from 0 to 1"), "favours"),
        ("reply.openness", 0.8,
         _("How open they are, from 0 to 1: for what is above 0.5"), "judgement"),
        ("reply.busyness", -1.2,
         _("How busy they are, from 0 to 1: for what is above 0.5"), "email_load"),
        ("reply.engaged", 0.5, _("For what you did before, added up as above"), "judgement"),
        ("reply.affinity", 0.25, _("For what you share, added up as above"), "judgement"),
    ),
}
# fmt: on
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
