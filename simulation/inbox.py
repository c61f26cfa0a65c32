"""What the invitations that a learner has answered were worth, and what can be seen of it."""

from functools import cached_property

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from network.models import Person

from .coaching.facts import NOBODY
from .coaching.form import links
from .coaching.result import Criterion, Fault
from .coaching.review import review
from .models import Approach
from .reading.profiles import Profiles
from .reading.shared import Shared
from .skills import judging
from .skills.levels import NAMES

Label, Cue = Approach.Label, Approach.Cue
UNWANTED = (Label.SPAM, Label.SCAM)
REPORTED = "reported"
WORTH = {
    Label.RELEVANT: _("This person had a reason to write to you."),
    Label.IRRELEVANT: _("This person meant no harm, and had no special reason to write to you."),
    Label.SPAM: _("This was spam: somebody who sells to everybody."),
    Label.SCAM: _("This was a fraud: somebody who is after your money or your data."),
}
REPORT_TOO = _("You were right not to accept. Report it too: that protects the others here.")
VERDICTS = {
    (Label.RELEVANT, "accepted"): _("You accepted, and that fits."),
    (Label.RELEVANT, "declined"): _(
        "You declined. You may, and a question first would have cost nothing."
    ),
    (Label.RELEVANT, "unknown"): _(
        "You said that you don't know them, so they can never invite you again. To decline is "
        "enough when you are not sure."
    ),
    (Label.RELEVANT, REPORTED): _(
        "You reported them. Keep reports for people who sell, deceive or attack."
    ),
    (Label.IRRELEVANT, "accepted"): _(
        "You accepted. It does no harm, but people who share nothing with you can seldom help."
    ),
    (Label.IRRELEVANT, "declined"): _("You declined, and that fits: it is silent."),
    (Label.IRRELEVANT, "unknown"): _(
        "You said that you don't know them. That is true, and to decline would have been enough."
    ),
    (Label.IRRELEVANT, REPORTED): _(
        "You reported them. Keep reports for people who sell, deceive or attack."
    ),
    **{
        (label, answer): words
        for label in UNWANTED
        for answer, words in {
            "accepted": _(
                "You accepted, and connections see more of you. Report them: that protects the "
                "others here."
            ),
            "declined": REPORT_TOO,
            "unknown": REPORT_TOO,
            REPORTED: _("You reported them, and that protects the others here."),
        }.items()
    },
}


def answered_by(me):
    """What I know the worth of: invitations that I have answered, from people whom I see (B1)."""
    seen = Person.objects.visible_to(me)
    mine = Approach.objects.with_answers(me).filter(person__in=seen)
    return mine.select_related("invitation__recipient").prefetch_related(
        Prefetch("person", Person.objects.for_cards(me)),
        Prefetch("invitation__introduced_by", seen),
    )


def judged(approaches):
    """Each with what can be seen, in a fixed number of queries."""
    approaches = list(approaches)
    profiles = Profiles({one for each in approaches for one in (each.person_id, each.learner_id)})
    return [Judged(each, profiles) for each in approaches]


class Judged:
    """An answered invitation, what it was worth and how good the answer was."""

    def __init__(self, approach, profiles):
        self.approach = approach
        self.shared = Shared(profiles, (approach.person_id, approach.learner_id))
        self.invitation, self.sender = approach.invitation, approach.person
        self.worth = WORTH[approach.label]

    @property
    def pk(self):
        return self.invitation.pk

    @property
    def is_unwanted(self):
        return self.approach.label in UNWANTED

    @property
    def may_be_reported(self):
        return self.is_unwanted and not self.approach.is_reported

    @property
    def may_be_removed(self):
        return self.is_unwanted and self.sender.tie.connected

    @property
    def verdict(self):
        answer = REPORTED if self.approach.is_reported else self.approach.answer
        return VERDICTS[self.approach.label, answer]

    @property
    def level(self):
        """What it counts for in the skill."""
        one = self.approach
        return NAMES[judging.inbox(one.label, one.answer, one.is_reported)]

    @cached_property
    def signs(self):
        """What the learner can see: for somebody with a reason what the two share, for the
        others what gives them away.
        """
        if self.approach.label == Label.RELEVANT:
            return list(self._reasons())
        return [Cue(cue).label for cue in self.approach.cues or self._cues()]

    def _reasons(self):
        if many := self.sender.mutual_count:
            words = ngettext("%(n)d contact in common", "%(n)d contacts in common", many)
            yield words % {"n": many}
        shared = {
            _("You both went to %(name)s"): self.shared.schools,
            _("You both know %(name)s from the inside"): self.shared.employer_names,
            _("You are both in the group %(name)s"): self.shared.groups,
        }
        for words, names in shared.items():
            if names:
                yield words % {"name": names[0]}
        if self.invitation.introduced_by:
            yield _("Somebody whom you know introduces them")
        if self._says_why:
            yield _("The note says who writes, or why to you")

    def _cues(self):
        """What the two profiles and the note show, where nobody wrote down what gives it away."""
        note, people = self.invitation.note, (self.invitation.recipient, self.sender)
        mine, theirs = (person.industry.casefold() for person in people)
        is_read = bool(note) and self._review.is_scored
        found = {
            Cue.NO_MUTUALS: not self.sender.mutual_count,
            Cue.GENERIC: is_read and not self._says_why,
            Cue.MISMATCH: mine and theirs and mine != theirs,
            Cue.LINK: links(note),
            Cue.PRICE: Fault.PITCH in self._review.faults,
            Cue.PLACEHOLDER: Fault.PLACEHOLDER in self._review.faults,
        }
        return [cue for cue in Cue if found.get(cue)]

    @cached_property
    def _review(self):
        return review(self.invitation.note, NOBODY)

    @property
    def _says_why(self):
        """As far as the words alone tell."""
        return self._review.levels.get(Criterion.REASON, 0) > 0
