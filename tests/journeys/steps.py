"""What people do on the pages, and where they find things."""

import pytest
from playwright.sync_api import expect

with_and_without_scripts = pytest.mark.parametrize(
    "scripts",
    [
        pytest.param(True, id="scripts"),
        pytest.param(False, id="no-scripts", marks=pytest.mark.exhaustive),
    ],
)


def card(page, name):
    """The card that carries a person's name."""
    heading = page.get_by_role("heading", name=name, exact=True)
    return page.get_by_role("article").filter(has=heading)


def badge(page, place):
    """The number beside one of the five places."""
    places = page.get_by_role("navigation", name="Main")
    return places.get_by_role("link", name=place).locator(".count")


def preview(page, act):
    """What a profile says that an act would mean."""
    acts = page.get_by_role("region", name="What you can do")
    return acts.get_by_role("article").filter(has=page.get_by_role("heading", name=act, exact=True))


def says(page):
    """The messages at the top."""
    return page.locator("#messages")


def open_menu(page, name):
    page.locator("summary").and_(page.get_by_label(name)).click()


def find(page, name):
    page.goto("/search/")
    page.get_by_role("searchbox", name="Search").fill(name)
    page.get_by_role("button", name="Search").click()


def write(page, text):
    """A post for followers."""
    page.goto("/posts/")
    page.get_by_label("Your post").fill(text)
    page.get_by_role("button", name="Post", exact=True).click()
    expect(says(page)).to_contain_text("Your post is published.")


def invite(page, how, note):
    """Fill in the invitation form and send it."""
    page.get_by_label(how).check()
    page.get_by_label("Your note").fill(note)
    page.get_by_role("button", name="Send invitation").click()


def sign_up(page, name):
    page.goto("/")
    page.get_by_role("banner").get_by_role("link", name="Sign up").click()
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password").fill("tide-table-7")
    page.get_by_role("button", name="Sign up").click()


def start(page, name):
    """A world of one's own, from the page that comes after signing up."""
    expect(page.get_by_role("heading", name="Start a world of your own")).to_be_visible()
    page.get_by_label("Your name there").fill(name)
    page.get_by_role("button", name="Start").click()


def sign_in(page, name):
    """On the sign-in page, with everybody's password."""
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password").fill("tide-table-7")
    page.get_by_role("button", name="Sign in").click()
