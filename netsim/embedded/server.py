"""Start, find again and stop one PostgreSQL cluster."""

import fcntl
import os
import shlex
import shutil
import socket
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from . import keeper
from .binaries import PACKAGE, PostgresError, Programs, short_name
from .locks import lock, try_lock

START_TIMEOUT = 60  # seconds
LONGEST_SOCKET_PATH = 85  # bytes; a socket's path must fit in 104 on macOS
OPTIONS = {
    "listen_addresses": "",
    "shared_buffers": "64MB",
    "max_connections": "100",
    "random_page_cost": "1.1",
    "jit": "off",
}


class Server:
    """The cluster under `root`. A committed answer survives the death of every process."""

    def __init__(self, root: Path):
        self.programs = Programs(root)
        self.root = self.programs.root
        self.data = self.root / "data"
        self.locks = self.root / "locks"
        self.log = self.root / "postgres.log"
        self.sock = self.root / "sock"
        if len(os.fsencode(self.sock)) > LONGEST_SOCKET_PATH:
            self.sock = Path(tempfile.gettempdir()) / f"netsim-{short_name(self.root)}"
        self._lease = None
        self._ensured_by = None

    def ensure(self, again=False):
        """Start the server unless it runs; costs nothing when this process has done so."""
        if self._ensured_by == os.getpid() and not again:
            return
        try:
            self._take_lease()
            with lock(self.locks / "start"):
                if not self.accepts():
                    self._start()
                keeper.spawn(self)
        except OSError as error:
            raise PostgresError(f"PostgreSQL cannot use its files: {error}.") from error
        self._ensured_by = os.getpid()

    def accepts(self):
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.sock / ".s.PGSQL.5432"))
            except OSError:
                return False
        return self.programs.call("pg_isready", "-q", "-h", self.sock)[0] == 0

    def lives(self):
        """Whether any process of the server is there, answering or not."""
        with open(self.locks / "postmaster", "a") as handle:
            return not try_lock(handle)

    def stop(self):
        if self.lives():
            self.programs.call("pg_ctl", "stop", "-D", self.data, "-m", "fast", "-w")

    def leave(self):
        """Give up the lease, and stop the server at once if nobody else uses it."""
        if self._lease is None:
            return
        self._lease.close()
        self._lease = self._ensured_by = None
        with lock(self.locks / "start"), open(self.locks / "lease", "a") as lease:
            for _ in range(5):  # the keeper holds it for an instant, other users for long
                if try_lock(lease):
                    return self.stop()
                time.sleep(0.05)

    def _take_lease(self):
        if not self.root.exists():
            self.root.mkdir(parents=True, exist_ok=True)
            self.root.chmod(0o711)  # the server's account passes through; nothing here is readable
        self.programs.check_owner(self.root)
        self.locks.mkdir(mode=0o700, exist_ok=True)
        if self._lease is None:  # a forked child shares its parent's
            self._lease = open(self.locks / "lease", "a")  # noqa: SIM115
            fcntl.flock(self._lease, fcntl.LOCK_SH)

    def _start(self):
        with open(self.locks / "postmaster", "a") as alive:
            if self._comes_back(alive):
                return
            self._forget_the_dead()
            self._create(alive)
            self.programs.make_directory(self.sock)
            options = " ".join(f"-c {key}={value!r}" for key, value in OPTIONS.items())
            code, output = self.programs.call(
                *("pg_ctl", "start", "-w", "-t", START_TIMEOUT, "-D", self.data),
                *("-l", self._open_log(), "-o", f"-k {shlex.quote(str(self.sock))} {options}"),
                keep_open=(alive.fileno(),),
            )
        if code or not self.accepts():
            raise PostgresError(f"PostgreSQL did not start: {self._last_words() or output}")

    def _comes_back(self, alive):
        """Wait while an earlier server starts, recovers or dies; true when it answers."""
        end = time.monotonic() + START_TIMEOUT
        while not try_lock(alive):
            if self.accepts():
                return True
            if time.monotonic() > end:
                raise PostgresError(f"PostgreSQL runs but does not answer. See {self.log}.")
            time.sleep(0.1)
        return False

    def _forget_the_dead(self):
        # Nobody holds the lock, so whatever has the number in postmaster.pid is not ours.
        for stale in (
            self.data / "postmaster.pid",
            self.sock / ".s.PGSQL.5432",
            self.sock / ".s.PGSQL.5432.lock",
        ):
            stale.unlink(missing_ok=True)

    def _create(self, alive):
        """Make the cluster beside its place and move it there whole."""
        if self.data.exists():
            self._check_version()
            return
        unfinished = self.data.with_suffix(".new")
        if unfinished.exists():
            shutil.rmtree(unfinished)
        self.programs.make_directory(unfinished)
        code, output = self.programs.call(
            *("initdb", "-D", unfinished, "-U", "postgres", "--auth=trust", "--encoding=UTF8"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
            "--no-instructions",
            keep_open=(alive.fileno(),),  # it may outlive us
        )
        if code:
            raise PostgresError(f"PostgreSQL could not create its files: {output.strip()}")
        unfinished.rename(self.data)

    def _check_version(self):
        made_by = (self.data / "PG_VERSION").read_text().strip()
        ours = version(PACKAGE).split(".")[0]
        if made_by != ours:
            raise PostgresError(
                f"The database in {self.root} was made by PostgreSQL {made_by} and this is {ours}. "
                "Move that directory away to start with an empty one."
            )

    def _open_log(self):
        self.log.touch(mode=0o600)
        if self.programs.account:
            os.chown(self.log, self.programs.account.pw_uid, self.programs.account.pw_gid)
        return self.log

    def _last_words(self):
        lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        return "\n".join(lines[-5:])
