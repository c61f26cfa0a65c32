"""A connection's news, and a message that begins with one press."""

from playwright.sync_api import expect

from tests.factories import connect, job
from tests.journeys.steps import with_and_without_scripts


@with_and_without_scripts
def test_congratulating_a_connection(browse, seat, scripts):
    mia, omar = seat("Mia Lund"), seat("Omar Haddad")
    connect(mia, omar)
    job(omar, "Night dispatcher", "Selmouth Port", started_on=omar.world.now.date().replace(day=1))
    page = browse(mia.user, java_script_enabled=scripts)

    page.goto("/network/")
    news = page.get_by_role("region", name="News from your connections")
    expect(news).to_contain_text("New position: Night dispatcher at Selmouth Port")
    news.get_by_role("link", name="Congratulate Omar Haddad, Selmouth Port").click()
    message = page.get_by_label("Your message")
    expect(message).to_have_value(
        "Hello Omar Haddad, congratulations on your new position as Night dispatcher at Selmouth "
        "Port. I wish you a good start. What are you looking forward to most?"
    )
    message.fill("Congratulations. How are the nights?")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("log")).to_contain_text("How are the nights?")

    page.goto("/network/news/")
    omar_row = page.get_by_role("main").get_by_role("listitem").filter(has_text="Omar Haddad")
    expect(omar_row).to_contain_text("Congratulated")

    other = browse(omar.user)
    other.goto("/messages/mia-lund/")
    expect(other.get_by_role("log")).to_contain_text("How are the nights?")
