"""What must hold of the conversations of a scenario (E2)."""

from django.utils.translation import gettext as _

from .cast import LEARNER, Once, pair
from .groups import refuse_older


def check_talks(scenario, standing, report):
    once = Once(
        report,
        _("A conversation between these two is in line %(line)d already. Put the two together."),
    )
    for one, other, talk in _talks(scenario):
        if standing.cast.are_two(one, other, talk.place):
            once.is_new(pair(one, other), talk.place)
            _check_authors((one, other), talk, report)
            _check_right((one, other), talk, standing, report)


def _talks(scenario):
    for talk in scenario.conversations:
        yield *talk.between, talk
    for talk in scenario.learner.conversations:
        yield LEARNER, talk.who, talk


def _check_authors(two, talk, report):
    for message in talk.messages:
        if message.author and message.author not in two:
            report(
                message.place_of("author"),
                _("“%(handle)s” is not one of the two who write here.")
                % {"handle": message.author},
            )


def _check_right(two, talk, standing, report):
    """Between connections, or in answer to an invitation, beginning with the invited."""
    if pair(*two) in standing.connected:
        return
    if pair(*two) not in standing.invitations:
        report(
            talk.place,
            _(
                "Messages go between connected people, or answer an invitation that waits. "
                "Connect the two, or take this out."
            ),
        )
        return
    _sender, recipient, invitation = standing.invitations[pair(*two)]
    for first in talk.in_time[:1]:
        if (first.author or LEARNER) != recipient:
            report(first.place, _who_writes_first(recipient))
        refuse_older(
            first,
            invitation,
            _("The invitation that this answers is younger. Write a shorter “ago”."),
            report,
        )


def _who_writes_first(recipient):
    if recipient == LEARNER:
        return _(
            "The learner has not accepted this invitation, so they write first. Take “from” out, "
            "or take this message out."
        )
    return _(
        "“%(handle)s” has not accepted the invitation of the other, so they write first. Correct "
        "“from” or “ago”."
    ) % {"handle": recipient}
