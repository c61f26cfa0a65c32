"""The main job with JavaScript switched off: links, forms and whole pages."""

import pytest
from playwright.sync_api import expect

from accounts.models import User
from simulation.arriving import welcome
from tests.factories import publish
from tests.journeys.steps import card, find, invite, says, sign_up, start, write

OMARS = "Which stock figure do you trust least?"


@pytest.fixture
def browse_plainly(browse):
    return lambda user=None: browse(user, java_script_enabled=False)


def test_the_main_job(browse_plainly, world, seat):
    omar = seat("Omar Haddad")
    publish(omar, OMARS)
    mia = browse_plainly()
    sign_up(mia, "mia")
    start(mia, "Mia Lund")
    welcome(world, User.objects.get(username="mia"), "Mia Lund")
    mia.goto("/worlds/")
    mia.get_by_role("button", name="Enter Selmouth class").click()

    find(mia, "Omer Haddad")
    card(mia, "Omar Haddad").get_by_role("button", name="Follow").click()
    expect(card(mia, "Omar Haddad").get_by_role("button", name="Unfollow")).to_be_visible()
    card(mia, "Omar Haddad").get_by_role("link", name="Connect").click()
    invite(mia, "We studied together", "We took the same planning course.")
    expect(says(mia)).to_contain_text("Your invitation to Omar Haddad is pending.")
    write(mia, "I count cold stores for a living.")

    omar = browse_plainly(omar.user)
    omar.goto("/invitations/")
    card(omar, "Mia Lund").get_by_role("button", name="Accept").click()
    expect(says(omar)).to_contain_text("You and Mia Lund are now connected.")
    omar.goto("/feed/")
    expect(omar.get_by_text("I count cold stores")).to_be_visible()
    mia.goto("/feed/")
    expect(mia.get_by_text(OMARS)).to_be_visible()

    mia.get_by_role("group").filter(has=mia.get_by_label("Your account")).locator("summary").click()
    mia.get_by_role("button", name="Sign out").click()
    mia.goto("/feed/")
    expect(mia.get_by_role("heading", name="Sign in")).to_be_visible()


def test_older_posts_are_a_link_away(browse_plainly, seat):
    mia = seat("Mia Lund")
    for number in range(25):
        publish(mia, f"Note {number}")
    page = browse_plainly(mia.user)
    page.goto("/feed/")
    expect(page.get_by_text("Note 24", exact=True)).to_be_visible()
    expect(page.get_by_text("Note 4", exact=True)).not_to_be_visible()
    page.get_by_role("link", name="Older posts").click()
    expect(page.get_by_text("Note 4", exact=True)).to_be_visible()
    expect(page.get_by_text("Note 5", exact=True)).not_to_be_visible()


def test_more_places_on_a_phone(browse_plainly, seat):
    page = browse_plainly(seat("Mia Lund").user)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/feed/")
    places = page.get_by_role("navigation", name="Main")
    for place, heading in {"Practice": "Practice: your debriefs", "Groups": "Groups"}.items():
        places.locator("summary").click()
        places.get_by_role("link", name=place).click()
        expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
