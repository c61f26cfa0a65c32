"""What simulated people remember of the last that somebody did towards them."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q, Window
from django.db.models.functions import Greatest, Lag, Least, RowNumber

from network.models import Comment, Event, Message

from ..coaching.follow_up import is_thanks
from ..deciding.facts import Memory
from .profiles import grouped

LAST = 10  # acts; older ones are forgotten
PATIENCE = timedelta(days=5)
WRITTEN = {Event.Verb.MESSAGED, Event.Verb.CONGRATULATED}
# Of an invitation there are terms already; of anything else nobody is told, or only once, so that
# it could be done again and again until all else is forgotten.
INVITING = {Event.Verb.INVITED, Event.Verb.REMINDED, Event.Verb.ACCEPTED}
ACTS = {*Event.TOLD, *WRITTEN} - INVITING - {*Event.TOLD_ONCE}


class Act(NamedTuple):
    verb: str
    answers: bool  # what the other said in a thread
    text: str | None  # of a comment


class Line(NamedTuple):
    """A message, with what was the last between the two before it."""

    text: str
    at: datetime
    before: int | None  # its author
    before_at: datetime | None
    second_before: int | None

    def pushes(self, reader):
        """Whether it is the third in a row to them, whatever they answered later."""
        in_a_row = not {None, reader} & {self.before, self.second_before}
        return in_a_row and self.at - self.before_at < PATIENCE


def newest(rows, number, *of):
    """The newest so many rows of each."""
    rank = Window(RowNumber(), partition_by=[F(each) for each in of], order_by=F("pk").desc())
    return rows.alias(rank=rank).filter(rank__lte=number)


def acts_of(actors, targets):
    """The last that each did towards each, by (actor, target), the oldest first."""
    acts = Event.objects.filter(actor__in=actors, target__in=targets, verb__in=ACTS)
    thread = Comment.objects.filter(
        Q(pk=OuterRef("comment__parent")) | Q(parent=OuterRef("comment__parent")),
        author=OuterRef("target"),
        pk__lt=OuterRef("comment"),
    )
    rows = newest(acts, LAST, "actor", "target").order_by("pk").annotate(answers=Exists(thread))
    return _by_pair(rows.values_list("actor", "target", "verb", "answers", "comment__text"), Act)


def lines_between(some, others):
    """The last messages of each to each, by (author, reader), the oldest first."""
    messages = Message.objects.filter(
        Q(author__in=some, reader__in=others) | Q(author__in=others, reader__in=some)
    ).annotate(
        before=_before("author"), before_at=_before("at"), second_before=_before("author", 2)
    )
    rows = newest(messages, LAST, "author", "reader").order_by("pk")
    return _by_pair(rows.values_list("author", "reader", *Line._fields), Line)


def _by_pair(rows, made_of):
    return grouped((((one, other), *rest) for one, other, *rest in rows), made_of)


def _before(field, how_far=1):
    """The same of an earlier message between the two."""
    two = [Least("author", "reader"), Greatest("author", "reader")]
    return Window(Lag(field, how_far), partition_by=two, order_by=F("pk").asc())


def memory(acts, lines, remembering):
    """What somebody remembers of these `acts` towards them and of the `lines` among them."""
    written = sum(act.verb in WRITTEN for act in acts)
    lines = lines[-written:] if written else []
    said = [line.text for line in lines]
    said += [act.text for act in acts if act.text and act.answers]
    pushed = any(line.pushes(remembering) for line in lines)
    return Memory(thanked=any(map(is_thanks, said)), pushed=pushed)


def memory_of(person, other):
    """What `person` remembers of `other` now."""
    pair = (other.pk, person.pk)
    lines, acts = lines_between([other], [person]), acts_of([other], [person])
    return memory(acts[pair], lines[pair], person.pk)
