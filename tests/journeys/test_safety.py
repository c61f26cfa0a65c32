"""Two learners of one class: one keeps the other away, tells the editors, and leaves."""

import pytest
from playwright.sync_api import expect

from accounts.models import User
from network.models import Person, Post, Report
from tests.factories import connect, publish
from tests.journeys.steps import says, with_and_without_scripts

ADVERT = "Buy my course today, only today."


@pytest.fixture
def people(seat):
    mia, omar = seat("Mia Lund"), seat("Omar Haddad")
    connect(mia, omar)
    return mia, omar


def advert(page):
    return page.get_by_role("article").filter(has_text=ADVERT)


@with_and_without_scripts
def test_muting_and_reporting_while_the_other_sees_nothing(browse, people, scripts):
    mia, omar = people
    publish(omar, ADVERT)
    their = browse(omar.user, java_script_enabled=scripts)
    mine = browse(mia.user, java_script_enabled=scripts)

    mine.goto("/feed/")
    advert(mine).get_by_label("What you can do about this post").click()
    advert(mine).get_by_role("link", name="Report").click()
    mine.get_by_label("Advertising, or the same thing again and again").check()
    mine.get_by_label("What should the editors know?").fill("Every day since Monday.")
    mine.get_by_role("button", name="Send to the editors").click()
    expect(says(mine)).to_contain_text("Thank you. The editors of this world will look at it.")

    mine.goto("/feed/")
    advert(mine).get_by_label("What you can do about this post").click()
    advert(mine).get_by_role("button", name="Mute this person").click()
    expect(says(mine)).to_contain_text("Your feed shows no posts of Omar Haddad now.")
    expect(advert(mine)).to_have_count(0)

    their.goto("/notifications/")
    expect(their.get_by_role("main")).not_to_contain_text("Every day")
    their.goto("/people/mia-lund/")
    expect(their.get_by_text("You are connected")).to_be_visible()

    mine.goto("/network/muted/")
    mine.get_by_role("button", name="Unmute Omar Haddad").click()
    mine.goto("/feed/")
    expect(advert(mine)).to_be_visible()
    assert Report.objects.get().content == ADVERT


@with_and_without_scripts
def test_leaving_for_good_while_the_other_keeps_what_they_wrote(browse, people, scripts):
    mia, omar = people
    mia.write(omar, "Of Mia")
    omar.write(mia, "Of Omar")
    publish(mia, "A post of Mia")
    mine = browse(mia.user, java_script_enabled=scripts)
    their = browse(omar.user, java_script_enabled=scripts)

    mine.goto("/settings/")
    mine.get_by_role("link", name="My data: take a copy").click()
    with mine.expect_download() as download:
        mine.get_by_role("link", name="Download my data").click()
    assert "Of Omar" in download.value.path().read_text()
    mine.get_by_role("link", name="Delete my account").click()
    mine.get_by_label("Password").fill("tide-table-7")
    mine.get_by_role("main").get_by_role("button").click()
    expect(mine.get_by_role("main")).to_contain_text("2 messages that you wrote")
    mine.get_by_role("button", name="Delete my account for good").click()
    expect(says(mine)).to_contain_text("Your account is deleted.")

    their.goto("/messages/")
    their.get_by_role("link", name="Somebody who left").click()
    expect(their.get_by_role("log")).to_contain_text("Of Omar")
    expect(their.get_by_role("log")).not_to_contain_text("Of Mia")
    assert not User.objects.filter(pk=mia.user_id).exists()
    assert not Person.objects.filter(handle="mia-lund").exists()
    assert not Post.objects.filter(text="A post of Mia").exists()
