"""Two learners of one class talk under a post, each in a browser of their own."""

import pytest
from playwright.sync_api import expect

from tests.factories import publish
from tests.journeys.steps import with_and_without_scripts

OMARS = "Which stock figure do you trust least?"


@pytest.fixture
def people(seat):
    mia, omar = seat("Mia Lund"), seat("Omar Haddad")
    mia.follow(omar)
    return mia, omar


def cards(page):
    return page.get_by_role("article").filter(has_text=OMARS)


@with_and_without_scripts
def test_from_a_reaction_to_an_answer(browse, people, scripts):
    mia, omar = people
    post = publish(omar, OMARS)
    mia, omar = (browse(who.user, java_script_enabled=scripts) for who in people)

    mia.goto("/feed/")
    cards(mia).get_by_text("React", exact=True).click()
    cards(mia).get_by_role("button", name="Useful").click()
    expect(cards(mia)).to_contain_text("Useful 1")
    cards(mia).get_by_role("button", name="Save").click()
    expect(cards(mia).get_by_role("button", name="Saved")).to_be_visible()
    cards(mia).get_by_role("link", name="0 comments").click()
    mia.get_by_label("Your comment").fill("The one on a Friday. Why do you ask?")
    mia.get_by_role("button", name="Comment", exact=True).click()
    expect(mia.get_by_role("region", name="Comments")).to_contain_text("The one on a Friday.")

    omar.goto("/notifications/")
    expect(omar.get_by_role("main")).to_contain_text("Mia Lund reacted to your post.")
    expect(omar.get_by_role("main")).to_contain_text("Mia Lund commented on your post.")
    omar.get_by_role("link", name="Look").first.click()
    talk = omar.get_by_role("region", name="Comments")
    talk.locator("summary").filter(has_text="Answer").first.click()
    talk.get_by_label("Your answer").fill("Because ours is wrong every Monday.")
    talk.get_by_role("button", name="Answer", exact=True).click()
    expect(talk).to_contain_text("Because ours is wrong every Monday.")

    mia.goto(post.url)
    expect(mia.get_by_role("region", name="Comments")).to_contain_text("wrong every Monday")
    mia.goto("/saved/")
    expect(mia.get_by_text(OMARS)).to_be_visible()


IN_FRONT = """all => all.every((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
})"""


def test_on_a_phone_the_reactions_open_before_the_bar_at_the_bottom(browse, people):
    mia, omar = people
    publish(omar, OMARS)
    for number in range(3):  # so that the page is as long as it takes
        publish(mia, f"Note {number}")
    page = browse(mia.user, viewport={"width": 390, "height": 844})
    page.goto("/feed/")
    react = cards(page).get_by_text("React", exact=True)
    react.evaluate("one => scrollBy(0, one.getBoundingClientRect().bottom - innerHeight + 90)")

    react.click()

    expect(cards(page).get_by_role("button", name="Support")).to_be_in_viewport(ratio=1)
    assert cards(page).locator(".react button").evaluate_all(IN_FRONT)
