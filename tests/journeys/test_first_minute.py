"""From the front page to a feed, and on to the class."""

from playwright.sync_api import expect

from accounts.models import User
from simulation.arriving import welcome
from tests.journeys.steps import open_menu, says, sign_up, start


def test_a_learner_signs_up_starts_a_world_and_moves_to_the_class(browse, world):
    page = browse()
    sign_up(page, "mia")
    start(page, "Mia Lund")
    expect(page.get_by_role("heading", name="Feed")).to_be_visible()
    expect(page.get_by_role("link", name="Mia Lund")).to_be_visible()
    expect(page.get_by_role("article").first).to_be_visible()
    expect(page.get_by_role("banner")).not_to_contain_text("Selmouth class")

    welcome(world, User.objects.get(username="mia"), "Mia of the class")
    open_menu(page, "Your account")
    page.get_by_role("link", name="My worlds").click()
    page.get_by_role("button", name="Enter Selmouth class").click()
    expect(says(page)).to_contain_text("You are now in “Selmouth class”.")
    expect(page.get_by_role("link", name="Mia of the class")).to_be_visible()

    open_menu(page, "Your account")
    page.get_by_role("link", name="My profile", exact=True).click()
    page.get_by_role("link", name="Edit Name, headline and place").click()
    page.get_by_label("Headline").fill("Counts what is in the cold stores")
    page.get_by_role("button", name="Save").click()
    expect(says(page)).to_contain_text("Your profile is saved.")
    expect(page.get_by_role("main")).to_contain_text("Counts what is in the cold stores")


def test_a_form_with_mistakes_comes_back_with_them_in_words(browse, faults, transactional_db):
    faults.expect("status of 422")
    page = browse()
    page.goto("/accounts/signup/")
    page.get_by_label("User name").fill("mia")
    page.get_by_label("Password").fill("12345")
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_text("This password is too short.")).to_be_visible()
    expect(page.get_by_label("User name")).to_have_value("mia")
    expect(page.get_by_label("Password")).to_be_focused()
    page.get_by_label("Password").fill("tide-table-7")
    page.get_by_role("button", name="Sign up").click()

    page.get_by_label("Your name there").fill("\u200b")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text("Give a name; an alias is fine.")).to_be_visible()
