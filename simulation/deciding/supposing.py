"""Facts as they would be if the learner had done otherwise, for a what-if. Pure."""

from .weights import values

DONE_TODAY = 0.0  # days ago
ACTS = ("commented", "replied", "endorsed", "liked")
REMEMBERED = ("thanked", "pushed")


def suppose(facts, given, version):
    """These facts with what is `given`, by the names of the what-if's fields; only what differs
    from what was is given, so that nothing given is the facts themselves.
    """
    changes = {
        "tie": _tie(facts, given),
        "profile": _profile(given),
        "engagement": _engagement(given, values(version)["followed.days"]),
        "history": {name: given[name] for name in ("pending", "sent_today") if name in given},
        "memory": {name: given[name] for name in REMEMBERED if name in given},
    }
    if "note" in given:
        changes["note"] = given["note"]
    return facts.but(**{name: change for name, change in changes.items() if change})


def _tie(facts, given):
    renamed = {"mutual": "mutual", "active": "active_in_group", "claim": "claim_is_true"}
    tie = {renamed[name]: given[name] for name in renamed if name in given}
    if given.get("active"):  # one takes part in a group that there is
        tie["groups"] = max(1, facts.tie.groups)
    if "group" in given:
        tie["groups"] = max(1, facts.tie.groups) if given["group"] else 0
    return tie


def _profile(given):
    profile = {}
    if "completeness" in given:
        profile["completeness"] = given["completeness"] / 100
    if "avatar" in given:
        profile["avatar_set"] = given["avatar"]
    return profile


def _engagement(given, enough_days):
    engaged = {name: DONE_TODAY if given[name] else None for name in ACTS if name in given}
    if "followed" in given:
        engaged["followed"] = enough_days if given["followed"] else None
    return engaged


def as_given(facts, version):
    """The facts as the fields of the what-if show them, as far as they weigh in this version."""
    tie, engaged, w = facts.tie, facts.engagement, values(version)
    enough_days = w["followed.days"]
    return {
        "mutual": tie.mutual,
        "group": tie.groups > 0,
        "active": tie.active_in_group,
        "completeness": round(100 * facts.profile.completeness),
        "avatar": facts.profile.avatar_set,
        "pending": facts.history.pending,
        "sent_today": facts.history.sent_today,
        "followed": engaged.followed is not None and engaged.followed >= enough_days,
        **{name: getattr(engaged, name) is not None for name in ACTS},
        **{name: getattr(facts.memory, name) for name in REMEMBERED if name in w},
    }
