"""The lock that starts every act between two people, and the one place that writes their ties."""

from contextlib import contextmanager

from django.apps import apps
from django.db import connection, transaction

from ..errors import (
    AlreadyConnected,
    EmployersDoNotGive,
    GivingNeedsConnection,
    Gone,
    NotConnected,
    Yourself,
)
from ..ties import Tie
from .block import Block
from .connection import Connection
from .follow import Follow
from .mute import Mute

SHARED = "SELECT id FROM network_person WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE"
COUNTING = "SELECT id FROM network_person WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE"
PAIR = "SELECT pg_advisory_xact_lock(hashtextextended('pair ' || %s || ' ' || %s, 0))"
TIES = """
SELECT
  EXISTS (SELECT FROM network_follow WHERE follower_id = %(me)s AND followed_id = %(other)s),
  EXISTS (SELECT FROM network_follow WHERE follower_id = %(other)s AND followed_id = %(me)s),
  EXISTS (SELECT FROM network_connection WHERE person_id = %(me)s AND other_id = %(other)s),
  EXISTS (SELECT FROM network_block WHERE blocker_id = %(me)s AND blocked_id = %(other)s),
  EXISTS (SELECT FROM network_block WHERE blocker_id = %(other)s AND blocked_id = %(me)s)
"""


class Pair:
    """Two people whose ties nobody else changes until the lock is given back.

    `tie` is what stands between them as `me` sees it; of invitations it knows nothing.
    """

    def __init__(self, me, other, tie, blocked):
        self.me, self.other, self.tie, self.blocked = me, other, tie, blocked

    @property
    def now(self):
        """The world's time."""
        return self.me.world.now

    def refuse_unless_connected(self):
        if not self.tie.connected:
            raise NotConnected

    def refuse_if_connected(self):
        if self.tie.connected:
            raise AlreadyConnected

    def refuse_to_give(self):
        if refusal := refusal_to_give(self.me, self.other, self.tie.connected):
            raise refusal

    def become(self, tie, invitation=None):
        """Write whatever in `tie` differs from what stands. Connecting needs the invitation."""
        before = self.tie
        if before.connected and not tie.connected:
            Connection.objects.between(self.me, self.other).delete()
        self._follow(self.me, self.other, before.following, tie.following)
        self._follow(self.other, self.me, before.followed, tie.followed)
        if not tie.connected:
            self._unmute(self.me, self.other, before.following or before.connected, tie.following)
            self._unmute(self.other, self.me, before.followed or before.connected, tie.followed)
        if tie.connected and not before.connected:
            self._connect(invitation)
        if tie.blocking and not before.blocking:
            Block.objects.create(
                world=self.me.world, blocker=self.me, blocked=self.other, since=self.now
            )
        if before.blocking and not tie.blocking:
            Block.objects.filter(blocker=self.me, blocked=self.other).delete()

    def _follow(self, follower, followed, before, after):
        if after and not before:
            Follow.objects.create(
                world=self.me.world, follower=follower, followed=followed, since=self.now
            )
        if before and not after:
            Follow.objects.filter(follower=follower, followed=followed).delete()

    def _unmute(self, muter, muted, before, after):
        """A mute ends with the last tie that could bring a post."""
        if before and not after:
            Mute.objects.filter(muter=muter, muted=muted).delete()

    def _connect(self, invitation):
        Connection.objects.bulk_create(
            Connection(
                world=self.me.world,
                person=one,
                other=two,
                origin=Connection.Origin.INVITATION,
                invitation=invitation,
                since=self.now,
            )
            for one, two in [(self.me, self.other), (self.other, self.me)]
        )


def refusal_to_give(me, other, connected):
    """E1: endorsements and recommendations go between connected people, never employers."""
    if me.is_employer or other.is_employer:
        return EmployersDoNotGive()
    return None if connected else GivingNeedsConnection()


@contextmanager
def pair_lock(my_pk, other_pk, *, even_if_blocked=False, counting=False):
    """Hold two people still: transaction, their rows in id order, the lock of the pair, then read.

    `counting` also makes the acts of each of the two that count against a limit wait for each
    other. Raises Yourself, and Gone when one has left or one blocks the other.
    """
    if my_pk == other_pk:
        raise Yourself
    with transaction.atomic():
        _lock(sorted([my_pk, other_pk]), COUNTING if counting else SHARED)
        pair = _read(my_pk, other_pk)
        if not even_if_blocked and (pair.tie.blocking or pair.blocked):
            raise Gone
        yield pair


def _lock(pks, rows):
    with connection.cursor() as cursor:
        cursor.execute(rows, [pks])
        if len(cursor.fetchall()) < 2:
            raise Gone
        cursor.execute(PAIR, pks)


def _read(my_pk, other_pk):
    people = apps.get_model("network", "Person").objects.select_related("world__rules", "user")
    both = people.in_bulk([my_pk, other_pk])
    me, other = both[my_pk], both[other_pk]
    if me.world_id != other.world_id or me.has_left or other.has_left:
        raise Gone
    with connection.cursor() as cursor:
        cursor.execute(TIES, {"me": my_pk, "other": other_pk})
        following, followed, connected, blocking, blocked = cursor.fetchone()
    tie = Tie(following=following, followed=followed, connected=connected, blocking=blocking)
    return Pair(me, other, tie, blocked)
