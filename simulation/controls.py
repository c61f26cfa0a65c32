"""Who may move the clock of a world by hand, and how far one may put it forward."""

from datetime import timedelta

from .clock import next_morning

WEEK = timedelta(days=7)


def may_control(user, world):
    """The owner of a private world; the instructors of a shared one."""
    if world.owner_id is None:
        return user.is_staff
    return world.owner_id == user.pk


# Where one may put the clock forward to: the moment, and whether news stop it on the way.
JUMPS = {
    "event": (lambda now: now + WEEK, True),
    "morning": (next_morning, False),
    "week": (lambda now: now + WEEK, False),
}
