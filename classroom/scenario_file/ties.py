"""What must hold between the parts of a scenario: who is there, and who is tied to whom."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .cast import LEARNER, AnyLearner, Cast, Once, pair
from .description import DAY
from .problems import shortened
from .schema import RULES


@dataclass(frozen=True)
class Standing:
    """What stands between the people of a file; a pair is a set of two handles."""

    cast: Cast
    blocked: set  # pairs
    connected: Once  # pairs
    followed: set  # (follower, followed)
    invitations: dict  # pair → (sender, recipient, invitation)


def check_ties(scenario, report):
    """Report every tie that does not fit to the others, and give back what stands."""
    cast = Cast(scenario.people, report)
    blocked = _check_blocks(scenario, cast, report)
    connected = _check_connections(scenario, cast, blocked, report)
    _check_follows(scenario, cast, blocked, report)
    _check_invitations(scenario, cast, blocked, connected, report)
    _check_connectionlimit_of(scenario, connected, report)
    _check_jobs(scenario, cast, report)
    waiting = {pair(*ends): (*ends, invited) for *ends, invited in _invitations(scenario)}
    return Standing(cast, blocked, connected, {*scenario.follows}, waiting)


def _refuse_beside_block(one, other, place, blocked, report):
    if pair(one, other) in blocked:
        report(
            place,
            _("One of these two blocks the other. Take this tie out, or the block."),
        )


def _check_blocks(scenario, cast, report):
    """The pairs of whom one blocks the other."""
    once = Once(report, _("This block is in line %(line)d already. Take one of the two out."))
    blocked = set()
    for person in scenario.people:
        for block in person.blocks:
            if cast.are_two(person.handle, block.who, block.place):
                once.is_new((person.handle, block.who), block.place)
                blocked.add(pair(person.handle, block.who))
    return blocked


def _check_connections(scenario, cast, blocked, report):
    """The connected pairs."""
    once = Once(
        report, _("These two are connected in line %(line)d already. Take one of the two out.")
    )
    for one, other, place in _connections(scenario):
        if cast.are_people(one, other, place):
            once.is_new(pair(one, other), place)
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
    once = Once(report, _("This follow is in line %(line)d already. Take one of the two out."))
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
    once = Once(
        report,
        _("An invitation between these two waits in line %(line)d already. Take one out."),
    )
    lapse = limit_of(scenario, "invitation_lapse_days")
    for sender, recipient, invitation in _invitations(scenario):
        if cast.are_people(sender, recipient, invitation.place):
            once.is_new(pair(sender, recipient), invitation.place)
            _refuse_beside_block(sender, recipient, invitation.place, blocked, report)
            if pair(sender, recipient) in connected:
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


def _check_connectionlimit_of(scenario, connected, report):
    limit = limit_of(scenario, "connection_limit")
    held = Counter(handle for two in connected for handle in two)
    for person in (*scenario.people, AnyLearner(scenario.learner)):
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
        if cast.knows(job.employer, place) and cast.by_handle[job.employer].is_simulated_person:
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


def limit_of(scenario, name):
    return scenario.rules.get(name, RULES[name].default)
