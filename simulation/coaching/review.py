"""A note and the facts in, levels, places, advice and the judgement out. Pure.

Weights, levels and caps are our own judgement after the guides of career services; see
docs/gold-notes.md for how closely the levels follow blind ratings, and of what kind these are.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ..judgement import Flag, NoteJudgement
from . import address, ask, form, fresh, ground, reason, tone
from .draft import Draft
from .languages import is_english
from .result import Criterion, Fault, Finding

HIGHEST = 3
BEND = 2.0  # chosen on the notes that were not held out; without it weak notes seem fair
UNSCORED = 0.35  # what an average note has: it neither helps nor harms

WEIGHTS = {
    Criterion.ADDRESS: 0.10,
    Criterion.GROUND: 0.30,
    Criterion.REASON: 0.20,
    Criterion.ASK: 0.15,
    Criterion.TONE: 0.10,
    Criterion.FORM: 0.05,
    Criterion.FRESH: 0.10,
}
CAPS = {
    Fault.DEFAULT: 0.15,
    Fault.PLACEHOLDER: 0.25,
    Fault.SPAM_LINK: 0.25,
    Fault.PITCH: 0.35,
    Fault.FALSE_CLAIM: 0.35,
    Fault.RUDE: 0.35,
    Fault.STUFFING: 0.45,
    Fault.WRONG_NAME: 0.45,
}
JUDGES = [
    address.judge,
    ground.judge,
    reason.judge,
    ask.judge,
    tone.judge,
    form.judge,
    fresh.judge,
]
NOT_SCORED = _("This language is not scored yet. Your note counts as an average one.")


@dataclass(frozen=True)
class Review:
    """What the coach makes of a note. `quality` runs from 0 to 1; None without a note."""

    findings: tuple[Finding, ...]
    quality: float | None
    asks: bool = False
    is_scored: bool = True

    @property
    def levels(self):
        return {finding.criterion: finding.level for finding in self.findings}

    @property
    def faults(self):
        return frozenset(fault for finding in self.findings for fault in finding.faults)

    @property
    def advice(self):
        """What to change, the faults first, then what would gain most."""
        below = [finding for finding in self.findings if finding.level < HIGHEST]
        if not self.is_scored:
            return [str(NOT_SCORED)]
        return [str(finding.advice) for finding in sorted(below, key=_urgency)]

    @property
    def judgement(self):
        """As a decision reads it."""
        values = {fault.value for fault in self.faults}
        return NoteJudgement(
            quality=self.quality,
            is_default=Fault.DEFAULT in self.faults,
            asks=self.asks,
            flags=frozenset(flag for flag in Flag if flag.value in values),
        )


def review(text, facts):
    """What the coach makes of this text between these two."""
    draft = Draft(text, facts)
    if not text.strip():
        return Review((), None)
    if not is_english(draft.reading):
        return Review((), UNSCORED, is_scored=False)
    findings = tuple(judge(draft) for judge in JUDGES)
    return Review(findings, quality(findings), asks=_asks(draft, findings))


def quality(findings):
    """The weighted share of the levels, held down by what spoils a note, then bent.

    The bend leaves the order as it is, and puts weak notes below an average one, where people
    put them.
    """
    share = sum(WEIGHTS[finding.criterion] * finding.level for finding in findings) / HIGHEST
    caps = [CAPS[fault] for finding in findings for fault in finding.faults if fault in CAPS]
    return round(min([share, *caps]) ** BEND, 9)


def _asks(draft, findings):
    """Whether it asks one small thing, beyond being connected."""
    level = next(finding.level for finding in findings if finding.criterion == Criterion.ASK)
    return level == HIGHEST and bool(ask.light_asks(draft))


def _urgency(finding):
    gain = WEIGHTS[finding.criterion] * (HIGHEST - finding.level)
    return (not finding.faults, -gain, finding.criterion)
