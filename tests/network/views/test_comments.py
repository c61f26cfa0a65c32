import uuid

import pytest

from network.models import Comment, Post
from tests.everyone import signed_in
from tests.factories import publish
from tests.network.views.words import is_part, said, visible


@pytest.fixture
def post(everyone):
    """Written by somebody whom Mia follows."""
    return publish(everyone.followed, "Low water at six")


@pytest.fixture
def comments(post):
    return f"/posts/{post.pk}/comments/"


def test_what_i_write_stands_under_the_post(as_mia, comments, post):
    response = as_mia.post(comments, {"text": "Where exactly?"})
    comment = Comment.objects.get()

    assert response.url == f"/posts/{post.pk}/#comment-{comment.pk}"
    assert "Where exactly?" in visible(as_mia.get(post.url))
    assert "1 comment" in visible(as_mia.get("/feed/"))


def test_htmx_gets_the_comments(htmx, comments):
    response = htmx.post(comments, {"text": "Where exactly?"})

    assert is_part(response)
    assert "Where exactly?" in visible(response)
    assert 'id="comments"' in response.text


def test_later_comments_join_the_list_and_bring_no_second_form(htmx, everyone, post):
    earlier, later = [
        Post.objects.comment(everyone.followed, post.pk, f"{word} tide") for word in ("Low", "High")
    ]
    response = htmx.get(f"{post.url}?after={earlier.pk}")

    assert is_part(response)
    assert "High tide" in visible(response)
    assert "Low tide" not in visible(response)
    assert f'id="comment-{later.pk}"' in response.text
    assert 'id="comments"' not in response.text


def test_an_answer_stands_below_its_comment(as_mia, everyone, comments, post):
    asked = Post.objects.comment(everyone.followed, post.pk, "Any questions?")
    Post.objects.comment(everyone.followed, post.pk, "Another comment")
    as_mia.post(comments, {"text": "Just one", "parent": asked.pk})
    page = visible(as_mia.get(post.url))

    assert page.index("Any questions?") < page.index("Just one") < page.index("Another comment")


@pytest.mark.parametrize("text", ["", "  \u200b ", "x" * 1251])
def test_a_comment_that_cannot_be_written_says_why_and_is_kept(as_mia, comments, text):
    response = as_mia.post(comments, {"text": text})

    assert response.status_code == 422
    assert 'aria-invalid="true"' in response.text
    assert text.strip("\u200b ") in response.text
    assert not Comment.objects.exists()


def test_a_form_sent_twice_is_one_comment(as_mia, comments):
    key = str(uuid.uuid4())
    for _ in range(2):
        as_mia.post(comments, {"text": "Where exactly?", "key": key})
    as_mia.post(comments, {"text": "And when?", "key": key})

    assert [comment.text for comment in Comment.objects.order_by("pk")] == [
        "Where exactly?",
        "And when?",
    ]


@pytest.mark.parametrize("parent", ["abc", "-1", "9" * 30, "0"])
def test_an_answer_to_nothing_is_refused(as_mia, comments, parent):
    response = as_mia.post(comments, {"text": "Hello", "parent": parent})

    assert response.status_code in (302, 422)
    assert not Comment.objects.exists()


def test_the_address_of_the_form_leads_to_the_post(as_mia, comments, post):
    assert as_mia.get(comments).url == post.url


def test_comments_page_by_key_oldest_first(as_mia, htmx, everyone, post):
    for n in range(23):
        Post.objects.comment(everyone.followed, post.pk, f"Comment {n}")
    first = as_mia.get(post.url)
    rest = htmx.get(post.url, {"after": first.context["comments"].next})

    assert first.context["comments"][0].text == "Comment 0"
    assert [comment.text for comment in rest.context["comments"]] == [
        "Comment 20",
        "Comment 21",
        "Comment 22",
    ]
    assert is_part(rest)


def test_i_change_my_own_comment(as_mia, mia, post):
    comment = Post.objects.comment(mia, post.pk, "Wehre?")
    edit = f"/comments/{comment.pk}/edit/"

    assert "Wehre?" in as_mia.get(edit).text

    response = as_mia.post(edit, {"text": "Where?"}, follow=True)

    assert said(response) == ["Your comment is changed."]
    assert "edited" in visible(response)


def test_i_delete_my_own_comment_after_being_asked(as_mia, mia, post):
    comment = Post.objects.comment(mia, post.pk, "Where?")
    delete = f"/comments/{comment.pk}/delete/"

    assert "Where?" in visible(as_mia.get(delete))
    assert Comment.objects.exists()

    assert said(as_mia.post(delete, follow=True)) == ["The comment is deleted."]
    assert not Comment.objects.exists()


def test_comments_of_others_are_not_mine_to_change(as_mia, everyone, post):
    everyone.follower.follow(everyone.followed)
    theirs = Post.objects.comment(everyone.follower, post.pk, "Where?")

    assert as_mia.get(f"/comments/{theirs.pk}/edit/").status_code == 404
    assert as_mia.get(f"/comments/{theirs.pk}/delete/").status_code == 404
    assert as_mia.post(f"/comments/{theirs.pk}/delete/").status_code == 404
    assert Comment.objects.count() == 1


def test_i_may_delete_comments_on_my_own_post(as_mia, mia, everyone):
    own = publish(mia, "Mine")
    comment = Post.objects.comment(everyone.follower, own.pk, "Buy now")
    as_mia.post(f"/comments/{comment.pk}/delete/")

    assert not Comment.objects.exists()


def test_a_comment_is_told_to_the_author_with_a_way_to_it(everyone, post):
    comment = Post.objects.comment(everyone.mia, post.pk, "Where?")
    page = signed_in(everyone.followed).get("/notifications/")

    assert "commented on your post." in visible(page)
    assert f"/posts/{post.pk}/#comment-{comment.pk}" in page.text
