"""What a persona may name of a decision of theirs, see `voices.Situation`; read for one debrief."""

import re

from network.models import Experience, Person

from . import voices
from .coaching.lexicon import words
from .coaching.marking import joined
from .coaching.result import Criterion
from .deciding.weights import values

QUOTED = 60  # characters of a note at most
SPEAKS = 2  # the level from which what is shared speaks for a note
LEAST = 2  # words; fewer say nothing by themselves
SENTENCES = {"note", "rude", "pitch", "false_claim"}  # of which more than the place is quoted
ENDS = re.compile(r"[.?!]+[”\")]*\s+|\n+")


def situation_of(told, reason):
    """The names that are at hand for this reason.

    What their profile says, and whom of the common contacts one can see, is read now; the rest is
    as it was when they decided.
    """
    seen, recipient = told.decision.seen, told.recipient
    tie, shared = seen.tie, told.note_facts.shared
    many = seen.history.pending > values(told.decision.model_version)["flood.pending"]
    jobs = _jobs(recipient)
    employer = _shared(shared("employers"), jobs)
    return voices.Situation(
        team=_team(jobs),
        both=_both(told.invitation.sender, told.decision.note_facts["mutuals"]),
        group=_first(shared("groups")),
        school=_first(shared("schools")),
        employer=employer if tie.same_employer and not tie.past_employer else "",
        past=employer if tie.past_employer and not tie.same_employer else "",
        field=recipient.industry if tie.same_industry else "",
        city=recipient.location if tie.same_city else "",
        claim="" if tie.claim_is_true else told.invitation.get_how_display(),
        quote=_quote(told.note, reason),
        full=voices.inbox(seen.traits.busyness),
        open=str(seen.history.pending) if many else "",
    )


def _jobs(person):
    """(employer's name, end) at employers of this world: "Self-employed" names no place."""
    jobs = Experience.objects.filter(person=person).exclude(employer=None)
    return jobs.values_list("employer_name", "ended_on")


def _team(jobs):
    """Where they work now; "" at two places, or at none."""
    names = [name for name, ended_on in jobs if ended_on is None]
    return names[0] if len(names) == 1 else ""


def _shared(names, jobs):
    here = {name.casefold() for name, _ended_on in jobs}
    return _first([name for name in names if name.casefold() in here])


def _both(me, mutuals):
    """Somebody whom both knew, as long as I see them (B1)."""
    seen = Person.objects.visible_to(me).filter(pk__in=mutuals).order_by("pk")
    return seen.values_list("name", flat=True).first() or ""


def _quote(rubric, reason):
    """The words of the note that the reason is about; "" when there are none to speak of."""
    found = [
        each
        for each in rubric.review.findings
        if reason in each.faults
        or (reason == "note" and each.criterion == Criterion.GROUND and each.level >= SPEAKS)
    ]
    text = rubric.text
    spans = [span for each in found for span in joined(text, each.spans)]
    start, end = max(spans, key=lambda span: span[1] - span[0], default=(0, 0))
    if reason == "note" and len(text[start:end].split()) < LEAST:
        return ""
    if reason in SENTENCES:
        start, end = _sentence_around(text, start, end)
    return _cut(" ".join(text[start:end].split()))


def _sentence_around(text, start, end):
    """So much of its sentence that the place is in the quote."""
    ends = [found for found in ENDS.finditer(text) if not _is_title(text[: found.start()])]
    begin = max((each.end() for each in ends if each.end() <= start), default=0)
    until = min((each.start() for each in ends if each.start() >= end), default=len(text))
    return (begin if end - begin <= QUOTED else start), until


def _is_title(before):
    """Whether the stop after this belongs to "Dr."."""
    return bool(words("titles").intersection(before.casefold().split()[-1:]))


def _cut(text):
    text = text.strip(".,;:!? ")
    return text if len(text) <= QUOTED else text[:QUOTED].rsplit(" ", 1)[0] + " …"


def _first(names):
    return names[0] if names else ""
