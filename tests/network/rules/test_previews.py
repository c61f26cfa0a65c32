"""What is promised before an act is what the act does, from every tie that can be reached."""

from contextlib import contextmanager, suppress

import pytest
from django.db import transaction

from network.consequences import consequences
from network.errors import Refusal
from network.models import Invitation, Post
from network.ties import Tie
from tests.factories import publish, seen


def waiting(sender, recipient):
    return Invitation.objects.awaiting(recipient).get(sender=sender)


def shown_as_pending(sender, recipient):
    return Invitation.objects.seen_pending_by(sender).get(recipient=recipient)


# What I do, and what it was promised to do; then what the other does to reach every tie.
MINE = {
    "follow": (lambda me, other: me.follow(other), Tie.follow),
    "unfollow": (lambda me, other: me.unfollow(other), Tie.unfollow),
    "invite": (lambda me, other: me.invite(other, "friend"), Tie.invite),
    "accept": (lambda me, other: waiting(other, me).accept(), Tie.connect),
    "decline": (lambda me, other: waiting(other, me).decline(), Tie.decline),
    "say unknown": (lambda me, other: waiting(other, me).say_unknown(), Tie.decline),
    "withdraw": (lambda me, other: shown_as_pending(me, other).withdraw(), Tie.withdraw),
    "disconnect": (lambda me, other: me.disconnect(other), Tie.disconnect),
    "disconnect, keep": (
        lambda me, other: me.disconnect(other, keep_following=True),
        lambda tie: tie.disconnect(keep_following=True),
    ),
    "block": (lambda me, other: me.block(other), Tie.block),
    "unblock": (lambda me, other: me.unblock(other), Tie.unblock),
}
THEIRS = ["follow", "unfollow", "invite", "decline", "withdraw", "block", "unblock"]
ACTS = {name: act for name, (act, _) in MINE.items()} | {
    f"they {name}": lambda me, other, act=MINE[name][0]: act(other, me) for name in THEIRS
}
# Follows (4) × invitations (8: none; of one or the other, open or silently answered; silently
# answered beside one that is open; both silently answered); follows when connected (4); blocks (3).
REACHABLE = 4 * 8 + 4 + 3


@contextmanager
def undone():
    """What happens inside leaves nothing behind; a refusal ends it."""
    with suppress(Refusal, Invitation.DoesNotExist), transaction.atomic():
        yield
        transaction.set_rollback(True)


def audiences(viewer, author):
    posts = Post.objects.visible_to(viewer).filter(author=author)
    return frozenset(posts.values_list("audience", flat=True))


@pytest.mark.exhaustive
def test_every_act_from_every_tie_does_what_was_promised(mia, omar):
    for author in (mia, omar):
        publish(author, audience="followers")
        publish(author, audience="connections")
    start = both_ties(mia, omar)
    paths, unexplored, tried = {start: ()}, [start], set()

    while unexplored:
        before = unexplored.pop(0)  # shortest paths first: they leave nothing to wait for
        with undone():
            for name in paths[before]:
                ACTS[name](mia, omar)
            for name, act in ACTS.items():
                with undone():
                    act(mia, omar)
                    now = both_ties(mia, omar)
                    was_promised(before[0], name, now[0])
                    tried.add(name)
                    if now not in paths:
                        paths[now] = (*paths[before], name)
                        unexplored.append(now)

    assert tried == set(ACTS)
    assert len(paths) == REACHABLE


def both_ties(mia, omar):
    """As each sees it, after a look at what each may then see of the other."""
    ties = seen(mia, omar).tie, seen(omar, mia).tie
    assert audiences(mia, omar) == ties[0].i_see == ties[1].they_see
    assert audiences(omar, mia) == ties[0].they_see == ties[1].i_see
    return ties


def was_promised(before, name, now):
    if name in MINE:
        promised = MINE[name][1](before)
        assert now == promised, (before, name)
        assert consequences(before, promised, "Omar") == consequences(before, now, "Omar")
