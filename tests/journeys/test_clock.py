"""The world's clock moves while somebody looks."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.steps import badge

HIDE = (
    "hidden => Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true })"
)


@pytest.fixture
def mia(seat):
    return seat("Mia Lund")


@pytest.fixture
def page(browse, mia, world):
    """A page whose timers run when the test says so; a minute has passed since the last pulse."""
    world.pulsed_at = timezone.now() - timedelta(minutes=1)
    world.save(update_fields=["pulsed_at"])
    page = browse(mia.user)
    page.clock.install()
    page.goto("/people/elin-sorby/")
    return page


def test_an_open_page_moves_the_time_and_its_numbers(page, mia, seat):
    time = page.get_by_role("banner").get_by_role("time")
    expect(time).to_have_text("Monday, day 1, 08:00")
    waiting = int(badge(page, "Notifications").inner_text())
    seat("Omar Haddad").follow(mia)
    follow = page.get_by_role("button", name="Follow", exact=True)
    follow.focus()
    page.clock.run_for(10_000)
    expect(time).to_have_text("Monday, day 1, 20:00")  # 60 s at 720 times
    expect(badge(page, "Notifications")).to_have_text(str(waiting + 1))
    expect(follow).to_be_focused()


def test_a_hidden_page_rests(page):
    pulses = []
    page.on("request", lambda request: "pulse" in request.url and pulses.append(request.url))
    page.evaluate(HIDE, True)
    page.clock.run_for(60_000)
    assert pulses == []
    page.evaluate(HIDE, False)
    with page.expect_response("**/clock/pulse/"):
        page.clock.run_for(10_000)
    assert len(pulses) == 1
