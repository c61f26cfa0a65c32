"""What the sender of an invitation is told about its answer, and when."""

from functools import cached_property
from operator import attrgetter
from typing import Any

from django.db.models import Avg, Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy

from network.models import Invitation, Message, Person

from . import voices
from .answering import is_missed, luck_for
from .calibration import bet_in_words, skill_in_words
from .coaching import marking
from .coaching.review import review
from .deciding import drawing
from .deciding.explaining import GOOD, bars, evidence, explain
from .models import Prediction
from .reading.notes import note_facts_of
from .sayings import LATE as CAME_LATE
from .situation import situation_of
from .sources import GRADES, SOURCES

HEAVY = ("facts", "note_facts", "terms")  # fields that no list shows
HAPPENED = {
    "accept": gettext_lazy("They accepted."),
    "accept_and_reply": gettext_lazy("They accepted and wrote back."),
    "ignore": gettext_lazy("They saw it and stayed silent."),
    "decline": gettext_lazy("They declined, in silence."),
    "unknown": gettext_lazy("They said that they don't know you."),
}
SILENT = ("ignore", "decline")
WROTE = gettext_lazy("They answered your note, and did not accept.")
LATE = gettext_lazy("They did not come to it within three weeks.")
LATE_LUCK = gettext_lazy(
    "Nobody weighed your request, so its answer says nothing about it. Look at the chance instead."
)


class Told:
    """An invitation with the answer to it, as far as its sender may know it."""

    def __init__(self, invitation):
        self.invitation, self.recipient = invitation, invitation.recipient
        self.decision: Any = getattr(invitation, "decision", None)
        self.prediction = getattr(invitation, "prediction", None)
        self.accepted = invitation.status == Invitation.Status.ACCEPTED

    @property
    def pk(self):
        return self.invitation.pk

    @property
    def is_explained(self):
        """An acceptance shows by itself; what is silent, once its sender opened it (C6)."""
        opened = hasattr(self.invitation, "debrief")
        return self.decision is not None and (self.accepted or opened)

    @property
    def is_sealed(self):
        """Silence, of which the sender cannot see whether somebody decided."""
        return self.recipient.is_simulated and not self.accepted and not self.is_explained

    @property
    def is_missed(self):
        """It had waited too long when its sender came, so there is nothing to bet on."""
        open_to_bets = self.is_sealed and not self.is_taken_back
        return open_to_bets and is_missed(self.invitation, self.invitation.world)

    @property
    def is_taken_back(self):
        """As its sender knows, whatever was decided before."""
        one = self.invitation
        ended_by_others = one.retracted_at is not None and one.retracted_at == one.answered_at
        withdrawn = one.status == Invitation.Status.WITHDRAWN
        return withdrawn or (one.retracted_at is not None and not ended_by_others)

    @property
    def happened(self):
        if self.decision.is_late:
            return LATE
        wrote = self.decision.outcome in SILENT and self.invitation.has_words_back
        return WROTE if wrote else HAPPENED[self.decision.outcome]

    @cached_property
    def explanation(self):
        return explain(self.decision.seen, self.decision.answer)

    @property
    def luck(self):
        return LATE_LUCK if self.decision.is_late else self.explanation.luck

    @property
    def voice(self):
        """The persona's own words."""
        answer, late = self.decision.answer, self.decision.is_late
        seen, accepted = self.decision.seen, self.decision.is_accepted
        reason = CAME_LATE if late else voices.reason_for(seen, answer, good=GOOD)
        situation = situation_of(self, reason)
        return voices.voice(reason, seen.traits.role, self._luck, situation, accepted=accepted)

    @property
    def _luck(self):
        """The persona's, as when they decided."""
        attempt, version = self.decision.seen.history.attempt, self.decision.model_version
        return luck_for(self.recipient.handle, self.invitation.world, version, attempt)

    @property
    def bet(self):
        """What to make of the prediction; "" without one."""
        return bet_in_words(self.prediction.tenths, self.decision.p) if self.prediction else ""

    @property
    def dots(self):
        return drawing.dots(self.decision.p)

    @property
    def bet_at(self):
        return drawing.bet_at(self.prediction.tenths) if self.prediction else None

    @property
    def rows(self):
        """All that was weighed."""
        answer = self.decision.answer
        return drawing.rows(bars(answer, answer))

    @cached_property
    def note_facts(self):
        return note_facts_of(self.decision, self.invitation.note)

    @cached_property
    def note(self):
        return Rubric(self.invitation.note, review(self.invitation.note, self.note_facts))

    @property
    def evidence(self):
        """The sources of all that is said, each once, the firmest first: (source, its grade)."""
        told = self.explanation
        said = [*told.helped, *told.changes, told.beyond]
        ids = [source for each in said if each for source in each.evidence]
        ids += evidence("base", self.decision.model_version)
        sources = sorted((SOURCES[each] for each in dict.fromkeys(ids)), key=attrgetter("grade"))
        return [(source, GRADES[source.grade]) for source in sources]


class Rubric:
    """A note to somebody, with what earned and cost something in it."""

    def __init__(self, text, found):
        self.text, self.review = text, found
        self.lines = marking.lines(found.findings)
        self.pieces = marking.pieces(text, found.findings)

    @classmethod
    def of(cls, decision, text):
        """The note of a decision, or another one, held against what was true then."""
        return cls(text, review(text, note_facts_of(decision, text)))

    @property
    def unscored(self):
        """Why there are no levels; "" when there are."""
        return "" if self.review.is_scored else self.review.advice[0]


def sent_by(me):
    """What `me` sent to those whom they can see (B1), with all that a debrief tells."""
    seen = Person.objects.visible_to(me)
    about = ("sender", "recipient", "world__rules", "decision", "prediction", "debrief")
    words_back = Message.objects.filter(invitation=OuterRef("pk"), author=OuterRef("recipient"))
    mine = Invitation.objects.filter(sender=me, recipient__in=seen).select_related(*about)
    return mine.annotate(has_words_back=Exists(words_back))


def list_of(me):
    """The invitations that can be explained, light enough for a list."""
    heavy = [f"decision__{field}" for field in HEAVY]
    return sent_by(me).filter(recipient__kind=Person.Kind.PERSONA).defer(*heavy)


def judgement_of(me):
    """What to make of the bets whose debriefs are open; {} before the first."""
    off = F("tenths") * 0.1 - F("invitation__decision__p")
    opened = Q(invitation__status=Invitation.Status.ACCEPTED)
    opened |= Q(invitation__debrief__isnull=False)
    bets = Prediction.objects.filter(opened, invitation__sender=me)
    bets = bets.filter(invitation__decision__isnull=False)
    found = bets.aggregate(many=Count("pk"), score=Avg(off * off), lean=Avg(off))
    if not found["many"]:
        return {}
    return {**found, "words": skill_in_words(**found)}
