"""Why a persona answered so, in words, from the facts and the terms that were stored. Pure.

No reason is made up afterwards: each names a term of the answer, and each gain is what the
what-if shows for the same change.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .answer import Answer, decide
from .terms import BY_NAME, CONSIDERATIONS
from .weights import VERSIONS, values

MOST_CHANGES, MOST_HELPED = 2, 3
LEAST_GAIN = 0.005  # less is not worth advice
NOTABLE = 0.1  # a smaller term decided nothing
ORDER = {each.name: place for place, each in enumerate(CONSIDERATIONS)}
GOOD, POOR = 0.6, 0.2  # from where on an outcome against the chance is called luck


@dataclass(frozen=True)
class Reason:
    """A stored term in words, with the ids of the evidence for its weight."""

    name: str
    words: str
    value: float
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """What the learner could change, alone, and the chance with it."""

    name: str
    words: str  # what to do
    gain: str  # what it would bring, in words
    p: float
    is_penalty: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """The debrief: chance, what helped, what to change first, what was not in the learner's hands,
    and skill against luck."""

    chance: str
    helped: list[Reason]  # what weighed most comes first
    changes: list[Change]
    beyond: Reason | None
    luck: str
    unchanged: str  # what to do where nothing is to change


@dataclass(frozen=True)
class Bar:
    """A term before and after a change, for the chart and its table."""

    name: str
    title: str
    before: float
    after: float


def explain(facts, answer):
    """What stands in the debrief of this answer."""
    return Explanation(
        chance=chance_in_words(answer.p),
        helped=[_reason(answer, name, "helped") for name in what_helped(answer)],
        changes=changes(facts, answer)[:MOST_CHANGES],
        beyond=_not_in_your_hands(answer),
        luck=luck_in_words(facts, answer),
        unchanged=_go_on(facts, answer),
    )


def what_if(facts, answer, **different):
    """The answer to changed facts with the same luck: `what_if(facts, answer, tie={"mutual": 2})`.

    Without a change it is the answer itself.
    """
    return _again(facts.but(**different), answer)


def bars(before: Answer, after: Answer):
    """The terms of two answers side by side, in the order of the table."""
    both = before.terms.keys() | after.terms.keys()
    return [
        Bar(each.name, str(each.title), *(one.terms.get(each.name, 0.0) for one in (before, after)))
        for each in CONSIDERATIONS
        if each.name in both
    ]


def chance_in_words(p):
    """'about 3 in 10'."""
    if p < 0.05:
        return _("fewer than 1 in 10")
    if p >= 0.95:
        return _("more than 9 in 10")
    return _("about %(n)d in 10") % {"n": tenths(p)}


def tenths(p):
    """The n of 'n in 10', halves upwards."""
    return int(10 * p + 0.5)


def hundredths(p):
    return round(100 * p)


def gain_in_words(before, after):
    """'about 5 in 10 instead of 2'; in hundredths where tenths would show too little."""
    numbers = {"after": tenths(after), "before": tenths(before)}
    if numbers["before"] != numbers["after"] and all(0 < n < 10 for n in numbers.values()):
        return _("about %(after)d in 10 instead of %(before)d") % numbers
    numbers = {"after": hundredths(after), "before": hundredths(before)}
    return _("about %(after)d in 100 instead of %(before)d") % numbers


def luck_in_words(facts, answer):
    """Skill against luck: what to make of this outcome at this chance."""
    if answer.p >= GOOD:
        return _good_in_words(facts, answer)
    if answer.outcome.is_accepted:
        return _accepted_in_words(answer.p)
    if answer.p <= POOR:
        return _("Most requests like this one are not accepted. A change helps more than a repeat.")
    return _("It could have gone either way. No answer, or a no, is normal here.")


def _good_in_words(facts, answer):
    """A request is praised for what it says, not for a chance that others made."""
    accepted = answer.outcome.is_accepted
    if is_spoilt(answer):
        if accepted:
            return _("It was accepted in spite of what spoilt it. Do not count on that.")
        return _("The chances were good in spite of what spoilt it. Next time leave that out.")
    if facts.note.is_wordless:
        if accepted:
            return _(
                "It was accepted, and the chances were good without a word of your own. That came "
                "from the two of you, not from the request: with a stranger it would not be enough."
            )
        return _(
            "The chances were good without a word of your own, and luck was not. Say why you write "
            "the next time, and ask others as well."
        )
    if accepted:
        return _("The chances were good, and it was accepted.")
    return _("The chances were good, and luck was not: ask others as well.")


def is_spoilt(answer):
    """Whether something in the request earned a penalty, however good the rest was."""
    return any(BY_NAME[name].is_penalty for name in answer.terms)


def _go_on(facts, answer):
    if is_spoilt(answer):
        return _(
            "Nothing that you could change would gain much here. With most others, what spoilt it "
            "costs more."
        )
    if facts.note.is_wordless:
        return _(
            "Nothing that you could change would gain much here. With people whom you know less, "
            "a note of your own will."
        )
    return _("Nothing that you could change would gain much. Keep asking like this.")


def _accepted_in_words(p):
    if p <= POOR:
        return _("You were lucky this time. Most requests like this one are not accepted.")
    return _("It could have gone either way, and it went well.")


def what_helped(answer):
    """The names of the largest positive terms of what the learner did and what the two share; of
    small ones only the largest, where nothing else helped.
    """
    found = [
        (value, name) for name, value in answer.terms.items() if value > 0 and BY_NAME[name].helped
    ]
    ranked = sorted(found, key=lambda one: (-one[0], ORDER[one[1]]))
    notable = [name for value, name in ranked if value >= NOTABLE] or [n for _v, n in ranked[:1]]
    return notable[:MOST_HELPED]


def _not_in_your_hands(answer):
    """The largest negative term of those that say something about the persona."""
    found = [
        (value, name)
        for name, value in answer.terms.items()
        if value <= -NOTABLE and BY_NAME[name].beyond
    ]
    return _reason(answer, min(found)[-1], "beyond") if found else None


def _reason(answer, name, kind):
    words = str(getattr(BY_NAME[name], kind))
    return Reason(name, words, answer.terms[name], evidence(name, answer.version))


def changes(facts, answer):
    """Everything that the learner could change, penalties first, then by what it would gain."""
    found = [_change(each, facts, answer) for each in CONSIDERATIONS if each.improve]
    worthwhile = [change for change in found if _is_worthwhile(answer.p, change.p)]
    return sorted(worthwhile, key=lambda change: (not change.is_penalty, -change.p, change.name))


def _is_worthwhile(before, after):
    """Whether it gains enough, and one can see it in the words."""
    return after - before >= LEAST_GAIN and hundredths(after) > hundredths(before)


def _change(consideration, facts, answer):
    p = _again(consideration.improve(facts), answer).p
    return Change(
        consideration.name,
        str(consideration.change) % counted(facts, answer.version),
        gain_in_words(answer.p, p),
        p,
        consideration.is_penalty,
        evidence(consideration.name, answer.version),
    )


def counted(facts, version):
    """The numbers that words of advice may name."""
    w, history = values(version), facts.history
    most = {"most": w["flood.pending"], "most_a_day": w["flood.a_day"]}
    return most | {"pending": history.pending, "sent_today": history.sent_today}


def _again(facts, answer):
    return decide(facts, answer.draws, answer.gain, answer.version)


def evidence(name, version):
    """The ids of the sources of a term's weights."""
    weights = VERSIONS[version]
    parts = [weights[each].sources for each in weights if each.split(".")[0] == name]
    return tuple(dict.fromkeys(source for sources in parts for source in sources))
