"""What senders did towards recipients before, read for many at once."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import F, Max, Q, Window
from django.db.models.functions import RowNumber

from network.models import Comment, Endorsement, Follow, Invitation, Message, Post, Reaction

from .profiles import grouped

NEWEST_POSTS = 20  # of each recipient; who reads further back is not believed to have
NEWEST_MESSAGES = 10  # of each two people


class Said(NamedTuple):
    """A comment of a sender under a recipient's post, or below their comment."""

    post_author: int
    parent_author: int | None
    group: int | None
    text: str
    at: datetime


class Sent(NamedTuple):
    recipient: int
    pk: int
    status: str
    sent_at: datetime
    retracted_at: datetime | None
    note: str


class Written(NamedTuple):
    """A post of a recipient."""

    group: int | None
    audience: str
    title: str
    text: str


class Dealings:
    """By sender and recipient, in a fixed number of queries."""

    def __init__(self, senders, recipients):
        self.senders, self.recipients = senders, recipients
        self._read_acts()
        self._read_words()

    def _read_acts(self):
        senders, recipients = self.senders, self.recipients
        posted = Post.objects.filter(author__in=senders).exclude(community=None).order_by()
        said = Comment.objects.filter(author__in=senders).exclude(post__community=None).order_by()
        # (person, group): who wrote something there.
        self.active = set(posted.values_list("author", "community").distinct())
        self.active |= set(said.values_list("author", "post__community").distinct())
        reactions = Reaction.objects.filter(person__in=senders, post__author__in=recipients)
        self.liked = latest(reactions.order_by().values_list("person", "post__author"))
        praised = Endorsement.objects.filter(endorser__in=senders, person__in=recipients)
        self.endorsed = latest(praised.order_by().values_list("endorser", "person"))
        follows = Follow.objects.filter(follower__in=senders, followed__in=recipients)
        self.followed = {
            (one, other): since
            for one, other, since in follows.values_list("follower", "followed", "since")
        }

    def _read_words(self):
        senders, recipients = self.senders, self.recipients
        to_them = Q(post__author__in=recipients) | Q(parent__author__in=recipients)
        said_to = ("post__author", "parent__author", "post__community")
        self.comments = grouped(
            Comment.objects.filter(to_them, author__in=senders)
            .order_by("pk")
            .values_list("author", *said_to, "text", "at"),
            Said,
        )
        self.sent = grouped(
            Invitation.objects.filter(sender__in=senders)
            .order_by("pk")
            .values_list("sender", *Sent._fields),
            Sent,
        )
        posts = Post.objects.filter(author__in=recipients, is_share=False)
        self.posts = grouped(
            _newest(posts, NEWEST_POSTS, "author")
            .order_by("author", "-pk")
            .values_list("author", "community", "audience", "title", "text"),
            Written,
        )
        messages = Message.objects.filter(
            Q(author__in=senders, reader__in=recipients)
            | Q(author__in=recipients, reader__in=senders)
        )
        self.messages = grouped(
            ((author, reader), text)
            for author, reader, text in _newest(messages, NEWEST_MESSAGES, "author", "reader")
            .order_by("pk")
            .values_list("author", "reader", "text")
        )


def _newest(rows, number, *of):
    """The newest so many rows of each."""
    rank = Window(RowNumber(), partition_by=[F(each) for each in of], order_by=F("pk").desc())
    return rows.alias(rank=rank).filter(rank__lte=number)


def latest(rows):
    """The last moment for each pair."""
    return {(one, other): at for one, other, at in rows.annotate(Max("at"))}
