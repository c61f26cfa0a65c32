"""Everything with Tab, Enter and Esc; where the focus is can be seen, and it follows the change."""

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import card

OUTLINE = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
}"""


@pytest.fixture
def page(browse, seat):
    return browse(seat("Mia Lund").user)


def tab_to(page, place, most=40):
    """Press Tab until `place` has the focus, which can be seen at each step."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINE) >= 2, page.evaluate("document.activeElement.outerHTML")[:200]
        if place.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not lead to {place}.")


def test_from_the_skip_link_to_following(page):
    page.goto("/people/elin-sorby/")
    tab_to(page, page.get_by_role("link", name="Skip to the main part"), most=1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Follow", exact=True), most=6)
    connect = page.get_by_role("link", name="Connect", exact=True)
    tab_to(page, connect, most=1)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="You follow")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    tab_to(page, connect, most=12)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Invite Elin Sörby to connect")).to_be_visible()


def test_in_a_list_the_focus_stays_with_the_card(page):
    page.goto("/people/")
    elin = card(page, "Elin Sörby")
    elin.get_by_role("button", name="Follow").focus()
    page.keyboard.press("Enter")
    expect(elin.get_by_role("button", name="Unfollow")).to_be_focused()
    page.keyboard.press("Enter")
    expect(elin.get_by_role("button", name="Follow Elin")).to_be_focused()

    page.goto("/invitations/")
    dana, jun = card(page, "Dana Kestrin"), card(page, "Jun Hoshida")  # the newest first
    dana.get_by_role("button", name="Decline").focus()
    page.keyboard.press("Enter")
    expect(dana).to_be_focused()
    expect(dana).to_contain_text("You declined.")
    expect(dana).to_contain_text("This was spam")  # which comes a moment later
    tab_to(page, jun.get_by_role("button", name="Accept"), most=8)


def test_menus_open_with_enter_and_close_with_escape(page):
    page.goto("/people/elin-sorby/")
    more = page.locator("summary").and_(page.get_by_label("More", exact=True))
    block = page.get_by_role("link", name="Block")
    more.focus()
    page.keyboard.press("Enter")
    tab_to(page, block, most=3)
    page.keyboard.press("Escape")
    expect(block).not_to_be_visible()
    expect(more).to_be_focused()
    more.click()
    page.get_by_role("heading", level=1).click()
    expect(block).not_to_be_visible()


def test_more_places_on_a_phone(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/feed/")
    places = page.get_by_role("navigation", name="Main")
    more = places.locator("summary")
    jobs = places.get_by_role("link", name="Jobs")
    expect(jobs).to_be_hidden()
    more.focus()
    page.keyboard.press("Enter")
    tab_to(page, jobs, most=3)
    page.keyboard.press("Escape")
    expect(jobs).to_be_hidden()
    expect(more).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, jobs, most=3)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Jobs", level=1)).to_be_visible()
    expect(more).to_have_attribute("aria-current", "true")


def test_more_of_a_list_comes_after_what_was_read(page, seat):
    for number in range(30):
        seat(f"Zoe-{number} Last")
    page.goto("/people/")
    more = page.get_by_role("link", name="More people")
    people = page.locator("article.person")
    shown = people.count()
    more.focus()
    page.keyboard.press("Enter")
    expect(people.nth(shown)).to_be_visible()
    page.keyboard.press("Tab")
    assert people.nth(shown).evaluate("card => card.contains(document.activeElement)")
