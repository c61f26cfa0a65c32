"""The world's clock moves while somebody looks."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.steps import badge, invite, says

HIDE = (
    "hidden => Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true })"
)


@pytest.fixture
def mia(seat):
    return seat("Mia Lund")


@pytest.fixture
def page(browse, mia, world):
    """Its timers run when the test says so; some seconds have passed since the last pulse."""
    world.pulsed_at = timezone.now() - timedelta(seconds=20)
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
    expect(time).to_have_text(
        re.compile("Monday, day 1, (1[2-9]|20):")
    )  # 20 s or more at 720 times
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


def test_a_page_that_comes_back_whole_does_so_once(page):
    """However long it takes: one that is asked for again meanwhile would be broken off."""
    asked = []

    def answer(route):
        asked.append(route.request.url.split("/")[3])
        is_pulse = asked[-1] == "clock"
        route.fulfill(**({"headers": {"HX-Refresh": "true"}} if is_pulse else {"status": 204}))

    page.route("**/clock/pulse/", answer)
    page.route("**/people/elin-sorby/", answer)  # which does not come
    with page.expect_request("**/people/elin-sorby/"):
        page.clock.run_for(10_000)
    for _pulse in range(3):
        page.clock.run_for(10_000)
        page.evaluate("0")
    assert asked == ["clock", "people"]


@pytest.fixture
def own(mia, world):
    """Mia's, in a world that is her own."""
    world.owner = mia.user
    world.save(update_fields=["owner"])
    return mia


def summary(page):
    return page.get_by_role("banner").locator(".world-menu > summary")


def test_the_clock_s_controls_by_keyboard(browse, own, world):
    page = browse(own.user)
    page.goto("/people/")
    time = page.get_by_role("banner").get_by_role("time")
    summary(page).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    expect(page.get_by_role("banner")).to_contain_text("Paused")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    for _button in ("next event", "next morning"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(says(page)).to_contain_text("It is now Tuesday, day 2, 08:00.")
    expect(time).to_contain_text("Tuesday, day 2, 08:0")
    summary(page).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="A week on")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="A week on")).to_be_hidden()
    expect(summary(page)).to_be_focused()


def test_a_speed_is_chosen_and_shown(browse, own, world):
    page = browse(own.user)
    page.goto("/people/")
    summary(page).click()
    slow = page.get_by_role("button", name="a minute")
    expect(page.get_by_role("button", name="5 seconds", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    slow.click()
    expect(slow).to_have_attribute("aria-pressed", "true")
    world.refresh_from_db()
    assert world.speed == 60


def test_an_invitation_is_answered_a_week_on(browse, own):
    page = browse(own.user)
    page.goto("/people/elin-sorby/invite/")
    invite(page, "We don't know each other", "Your post on the tide tables helped me a lot.")
    expect(says(page)).to_contain_text("Your invitation to Elin Sörby is pending.")
    summary(page).click()
    page.get_by_role("button", name="A week on").click()
    expect(says(page)).to_contain_text("It is now Monday, day 8, ")
    page.goto("/invitations/sent/")
    expect(page.get_by_role("main")).to_be_visible()


def test_the_clock_without_javascript(browse, own):
    page = browse(own.user, java_script_enabled=False)
    page.goto("/people/")
    summary(page).click()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("banner")).to_contain_text("Paused")
    summary(page).click()
    page.get_by_role("button", name="To the next morning").click()
    expect(says(page)).to_contain_text("It is now Tuesday, day 2, 08:00.")


def test_a_class_sees_the_clock_and_its_instructor_moves_it(browse, seat, mia, world):
    teacher = seat("Tess Moreau")
    teacher.user.is_staff = True
    teacher.user.save()
    learner, instructor = browse(mia.user), browse(teacher.user)
    for page in (learner, instructor):
        page.goto("/people/")
    expect(learner.get_by_role("banner").get_by_role("time")).to_be_visible()
    expect(learner.locator(".world-menu")).to_have_count(0)
    summary(instructor).click()
    instructor.get_by_role("button", name="To the next morning").click()
    expect(says(instructor)).to_contain_text("It is now Tuesday, day 2, 08:00.")
    learner.reload()
    expect(learner.get_by_role("banner")).to_contain_text("Tuesday, day 2, 08:0")
