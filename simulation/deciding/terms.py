"""The considerations as a table. A new one is a function in considerations.py and a line here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ..chance import DIGITS
from ..judgement import Flag
from . import considerations as consider

GOOD_NOTE = 0.9  # the quality that advice aims at: learners can reach it


@dataclass(frozen=True)
class Consideration:
    """One thing that is weighed.

    `weigh` gives its logits from facts and weights. What learners can change has `controllable`,
    and it alone is enlarged by the didactic gain. `improve` gives the facts as they are at the
    best that a learner can reach; without it nothing is advised. `beyond` says what was not in the
    learner's hands. The evidence is that of its weights, which bear its name. `change` may name
    the numbers of `counted`.
    """

    name: str
    title: str
    weigh: Callable
    controllable: bool = False
    is_penalty: bool = False
    improve: Callable | None = None
    helped: str = ""
    change: str = ""
    beyond: str = ""


def _beyond(name, title, weigh, beyond=""):
    return Consideration(name, title, weigh, beyond=beyond)


def _shared(name, title, helped):
    return Consideration(name, title, consider.affinity(name), helped=helped)


def _done_before(name, title, helped, **more):
    return Consideration(
        name, title, consider.engaged(name), controllable=True, helped=helped, **more
    )


def _penalty(flag, title, change):
    return Consideration(
        flag.value,
        title,
        consider.flagged(flag),
        controllable=True,
        is_penalty=True,
        improve=lambda facts: _without(facts, flag),
        change=change,
    )


def _without(facts, flag):
    cleared = facts.but(note={"flags": facts.note.flags - {flag}})
    return cleared.but(tie={"claim_is_true": True}) if flag == Flag.FALSE_CLAIM else cleared


def _with_a_good_note(facts):
    better = max(GOOD_NOTE, facts.note.quality or 0.0)
    return facts.but(note={"quality": better, "is_default": False})


CONSIDERATIONS = [
    _beyond("base", _("Where everybody starts"), consider.base),
    _beyond(
        "role",
        _("Their role"),
        consider.role,
        _("People in their role accept fewer invitations than most."),
    ),
    _beyond(
        "openness",
        _("How open they are"),
        consider.openness,
        _("They are less open to new contacts than most people."),
    ),
    _beyond("busyness", _("How busy they are"), consider.busyness, _("They are very busy.")),
    _beyond(
        "gap",
        _("How far their career is ahead of yours"),
        consider.gap,
        _("Their career is far ahead of yours."),
    ),
    _beyond("weekend", _("Their weekend"), consider.weekend),
    Consideration(
        "mutual",
        _("Whom you both know"),
        consider.mutual,
        controllable=True,
        improve=lambda facts: facts.but(tie={"mutual": facts.tie.mutual + 1}),
        helped=_("You both know somebody."),
        change=_("Connect with one person whom they know, or ask for an introduction"),
    ),
    Consideration(
        "group",
        _("A group of both"),
        consider.affinity("group"),
        controllable=True,
        helped=_("You are in the same group."),
    ),
    Consideration(
        "active",
        _("Taking part in that group"),
        consider.affinity("active"),
        controllable=True,
        improve=lambda facts: facts.but(
            tie={"groups": max(1, facts.tie.groups), "active_in_group": True}
        ),
        helped=_("You take part in a group of both."),
        change=_("Take part in a group where they are"),
    ),
    _shared("employer", _("The same employer"), _("You work at the same employer.")),
    _shared("school", _("The same school"), _("You studied at the same school.")),
    _shared(
        "past_employer", _("The same employer before"), _("You worked at the same employer before.")
    ),
    _shared("industry", _("The same industry"), _("You work in the same industry.")),
    _shared("city", _("The same city"), _("You live in the same city.")),
    _beyond("selectivity", _("How selective they are"), consider.selectivity),
    Consideration(
        "profile",
        _("Your profile"),
        consider.profile,
        controllable=True,
        improve=lambda facts: facts.but(profile={"completeness": 1.0}),
        helped=_("Your profile says much about you."),
        change=_("Complete your profile"),
    ),
    Consideration(
        "avatar",
        _("A face on your profile"),
        consider.avatar,
        controllable=True,
        improve=lambda facts: facts.but(profile={"avatar_set": True}),
        helped=_("You chose a face for your profile."),
        change=_("Choose a face for your profile"),
    ),
    Consideration(
        "note",
        _("Your note"),
        consider.note,
        controllable=True,
        improve=_with_a_good_note,
        helped=_("Your note was written for them."),
        change=_("Write a note for them: what you share, who you are and why you write"),
    ),
    _penalty(
        Flag.PITCH,
        _("Asking a stranger for a job, or selling"),
        _("Leave out what sells or asks for a job"),
    ),
    _penalty(Flag.PLACEHOLDER, _("A placeholder"), _("Fill in the placeholder")),
    _penalty(Flag.SPAM_LINK, _("A link that sells"), _("Leave out the link")),
    _penalty(
        Flag.DUPLICATE,
        _("The same note as before"),
        _("Write a new note instead of one that you sent before"),
    ),
    _penalty(Flag.WRONG_NAME, _("The wrong name"), _("Greet them by their own name")),
    _penalty(
        Flag.FALSE_CLAIM,
        _("A claim that is not true"),
        _("Say only what is true about how you know them"),
    ),
    _penalty(Flag.RUDE, _("A rude tone"), _("Write in a polite tone")),
    _penalty(
        Flag.STUFFING,
        _("Facts without sentences"),
        _("Choose one thing that you share and say why it matters"),
    ),
    Consideration(
        "flood",
        _("Many invitations open at once"),
        consider.flood,
        controllable=True,
        is_penalty=True,
        improve=lambda facts: facts.but(history={"pending": 0, "sent_today": 0}),
        change=_(
            "Keep fewer invitations open at once, and withdraw old ones. It counts those that were "
            "still open when they decided (%(pending)d; more than %(most)d are too many) and those "
            "that you sent within a day (%(sent_today)d; more than %(most_a_day)d are too many)"
        ),
    ),
    _done_before(
        "commented",
        _("A thoughtful comment"),
        _("You had written a thoughtful comment on a post of theirs."),
        improve=lambda facts: facts.but(engagement={"commented": 0.0}),
        change=_("First write a thoughtful comment on a post of theirs"),
    ),
    _done_before(
        "replied", _("An answer to their question"), _("You had answered a question of theirs.")
    ),
    _done_before("endorsed", _("An endorsement"), _("You had endorsed a skill of theirs.")),
    _done_before("followed", _("Following them"), _("You had followed them for some days.")),
    _done_before("liked", _("A reaction"), _("You had reacted to a post of theirs.")),
    _beyond("declined", _("They declined before"), consider.declined),
    _beyond("withdrawn", _("You withdrew before"), consider.withdrawn),
    Consideration(
        "thanked",
        _("A thank-you that they remember"),
        consider.thanked,
        controllable=True,
        helped=_("You had thanked them."),
    ),
    Consideration(
        "pushed",
        _("Messages in a row that they remember"),
        consider.pushed,
        controllable=True,
        improve=lambda facts: facts.but(memory={"pushed": False}),
        helped=_("You had left them time to answer."),
        change=_("Write once more at most before they answer, and wait five days"),
    ),
]

# Whether they write back once they have accepted.
REPLY_CONSIDERATIONS = [
    _beyond("reply.base", _("Where everybody starts"), consider.reply_base),
    _beyond("reply.note", _("There is a note"), consider.reply_note),
    _beyond("reply.quality", _("How good your note is"), consider.reply_quality),
    _beyond("reply.asks", _("One small question"), consider.reply_asks),
    _beyond("reply.openness", _("How open they are"), consider.reply_openness),
    _beyond("reply.busyness", _("How busy they are"), consider.reply_busyness),
    _beyond("reply.engaged", _("What you did before"), consider.reply_engaged),
    _beyond("reply.affinity", _("What you share"), consider.reply_affinity),
]

BY_NAME = {each.name: each for each in CONSIDERATIONS}


def weigh(considerations, facts, w, gain=1.0):
    """What each consideration adds, by name, as it is stored; those that add nothing are left out.

    `gain` of 1 or more enlarges what learners control, for teaching.
    """
    found = {each.name: each.weigh(facts, w) for each in considerations}
    enlarged = {
        each.name: round(found[each.name] * (gain if each.controllable else 1.0), DIGITS)
        for each in considerations
    }
    return {name: value for name, value in enlarged.items() if value}
