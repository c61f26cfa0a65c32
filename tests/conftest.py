import socket

import pytest
from django.core.cache import cache

HERE = ("127.", "::1", "localhost")


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
