"""What granian serves: the WSGI application, behind a place where slow forms wait.

A WSGI worker reads a form as slowly as it is sent, and answers nobody meanwhile. Here the event
loop collects it; the worker's one thread, with its one database connection, gets it whole.
"""

import asyncio
from string import punctuation
from urllib.parse import quote

from asgiref.wsgi import WsgiToAsgi
from django.conf import settings
from django.utils.translation import gettext as _

from .errors import words
from .gate import PATIENCE
from .wsgi import application as wsgi_application

SLOWEST = 60  # seconds that a form may take to arrive


class Gone(Exception):
    """The browser hung up."""


async def application(scope, receive, send):
    try:
        async with asyncio.timeout(SLOWEST):
            body = await collect(receive)
    except Gone:
        pass  # nobody hears an answer
    except TimeoutError:
        await say_too_slow(send)
    else:
        await answer(plain(scope), whole(body), written(send))


def plain(scope):
    """Without headers that have an underscore: WSGI takes them for those with a hyphen.

    Bytes in the query that no browser sends are escaped, so that the gate can read them.
    """
    headers = [pair for pair in scope["headers"] if b"_" not in pair[0]]
    query = quote(scope["query_string"], safe=punctuation).encode()
    return {**scope, "headers": headers, "query_string": query}


async def collect(receive):
    """At most as much as a form may have; the rest is thrown away, and the gate says why."""
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    body, length, more = bytearray(), 0, True
    while more and length <= PATIENCE * limit:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        chunk = message.get("body", b"")
        length += len(chunk)
        body += chunk[: limit - len(body)]
        more = message.get("more_body", False)
    return bytes(body)


async def say_too_slow(send):
    sentence = _("What you sent took too long to arrive. Check your connection and send it again.")
    page = words(408, "400.html", sentence=sentence)
    headers = [(name.lower().encode(), value.encode()) for name, value in page.items()]
    await send({"type": "http.response.start", "status": 408, "headers": headers})
    await send({"type": "http.response.body", "body": page.content})


def whole(body):
    async def receive():
        return {"type": "http.request", "body": body}

    return receive


def written(send):
    """granian's `send` as a coroutine function; of another one asgiref warns at each request."""

    async def sending(message):
        await send(message)

    return sending


def closing(environ, start_response):
    """Close the response as WSGI asks for: Django gives its database connection back then."""
    response = wsgi_application(environ, start_response)
    try:
        yield from response
    finally:
        response.close()


answer = WsgiToAsgi(closing)
