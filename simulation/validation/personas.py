"""Whether the simulated people behave as the evidence says: B1 to B14 of the decision model.

Bands were frozen before any weight was tried on them. See docs/decision-model.md.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import inf, log
from statistics import stdev

from ..deciding.answer import Outcome
from ..deciding.delays import answer_delay, answered_at
from ..deciding.facts import Engagement, History, Role, Showing, Tie
from ..deciding.leads import (
    Candidate,
    is_contacted,
    is_visited,
    lead_hazard,
    recruiter_score,
    searches,
)
from ..judgement import Flag, NoteJudgement
from .checks import Check
from .population import LEVELS, accepted, answers, crowd, odds

DRAWS, FEW_DRAWS = 20_000, 2_000
TAILORED = NoteJudgement(quality=0.9)
ASKING = NoteJudgement(quality=0.9, asks=True)
DEFAULT = NoteJudgement(quality=0.14, is_default=True)
PITCHY = NoteJudgement(quality=0.2, flags=frozenset({Flag.PITCH}))
SPAM = NoteJudgement(quality=0.1, flags=frozenset({Flag.PITCH, Flag.SPAM_LINK, Flag.DUPLICATE}))
MONDAY = datetime(2027, 1, 4, tzinfo=UTC)
MUTUALS = (0, 1, 3, 5, 11)
BEST = {
    "profile": Showing(completeness=1.0, avatar_set=True, level=2),
    "tie": Tie(mutual=3, groups=1, active_in_group=True),
    "note": ASKING,
    "engagement": Engagement(commented=2.0, followed=5.0),
}
WORST = {
    "profile": Showing(completeness=0.1),
    "note": SPAM,
    "history": History(pending=40),
}


def checks(short=False):
    """Every check, in the order of the document; `short` takes a tenth of the draws."""
    people = crowd(FEW_DRAWS if short else DRAWS)
    return [check for measure in MEASURES for check in measure(people)]


def strangers(people):
    yield Check("B1", "stranger, no note: accepted", 0.20, 0.30, _share(people))


def mutuals(people):
    stranger = _share(people)
    mixed = accepted(answers(people, lambda one: one.facts(tie=one.friend_of_friend)))
    yield Check("B2", "friends of friends: accepted", 0.52, 0.66, mixed)
    yield Check("B2", "their odds ÷ a stranger's", 3.5, 7, odds(mixed) / odds(stranger))
    shares = [_share(people, tie=Tie(mutual=mutual)) for mutual in MUTUALS]
    steps = zip(pairwise(MUTUALS), pairwise(shares), strict=True)
    slopes = [(after - before) / (to - since) for (since, to), (before, after) in steps]
    bends = [before - after for before, after in pairwise(slopes)]
    yield Check("B3", "common connections: least slope", 0, inf, min(slopes))
    yield Check("B3", "concave: least bend", 0, inf, min(bends))
    yield Check("B3", "11 common connections: accepted", 0.72, 0.85, shares[-1])


def notes(people):
    blank = _outreach(people)
    typical = accepted(
        answers(people, lambda one: one.facts(tie=one.outreach, note=one.typical_note))
    )
    yield Check("B4", "typical note − none", -0.02, 0.02, typical - blank)
    by_note = {
        "tailored note": (TAILORED, 1.6, 3.0),
        "pitch": (PITCHY, 0, 0.6),
        "default text": (DEFAULT, 0, 1),
    }
    for name, (note, low, high) in by_note.items():
        ratio = odds(_outreach(people, note=note)) / odds(blank)
        yield Check("B5", f"{name} ÷ none: odds", low, high, ratio)


def replies(people):
    blank = _replied(answers(people, lambda one: one.facts(tie=one.outreach)))
    typical = _replied(
        answers(people, lambda one: one.facts(tie=one.outreach, note=one.typical_note))
    )
    yield Check("B6", "reply once accepted, no note", 0.04, 0.08, blank)
    yield Check("B6", "reply once accepted, typical note", 0.08, 0.14, typical)
    yield Check("B6", "the second ÷ the first", 1.4, 2.4, typical / blank)


def roles(people):
    middle, senior = (_as(people, role) for role in (Role.ALUMNUS, Role.SENIOR_LEADER))
    yield Check("B7", "senior leader ÷ mid-level: odds", 0.25, 0.55, odds(senior) / odds(middle))


def load(people):
    by_load = sorted(people, key=lambda one: one.traits.busyness)
    quarter = len(by_load) // 4
    idle, busy = _share(by_load[:quarter]), _share(by_load[-quarter:])
    yield Check("B8", "busiest ÷ least busy quarter: odds", 0, 0.5, odds(busy) / odds(idle))


def delays(people):
    """Among those who accept; first before, then after the persona's sessions are looked at."""
    given = zip(people, answers(people, lambda one: one.facts(tie=one.outreach)), strict=True)
    willing = [one for one, answer in given if answer.outcome.is_accepted]
    raw = [answer_delay(one.traits, one.luck.draw("delay")) for one in willing]
    bands = {1: (0.50, 0.75), 3: (0.75, 0.92), 7: (0.88, 0.98)}
    for days, band in bands.items():
        yield Check("B9", f"decided within {24 * days} h", *band, _within(raw, days))
    spread = stdev(log(max(1, delay.total_seconds())) for delay in raw)
    yield Check("B9", "spread of ln(delay)", 1.3, 2.5, spread)
    seen = [_seen_after(one) for one in willing]
    for days, band in bands.items():
        yield Check(
            "B9", f"answered within {24 * days} h, in a session", *band, _within(seen, days)
        )


def refusals(people):
    """Half without a note, half with a typical one."""
    given = [
        *answers(people, lambda one: one.facts(tie=one.outreach)),
        *answers(people, lambda one: one.facts(tie=one.outreach, note=one.typical_note)),
    ]
    refused = [answer.outcome for answer in given if not answer.outcome.is_accepted]
    bands = {
        Outcome.IGNORE: (0.70, 0.88),
        Outcome.DECLINE: (0.10, 0.25),
        Outcome.UNKNOWN: (0.01, 0.06),
    }
    for outcome, band in bands.items():
        share = refused.count(outcome) / len(refused)
        yield Check("B10", f"{outcome}, of those not accepted", *band, share)


def shared(people):
    stranger = odds(_share(people))
    ties = {"school": Tie(schools=1), "group, active": Tie(groups=1, active_in_group=True)}
    for name, tie in ties.items():
        ratio = odds(_share(people, tie=tie)) / stranger
        yield Check("B11", f"same {name} ÷ stranger: odds", 1.8, 3.5, ratio)


def extremes(people):
    yield Check("B12", "spam: accepted", 0, 0.03, _share(people, **WORST))
    yield Check("B12", "best practice: accepted", 0.85, 1, _share(people, **BEST))


def leads(_people):
    hazards = {mutual: lead_hazard(mutual, fit=1.0) for mutual in range(41)}
    peak = max(hazards, key=hazards.get)
    yield Check("B13", "job leads: most at so many in common", 8, 12, peak)
    outer = max(hazards[0], hazards[40]) / hazards[peak]
    yield Check("B13", "none or 40 in common ÷ the most", 0, 0.99, outer)


def recruiters(people):
    """Contacts in 14 days of search for learners at mixed distances and activity."""
    whole = _contacts(people, completeness=1.0, match=1.0)
    empty = _contacts(people, completeness=0.0, match=0.0)
    yield Check("B14", "contacts of a whole profile, of 1", 0.05, 1, whole / len(people))
    yield Check("B14", "a whole profile ÷ an empty one", 5, inf, whole / max(1, empty))


MEASURES = [
    strangers,
    mutuals,
    notes,
    replies,
    roles,
    load,
    delays,
    refusals,
    shared,
    extremes,
    leads,
    recruiters,
]


def _share(people, **parts):
    return accepted(answers(people, lambda one: one.facts(**parts)))


def _outreach(people, **parts):
    return accepted(answers(people, lambda one: one.facts(tie=one.outreach, **parts)))


def _as(people, role):
    return accepted(
        answers(
            people,
            lambda one: one.facts(traits=replace(one.traits, role=role, level=LEVELS[role])),
        )
    )


def _replied(given):
    """The chance of a reply, on average over those who accept: few do, so drawing it is coarse."""
    accepting = [answer for answer in given if answer.outcome.is_accepted]
    return sum(answer.reply.p for answer in accepting) / len(accepting)


def _within(found, days):
    """The share of delays that are not longer; None never ends."""
    return sum(delay is not None and delay <= timedelta(days=days) for delay in found) / len(found)


def _seen_after(one):
    """How long after sending, at any hour of a week, the persona answers."""
    sent_at = MONDAY + timedelta(days=7) * one.luck.draw("sent")
    moment = answered_at(sent_at, one.traits, one.schedule, one.luck)
    return moment and moment - sent_at


def _contacts(people, **profile):
    return sum(_is_found(one, profile) for one in people)


def _is_found(one, profile):
    degree = one.one_of("degree", {1: 0.1, 2: 0.4, 3: 0.5})
    activity = one.luck.draw("activity")
    score = recruiter_score(Candidate(degree=degree, activity=activity, **profile))
    days = (searches(one.luck.draw(f"search.{day}")) for day in range(14))
    return is_visited(score) and is_contacted(score) and any(days)
