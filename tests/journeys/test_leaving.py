"""Whoever left, or whose session ended, sees nothing of what was there."""

from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.journeys.steps import open_menu


def test_an_ended_session_leads_the_whole_page_to_signing_in(browse, seat):
    page = browse(seat("Mia Lund").user)
    page.goto("/people/elin-sorby/")
    Session.objects.all().delete()
    page.get_by_role("button", name="Follow", exact=True).click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(page.locator("h1")).to_have_count(1)
    expect(page).to_have_url("/accounts/login/")

    page.get_by_label("User name").fill("mia")
    page.get_by_label("Password").fill("tide-table-7")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Feed")).to_be_visible()


def test_after_signing_out_back_shows_nothing_of_what_was_there(browse, seat):
    page = browse(seat("Mia Lund").user)
    page.goto("/people/elin-sorby/")
    page.get_by_role("button", name="Follow", exact=True).click()
    expect(page.get_by_role("heading", name="You follow")).to_be_visible()
    page.goto("/feed/")
    open_menu(page, "Your account")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("banner").get_by_role("link", name="Sign in")).to_be_visible()
    for _ in range(2):
        page.go_back()
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        expect(page.get_by_text("Elin Sörby")).not_to_be_attached()
        expect(page.get_by_text("Mia Lund")).not_to_be_attached()
