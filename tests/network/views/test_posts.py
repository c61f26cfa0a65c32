import uuid

import pytest

from network.models import Event, Post
from tests.everyone import signed_in
from tests.factories import publish
from tests.network.views.words import said, visible

HELLO = {"text": "Hello harbour", "audience": "followers"}


def test_what_i_write_is_published(as_mia, mia):
    response = as_mia.post("/posts/", HELLO, follow=True)

    assert said(response) == ["Your post is published."]
    assert [(post.author, post.text, post.audience) for post in Post.objects.all()] == [
        (mia, "Hello harbour", "followers")
    ]
    assert response.redirect_chain == [("/feed/", 302)]


def test_the_form_stands_on_a_page_of_its_own_and_on_the_feed(as_mia):
    for page in ("/posts/", "/feed/"):
        response = as_mia.get(page)
        assert response.status_code == 200
        assert 'name="text"' in response.text
        assert response.context["form"]["audience"].value() == "followers"


def test_an_empty_post_is_refused_with_words(as_mia):
    for data in ({}, {"text": " \u200b\u2060\ufeff\xa0", "audience": "followers"}):
        response = as_mia.post("/posts/", data)

        assert response.status_code == 422
        assert "Write something first." in visible(response)
    assert list(Post.objects.all()) == []


def test_a_form_sent_twice_is_one_post(as_mia):
    key = as_mia.get("/posts/").context["form"]["key"].value()

    for _ in range(2):
        assert as_mia.post("/posts/", {**HELLO, "key": key}).status_code == 302
    assert Post.objects.count() == 1
    assert Event.objects.filter(verb="posted").count() == 1


def test_going_back_and_writing_something_else_is_another_post(as_mia):
    key = str(uuid.uuid4())

    as_mia.post("/posts/", {**HELLO, "key": key})
    as_mia.post("/posts/", {**HELLO, "text": "Something else", "key": key})

    assert [post.text for post in Post.objects.order_by("pk")] == [
        "Hello harbour",
        "Something else",
    ]


def test_browsers_do_not_bring_an_old_key_back(as_mia):
    assert 'autocomplete="off"' in str(as_mia.get("/posts/").context["form"]["key"])


def test_the_same_key_of_two_people_is_two_posts(as_mia, everyone):
    key = str(uuid.uuid4())

    as_mia.post("/posts/", {**HELLO, "key": key})
    signed_in(everyone.stranger).post("/posts/", {**HELLO, "key": key})

    assert Post.objects.count() == 2


@pytest.mark.parametrize("key", ["", "x", "0" * 31, "'", "None"])
def test_a_broken_key_does_not_stand_in_the_way(as_mia, key):
    assert as_mia.post("/posts/", {**HELLO, "key": key}).status_code == 302


def test_a_post_has_a_page_of_its_own(as_mia, everyone):
    post = publish(everyone.followed, "Tide tables")

    page = visible(as_mia.get(post.url))

    assert "Tide tables" in page
    assert "You have followed Followed since day 1." in page


def test_i_change_my_post(as_mia, mia):
    post = publish(mia, "Tide tabels")
    form = as_mia.get(f"{post.url}edit/")
    assert "Tide tabels" in form.text

    response = as_mia.post(
        f"{post.url}edit/", {"text": "Tide tables", "audience": "connections"}, follow=True
    )

    assert said(response) == ["Your post is changed."]
    post.refresh_from_db()
    assert (post.text, post.audience) == ("Tide tables", "connections")
    assert "edited" in visible(response)


@pytest.mark.parametrize("data", [{}, {"text": " ", "audience": "followers"}])
def test_changing_it_into_nothing_is_refused(as_mia, mia, data):
    post = publish(mia, "Tide tables")

    assert as_mia.post(f"{post.url}edit/", data).status_code == 422
    assert Post.objects.get().text == "Tide tables"


def test_i_delete_my_post_after_being_asked(as_mia, mia):
    post = publish(mia, "Tide tables")
    assert "Tide tables" in as_mia.get(f"{post.url}delete/").text
    assert Post.objects.count() == 1

    response = as_mia.post(f"{post.url}delete/", follow=True)

    assert said(response) == ["Your post is deleted."]
    assert list(Post.objects.all()) == []


def test_nobody_else_changes_or_deletes_it(everyone):
    post = publish(everyone.mia, "Tide tables")
    as_connection = signed_in(everyone.connection)
    assert as_connection.get(post.url).status_code == 200

    for page in (f"{post.url}edit/", f"{post.url}delete/"):
        assert as_connection.get(page).status_code == 404
        assert as_connection.post(page, HELLO).status_code == 404
    assert Post.objects.get().text == "Tide tables"
