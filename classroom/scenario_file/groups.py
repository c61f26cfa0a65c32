"""What must hold of the groups of a scenario, and who is in them."""

from collections import Counter
from difflib import get_close_matches

from django.utils.translation import gettext as _

from .cast import LEARNER, AnyLearner, Once
from .problems import shortened
from .profiles import plain
from .ties import limit_of


class Groups:
    """The groups of a file by handle, and who is in which (handle, handle of the group)."""

    def __init__(self, report):
        self.report = report
        self.by_handle, self.seats = {}, set()

    def knows(self, handle, place):
        """Whether the handle is a group's; reported when it could be read and is none's."""
        if handle and handle not in self.by_handle:
            self.report(place, self._none(handle))
        return handle in self.by_handle

    def _none(self, handle):
        near = not self.report.is_long and get_close_matches(handle, self.by_handle, n=1)
        if near:
            return _("There is no group “%(handle)s” here. Did you mean “%(near)s”?") % {
                "handle": handle,
                "near": near[0],
            }
        return _(
            "There is no group “%(handle)s” here. Correct it, or add this group to “groups”."
        ) % {"handle": handle}


def check_groups(scenario, cast, report):
    """Report what is wrong with the groups, and give them back."""
    groups = Groups(report)
    _check_names(scenario, groups, report)
    for group in scenario.groups:
        _check_members(group, groups, cast, report)
    _check_learner(scenario.learner, groups, report)
    _check_limit(scenario, groups, report)
    return groups


def refuse_older(part, whole, sentence, report):
    """What belongs to something else cannot be older than it."""
    if part.ago > whole.ago:
        report(part.place_of("ago"), sentence)


def _check_names(scenario, groups, report):
    names = {}
    for group in scenario.groups:
        first = groups.by_handle.setdefault(group.handle, group)
        if group.handle and first is not group:
            report(
                group.place_of("handle"),
                _("“%(handle)s” is the handle of a group in line %(line)d. Choose another.")
                % {"handle": group.handle, "line": first.place.line},
            )
        first = names.setdefault(plain(group.name), group)
        if group.name and first is not group:
            report(
                group.place_of("name"),
                _("The group in line %(line)d has this name. Choose another.")
                % {"line": first.place.line},
            )
    groups.by_handle.pop("", None)


def _check_members(group, groups, cast, report):
    once = Once(
        report, _("This person is in the group in line %(line)d already. Take one of the two out.")
    )
    for seat in group.everybody:
        if cast.knows(seat.who, seat.place):
            once.is_new(seat.who, seat.place)
            groups.seats.add((seat.who, group.handle))
            refuse_older(seat, group, older_than_group(), report)


def older_than_group():
    return _(
        "The group is younger than this. Write a shorter “ago”, or a longer one for the group."
    )


def _check_learner(learner, groups, report):
    once = Once(report, _("This group is in line %(line)d already. Take one of the two out."))
    for seat in learner.groups:
        if groups.knows(seat.who, seat.place):
            once.is_new(seat.who, seat.place)
            groups.seats.add((LEARNER, seat.who))
            refuse_older(seat, groups.by_handle[seat.who], older_than_group(), report)


def _check_limit(scenario, groups, report):
    """G1."""
    limit = limit_of(scenario, "group_limit")
    held = Counter(handle for handle, _group in groups.seats)
    for person in (*scenario.people, AnyLearner(scenario.learner)):
        if held[person.handle] > limit:
            report(
                person.place,
                _("%(name)s is in %(held)d groups; “group_limit” allows %(limit)d.")
                % {"name": shortened(person.name), "held": held[person.handle], "limit": limit},
            )
