"""`manage.py demo`, as people use it: started, asked by a browser, interrupted and killed."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from django.core.management import CommandError, call_command

from classroom.management.commands import demo
from netsim import serving
from tests.processes import running

READY = 60  # seconds


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("8000", "127.0.0.1", 8000),
        (":8000", "127.0.0.1", 8000),
        ("0.0.0.0:80", "0.0.0.0", 80),
        ("localhost:65535", "localhost", 65535),
        ("[::1]:8000", "::1", 8000),
    ],
)
def test_an_address_is_a_host_and_a_port(address, host, port):
    assert serving.parse(address) == (host, port)


@pytest.mark.parametrize(
    "address", ["", "abc", "127.0.0.1", "0", "65536", "a:b:80", "http://a:80", "8000/", "-1", "٣"]
)
def test_a_malformed_address_is_one_sentence(address):
    with pytest.raises(CommandError, match="Write the address as host:port, such as"):
        call_command("demo", address)


def test_a_taken_port_is_said_before_anything_starts():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} is taken.*127.0.0.1:{port + 1}"):
            call_command("demo", str(port))


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(CommandError, match=r"does not have the address 192\.0\.2\.1"):
        call_command("demo", "192.0.2.1:8000")


class Finalized:
    """Interrupts the process where Python drops what is raised."""

    def __del__(self):
        signal.raise_signal(signal.SIGINT)


def dropped_interrupt():
    Finalized()
    time.sleep(5)  # the second one comes meanwhile


def test_an_interrupt_within_a_finalizer_is_not_lost(settings, monkeypatch):
    settings.DATABASE_URL = "postgresql://a:b@127.0.0.1:1/none"
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    before = [(end, signal.getsignal(end)) for end in demo.ENDS]
    try:
        with pytest.raises(SystemExit), demo.ends_quietly():
            dropped_interrupt()
    finally:
        for end, handler in before:
            signal.signal(end, handler)


@pytest.fixture
def root():
    path = Path(tempfile.mkdtemp(prefix="netsim-test-"))
    path.chmod(0o755)
    yield path / "pg"
    all_end(path, 10)
    shutil.rmtree(path)


def all_end(path, seconds):
    """Whether nothing that uses the path runs any more."""
    end = time.monotonic() + seconds
    while running(str(path)) and time.monotonic() < end:
        time.sleep(0.1)
    return not running(str(path))


class Demo:
    """A running demo, and a browser to look at it."""

    def __init__(self, root, **environment):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.browser = build_opener(HTTPCookieProcessor(CookieJar()))
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", str(self.port)],
            env=os.environ | {"NETSIM_PG_ROOT": str(root)} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def ready(self):
        end = time.monotonic() + READY
        while time.monotonic() < end and self.process.poll() is None:
            try:
                assert self.get("/healthz") == "ok"
            except URLError:
                time.sleep(0.05)
            else:
                return self
        raise AssertionError(self.output())

    def get(self, path, data=None):
        body = data and urlencode(data).encode()
        with self.browser.open(f"http://127.0.0.1:{self.port}{path}", body, timeout=20) as answer:
            return answer.read().decode()

    def sign_in(self, name, password):
        page = self.get("/accounts/login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        form = {"csrfmiddlewaretoken": token, "login": name, "password": password}
        return self.get("/accounts/login/", form)

    def end(self, how):
        os.killpg(self.process.pid, how)
        return self.output()

    def output(self):
        return self.process.communicate(timeout=30)[0]


def logins(output):
    """(role, name, password) of the lines that are set in."""
    return [line.split() for line in output.splitlines() if re.match(r"  \S+.*\S+  +\S+$", line)]


@pytest.mark.slow
def test_everybody_it_names_can_sign_in_and_a_second_start_changes_nothing(root):
    first = Demo(root).ready()
    named = logins(first.end(signal.SIGINT))
    assert len(named) == 4

    began = time.monotonic()
    second = Demo(root).ready()
    assert time.monotonic() - began < 10
    for *_, name, password in named:
        second.browser = build_opener(HTTPCookieProcessor(CookieJar()))
        assert 'action="/accounts/logout/"' in second.sign_in(name, password)
    assert logins(second.end(signal.SIGINT)) == named


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_all_of_it_without_a_traceback(root, how):
    started = Demo(root).ready()

    output = started.end(how)

    assert started.process.returncode == 0
    assert "Traceback" not in output
    assert all_end(root, 2)


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.8, 1.6, 3])
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_whenever_the_first_start_is_ended_the_next_one_works(root, how, seconds):
    started = Demo(root)
    time.sleep(seconds)
    assert "Traceback" not in started.end(how)

    Demo(root).ready().end(signal.SIGINT)


@pytest.mark.slow
def test_the_page_comes_back_by_itself_after_the_database_was_killed(root):
    started = Demo(root).ready()
    for _ in range(3):
        pid = int((root / "data" / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        end = time.monotonic() + 20
        while "Sign in" not in answer(started, "/accounts/login/"):
            assert time.monotonic() < end
            time.sleep(0.1)
    assert "Traceback" not in started.end(signal.SIGINT).split("Ctrl-C ends it")[0]


def answer(started, path):
    """The page, or nothing while there is none; any other error is a failure."""
    try:
        return started.get(path)
    except HTTPError as error:
        if error.code == 503:
            return ""
        raise


@pytest.mark.slow
def test_a_database_that_is_away_is_one_sentence(root):
    started = Demo(root, DATABASE_URL="postgresql://a:b@127.0.0.1:1/none")

    output = started.output()

    assert started.process.returncode == 1
    assert "The database that DATABASE_URL names cannot be reached: " in output
    assert "Traceback" not in output
