"""A browser for the journeys: one Chromium for all, a context of its own for each person."""

import os
import shutil
from pathlib import Path

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import WSGIRequestHandler
from django.test import Client
from playwright.sync_api import expect

from classroom import loading, scenario_file
from simulation.arriving import welcome
from tests.factories import UserFactory
from tests.journeys.faults import Faults

HERE = Path(__file__).parent
FIRST_STEPS = Path(loading.__file__).parent / "scenarios/first-steps.yaml"
# The first one has no windows to draw and shows a page in half the time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 15_000  # milliseconds; a busy machine is no fault


def pytest_collection_modifyitems(items):
    """Journeys come last: Playwright's event loop stays once it runs, and they are the slowest."""
    journeys = [item for item in items if item.path.is_relative_to(HERE)]
    items[:] = [item for item in items if item not in journeys] + journeys


@pytest.fixture(scope="session")
def base_url(live_server):
    # Its header goes out before its body, which would wait 40 ms for the browser's receipt.
    WSGIRequestHandler.disable_nagle_algorithm = True
    return live_server.url


@pytest.fixture(autouse=True)
def kept_static_files(monkeypatch):
    """Browsers keep style sheets and scripts, as they do in production."""

    def serve(self, request):
        response = answer(self, request)
        response["Cache-Control"] = "max-age=3600"
        return response

    answer = StaticFilesHandler.serve
    monkeypatch.setattr(StaticFilesHandler, "serve", serve)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args, browser_type):
    # The tests reach the database from the thread in which Playwright's event loop runs.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    expect.set_options(timeout=PATIENCE)
    return browser_type_launch_args | {"executable_path": chromium(browser_type), "args": QUIET}


def chromium(browser_type):
    """The path of a Chromium; without one the journeys are skipped, in CI they fail."""
    found = next(filter(None, map(shutil.which, NAMES)), browser_type.executable_path)
    if not Path(found).exists():
        reason = "The journeys need Chromium (on Debian, apt-get install chromium-headless-shell)."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return found


@pytest.fixture
def faults():
    """What went wrong in any browser of the test; whatever was not expected fails it."""
    return Faults()


@pytest.fixture
def browse(base_url, new_context, faults):
    """Open a page in a new browser: nobody's, or that of a user who is signed in already."""
    contexts = []

    def open_page(user=None, **options):
        context = new_context(**options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        faults.watch(context)
        if user is not None:
            context.add_cookies([{"url": base_url, **session_cookie(user)}])
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert faults.unexpected() == []


def session_cookie(user):
    client = Client()
    client.force_login(user)
    cookie = client.cookies["sessionid"]
    return {"name": cookie.key, "value": cookie.value}


@pytest.fixture
def world(transactional_db):
    """A class world, loaded from the small scenario."""
    return loading.load(scenario_file.read(FIRST_STEPS.read_bytes()), name="Selmouth class")


@pytest.fixture
def seat(world):
    """Give a new learner a person in the class world."""

    def sit(name):
        user = UserFactory(username=name.split()[0].lower())
        return welcome(world, user, name)

    return sit
