"""What two people said to each other: their messages, and the notes of their invitations."""

from dataclasses import dataclass
from datetime import datetime

from .models import Invitation, Message
from .paging import Page, whole_number

SIZE = 30


@dataclass(frozen=True)
class Line:
    """Something that one of the two said; `id` is that of its element on the page.

    `message` is its key, 0 for the note of an invitation.
    """

    id: str
    is_mine: bool
    text: str
    at: datetime
    is_note: bool
    message: int = 0


def talk(me, other, before=None, size=SIZE):
    """A page of lines, the oldest first, with `newest`: the key of its last message, or 0.

    `before` is the key of a message, or anything that a browser sends.
    """
    key = whole_number(before)
    messages = Message.objects.between(me, other).order_by("-pk")
    if key is not None:
        messages = messages.filter(pk__lt=key)
    rows = list(messages[: size + 1])
    page = Page.of(rows, size, cursor=lambda message: message.pk)
    # A note stands where it was sent, on one page only: after the last message of the older page.
    notes = _notes(me, other)
    if page.next:
        notes = notes.filter(sent_at__gt=rows[size].at)
    if key is not None:
        notes = notes.filter(sent_at__lte=rows[0].at) if rows else notes.none()
    return _in_order(me, page, notes)


def news(me, other, after, size=SIZE):
    """Lines of the messages that came after the key `after`."""
    newer = Message.objects.between(me, other).filter(pk__gt=whole_number(after) or 0)
    return _in_order(me, Page(reversed(newer.order_by("pk")[:size])), [])


def _notes(me, other):
    """Without those that were taken back."""
    kept = Invitation.objects.between(me, other).filter(retracted_at=None)
    return kept.exclude(note="").exclude(status=Invitation.Status.WITHDRAWN).order_by("pk")


def _in_order(me, page, notes):
    lines = [
        *(Line(f"note-{n.pk}", n.sender_id == me.pk, n.note, n.sent_at, True) for n in notes),
        *(
            Line(f"message-{m.pk}", m.author_id == me.pk, m.text, m.at, False, m.pk)
            for m in page[::-1]
        ),
    ]
    ordered = Page(sorted(lines, key=lambda line: line.at))
    ordered.next, ordered.newest = page.next, page[0].pk if page else 0
    return ordered
