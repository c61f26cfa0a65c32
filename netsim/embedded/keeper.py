"""A detached process that stops the server when nobody has used it for a moment."""

import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

from .locks import lock, try_lock

GRACE = float(os.environ.get("NETSIM_PG_GRACE", "5"))  # seconds to wait for the next process


def spawn(server):
    with open(server.locks / "keeper", "a") as only_one:
        if not try_lock(only_one):
            return
    subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", __name__, server.root],
        start_new_session=True,  # Ctrl-C is not for it
        cwd=Path(__file__).parents[2],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def keep(server):
    with open(server.locks / "keeper", "a") as only_one, open(server.locks / "lease", "a") as lease:
        if not try_lock(only_one):
            return
        while True:
            fcntl.flock(lease, fcntl.LOCK_EX)  # waits until the last user has gone
            fcntl.flock(lease, fcntl.LOCK_UN)
            end = time.monotonic() + GRACE
            while server.lives() and time.monotonic() < end:
                time.sleep(0.1)
            with lock(server.locks / "start"):
                if try_lock(lease):  # nobody came meanwhile
                    server.stop()
                    fcntl.flock(only_one, fcntl.LOCK_UN)  # before "start" is free again
                    return


if __name__ == "__main__":
    from .server import Server

    keep(Server(Path(sys.argv[1])))
