"""The main job of netsim, by two learners of one class, each in a browser of their own."""

import pytest
from django.utils.text import slugify
from playwright.sync_api import expect

from tests.factories import connect, publish
from tests.journeys.steps import badge, card, find, invite, open_menu, preview, says, write

MIAS = "I count cold stores for a living."
OMARS = "Which stock figure do you trust least?"


@pytest.fixture
def mia(seat):
    return seat("Mia Lund")


@pytest.fixture
def omar(seat):
    return seat("Omar Haddad")


def test_from_a_misspelt_name_to_a_connection(browse, mia, omar):
    mia, omar = browse(mia.user), browse(omar.user)
    write(omar, OMARS)
    write(mia, MIAS)

    find(mia, "Omer Haddad")
    card(mia, "Omar Haddad").get_by_role("link", name="Omar Haddad", exact=True).click()
    expect(mia.get_by_text("What Omar Haddad posts for followers is hidden")).to_be_visible()
    expect(preview(mia, "Follow")).to_contain_text("You will see what Omar Haddad posts")
    expect(preview(mia, "Follow")).to_contain_text("Omar Haddad will see no posts of yours, as now")
    mia.get_by_role("button", name="Follow", exact=True).click()
    expect(mia.get_by_role("heading", name="You follow")).to_be_visible()
    expect(mia.get_by_text(OMARS)).to_be_visible()

    mia.goto("/feed/")
    expect(mia.get_by_text(OMARS)).to_be_visible()
    post = mia.get_by_role("article").filter(has_text=OMARS)
    post.get_by_text("Why am I seeing this?").click()
    expect(post).to_contain_text("You have followed Omar Haddad since day 1.")
    omar.goto("/feed/")
    expect(omar.get_by_text(OMARS)).to_be_visible()
    expect(omar.get_by_text(MIAS)).not_to_be_visible()

    mia.goto("/people/omar-haddad/")
    mia.get_by_role("link", name="Connect", exact=True).click()
    invite(mia, "We studied together", "We took the same planning course. Shall we talk?")
    expect(says(mia)).to_contain_text("Your invitation to Omar Haddad is pending.")
    expect(mia.get_by_role("heading", name="Your invitation is pending")).to_be_visible()

    omar.goto("/feed/")
    waiting = int(badge(omar, "Invitations").inner_text())  # two came with the scenario
    assert waiting == 3
    omar.get_by_role("link", name="Notifications").click()
    notice = omar.get_by_role("article").filter(has_text="Mia Lund invites you to connect.")
    notice.get_by_role("link", name="Answer").click()
    expect(card(omar, "Mia Lund")).to_contain_text("We took the same planning course.")
    card(omar, "Mia Lund").get_by_role("button", name="Accept").click()
    expect(omar.get_by_text("You and Mia Lund are connected now")).to_be_visible()
    expect(badge(omar, "Invitations")).to_have_text(str(waiting - 1))

    for page, other, text in [(mia, "Omar Haddad", OMARS), (omar, "Mia Lund", MIAS)]:
        page.goto("/feed/")
        expect(page.get_by_text(text)).to_be_visible()
        page.goto("/network/")
        expect(card(page, other)).to_contain_text("1st degree")
    mia.goto("/notifications/")
    expect(mia.get_by_text("Omar Haddad accepted your invitation.")).to_be_visible()


def test_every_way_out(browse, faults, mia, omar):
    connect(mia, omar)
    publish(mia, MIAS)
    publish(omar, OMARS)
    mia, omar = browse(mia.user), browse(omar.user)

    mia.goto("/people/omar-haddad/")
    open_menu(mia, "More")
    mia.get_by_role("listitem").get_by_role("link", name="Remove the connection").click()
    loss = mia.get_by_text("You will no longer see what Omar Haddad posts for followers.")
    expect(loss).to_be_visible()
    mia.get_by_label("Keep following").check()
    expect(loss).not_to_be_visible()
    mia.get_by_role("button", name="Remove the connection").click()
    expect(says(mia)).to_contain_text("You are no longer connected with Omar Haddad.")
    expect(mia.get_by_text(OMARS)).to_be_visible()
    omar.goto("/people/mia-lund/")
    expect(omar.get_by_text("What Mia Lund posts for followers is hidden")).to_be_visible()
    expect(omar.get_by_text(MIAS)).not_to_be_visible()

    omar.get_by_role("link", name="Connect", exact=True).click()
    invite(omar, "We are friends", "Sorry, what did I do?")
    expect(says(omar)).to_contain_text("Your invitation to Mia Lund is pending.")
    mia.goto("/invitations/")
    card(mia, "Omar Haddad").get_by_role("button", name="Decline").click()
    expect(mia.get_by_text("You declined. Omar Haddad is not told.")).to_be_visible()

    omar.goto("/invitations/sent/")
    mias = card(omar, "Mia Lund")
    expect(mias).to_contain_text("Pending")
    mias.get_by_role("button", name="Withdraw").click()
    expect(mias).to_contain_text("Withdrawn")
    expect(mias).to_contain_text("You can invite this person again after 21 days.")
    omar.goto("/people/mia-lund/invite/")
    expect(says(omar)).to_contain_text("You can invite this person again in 21 days.")

    mia.goto("/people/omar-haddad/block/")
    expect(mia.get_by_text("Neither of you will find, see, follow")).to_be_visible()
    mia.get_by_role("button", name="Block").click()
    expect(says(mia)).to_contain_text("You have blocked Omar Haddad.")
    faults.expect("status of 404")
    for page, other in [(mia, "Omar Haddad"), (omar, "Mia Lund")]:
        find(page, other)
        expect(page.get_by_role("heading", name=f"Search for “{other}”")).to_be_visible()
        expect(card(page, other)).to_have_count(0)
        page.goto(f"/people/{slugify(other)}/")
        expect(page.get_by_role("main")).not_to_contain_text(other)
    omar.goto("/notifications/")
    expect(omar.get_by_role("main")).not_to_contain_text("Mia Lund")


def test_a_notice_arrives_on_an_open_page(browse, mia, omar):
    page = browse(mia.user)
    page.goto("/notifications/")
    expect(page.get_by_text("Omar Haddad")).to_have_count(0)

    omar.follow(mia)

    expect(page.get_by_role("article").first).to_contain_text("Omar Haddad follows you.")
    page.get_by_role("button", name="Mark all as read").click()
    expect(badge(page, "Notifications")).to_have_text("")
