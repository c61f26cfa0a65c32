"""A learner makes their profile their own, in place, and learns who looked at it."""

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import card, says


@pytest.fixture
def mia(seat):
    return seat("Mia Lund")


@pytest.fixture
def omar(seat):
    return seat("Omar Haddad")


def part(page, name):
    return page.locator(f"#profile-{name}")


def test_a_profile_of_ones_own(browse, faults, mia, omar):
    page = browse(mia.user)
    page.goto("/profile/")
    expect(page.locator("#strength")).to_contain_text("5 of 9 things done")

    part(page, "experience").get_by_role("link", name="Add a job").click()
    form = part(page, "experience")
    expect(form.get_by_role("heading", name="Add a job")).to_be_focused()
    form.get_by_label("Title").fill("Tally clerk")
    form.get_by_label("Employer").fill("ninebridge freight")
    form.get_by_label("From").fill("2024-02")
    form.get_by_label("To").fill("2023-01")
    faults.expect("status of 422")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_contain_text("“From” is later than “to”.")
    form.get_by_label("To").fill("2024-09")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("link", name="Ninebridge Freight")).to_be_visible()
    expect(page.locator("#strength")).to_contain_text("6 of 9 things done")
    expect(page).to_have_url(page.url)

    part(page, "skills").get_by_role("link", name="Edit").click()
    part(page, "skills").get_by_label("New skill").fill("Excel")
    part(page, "skills").get_by_role("button", name="Add").click()
    expect(part(page, "skills")).to_contain_text("You list this skill already.")
    part(page, "skills").get_by_label("New skill").fill("Counting")
    part(page, "skills").get_by_role("button", name="Add").click()
    part(page, "skills").get_by_role("button", name="Move Counting up").click()
    expect(part(page, "skills").get_by_role("listitem").nth(3)).to_contain_text("Counting")
    expect(part(page, "skills").get_by_role("button", name="Move Counting up")).to_be_focused()
    part(page, "skills").get_by_role("link", name="Done").click()
    expect(part(page, "skills")).to_contain_text("Counting Teamwork")

    part(page, "open-to-work").get_by_role("link", name="Edit").click()
    part(page, "open-to-work").get_by_label("Everybody").check()
    part(page, "open-to-work").get_by_role("button", name="Save").click()
    expect(part(page, "open-to-work")).to_contain_text("Everybody sees")

    part(page, "top").get_by_role("link", name="Change your face").click()
    part(page, "top").get_by_role("radio", name="Face 3", exact=True).check()
    part(page, "top").get_by_role("button", name="Save").click()
    expect(says(page)).to_contain_text("Your profile is saved.")
    face = part(page, "top").locator("img")
    expect(face).to_have_attribute("src", "/avatar/1/mia-lund-face-2.svg")

    other = browse(omar.user)
    other.goto("/people/mia-lund/")
    expect(other.get_by_text("Open to work")).to_be_visible()
    expect(other.get_by_text("Tally clerk")).to_be_visible()
    page.goto("/profile/views/")
    expect(card(page, "Omar Haddad")).to_be_visible()

    other.goto("/settings/")
    followers = other.get_by_role("group", name="Who may follow you?")
    followers.get_by_label("My connections only").check()
    other.get_by_label("Look at profiles in private").check()
    other.get_by_role("button", name="Save").click()
    expect(says(other)).to_contain_text("Your settings are saved.")
    page.goto("/people/omar-haddad/")
    expect(page.get_by_text("lets only their connections follow them")).to_be_visible()
    other.goto("/profile/views/")
    expect(other.get_by_role("heading", name="You look at profiles in private")).to_be_visible()


def test_without_javascript(browse, mia):
    page = browse(mia.user, java_script_enabled=False)
    page.goto("/profile/")
    part(page, "education").get_by_role("link", name="Add a school").click()
    page.get_by_label("School").fill("Harbour College")
    page.get_by_label("From (year)").fill("2019")
    page.get_by_role("button", name="Save").click()
    expect(says(page)).to_contain_text("Your profile is saved.")
    part(page, "education").get_by_role("link", name="Edit Harbour College").click()
    page.get_by_role("link", name="Remove").click()
    page.get_by_role("button", name="Remove").click()
    expect(says(page)).to_contain_text("It is no longer on your profile.")
    expect(part(page, "education")).not_to_contain_text("Harbour College")

    part(page, "skills").get_by_role("link", name="Edit").click()
    page.get_by_role("button", name="Move Excel up").click()
    expect(part(page, "skills").get_by_role("listitem").first).to_contain_text("Excel")
