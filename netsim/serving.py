"""One process that serves netsim on one machine: nothing is left over when it is killed."""

import errno
import re
import socket

ADDRESS = re.compile(r"(?:(?P<host>[^:\[\]/]*|\[[0-9a-fA-F:.]+\]):)?(?P<port>[0-9]{1,5})")
THREADS = 8  # each keeps a database connection
WHY = {
    errno.EADDRINUSE: "Port {port} is taken. Stop what runs there, or choose another one: {other}.",
    errno.EACCES: "Port {port} is not open to you. Choose one above 1023, such as 8000.",
    errno.EADDRNOTAVAIL: "This machine does not have the address {host}.",
}


class AddressError(Exception):
    """The address cannot be used; the text says why."""


def parse(address):
    """The host and the port of `host:port` or of a port alone."""
    found = ADDRESS.fullmatch(address)
    if not found or not 0 < int(found["port"]) < 65536:
        raise AddressError("Write the address as host:port, such as 127.0.0.1:8000.")
    return (found["host"] or "127.0.0.1").strip("[]"), int(found["port"])


def take(host, port):
    """A socket that holds the port; browsers are turned away until it is served."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        taken = socket.socket(family, kind)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
    except socket.gaierror as error:
        raise AddressError(f"There is no host named {host}.") from error
    except OSError as error:
        sentence = WHY.get(error.errno, "The address {host}:{port} cannot be used: {error}.")
        other = f"uv run manage.py demo {host}:{port + 1}"
        raise AddressError(
            sentence.format(host=host, port=port, other=other, error=error.strerror)
        ) from error
    return taken


def serve(application, taken):
    """Answer until a KeyboardInterrupt; requests that have begun are finished."""
    from waitress import create_server

    server = create_server(
        application,
        sockets=[taken],
        threads=THREADS,
        connection_limit=1000,
        asyncore_use_poll=True,
        max_request_body_size=64 * 1024**2,
        ident=None,
    )
    server.run()
