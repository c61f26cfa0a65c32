"""What senders did towards recipients before, read for many at once."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Max, Q

from network.models import Comment, Endorsement, Follow, Invitation, Post, Reaction

from .memory import acts_of, lines_between, memory, newest
from .profiles import grouped

NEWEST_POSTS = 20  # of each recipient; who reads further back is not believed to have


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
        self.acts, self.messages = (read(senders, recipients) for read in (acts_of, lines_between))

    def memory(self, pair):
        """What the recipient remembers of the sender."""
        return memory(self.acts[pair], self.messages[pair], pair[1])

    def _read_acts(self):
        senders, recipients = self.senders, self.recipients
        posted = Post.objects.filter(author__in=senders).exclude(community=None).order_by()
        said = Comment.objects.filter(author__in=senders).exclude(post__community=None).order_by()
        # (person, group): who wrote something there.
        self.active = set(
            posted.values_list("author", "community").union(
                said.values_list("author", "post__community")
            )
        )
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
            Invitation.objects.filter(
                Q(sender__in=senders) | Q(sender__in=recipients, recipient__in=senders)
            )
            .order_by("pk")
            .values_list("sender", *Sent._fields),
            Sent,
        )
        posts = Post.objects.filter(author__in=recipients, is_share=False)
        self.posts = grouped(
            newest(posts, NEWEST_POSTS, "author")
            .order_by("author", "-pk")
            .values_list("author", "community", "audience", "title", "text"),
            Written,
        )


def latest(rows):
    """The last moment for each pair."""
    return {(one, other): at for one, other, at in rows.annotate(Max("at"))}
