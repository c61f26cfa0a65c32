"""Locks that say who lives: the kernel drops a flock when its last holder dies, kill -9 included.

`lease` is shared by every process that uses the server, `postmaster` is inherited by the server
and all its children, `keeper` is the keeper's, `start` is held while somebody starts or stops it.
"""

import fcntl
from contextlib import contextmanager


@contextmanager
def lock(path):
    with open(path, "a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def try_lock(handle):
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
