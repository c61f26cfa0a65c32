"""The pieces of a learner's work, for each skill: the newest ones, in a fixed number of queries.

Only answers that the learner knows count: others would tell of a silent no (C6).
"""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from network.models import Invitation, Message

from ..coaching import follow_up
from ..coaching.checklist import help_after
from ..deciding.facts import Facts
from ..models import Approach, Decision
from ..reading.notes import note_facts_of
from ..storing import restored
from . import judging
from .levels import ENOUGH, LAST, NAMES, Level, Piece, reached
from .table import SKILLS, Skill

READ_BACK = 40  # invitations, from which the help with each note follows, too


@dataclass(frozen=True)
class Standing:
    """Where a learner stands in one skill."""

    skill: Skill
    level: Level
    last: list[Piece]

    @property
    def name(self):
        return NAMES[self.level]

    @property
    def steps(self):
        """(name, whether it is reached) of each level."""
        return [(name, level <= self.level) for level, name in NAMES.items()]

    @property
    def way(self):
        return self.skill.way_from(self.level)

    @property
    def advice(self):
        """What would have made the last piece better, the weightiest first."""
        return self.last[-1].advice if self.last else ()

    @property
    def missing(self):
        """How many more pieces are needed before any can count."""
        return max(0, ENOUGH - len(self.last))


def standings(me):
    """Where I stand in each skill."""
    work = work_of(me)
    return [
        Standing(skill, reached(work[skill.name]), work[skill.name][-LAST:]) for skill in SKILLS
    ]


def work_of(me):
    """The pieces by the name of their skill, the oldest first."""
    known = [restored(Facts, data) for data in _facts_known_to(me)]
    return {
        "profile": [Piece(judging.profile(facts)) for facts in known],
        "choice": [Piece(judging.choice(facts)) for facts in known],
        "note": list(_notes(known)),
        "engaging": [Piece(judging.engaging_first(facts)) for facts in known],
        "follow-up": [
            Piece(judging.follow_up(found.quality), advice=found.advice)
            for found in _follow_ups(me)
        ],
        "inbox": list(_inbox(me)),
    }


def _facts_known_to(me):
    """What was weighed in my invitations whose answer I know."""
    mine = Decision.objects.known_to(me)
    newest = mine.order_by("-invitation").values_list("facts", flat=True)[:READ_BACK]
    return list(newest)[::-1]


def _notes(known):
    """Each note with the help that its author had by then."""
    qualities = []
    for facts in known:
        level = judging.note(facts)
        if level is not None:
            yield Piece(level, help_after(qualities))
            qualities.append(facts.note.quality)


def _follow_ups(me):
    """What my first message to each of the last who accepted was worth; the oldest first."""
    first = Message.objects.filter(
        author=me,
        reader=OuterRef("invitation__recipient"),
        at__gte=OuterRef("invitation__answered_at"),
    )
    accepted = Decision.objects.filter(
        invitation__sender=me, invitation__status=Invitation.Status.ACCEPTED
    )
    written = accepted.annotate(first=Subquery(first.order_by("pk").values("pk")[:1]))
    newest = written.exclude(first=None).select_related("invitation").order_by("-first")[:LAST]
    messages = Message.objects.in_bulk([decision.first for decision in newest])
    for decision in reversed(newest):
        found = _judged(decision, messages[decision.first])
        if found.is_scored:
            yield found


def _judged(decision, message):
    given = Message.objects.filter(
        author=decision.invitation.recipient_id, reader=message.author_id, pk__lt=message.pk
    )
    last = given.order_by("-pk").values("text", "at").first()
    since = last["at"] if last else decision.invitation.answered_at
    occasion = follow_up.Occasion(since=message.at - since, given=last["text"] if last else "")
    return follow_up.judge(message.text, note_facts_of(decision, message.text), occasion)


def _inbox(me):
    """My answers to invitations of simulated people whose worth was labelled; the oldest first."""
    mine = Approach.objects.with_answers(me)
    rows = mine.order_by("-invitation__answered_at", "-pk").values_list(
        "label", "answer", "is_reported"
    )
    for row in reversed(rows[:LAST]):
        yield Piece(judging.inbox(*row))
