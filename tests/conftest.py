import signal
import socket

import pytest
from django.core.cache import cache
from django.db import connection
from hypothesis import settings as hypothesis_settings
from psycopg.pq import TransactionStatus

from network.invariants import findings
from tests.factories import numbered_from
from tests.planner import broken

pytest_plugins = ["tests.emptying", "tests.everyone", "tests.pages_seen", "tests.shared_out"]

HERE = ("127.", "::1", "localhost")

# More examples: uv run pytest --hypothesis-profile=ci-heavy
hypothesis_settings.register_profile(
    "ci-heavy", max_examples=300, stateful_step_count=60, deadline=None
)


def pytest_configure(config):
    """What we start can be interrupted, even where a shell in the background ignores it for us."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def no_outgoing_network(monkeypatch):
    """netsim calls nobody; a test that does fails."""
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, only_here(getattr(socket.socket, name)))


def only_here(connect):
    def checked(self, address):
        if self.family != socket.AF_UNIX and not str(address[0]).startswith(HERE):
            raise AssertionError(f"A test tried to reach {address}.")
        return connect(self, address)

    return checked


@pytest.fixture(autouse=True)
def no_limits_from_earlier_tests():
    cache.clear()


@pytest.fixture(autouse=True)
def same_names_whatever_ran_before():
    """All chance is drawn by handle, so a test would have other luck in another order."""
    with numbered_from(1):
        yield


@pytest.fixture(autouse=True)
def invariants_hold(request, monkeypatch):
    """What must hold in the database still holds after every test that wrote to it."""
    needs_database = request.node.get_closest_marker("django_db") or {
        "db",
        "transactional_db",
        "live_server",
    } & set(request.fixturenames)
    if not needs_database or request.node.get_closest_marker("breaks_invariants"):
        yield
        return
    request.getfixturevalue("_django_db_helper")  # so that we come before its rollback
    yield
    monkeypatch.undo()  # a test may have patched the database away
    if wrote_something():
        assert broken() == [], [str(finding) for finding in findings()]


def wrote_something():
    """Whether the test's transaction did; outside of one nobody can say, so True."""
    if not connection.in_atomic_block:
        return True
    status = connection.connection.info.transaction_status if connection.connection else None
    if connection.needs_rollback or status == TransactionStatus.INERROR:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id_if_assigned() IS NOT NULL")
        return cursor.fetchone()[0]
