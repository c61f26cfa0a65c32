"""A decision as it would have been: the same luck, other facts. Nothing of it is kept."""

from functools import cached_property

from django.utils.translation import gettext as _

from network.models import Invitation, Message

from .debriefing import Rubric
from .deciding import drawing
from .deciding.answer import decide
from .deciding.explaining import bars, chance_in_words, gain_in_words, hundredths
from .deciding.supposing import suppose
from .reading.case import claim_holds

How = Invitation.How


class WhatIf:
    """The answer to what is `given` (by the fields of the form), beside the one there was."""

    def __init__(self, told, given):
        self.told, self.decision, self.given = told, told.decision, given
        self.before = self.decision.answer

    @cached_property
    def note(self):
        return Rubric.of(self.decision, self.given["note"]) if "note" in self.given else None

    @cached_property
    def facts(self):
        given, version = dict(self.given), self.decision.model_version
        if self.note:
            given["note"] = self.note.review.judgement
        if {"how", "group", "active"} & given.keys():
            supposed = suppose(self.decision.seen, given, version)
            given["claim"] = self._claim_holds(supposed.tie)
        return suppose(self.decision.seen, given, version)

    @cached_property
    def after(self):
        return decide(self.facts, self.before.draws, self.before.gain, self.before.version)

    @property
    def is_unchanged(self):
        """As far as one would say so."""
        return hundredths(self.after.p) == hundredths(self.before.p)

    @property
    def chance(self):
        """The new chance in words, beside the one there was."""
        if self.is_unchanged:
            return chance_in_words(self.before.p)
        return gain_in_words(self.before.p, self.after.p)

    @property
    def outcome(self):
        """What the same luck would have made of it."""
        if self.decision.is_late:
            return _("They did not come to it in time, whatever you had written.")
        was, would = self.before.outcome.is_accepted, self.after.outcome.is_accepted
        if was and would:
            return _("With the same luck they would have accepted this, too.")
        if was:
            return _("With the same luck they would not have accepted this.")
        if would:
            return _("With the same luck they would have accepted this.")
        return _("With the same luck they would not have accepted this either.")

    @property
    def dots(self):
        return drawing.dots(self.after.p)

    @property
    def rows(self):
        return drawing.rows(bars(self.before, self.after))

    def _claim_holds(self, tie):
        invitation, seen = self.decision.invitation, self.decision.seen
        how = self.given.get("how", invitation.how)
        if how == invitation.how and how in (How.FRIEND, How.BUSINESS):
            return seen.tie.claim_is_true  # whatever else they are supposed to share
        employer = tie.same_employer or tie.past_employer
        shared = (employer, tie.schools > 0, tie.groups > 0)
        return claim_holds(how, *shared, knew=self._knew())

    def _knew(self):
        """As `Case` says it, when they decided."""
        one = self.decision.invitation
        between = Invitation.objects.between(one.sender_id, one.recipient_id)
        before = between.filter(pk__lt=one.pk, status=Invitation.Status.ACCEPTED)
        written = Message.objects.between(one.sender, one.recipient)
        authors = written.filter(at__lte=self.decision.at).values("author").distinct()
        return before.exists() or authors.count() == 2
