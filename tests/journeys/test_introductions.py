"""Coming nearer: people one may know, and an introduction through whom both know."""

import pytest
from playwright.sync_api import expect

from tests.factories import connect
from tests.journeys.steps import card, says, with_and_without_scripts


@pytest.fixture
def mia(seat):
    return seat("Mia Lund")


@pytest.fixture
def omar(seat):
    return seat("Omar Haddad")


@pytest.fixture
def noor(seat):
    return seat("Noor Ali")


@with_and_without_scripts
def test_an_introduction_from_asking_to_being_connected(browse, mia, omar, noor, scripts):
    connect(mia, omar)
    connect(omar, noor)
    mia, omar, noor = (browse(one.user, java_script_enabled=scripts) for one in (mia, omar, noor))

    mia.goto("/people/noor-ali/")
    mia.get_by_role("link", name="Ask Omar Haddad for an introduction").click()
    mia.get_by_label("Your note").fill("We both plan stock by hand.")
    mia.get_by_role("button", name="Ask Omar Haddad").click()
    expect(says(mia)).to_contain_text("You asked Omar Haddad to introduce you to Noor Ali.")

    omar.goto("/notifications/")
    omar.get_by_role("article").filter(has_text="asks you to introduce them").get_by_role(
        "link", name="Answer"
    ).click()
    expect(card(omar, "Mia Lund")).to_contain_text("We both plan stock by hand.")
    card(omar, "Mia Lund").get_by_role("button", name="Pass it on").click()
    told = card(omar, "Mia Lund") if scripts else says(omar)
    expect(told).to_contain_text("invitation")

    noor.goto("/invitations/")
    expect(card(noor, "Mia Lund")).to_contain_text("Omar Haddad introduces Mia Lund.")
    card(noor, "Mia Lund").get_by_role("button", name="Accept").click()
    expect(card(noor, "Mia Lund") if scripts else says(noor)).to_contain_text("connected")
    mia.goto("/people/noor-ali/")
    expect(mia.get_by_role("heading", name="You are connected")).to_be_visible()


@with_and_without_scripts
def test_a_suggestion_is_put_aside_and_taken_back(browse, mia, omar, noor, scripts):
    connect(mia, omar)
    connect(omar, noor)
    page = browse(mia.user, java_script_enabled=scripts)
    page.goto("/people/")
    suggestions = page.get_by_role("region", name="People you may know")
    noors = suggestions.get_by_role("article").filter(has_text="Noor Ali")
    expect(noors).to_contain_text("You both know")
    noors.get_by_role("button", name="Put aside Noor Ali").click()
    if scripts:
        expect(noors).to_contain_text("is not suggested any more")
        noors.get_by_role("button", name="Undo").click()
    else:
        expect(says(page)).to_contain_text("Noor Ali is not suggested any more.")
        page.get_by_role("link", name="People I put aside").click()
        page.get_by_role("button", name="Suggest again Noor Ali").click()
        expect(says(page)).to_contain_text("Noor Ali may be suggested again.")
        page.goto("/people/")
    expect(noors).to_contain_text("You both know")
