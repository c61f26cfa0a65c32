"""What others wrote to somebody stays theirs when that person leaves."""

import uuid

from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import Least
from django.utils.translation import gettext as _

from .comment import Comment
from .conversation import Conversation
from .message import Message


def keep_what_others_wrote(person):
    """Call it before the person is deleted, with their row locked.

    Answers to their comments move up to where the comment stood. Messages to them stay with who
    wrote them, addressed to somebody who left; what the person wrote goes. Nothing that was written
    can be read by anybody who could not read it before.
    """
    answers = Comment.objects.filter(parent__author=person).exclude(author=person)
    answers.update(parent=None)
    _end_with_what_the_others_wrote(person)
    Message.objects.filter(author=person).delete()  # with the conversations that held nothing else
    _forget_who_holds_nothing(person)
    if Message.objects.filter(reader=person).exists():
        _hand_over(person, _somebody_who_left(person))


def _end_with_what_the_others_wrote(person):
    for mine, theirs in [("person", "other"), ("other", "person")]:
        received = Message.objects.filter(reader=person, author=OuterRef(theirs)).order_by("-pk")
        last = Subquery(received.values("pk")[:1])
        sides = Conversation.objects.filter(Exists(received), **{mine: person})
        sides.update(
            newest_id=last,
            heard=last if mine == "person" else 0,
            read_up_to=Least(F("read_up_to"), last),
            archived_up_to=Least(F("archived_up_to"), last),
        )


def _forget_who_holds_nothing(person):
    """Those who left before, and to whom only this person had written."""
    gone = type(person).objects.filter(world=person.world_id, kind=person.Kind.DEPARTED)
    gone.exclude(Exists(Message.objects.filter(reader=OuterRef("pk")))).delete()


def _somebody_who_left(person):
    """Holds the place of a person in conversations, and nothing of them."""
    return type(person).objects.create(
        world_id=person.world_id,
        kind=person.Kind.DEPARTED,
        handle=handle_of_who_left(),
        name=_("Somebody who left"),
        joined_at=person.world.started_at,
    )


def handle_of_who_left():
    """One that nobody has."""
    return f"left-{uuid.uuid4().hex}"


def _hand_over(person, husk):
    Message.objects.filter(reader=person).update(reader=husk, invitation=None)
    Conversation.objects.filter(person=person).update(person=husk)
    Conversation.objects.filter(other=person).update(other=husk)
