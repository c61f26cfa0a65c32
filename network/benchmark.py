"""What a page costs, as ratios of things that are measured in one run, so that machines compare."""

from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from statistics import median
from time import perf_counter

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from .crowd import Crowd
from .feed import feed
from .middleware import current_person

HEAVY = 2500  # how many somebody follows who follows very many
TYPICAL = 50
FAR = 50  # the page that is compared with the first
PAGES = [
    "feed",
    "people",
    "connections",
    "following",
    "followers",
    "map",
    "invitations",
    "invitations-sent",
    "notifications",
    "profile",
]


@dataclass(frozen=True)
class Result:
    """`line` for reading; `value` is a ratio or a number of queries."""

    name: str
    value: float

    @property
    def line(self):
        return f"{self.name}: {self.value:.2f}".removesuffix(".00")


def measure(people, rounds):
    """The results, in a world of so many people that is gone afterwards."""
    with gone_afterwards():
        crowd = Crowd(people).fill()
        typical = Visitor(crowd, TYPICAL)
        heavy = Visitor(crowd, min(HEAVY, people // 2))
        crowd.analyze()
        return [*ratios(typical, heavy, rounds), *queries(typical)]


@contextmanager
def gone_afterwards():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Visitor:
    """Somebody signed in, who asks for pages through the whole stack."""

    def __init__(self, crowd, follows):
        self.user = get_user_model().objects.create_user(f"benchmark-{follows}")
        self.me = crowd.learner(self.user, follows)
        self.cookie = self._sign_in()
        self.handler = BaseHandler()
        self.handler.load_middleware()

    def _sign_in(self):
        session = import_module(settings.SESSION_ENGINE).SessionStore()
        session[SESSION_KEY] = str(self.user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = self.user.get_session_auth_hash()
        session.create()
        return session.session_key

    def request(self, path, data=None):
        request = RequestFactory(secure=True).get(path, data, SERVER_NAME=an_allowed_host())
        request.COOKIES[settings.SESSION_COOKIE_NAME] = self.cookie
        return request

    def ask(self, name, *args, **data):
        """One page, by the name of its URL."""
        path = reverse(f"network:{name}", args=args)
        response = self.handler.get_response(self.request(path, data))
        if response.status_code != 200:
            raise AssertionError(f"{name} answered {response.status_code}")
        return response

    def floor(self):
        """The least that a feed page costs: who asks, and the feed query."""
        whole = SessionMiddleware(AuthenticationMiddleware(bare_feed))
        return whole(self.request(reverse("network:feed")))

    def cursor_of_page(self, number):
        """What `before` is on that page, or on the last."""
        before = None
        for _ in range(number - 1):
            page = feed(self.me, before)
            if page.next is None:
                break
            before = page.next
        return before


def an_allowed_host():
    name = settings.ALLOWED_HOSTS[0]
    return "localhost" if name == "*" else name.removeprefix(".")


def bare_feed(request):
    feed(current_person(request))
    return HttpResponse()


def ratios(typical, heavy, rounds):
    far = typical.cursor_of_page(FAR)
    raw = statements_of(lambda: feed(typical.me))
    took = medians(
        {
            "page": lambda: typical.ask("feed"),
            "floor": typical.floor,
            "far": lambda: typical.ask("feed", before=far),
            "heavy": lambda: heavy.ask("feed"),
            "query": lambda: feed(typical.me),
            "raw": lambda: run(raw),
        },
        rounds,
    )
    return [
        Result("feed page ÷ floor", took["page"] / took["floor"]),
        Result("feed query ÷ the same SQL in psycopg", took["query"] / took["raw"]),
        Result(f"page {FAR} ÷ page 1", took["far"] / took["page"]),
        Result("heavy page ÷ typical page", took["heavy"] / took["page"]),
    ]


def medians(acts, rounds):
    """Seconds of each act; the acts take turns, so that what disturbs one disturbs all."""
    took = {name: [] for name in acts}
    for number in range(rounds + 2):
        for name, act in acts.items():
            began = perf_counter()
            act()
            if number >= 2:  # the first ones warm caches
                took[name].append(perf_counter() - began)
    return {name: median(times) for name, times in took.items()}


def queries(visitor):
    visits = {name: partial(visitor.ask, name) for name in PAGES}
    visits["person"] = partial(visitor.ask, "person", "crowd-1")
    return [
        Result(f"queries of {name}", len(statements_of(visit))) for name, visit in visits.items()
    ]


def statements_of(act):
    """The statements that an act sends, with their parameters."""
    sent = []

    def note(execute, sql, params, many, context):
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    return sent


def run(statements):
    """Past Django: only psycopg and the database."""
    with connection.connection.cursor() as cursor:
        for sql, params in statements:
            cursor.execute(sql, params)
            cursor.fetchall()
