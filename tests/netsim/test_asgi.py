import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from netsim import asgi

pytestmark = pytest.mark.filterwarnings("error")  # they would fill the log of a server

FORM = b"application/x-www-form-urlencoded"


def ask(chunks, headers=(), query=b""):
    """What is sent for a request whose body arrives in `chunks`; None is a browser hanging up."""
    waiting, sent = list(chunks), []
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "path": "/accounts/login/",
        "query_string": query,
        "headers": [(b"host", b"testserver"), *headers],
    }

    async def receive():
        if not waiting:
            await asyncio.sleep(9)
        chunk = waiting.pop(0)
        if chunk is None:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": chunk, "more_body": bool(chunk)}

    def send(message):  # no coroutine function, like granian's
        sent.append(message)
        return asyncio.sleep(0)

    # Of its own thread: a browser of the journeys may have a loop in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, asgi.application(scope, receive, send)).result()
    body = b"".join(message.get("body", b"") for message in sent)
    return (sent[0]["status"], body) if sent else None


@pytest.fixture
def asked():
    """The queries that arrived."""
    return []


@pytest.fixture
def closed(monkeypatch, asked):
    """Answers with the body it got, and keeps a list of the answers that were closed."""
    closed = []

    class Echo(list):
        def close(self):
            closed.append(self)

    def application(environ, start_response):
        asked.append(environ["QUERY_STRING"])
        start_response("200 OK", [])
        return Echo([environ["wsgi.input"].read()])

    monkeypatch.setattr(asgi, "wsgi_application", application)
    return closed


def test_a_form_arrives_whole_and_the_answer_is_closed(closed):
    assert ask([b"login=", b"mia", b""]) == (200, b"login=mia")
    assert closed == [[b"login=mia"]]


def test_no_more_is_kept_than_a_form_may_have(closed, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10

    assert ask([b"a" * 7] * 3 + [b""]) == (200, b"a" * 10)


def test_an_endless_body_is_not_read_to_its_end(closed, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10

    assert ask([b"a" * 7] * 13) == (200, b"a" * 10)


def test_a_browser_that_hangs_up_costs_nothing(closed):
    assert ask([b"login=", None]) is None
    assert closed == []


def test_a_form_that_is_too_slow_is_given_up(closed, monkeypatch):
    monkeypatch.setattr(asgi, "SLOWEST", 0.05)

    status, page = ask([b"login="])

    assert status == 408
    assert b"took too long to arrive" in page
    assert closed == []


def test_bytes_that_no_browser_sends_reach_the_gate(closed, asked):
    ask([b""], query=b"q=\xc3\xb3&a=%20+[1]")

    assert asked == ["q=%C3%B3&a=%20+[1]"]


def test_a_form_that_is_too_large_gets_its_page():
    size = str(3 * 1024**2).encode()
    headers = [(b"content-type", FORM), (b"content-length", size)]

    status, page = ask([b"a" * 1024**2] * 3 + [b""], headers=headers)

    assert status == 413
    assert b"The limit is 2.0" in page
