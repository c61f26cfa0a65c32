"""What a persona considers, each a small pure function from facts (and weights `w`) to logits."""

from math import log

from ..chance import DIGITS
from ..judgement import Flag


def base(_facts, w):
    return w["base"]


# Who is asked


def role(facts, w):
    return w[f"role.{facts.traits.role}"]


def openness(facts, w):
    return w["openness"] * (facts.traits.openness - 0.5)


def busyness(facts, w):
    return w["busyness"] * (facts.traits.busyness - 0.5)


def gap(facts, w):
    return w["gap"] * max(0, facts.traits.level - facts.profile.level - 1)


def weekend(facts, w):
    return w["weekend"] * facts.is_weekend


# What the two share


def mutual(facts, w):
    return w["mutual"] * log(1 + min(facts.tie.mutual, w["mutual.most"]))


def affinities(facts, w):
    """What each thing shared adds until the cap is reached, what the learner can change first."""
    tie = facts.tie
    shared = {
        "group": tie.groups > 0,
        "active": tie.groups > 0 and tie.active_in_group,
        "employer": tie.same_employer,
        "school": tie.schools > 0,
        "past_employer": tie.past_employer,
        "industry": tie.same_industry,
        "city": tie.same_city,
    }
    return _within(w["affinity.cap"], {name: w[name] * there for name, there in shared.items()})


def affinity(name):
    return lambda facts, w: affinities(facts, w)[name]


def shared(facts, w):
    """All that the two share, common connections among it."""
    return mutual(facts, w) + sum(affinities(facts, w).values())


def selectivity(facts, w):
    missing = max(0.0, 1 - shared(facts, w) / w["selectivity.enough"])
    return w["selectivity"] * facts.traits.selectivity * missing


# What the learner shows, and the note


def profile(facts, w):
    return w["profile"] * (facts.profile.completeness - w["profile.usual"])


def avatar(facts, w):
    return w["avatar"] if facts.profile.avatar_set else -w["avatar"]


def note(facts, w):
    if facts.note.is_blank:
        return 0.0
    if facts.note.is_default:
        return w["note.default"]
    return w["note"] * (facts.note.quality - w["note.usual"])


def is_flagged(facts, flag):
    """Whether the flag holds; what the learner says on the form is a claim as the note's are."""
    claims_falsely = flag == Flag.FALSE_CLAIM and not facts.tie.claim_is_true
    return flag in facts.note.flags or claims_falsely


def flagged(flag):
    return lambda facts, w: w[flag] * is_flagged(facts, flag)


def floods(facts, w):
    history = facts.history
    return history.pending > w["flood.pending"] or history.sent_today > w["flood.a_day"]


def flood(facts, w):
    return w["flood"] * floods(facts, w)


# What came before


def engagements(facts, w):
    """What each thing done before adds until the cap is reached, the strongest first.

    Following lasts; everything else fades by half in a half-life.
    """
    engaged = facts.engagement
    done = {
        "commented": _faded(engaged.commented, w),
        "replied": _faded(engaged.replied, w),
        "endorsed": _faded(engaged.endorsed, w),
        "followed": engaged.followed is not None and engaged.followed >= w["followed.days"],
        "liked": _faded(engaged.liked, w),
    }
    return _within(w["engaged.cap"], {name: w[name] * share for name, share in done.items()})


def engaged(name):
    return lambda facts, w: engagements(facts, w)[name]


def declined(facts, w):
    return w["declined"] * facts.history.declined


def withdrawn(facts, w):
    return w["withdrawn"] * facts.history.withdrawn


# Version 1 remembers neither.


def thanked(facts, w):
    return w.get("thanked", 0.0) * facts.memory.thanked


def pushed(facts, w):
    return w.get("pushed", 0.0) * facts.memory.pushed


def remembered(facts, w):
    return thanked(facts, w) + pushed(facts, w)


# Whether they write back


def reply_base(_facts, w):
    return w["reply.base"]


def reply_note(facts, w):
    return w["reply.note"] * (not facts.note.is_blank)


def reply_quality(facts, w):
    return w["reply.quality"] * (facts.note.quality or 0.0)


def reply_asks(facts, w):
    return w["reply.asks"] * (facts.note.quality or 0.0) * facts.note.asks


def reply_openness(facts, w):
    return w["reply.openness"] * (facts.traits.openness - 0.5)


def reply_busyness(facts, w):
    return w["reply.busyness"] * (facts.traits.busyness - 0.5)


def reply_engaged(facts, w):
    return w["reply.engaged"] * sum(engagements(facts, w).values())


def reply_affinity(facts, w):
    return w["reply.affinity"] * sum(affinities(facts, w).values())


def _faded(days, w):
    """What is left of something done so many world days ago: 1 today, ½ after a half-life."""
    return 0.0 if days is None else 0.5 ** (max(0.0, days) / w["engaged.half_life"])


def _within(cap, parts):
    """What each part adds when they count for at most `cap` together."""
    left, added = cap, {}
    for name, value in parts.items():
        added[name] = min(round(value, DIGITS), left) if value else 0.0
        left = round(left - added[name], DIGITS) if value else left
    return added
