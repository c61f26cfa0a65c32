"""What a persona says, asked why they answered so: a reason, and a word after it. Pure.

The reason is a term of the stored decision, never one found afterwards. Which of its sentences is
said follows from the luck of the world and the persona, among those whose names are at hand: a
note that can be quoted adds to them, its words do not matter.
"""

from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from .chance import choose
from .deciding.explaining import is_spoilt, what_helped
from .deciding.facts import Role
from .deciding.terms import BY_NAME
from .sayings import AFTER_A_NO, AFTER_A_YES, LATE, LITTLE, LUCK, NOTHING, UNMOVED, WHY, WHY_NOT

UNSPOKEN = {"base", "weekend"}  # nobody says so of themselves
SHARED = {"mutual", "group", "employer", "school", "past_employer", "industry", "city"}
CONCRETE = 2  # a reason with a name in it is as likely as so many without
FULL = {0.8: _("far too many messages"), 0.6: _("a long list of messages")}


@dataclass(frozen=True)
class Situation:
    """What a persona may name when they say why; "" for nothing."""

    team: str = ""  # where they work
    both: str = ""  # somebody whom both know
    group: str = ""
    school: str = ""
    employer: str = ""  # of both, now
    past: str = ""  # of both, of whom one has left it
    field: str = ""
    city: str = ""
    claim: str = ""  # how the sender says they know each other, when it is not so
    quote: str = ""  # of the note, what the reason is about
    full: str = ""  # what lay in their inbox
    open: str = ""  # how many invitations of the sender, where they are too many


def voice(reason, role, luck, situation, *, accepted):
    """The persona's own words. `luck` draws by stream, see `chance.Luck`."""
    why, after = (WHY, AFTER_A_YES) if accepted else (WHY_NOT, AFTER_A_NO)
    said = _one_of(why[reason].of(role), luck.draw("voice.why"), situation, CONCRETE)
    if reason == LATE:  # who never came to it has nothing to say about it
        return said
    if situation.team in said:  # once is enough
        situation = replace(situation, team="")
    return f"{said} {_one_of(after[Role(role)], luck.draw('voice.after'), situation)}"


def _one_of(sentences, u, situation, concrete=1):
    """One of those that can be said in this situation; `concrete` weighs those that name it."""
    named = {name: value for name, value in vars(situation).items() if value}
    said = [(text, _with_names(text, named)) for text in map(str, sentences)]
    return choose(u, [(each, 1 if each == text else concrete) for text, each in said if each])


def _with_names(text, named):
    """The sentence; "" when it needs a name that there is not."""
    try:
        return text % named
    except KeyError:
        return ""


def inbox(busyness):
    """How full it was, in words; "" when there is nothing to say of it."""
    return next((str(words) for least, words in FULL.items() if busyness >= least), "")


def reason_for(facts, answer, *, good):
    """What the persona names: the first of what helped, or a penalty, or what weighed most against.

    From the chance `good` on, a no without a penalty was bad luck.
    """
    if answer.outcome.is_accepted:
        return next(iter(what_helped(answer)), NOTHING)
    is_unlucky = answer.p >= good and not is_spoilt(answer)
    reason = LUCK if is_unlucky else _of_a_no(answer.terms)
    if reason == LUCK and (facts.note.is_blank or answer.terms.get("note", 0.0) < 0):
        return UNMOVED  # a note that said nothing is not praised
    if reason == "selectivity" and SHARED & answer.terms.keys():
        return LITTLE
    return reason


def _of_a_no(terms):
    """The worst of the penalties, or else of all that has words."""
    against = [
        (not BY_NAME[name].is_penalty, value, name)
        for name, value in terms.items()
        if value < 0 and name not in UNSPOKEN
    ]
    return min(against)[-1] if against else LUCK
