"""The feed goes on by itself."""

from playwright.sync_api import expect

from tests.factories import publish
from tests.journeys.steps import open_menu, says


def test_the_feed_goes_on_as_one_scrolls_and_shows_each_post_once(browse, seat):
    mia, omar = seat("Mia Lund"), seat("Omar Haddad")
    mia.follow(omar)
    for number in range(45):
        publish(mia, f"Note {number}")
    page = browse(mia.user)
    page.goto("/feed/")
    posts = page.locator("article.post")
    expect(posts).to_have_count(20)
    publish(omar, "Written while Mia was reading")

    end = page.get_by_text("There are no older posts.")
    while not end.is_visible():
        shown = posts.count()
        page.keyboard.press("End")
        expect(posts.nth(shown).or_(end).first).to_be_attached()

    keys = posts.evaluate_all("all => all.map((post) => Number(post.id.slice('post-'.length)))")
    assert keys == sorted(set(keys), reverse=True)
    expect(page.get_by_text("Note 0", exact=True)).to_be_visible()
    expect(page.get_by_text("Written while")).not_to_be_attached()
    page.reload()
    expect(page.get_by_text("Written while")).to_be_visible()


def test_one_s_own_post_is_edited_and_deleted(browse, seat):
    mia = seat("Mia Lund")
    publish(mia, "I count cold stores.")
    page = browse(mia.user)
    page.goto("/feed/")
    open_menu(page, "What you can do with your post")
    page.get_by_role("link", name="Edit", exact=True).click()
    page.get_by_label("Your post").fill("I count cold stores & docks: https://mail.example/docks.")
    page.get_by_role("button", name="Save").click()
    expect(says(page)).to_contain_text("Your post is changed.")
    expect(page.get_by_role("link", name="mail.example/docks")).to_be_visible()
    expect(page.get_by_text("edited", exact=True)).to_be_visible()
    open_menu(page, "What you can do with your post")
    page.get_by_role("link", name="Delete").click()
    page.get_by_role("button", name="Delete").click()
    expect(says(page)).to_contain_text("Your post is deleted.")
    expect(page.get_by_text("I count cold stores")).not_to_be_visible()
