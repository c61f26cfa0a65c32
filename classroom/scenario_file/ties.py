"""What must hold between the parts of a scenario: who is there, and who is tied to whom."""

from collections import Counter
from difflib import get_close_matches

from django.utils.translation import gettext as _

from .description import DAY
from .problems import shortened
from .schema import RULES

LEARNER = "(learner)"  # stands for each learner among the handles; no handle looks like this


def check_ties(scenario, report):
    """Report everything that does not fit together."""
    cast = _Cast(scenario.people, report)
    blocked = _check_blocks(scenario, cast, report)
    connected = _check_connections(scenario, cast, blocked, report)
    _check_follows(scenario, cast, blocked, report)
    _check_invitations(scenario, cast, blocked, connected, report)
    _check_connection_limit(scenario, connected, report)
    _check_jobs(scenario, cast, report)


class _Cast:
    """The people of the file by handle."""

    def __init__(self, people, report):
        self.report = report
        self.by_handle = {}
        for person in people:
            first = self.by_handle.setdefault(person.handle, person)
            if person.handle and first is not person:
                report(
                    person.place_of("handle"),
                    _("“%(handle)s” is the handle of somebody in line %(line)d. Choose another.")
                    % {"handle": person.handle, "line": first.place.line},
                )

    def knows(self, handle, place):
        """Whether the handle is somebody's; reported when it could be read and is nobody's."""
        if handle == LEARNER or (handle and handle in self.by_handle):
            return True
        if handle:
            self.report(place, self._nobody(handle))
        return False

    def _nobody(self, handle):
        near = not self.report.is_long and get_close_matches(handle, self.by_handle, n=1)
        if near:
            return _("Nobody here has the handle “%(handle)s”. Did you mean “%(near)s”?") % {
                "handle": handle,
                "near": near[0],
            }
        return _(
            "Nobody here has the handle “%(handle)s”. Correct it, or add this person to “people”."
        ) % {"handle": handle}

    def are_two(self, one, other, place):
        """Whether a tie can join these: two different people of the file."""
        if not all([self.knows(handle, place) for handle in (one, other)]):
            return False
        if one == other:
            self.report(
                place,
                _(
                    "Nobody is tied to themselves. Put somebody else for one of the two, "
                    "or delete it."
                ),
            )
        return one != other

    def are_people(self, one, other, place):
        """As are_two, and neither is an employer."""
        if not self.are_two(one, other, place):
            return False
        for handle in (one, other):
            if handle != LEARNER and self.by_handle[handle].is_employer:
                self.report(
                    place,
                    _(
                        "“%(handle)s” is an employer, who is followed, never connected or invited. "
                        "Use “follows” instead."
                    )
                    % {"handle": handle},
                )
                return False
        return True


class _Once:
    """Remembers what was said, and reports what is said again."""

    def __init__(self, report, sentence):
        self.report, self.sentence, self.places = report, sentence, {}

    def __contains__(self, tie):
        return tie in self.places

    def __iter__(self):
        return iter(self.places)

    def is_new(self, tie, place):
        first = self.places.setdefault(tie, place)
        if first is not place:
            self.report(place, self.sentence % {"line": first.line})
        return first is place


def _pair(one, other):
    return frozenset((one, other))


def _refuse_beside_block(one, other, place, blocked, report):
    if _pair(one, other) in blocked:
        report(
            place,
            _("One of these two blocks the other. Take this tie out, or the block."),
        )


def _check_blocks(scenario, cast, report):
    """The pairs of whom one blocks the other."""
    once = _Once(report, _("This block is in line %(line)d already. Take one of the two out."))
    blocked = set()
    for person in scenario.people:
        for block in person.blocks:
            if cast.are_two(person.handle, block.who, block.place):
                once.is_new((person.handle, block.who), block.place)
                blocked.add(_pair(person.handle, block.who))
    return blocked


def _check_connections(scenario, cast, blocked, report):
    """The connected pairs."""
    once = _Once(
        report, _("These two are connected in line %(line)d already. Take one of the two out.")
    )
    for one, other, place in _connections(scenario):
        if cast.are_people(one, other, place):
            once.is_new(_pair(one, other), place)
            _refuse_beside_block(one, other, place, blocked, report)
    for connection in scenario.connections:
        _check_unfollowers(connection, report)
    return once


def _connections(scenario):
    for tie in scenario.learner.connections:
        yield LEARNER, tie.who, tie.place
    for connection in scenario.connections:
        yield *connection.between, connection.place


def _check_unfollowers(connection, report):
    for handle, times in Counter(connection.unfollowed_by).items():
        if handle and handle not in connection.between:
            report(
                connection.place_of("unfollowed_by"),
                _("“unfollowed_by” can name only the two who are connected, not “%(handle)s”.")
                % {"handle": handle},
            )
        elif handle and times > 1:
            report(
                connection.place_of("unfollowed_by"),
                _("“%(handle)s” is listed twice in “unfollowed_by”. Keep one.")
                % {"handle": handle},
            )


def _check_follows(scenario, cast, blocked, report):
    once = _Once(report, _("This follow is in line %(line)d already. Take one of the two out."))
    unfollowed = {
        (handle, other)
        for connection in scenario.connections
        for handle in connection.unfollowed_by
        for other in connection.between
    }
    for follower, followed, place in _follows(scenario):
        if cast.are_two(follower, followed, place):
            once.is_new((follower, followed), place)
            _refuse_beside_block(follower, followed, place, blocked, report)
            if (follower, followed) in unfollowed:
                report(
                    place,
                    _("A connection says “unfollowed_by: %(handle)s” for these two. Keep one.")
                    % {"handle": follower},
                )


def _follows(scenario):
    for tie in scenario.learner.follows:
        yield LEARNER, tie.who, tie.place
    for tie in scenario.learner.followers:
        yield tie.who, LEARNER, tie.place
    for person in scenario.people:
        for tie in person.follows:
            yield person.handle, tie.who, tie.place


def _check_invitations(scenario, cast, blocked, connected, report):
    once = _Once(
        report,
        _("An invitation between these two waits in line %(line)d already. Take one out."),
    )
    lapse = _limit(scenario, "invitation_lapse_days")
    for sender, recipient, invitation in _invitations(scenario):
        if cast.are_people(sender, recipient, invitation.place):
            once.is_new(_pair(sender, recipient), invitation.place)
            _refuse_beside_block(sender, recipient, invitation.place, blocked, report)
            if _pair(sender, recipient) in connected:
                report(
                    invitation.place,
                    _("These two are connected, so no invitation can wait between them. Keep one."),
                )
        if invitation.ago >= lapse * DAY:
            report(
                invitation.place_of("ago"),
                _("An invitation lapses after %(days)d days. Write a shorter “ago”.")
                % {"days": lapse},
            )


def _invitations(scenario):
    for invitation in scenario.learner.invited_by:
        yield invitation.sender, LEARNER, invitation
    for invitation in scenario.learner.invited:
        yield LEARNER, invitation.recipient, invitation
    for invitation in scenario.invitations:
        yield invitation.sender, invitation.recipient, invitation


def _check_connection_limit(scenario, connected, report):
    limit = _limit(scenario, "connection_limit")
    held = Counter(handle for pair in connected for handle in pair)
    for person in (*scenario.people, _AnyLearner(scenario.learner)):
        if held[person.handle] > limit:
            report(
                person.place,
                _("%(name)s has %(held)d connections; “connection_limit” allows %(limit)d.")
                % {"name": shortened(person.name), "held": held[person.handle], "limit": limit},
            )


def _check_jobs(scenario, cast, report):
    """Employers offer work, and people answer questions about it."""
    for job in scenario.jobs:
        place = job.place_of("employer")
        if cast.knows(job.employer, place) and not cast.by_handle[job.employer].is_employer:
            report(
                place,
                _("“%(handle)s” is a person, not an employer. Write an employer here.")
                % {"handle": job.employer},
            )
        place = job.place_of("contact")
        if cast.knows(job.contact, place) and cast.by_handle[job.contact].is_employer:
            report(
                place,
                _("“%(handle)s” is an employer. Write a person here, or take it out.")
                % {"handle": job.contact},
            )


def _limit(scenario, name):
    return scenario.rules.get(name, RULES[name].default)


class _AnyLearner:
    handle = LEARNER

    def __init__(self, newcomer):
        self.name, self.place = _("The learner"), newcomer.place
