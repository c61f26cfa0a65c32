"""Writing to each other: connections, the answer to an invitation, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.factories import connect, invitation
from tests.journeys.steps import badge, card, says, with_and_without_scripts


@pytest.fixture
def mia(seat):
    return seat("Mia Lund")


@pytest.fixture
def omar(seat):
    return seat("Omar Haddad")


def write(page, text):
    page.get_by_label("Your message").fill(text)
    page.get_by_role("button", name="Send").click()


def lines(page):
    return page.get_by_role("log", name="What you wrote to each other").get_by_role("article")


def test_two_connections_talk_without_reloading(browse, mia, omar):
    connect(mia, omar)
    mia, omar = browse(mia.user), browse(omar.user)
    mia.goto("/people/omar-haddad/")
    mia.get_by_role("link", name="Message", exact=True).click()
    write(mia, "Which stock figure do you trust least?")
    expect(lines(mia)).to_have_count(1)
    expect(mia.get_by_label("Your message")).to_have_value("")
    expect(mia.get_by_label("Your message")).to_be_focused()

    omar.goto("/feed/")
    expect(badge(omar, "Messages")).to_have_text("2")  # one waits for every learner
    badge(omar, "Messages").click()
    omar.get_by_role("link", name="Mia Lund").click()
    expect(lines(omar)).to_contain_text(["Which stock figure do you trust least?"])
    expect(badge(omar, "Messages")).to_have_text("1")
    write(omar, "The one from Friday.")

    expect(lines(mia)).to_contain_text(
        ["Which stock figure", "The one from Friday."], timeout=12_000
    )
    expect(omar.get_by_text("Mia Lund has read this.")).to_be_visible(timeout=12_000)
    write(mia, "Why?")
    expect(lines(mia)).to_have_count(3)
    expect(lines(omar)).to_have_count(3, timeout=12_000)

    expect(badge(omar, "Messages")).to_have_text("1")
    omar.get_by_role("button", name="Archive").click()
    expect(says(omar)).to_contain_text("in the archive until a new message comes")
    expect(omar.get_by_role("main").get_by_role("link", name="Mia Lund")).to_have_count(0)


@with_and_without_scripts
def test_an_invitation_is_answered_before_it_is_decided(browse, mia, omar, scripts):
    invitation(mia, omar, note="We sat in the same course.")
    mia, omar = (browse(one.user, java_script_enabled=scripts) for one in (mia, omar))

    omar.goto("/invitations/")
    card(omar, "Mia Lund").get_by_role("link", name="Reply without accepting").click()
    expect(lines(omar)).to_contain_text(["We sat in the same course."])
    omar.get_by_role("link", name="Ask how they found you").click()
    field = omar.get_by_label("Your message")
    expect(field).to_have_value(
        "Hello Mia Lund, thank you for your invitation. I do not think that "
        "we have met. How did you find me?"
    )
    write(omar, "Which course was that?")
    expect(lines(omar)).to_contain_text(["We sat in the same course.", "Which course was that?"])

    mia.goto("/invitations/sent/")
    card(mia, "Omar Haddad").get_by_role("link", name="They answered").click()
    write(mia, "Planning, on Tuesdays.")
    expect(lines(mia)).to_have_count(3)

    omar.goto("/messages/mia-lund/")
    expect(lines(omar)).to_have_count(3)
    omar.get_by_role("button", name="Accept").click()
    expect(says(omar)).to_contain_text("You and Mia Lund are now connected.")
    expect(lines(omar)).to_have_count(3)
    omar.goto("/people/mia-lund/disconnect/")
    omar.get_by_role("button", name="Remove the connection").click()
    omar.goto("/messages/mia-lund/")
    expect(omar.get_by_text("To go on, send an invitation.")).to_be_visible()
    expect(lines(omar)).to_have_count(3)
