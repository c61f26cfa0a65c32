"""The map with a keyboard, a mouse and a finger; and the table without JavaScript."""

import pytest
from playwright.sync_api import expect

from network.models import Person
from tests.factories import connect
from tests.journeys.test_keyboard import tab_to


@pytest.fixture
def mia(seat):
    return seat("Mia Lund")


def on_the_map(page, name):
    return page.locator(".map-drawing").get_by_role("link", name=name)


def told(page):
    """What is said of the person pointed at."""
    return page.locator(".map-told li:visible")


def test_with_tab_one_goes_ring_by_ring_and_reads_who_it_is(browse, mia):
    page = browse(mia.user)
    page.goto("/network/")
    page.get_by_role("link", name="See it drawn").click()
    expect(page.get_by_role("heading", name="My network, drawn")).to_be_visible()
    expect(told(page)).to_have_count(0)

    tab_to(page, on_the_map(page, "1st degree").first)
    expect(told(page)).to_contain_text("Connected")
    seen = [page.evaluate("document.activeElement.getAttribute('aria-label').split(', ').pop()")]
    for _ in range(page.locator(".map-node").count() - 1):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("document.activeElement.getAttribute('aria-label').split(', ').pop()")
        )
        expect(told(page)).to_have_count(1)
        assert page.evaluate("document.activeElement.dataset.told") in told(page).get_attribute(
            "id"
        )
    assert seen == sorted(seen)
    assert set(seen) == {"1st degree", "2nd degree", "3rd degree", "no degree"}


def test_the_focus_shows_ties_and_enter_leads_to_the_profile(browse, mia):
    page = browse(mia.user)
    page.goto("/map/")
    elin = on_the_map(page, "Elin Sörby")
    elin.focus()
    expect(told(page)).to_contain_text("You both know Kofi Brandt.")
    expect(told(page)).to_contain_text("If you connected, 2 people would become 2nd degree:")
    expect(page.locator(".map-link.is-lit")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(told(page)).to_have_count(0)
    expect(page.locator(".is-lit")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Elin Sörby")).to_be_visible()


def test_a_new_connection_moves_somebody_to_the_inner_ring(browse, mia):
    page = browse(mia.user)
    page.goto("/map/")
    expect(on_the_map(page, "Elin Sörby, 2nd degree")).to_be_visible()
    expect(on_the_map(page, "Tomasz Wieland, 3rd degree")).to_be_visible()
    connect(mia, Person.objects.get(world=mia.world, handle="elin-sorby"))
    page.reload()
    expect(on_the_map(page, "Elin Sörby, 1st degree")).to_be_visible()
    expect(on_the_map(page, "Tomasz Wieland, 2nd degree")).to_be_visible()


def test_pointing_tells_and_a_click_leads_on(browse, mia):
    page = browse(mia.user)
    page.goto("/map/")
    on_the_map(page, "Kofi Brandt").hover()
    expect(told(page)).to_contain_text("Kofi Brandt")
    on_the_map(page, "Kofi Brandt").click()
    expect(page.get_by_role("heading", level=1, name="Kofi Brandt")).to_be_visible()


def test_a_finger_reads_first_and_opens_with_the_second_press(browse, mia):
    page = browse(mia.user, has_touch=True, viewport={"width": 390, "height": 844})
    page.goto("/map/")
    kofi = on_the_map(page, "Kofi Brandt")
    kofi.tap()
    expect(told(page)).to_contain_text("Kofi Brandt")
    expect(page.get_by_role("heading", name="My network, drawn")).to_be_visible()
    kofi.tap()
    expect(page.get_by_role("heading", level=1, name="Kofi Brandt")).to_be_visible()


def test_without_javascript_all_is_told_below_and_in_the_table(browse, mia):
    page = browse(mia.user, java_script_enabled=False)
    page.goto("/map/")
    expect(told(page)).to_have_count(page.locator(".map-node").count())
    page.get_by_role("link", name="Table", exact=True).click()
    page.get_by_role("navigation", name="Degrees").get_by_role("link", name="2nd degree").click()
    row = page.get_by_role("row").filter(has_text="Elin Sörby")
    expect(row).to_contain_text("You both know Kofi Brandt.")
    expect(row).to_contain_text("2 people would become 2nd degree")
