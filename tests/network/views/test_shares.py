import pytest

from network.models import Post
from tests.everyone import signed_in
from tests.factories import found, publish
from tests.network.views.words import is_part, said, texts, visible

HIDDEN = "The post shared here was deleted, or it is not for you to see."


@pytest.fixture
def post(everyone):
    """Somebody's whom Mia follows."""
    return publish(everyone.followed, "Tide tables")


def test_the_form_shows_the_post_and_who_is_told(as_mia, post):
    page = as_mia.get(f"{post.url}share/")

    assert "Tide tables" in visible(page)
    assert "Followed is told of it, if they may see your share." in visible(page)


def test_sharing_leads_to_the_share(as_mia, mia, post):
    data = {"text": "Read this", "audience": "followers"}
    response = as_mia.post(f"{post.url}share/", data, follow=True)

    share = Post.objects.get(is_share=True)
    assert (share.author, share.shared, share.text) == (mia, post, "Read this")
    assert response.redirect_chain == [(share.url, 302)]
    assert said(response) == ["You shared the post."]
    assert "shared a post" in visible(response)
    assert "Tide tables" in visible(response)


def test_a_form_sent_twice_is_one_share(as_mia, post):
    key = as_mia.get(f"{post.url}share/").context["form"]["key"].value()

    for _ in range(2):
        data = {"text": "", "audience": "followers", "key": key}
        assert as_mia.post(f"{post.url}share/", data).status_code == 302
    assert Post.objects.filter(is_share=True).count() == 1


def test_too_long_a_thought_is_refused_with_words(as_mia, post):
    response = as_mia.post(f"{post.url}share/", {"text": "x" * 3001, "audience": "followers"})

    assert response.status_code == 422
    assert "This has 3001 characters" in visible(response)
    assert "Tide tables" in visible(response)


def test_who_may_not_see_the_original_reads_a_neutral_sentence(everyone, mia, post):
    share = Post.objects.share(mia, post.pk, "Read this", "followers")

    for page in (share.url, "/feed/", mia.url):
        words = visible(signed_in(everyone.follower).get(page))
        assert "Read this" in words
        assert HIDDEN in words
        assert "Tide tables" not in words
        assert "Followed" not in words.replace("Followed by", "")


def test_deleting_the_original_reads_the_same(as_mia, mia, post):
    share = Post.objects.share(mia, post.pk, "", "followers")
    post.remove()

    page = as_mia.get(share.url)

    assert HIDDEN in visible(page)
    assert f"{share.url}share/" not in page.text


def test_a_post_of_a_group_is_not_shared_and_says_why(as_mia, mia):
    post = Post.objects.publish_in(found(mia, "Quay"), mia, "Inside")

    response = as_mia.get(f"{post.url}share/", follow=True)

    assert "stays in the group, so it cannot be shared" in said(response)[0]
    assert "so nobody can share it" in visible(response)
    assert f"{post.url}share/" not in response.text


def test_shares_are_listed_as_far_as_the_reader_may_see_them(everyone, as_mia, mia, post):
    Post.objects.share(mia, post.pk, "Mine", "followers")
    everyone.stranger.follow(everyone.followed)
    Post.objects.share(everyone.stranger, post.pk, "Theirs", "followers")

    assert texts(as_mia.get(f"{post.url}shares/")) == ["Mine"]
    assert "1 share" in visible(as_mia.get(post.url))
    empty = signed_in(everyone.followed).get(f"{post.url}shares/")
    assert "No share that you may see" in visible(empty)
    assert "shares/" not in signed_in(everyone.followed).get(post.url).text


def test_htmx_gets_the_list_of_shares(htmx, post):
    assert is_part(htmx.get(f"{post.url}shares/"))


def test_editing_and_deleting_a_share(as_mia, mia, post):
    share = Post.objects.share(mia, post.pk, "Read this", "followers")

    as_mia.post(f"{share.url}edit/", {"text": "", "audience": "connections"})
    share.refresh_from_db()
    assert (share.text, share.audience) == ("", "connections")
    assert "what you shared stays" in visible(as_mia.get(f"{share.url}delete/"))
    as_mia.post(f"{share.url}delete/")
    assert list(Post.objects.all()) == [post]


def test_the_author_finds_it_in_their_notifications(everyone, mia, post):
    everyone.followed.follow(mia)
    Post.objects.share(mia, post.pk, "Read this", "followers")

    page = signed_in(everyone.followed).get("/notifications/")

    assert "Mia shared your post." in visible(page)
    assert f'href="{post.url}"' in page.text
    assert "Read this" not in page.text
