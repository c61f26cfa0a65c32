"""Our own PostgreSQL. The slow ones start and kill real servers in directories of their own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from netsim.embedded import binaries, server
from netsim.embedded.binaries import PostgresError
from netsim.embedded.server import Server
from tests.processes import children, running

GRACE = "0.3"  # seconds
USE = """
import sys
from pathlib import Path
from netsim.embedded.server import Server
import psycopg
server = Server(Path(sys.argv[1]))
server.ensure()
with psycopg.connect(host=str(server.sock), user="postgres", autocommit=True) as connection:
    connection.execute("CREATE TABLE IF NOT EXISTS kept (n int)") if sys.argv[2] == "1" else None
    for n in range(int(sys.argv[3])):
        connection.execute("INSERT INTO kept VALUES (%s)", [n])
        print(n, flush=True)
"""


@pytest.fixture
def root(monkeypatch):
    # Not tmp_path: the account that the server runs under may not go there.
    monkeypatch.setenv("NETSIM_PG_GRACE", GRACE)
    path = Path(tempfile.mkdtemp(prefix="netsim-test-"))
    path.chmod(0o755)
    yield path / "pg"
    shutil.rmtree(path)


@pytest.fixture
def pg(root):
    pg = Server(root)
    yield pg
    pg.leave()
    wait_until(lambda: not pg.lives())


def rows(pg):
    pg.ensure(again=True)
    with psycopg.connect(host=str(pg.sock), user="postgres") as connection:
        return [n for (n,) in connection.execute("SELECT n FROM kept ORDER BY n")]


def use(root, first=True, writes=1):
    arguments = [sys.executable, "-c", USE, str(root), str(int(first)), str(writes)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def postmaster(pg):
    return int((pg.data / "postmaster.pid").read_text().split()[0])


def wait_until(happens, seconds=20):
    end = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < end, "It did not happen in time."
        time.sleep(0.05)


def test_without_the_wheel_it_says_what_to_do(root, monkeypatch):
    monkeypatch.setattr(binaries.importlib.util, "find_spec", lambda name: None)

    with pytest.raises(PostgresError, match=r"found no PostgreSQL. Run `uv sync`, or set DATABASE"):
        Server(root).ensure()


def test_a_directory_that_cannot_be_made_is_named(root):
    root.parent.joinpath("pg").write_text("a file")

    with pytest.raises(PostgresError, match=f"cannot use its files: .*{root}"):
        Server(root).ensure()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a directory away")
def test_a_directory_of_somebody_else_is_not_used(root):
    root.mkdir()
    os.chown(root, 12345, 12345)

    with pytest.raises(PostgresError, match="belongs to somebody else"):
        Server(root).ensure()


def test_a_cluster_of_another_version_is_left_alone(root):
    data = root / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("17\n")

    with pytest.raises(PostgresError, match="made by PostgreSQL 17 and this is 18"):
        Server(root).ensure()
    assert [path.name for path in data.iterdir()] == ["PG_VERSION"]


def test_a_long_path_gets_a_short_socket(root):
    deep = root.joinpath(*["deep"] * 30)

    assert len(str(Server(deep).sock)) < server.LONGEST_SOCKET_PATH


@pytest.mark.slow
def test_it_ends_with_the_last_who_uses_it(pg, root):
    pg.ensure()
    user = use(root)
    user.wait(30)
    assert pg.lives()

    pg.leave()

    assert not pg.lives()


@pytest.mark.slow
def test_one_who_leaves_does_not_stop_the_others(pg, root):
    pg.ensure()
    other = Server(root)
    other.ensure()

    other.leave()

    assert pg.accepts()


@pytest.mark.slow
def test_six_at_once_on_an_empty_directory_share_one_server(pg, root):
    users = [use(root, first=n == 0, writes=0) for n in range(6)]

    assert [user.wait(60) for user in users] == [0] * 6
    assert rows(pg) == []


@pytest.mark.slow
def test_after_kill_9_of_the_user_the_server_ends(pg, root):
    user = use(root, writes=10**6)
    user.stdout.readline()
    user.kill()
    user.wait()

    wait_until(lambda: not pg.lives())


@pytest.mark.slow
@pytest.mark.parametrize(
    "moment", [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3]
)
def test_kill_9_during_the_first_start_does_no_harm(pg, root, moment):
    user = use(root, writes=0)
    time.sleep(moment)
    user.kill()
    user.wait()

    assert use(root).wait(60) == 0
    assert rows(pg) == [0]


@pytest.mark.slow
def test_kill_9_of_every_process_loses_nothing_that_was_answered(pg, root):
    user = use(root, writes=10**6)
    answered = [user.stdout.readline() for _ in range(200)][-1]
    family = [postmaster(pg), *children(postmaster(pg))]
    for pid in family:
        os.kill(pid, signal.SIGKILL)
    user.kill()
    answered = [answered, *user.stdout.read().splitlines()][-1]

    kept = rows(pg)
    assert kept[: int(answered) + 1] == list(range(int(answered) + 1))


@pytest.mark.slow
def test_a_recycled_process_number_is_not_taken_for_the_server(pg):
    pg.ensure()
    pid_file = pg.data / "postmaster.pid"
    left = pid_file.read_text()
    pg.leave()
    bystander = subprocess.Popen(["sleep", "60"], user=pg.programs.account and "postgres")
    pid_file.write_text(left.replace(left.split()[0], str(bystander.pid), 1))

    pg.ensure()

    assert pg.accepts()
    assert bystander.poll() is None
    bystander.kill()
    bystander.wait()


@pytest.mark.slow
def test_a_killed_keeper_is_replaced(pg, root):
    pg.ensure()
    wait_until(lambda: running(f"netsim.embedded.keeper {pg.root}"))  # it may still be starting
    (keeper,) = running(f"netsim.embedded.keeper {pg.root}")
    os.kill(keeper, signal.SIGKILL)
    assert use(root).wait(30) == 0

    pg._lease.close()
    pg._lease = None

    wait_until(lambda: not pg.lives())


@pytest.mark.slow
def test_a_connection_starts_a_killed_server_again(pg, root):
    code = """
import os, signal, sys
import django
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT 1")
pid = int((connection.server.data / "postmaster.pid").read_text().split()[0])
os.kill(pid, signal.SIGKILL)
connection.close()
with connection.cursor() as cursor:
    cursor.execute("SELECT 2")
    print(cursor.fetchone())
"""
    environment = os.environ | {
        "NETSIM_PG_ROOT": str(root),
        "DJANGO_SETTINGS_MODULE": "netsim.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60
    )

    assert done.stdout == "(2,)\n", done.stderr
