"""Two learners of one class and a group: starting, asking, letting in, posting, moderating."""

import pytest
from playwright.sync_api import expect

from tests.factories import found
from tests.journeys.steps import card, find, open_menu, says, with_and_without_scripts


@pytest.fixture
def people(seat):
    return seat("Mia Lund"), seat("Omar Haddad")


@with_and_without_scripts
def test_a_private_group_from_its_start_to_a_removal(browse, people, scripts):
    mia, omar = (browse(who.user, java_script_enabled=scripts) for who in people)

    mia.goto("/groups/")
    mia.get_by_role("main").get_by_role("link", name="Start a group").click()
    mia.get_by_label("Name", exact=True).fill("Night shift planners")
    mia.get_by_label("Rules of the group").fill("What is said here stays here.")
    mia.get_by_label("Whom a moderator lets in").check()
    mia.get_by_role("button", name="Start the group").click()
    expect(mia.get_by_role("heading", name="Night shift planners")).to_be_visible()

    omar.goto("/groups/all/")
    card(omar, "Night shift planners").get_by_role("button", name="Ask to join").click()
    if scripts:
        expect(card(omar, "Night shift planners")).to_contain_text("You asked to join")
    else:
        expect(says(omar)).to_contain_text("You asked to join.")

    mia.goto("/notifications/")
    expect(mia.get_by_role("main")).to_contain_text("asks to join “Night shift planners”")
    asked = mia.get_by_role("article").filter(has_text="asks to join")
    asked.get_by_role("link", name="Answer").click()
    mia.get_by_role("button", name="Let in Omar Haddad").click()
    expect(mia.get_by_text("Omar Haddad is a member now, and is told.")).to_be_visible()
    mia.get_by_role("link", name="Posts", exact=True).click()
    mia.get_by_text("Write to the group").click()
    mia.get_by_label("Your post").fill("Who counts stock at three in the morning?")
    mia.get_by_role("button", name="Post", exact=True).click()
    expect(says(mia)).to_contain_text("Your post is published in the group.")

    omar.goto("/feed/")
    post = omar.get_by_role("article").filter(has_text="Who counts stock")
    post.get_by_text("Why am I seeing this?").click()
    expect(post).to_contain_text("It is for members of Night shift planners")
    post.get_by_role("link", name="0 comments").click()
    omar.get_by_label("Your comment").fill("I do. Buy my book about it.")
    omar.get_by_role("button", name="Comment", exact=True).click()
    expect(omar.get_by_role("region", name="Comments")).to_contain_text("Buy my book")

    mia.goto("/groups/night-shift-planners/members/")
    expect(card(mia, "Omar Haddad")).to_contain_text("Active this week")
    mia.get_by_role("link", name="Remove Omar Haddad").click()
    mia.get_by_role("button", name="Remove", exact=True).click()
    expect(says(mia)).to_contain_text("Omar Haddad is removed from the group.")
    omar.goto("/notifications/")
    expect(omar.get_by_role("main")).to_contain_text("removed you from “Night shift planners”")
    omar.goto("/groups/night-shift-planners/")
    expect(omar.get_by_role("main")).to_contain_text("is closed to you")


def test_joining_a_public_group_from_the_list_and_leaving_it(browse, people):
    mia, omar = people
    found(mia, "Quay", description="Ships and their timetables.")
    page = browse(omar.user)
    page.goto("/groups/all/")
    find(page, "qua")
    card(page, "Quay").get_by_role("button", name="Join Quay").click()
    expect(card(page, "Quay")).to_contain_text("You are a member")
    expect(card(page, "Quay").get_by_role("link", name="Open Quay")).to_be_focused()

    page.get_by_role("link", name="Open Quay").click()
    open_menu(page, "More")
    page.get_by_role("link", name="Leave the group").click()
    page.get_by_role("button", name="Leave", exact=True).click()
    expect(says(page)).to_contain_text("You have left “Quay”.")
    expect(card(page, "Quay")).to_have_count(0)
