"""One field for everything, and what one may see of it."""

import pytest
from playwright.sync_api import expect

from tests.factories import connect
from tests.journeys.steps import card, find, says, with_and_without_scripts, write

QUESTION = "Which stock figure do you trust least?"


@with_and_without_scripts
@pytest.mark.parametrize("width", [390, 1280])
def test_a_post_is_found_by_those_who_may_see_it(browse, seat, scripts, width):
    mia, omar = seat("Mia Lund"), seat("Omar Haddad")
    look = {"java_script_enabled": scripts, "viewport": {"width": width, "height": 800}}
    mias, omars = (browse(one.user, **look) for one in (mia, omar))
    write(omars, QUESTION)

    mias.goto("/feed/")
    if width < 700:
        mias.get_by_role("banner").get_by_role("link", name="Search").click()
    mias.get_by_role("searchbox", name="Search").fill("trusted stock figures")
    mias.get_by_role("searchbox", name="Search").press("Enter")
    expect(mias.get_by_role("heading", name="Search for “trusted stock figures”")).to_be_visible()
    expect(mias.get_by_text(QUESTION)).to_have_count(0)

    find(mias, "omar hadad")
    card(mias, "Omar Haddad").get_by_role("button", name="Follow").click()
    expect(card(mias, "Omar Haddad").get_by_role("button", name="Unfollow")).to_be_visible()
    find(mias, "trusted stock figures")
    expect(card(mias, "Omar Haddad").locator("mark")).to_have_text(["stock", "figure", "trust"])
    mias.get_by_role("navigation", name="What to search").get_by_role("link", name="Posts").click()
    mias.get_by_role("link", name="Open the post").click()
    expect(mias.get_by_text(QUESTION)).to_be_visible()


@with_and_without_scripts
def test_people_are_narrowed_down(browse, seat, world, scripts):
    mia, omar = seat("Mia Lund"), seat("Omar Haddad")
    connect(mia, omar)
    page = browse(mia.user, java_script_enabled=scripts)

    page.goto("/people/")
    page.get_by_role("link", name="Search by degree, industry, employer or place").click()
    page.get_by_label("1st").check()
    page.get_by_role("button", name="Show people").click()
    expect(card(page, "Omar Haddad")).to_be_visible()
    expect(card(page, "Elin Sörby")).to_have_count(0)

    page.get_by_label("1st").uncheck()
    page.get_by_label("Works at").fill("ninebridge")
    page.get_by_role("button", name="Show people").click()
    expect(card(page, "Elin Sörby")).to_be_visible()
    expect(card(page, "Omar Haddad")).to_have_count(0)
    page.get_by_role("searchbox", name="Search").fill("nobody at all")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_label("Works at")).to_have_value("ninebridge")
    page.get_by_role("link", name="Search without the filters").click()
    expect(page.get_by_label("Works at")).to_have_value("")
    expect(says(page)).to_be_empty()
