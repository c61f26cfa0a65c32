"""What goes wrong between a press and its answer is said in words, and nothing is lost by it."""

import pytest
from playwright.sync_api import expect

from network.models import Invitation, Post
from tests.journeys.steps import card, invite, says

NOTE = "We took the same planning course. Shall we talk?"


@pytest.fixture
def mia(seat):
    return seat("Mia Lund")


def test_another_tab_was_quicker(browse, mia):
    first = browse(mia.user)
    second = first.context.new_page()
    for tab in (first, second):
        tab.goto("/invitations/")
    card(first, "Jun Hoshida").get_by_role("button", name="Decline").click()
    expect(first.get_by_text("You declined. Jun Hoshida")).to_be_visible()

    card(second, "Jun Hoshida").get_by_role("button", name="Accept").click()
    expect(says(second)).to_contain_text("This invitation is no longer open")
    expect(card(second, "Jun Hoshida")).not_to_be_attached()
    expect(card(second, "Dana Kestrin")).to_be_visible()


def test_somebody_who_left_meanwhile(browse, faults, mia, seat):
    faults.expect("404")
    omar = seat("Omar Haddad")
    page = browse(mia.user)
    page.goto("/people/omar-haddad/")
    omar.block(mia)
    page.get_by_role("button", name="Follow", exact=True).click()
    expect(says(page)).to_contain_text("This is not here any more.")


def test_the_server_is_gone(browse, faults, mia):
    faults.expect("net::ERR_INTERNET_DISCONNECTED")
    faults.expect("htmx:")  # which tells the console too
    page = browse(mia.user)
    gone = "The connection is gone, so nothing was sent."
    page.goto("/people/elin-sorby/")
    page.context.set_offline(True)
    follow = page.get_by_role("button", name="Follow", exact=True)
    follow.click()
    expect(says(page)).to_contain_text(gone)
    page.context.set_offline(False)
    follow.click()
    expect(page.get_by_role("heading", name="You follow")).to_be_visible()

    page.goto("/people/elin-sorby/invite/")
    page.context.set_offline(True)
    invite(page, "We studied together", NOTE)
    expect(says(page)).to_contain_text(gone)
    expect(page.get_by_label("Your note")).to_have_value(NOTE)
    page.context.set_offline(False)
    page.get_by_role("button", name="Send invitation").click()
    expect(says(page)).to_contain_text("Your invitation to Elin Sörby is pending.")


def test_a_clock_without_a_server_says_so_once(browse, faults, mia):
    faults.expect("net::ERR_INTERNET_DISCONNECTED")
    faults.expect("htmx:")
    page = browse(mia.user)
    page.goto("/people/")
    page.context.set_offline(True)
    pulse = "htmx.ajax('POST', '/clock/pulse/', {source: '#clock', swap: 'none'}).catch(() => {})"
    page.evaluate(pulse)
    expect(says(page)).to_contain_text("The connection is gone")
    first = says(page).locator(".message").element_handle()
    page.evaluate(pulse)
    assert first.evaluate("(message) => message.isConnected")
    page.context.set_offline(False)


def test_a_double_click_does_it_once(browse, mia):
    page = browse(mia.user)
    page.goto("/people/elin-sorby/invite/")
    page.get_by_label("We studied together").check()
    page.get_by_role("button", name="Send invitation").dblclick()
    expect(says(page)).to_contain_text("Your invitation to Elin Sörby is pending.")
    page.goto("/posts/")
    page.get_by_label("Your post").fill("I count cold stores.")
    page.get_by_role("button", name="Post", exact=True).dblclick()
    expect(says(page)).to_contain_text("Your post is published.")

    assert Invitation.objects.filter(sender=mia, recipient__handle="elin-sorby").count() == 1
    assert Post.objects.filter(author=mia).count() == 1


def test_a_text_that_is_too_long_comes_back_whole(browse, faults, mia):
    faults.expect("422")
    page = browse(mia.user)
    page.goto("/feed/")
    page.get_by_text("Write a post").click()
    text = page.get_by_label("Your post")
    text.fill("word " * 601)
    expect(page.get_by_text("Characters too many: 4")).to_be_visible()
    page.get_by_role("button", name="Post", exact=True).click()
    expect(page.get_by_text("This has 3004 characters; the most is 3000.")).to_be_visible()
    expect(text).to_be_focused()
    text.press("End")
    for _ in range(5):
        text.press("Backspace")
    page.get_by_role("button", name="Post", exact=True).click()
    expect(says(page)).to_contain_text("Your post is published.")


def test_a_refusal_keeps_the_note(browse, faults, mia):
    faults.expect("422")
    page = browse(mia.user)
    page.goto("/people/elin-sorby/invite/")
    invite(page, "We know each other another way", NOTE)
    expect(page.get_by_role("alert")).to_contain_text("That is not this person's e-mail address.")
    expect(page.get_by_label("Your note")).to_have_value(NOTE)
    expect(page.get_by_label("We know each other another way")).to_be_checked()


@pytest.mark.parametrize("overtaken", ["pulse", "pause"])
def test_a_pulse_and_a_press_at_once(browse, mia, world, overtaken):
    world.owner = mia.user
    world.save(update_fields=["owner"])
    page = browse(mia.user)
    page.clock.install()
    late = []
    page.route(f"**/clock/{overtaken}/", lambda route: late.append(route))
    page.goto("/people/elin-sorby/")
    page.locator(".world-menu > summary").click()
    for act in ("pulse", "pause") if overtaken == "pulse" else ("pause", "pulse"):
        path = f"**/clock/{act}/"
        with page.expect_request(path) if act == overtaken else page.expect_response(path):
            if act == "pulse":
                page.clock.run_for(10_000)
            else:
                page.get_by_role("button", name="Pause").click()
    with page.expect_event("requestfinished", lambda request: overtaken in request.url):
        late[0].continue_()
    expect(page.locator("#clock")).to_contain_text("Paused")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
