"""Two people give: endorsements and recommendations, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from network.models import Skill
from tests.factories import connect
from tests.journeys.steps import card, says, with_and_without_scripts


@pytest.fixture
def people(seat):
    mia, omar = seat("Mia Lund"), seat("Omar Haddad")
    connect(mia, omar)
    Skill.objects.enter(omar, "Tide tables")
    return mia, omar


@with_and_without_scripts
def test_a_skill_is_endorsed_and_taken_back(browse, people, scripts):
    mia, omar = (browse(one.user, java_script_enabled=scripts) for one in people)

    mia.goto("/people/omar-haddad/")
    mia.get_by_role("link", name="Endorse", exact=True).click()
    mia.get_by_role("button", name="Endorse Tide tables").click()
    skill = mia.get_by_role("listitem").filter(has_text="Tide tables")
    expect(skill).to_contain_text("Endorsed by you")
    if scripts:
        expect(mia.get_by_role("button", name="Take back Tide tables")).to_be_focused()

    omar.goto("/notifications/")
    notice = omar.get_by_role("article").filter(has_text="endorsed you for “Tide tables”.")
    notice.get_by_role("link", name="Look").click()
    expect(omar.locator("#profile-skills").get_by_role("link", name="Mia Lund")).to_be_visible()

    mia.get_by_role("button", name="Take back Tide tables").click()
    expect(mia.get_by_role("button", name="Endorse Tide tables")).to_be_visible()
    omar.goto("/notifications/")
    expect(notice).to_have_count(0)


@with_and_without_scripts
def test_a_recommendation_is_asked_for_changed_and_shown(browse, faults, people, scripts):
    mia, omar = (browse(one.user, java_script_enabled=scripts) for one in people)

    omar.goto("/people/mia-lund/")
    omar.get_by_role("link", name="Ask for a recommendation").click()
    omar.get_by_label("Your note").fill("We planned the student fair.")
    omar.get_by_role("button", name="Ask").click()
    expect(says(omar)).to_contain_text("You have asked Mia Lund for a recommendation.")

    mia.goto("/notifications/")
    mia.get_by_role("article").filter(has_text="asks you for a recommendation.").get_by_role(
        "link", name="Answer"
    ).click()
    card(mia, "Omar Haddad").get_by_role("link", name="Write it").click()
    expect(mia.get_by_text("We planned the student fair.")).to_be_visible()
    mia.get_by_label("We studied together").check()
    mia.get_by_label("Your recommendation").fill("   ")
    faults.expect("status of 422")
    mia.get_by_role("button", name="Send").click()
    expect(mia.get_by_text("Write something first.")).to_be_visible()
    mia.get_by_label("Your recommendation").fill("He counted the chairs in 2026.")
    mia.get_by_role("button", name="Send").click()
    expect(says(mia)).to_contain_text("decides whether it shows")

    omar.goto("/recommendations/")
    card(omar, "Mia Lund").get_by_role("link", name="Ask for a change").click()
    omar.get_by_label("What should change?").fill("It was 2027.")
    omar.get_by_role("button", name="Ask for a change").click()
    expect(says(omar)).to_contain_text("You have asked Mia Lund for a change.")

    mia.goto("/recommendations/")
    card(mia, "Omar Haddad").get_by_role("link", name="Edit").click()
    expect(mia.get_by_text("It was 2027.")).to_be_visible()
    mia.get_by_label("Your recommendation").fill("He counted the chairs in 2027.")
    mia.get_by_role("button", name="Send").click()
    expect(says(mia)).to_contain_text("decides whether it shows")

    omar.goto("/recommendations/")
    card(omar, "Mia Lund").get_by_role("button", name="Accept").click()
    expect(omar.get_by_text("It shows on your profile now.")).to_be_visible()
    mia.goto("/people/omar-haddad/")
    expect(mia.locator("#profile-recommendations")).to_contain_text("the chairs in 2027")

    omar.goto("/recommendations/mine/")
    card(omar, "Mia Lund").get_by_role("button", name="Hide").click()
    expect(card(omar, "Mia Lund").get_by_role("button", name="Show")).to_be_visible()
    mia.reload()
    expect(mia.locator("#profile-recommendations")).to_have_count(0)

    mia.goto("/recommendations/given/")
    card(mia, "Omar Haddad").get_by_role("link", name="Take it back").click()
    mia.get_by_role("button", name="Take it back").click()
    expect(mia.get_by_role("heading", name="You have recommended nobody yet")).to_be_visible()
