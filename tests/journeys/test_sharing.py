"""Two learners share, mention, tag and write an article, each in a browser of their own."""

import pytest
from playwright.sync_api import expect

from tests.factories import publish
from tests.journeys.steps import with_and_without_scripts, write

OMARS = "Which stock figure do you trust least? #inventory"


@pytest.fixture
def people(seat):
    mia, omar = seat("Mia Lund"), seat("Omar Haddad")
    mia.follow(omar)
    omar.follow(mia)
    return mia, omar


def notices(page):
    page.goto("/notifications/")
    return page.get_by_role("main")


@with_and_without_scripts
def test_sharing_with_a_thought_and_deleting_what_was_shared(browse, people, scripts):
    mia, omar = people
    post = publish(omar, OMARS)
    mia, omar = (browse(who.user, java_script_enabled=scripts) for who in people)

    mia.goto("/feed/")
    card = mia.get_by_role("article").filter(has_text=OMARS)
    card.get_by_role("link", name="Share", exact=True).click()
    told = "Omar Haddad is told of it, if they may see your share."
    expect(mia.get_by_role("main")).to_contain_text(told)
    mia.get_by_label("Your thought").fill("A good question for every store.")
    mia.get_by_role("button", name="Share", exact=True).click()
    shared = mia.get_by_role("article").filter(has_text="A good question for every store.")
    expect(shared).to_contain_text(OMARS)

    expect(notices(omar)).to_contain_text("Mia Lund shared your post.")
    omar.goto("/feed/")
    expect(omar.get_by_role("article").filter(has_text="A good question")).to_contain_text(OMARS)
    omar.goto(f"{post.url}delete/")
    omar.get_by_role("button", name="Delete").click()

    mia.goto("/feed/")
    shared = mia.get_by_role("article").filter(has_text="A good question for every store.")
    expect(shared).to_contain_text("was deleted, or it is not for you to see")
    expect(mia.get_by_text(OMARS)).to_have_count(0)


@with_and_without_scripts
def test_a_mention_and_a_tag_to_follow(browse, people, scripts):
    mia, omar = (browse(who.user, java_script_enabled=scripts) for who in people)
    write(mia, "@omar-haddad, how do you count #Inventory?")
    expect(mia.get_by_role("link", name="Omar Haddad")).to_be_visible()

    expect(notices(omar)).to_contain_text("Mia Lund mentioned you in a post.")
    omar.get_by_role("article").filter(has_text="mentioned you").get_by_text("Look").click()
    omar.get_by_role("link", name="#Inventory").click()
    expect(omar.get_by_role("heading", name="#inventory")).to_be_visible()
    omar.get_by_role("button", name="Follow tag").click()
    expect(omar.get_by_role("button", name="Following #inventory")).to_be_visible()
    omar.get_by_role("link", name="Your tags").click()
    expect(omar.get_by_role("main")).to_contain_text("1 new post")
    omar.get_by_role("button", name="Unfollow #inventory").click()
    expect(omar.get_by_role("button", name="Follow tag")).to_be_visible()


@with_and_without_scripts
def test_an_article_from_writing_to_reading(browse, people, scripts):
    mia, omar = (browse(who.user, java_script_enabled=scripts) for who in people)
    mia.goto("/posts/")
    mia.get_by_role("link", name="Write an article instead").click()
    mia.get_by_label("Title").fill("Why stock figures drift")
    mia.get_by_label("Your article").fill("Nobody counts on Mondays.\n\n" + "Most drift. " * 90)
    mia.get_by_role("button", name="Publish").click()
    expect(mia.get_by_role("heading", name="Why stock figures drift", level=1)).to_be_visible()

    omar.goto("/feed/")
    card = omar.get_by_role("article").filter(has_text="Why stock figures drift")
    expect(card).to_contain_text("Nobody counts on Mondays.")
    card.get_by_role("link", name="Read the article").click()
    expect(omar.get_by_role("heading", name="Why stock figures drift", level=1)).to_be_visible()
    expect(omar.get_by_role("main")).to_contain_text("1 minute to read")
