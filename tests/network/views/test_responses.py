import pytest

from network.models import Post, Reaction
from network.views import responses
from tests.everyone import signed_in
from tests.factories import publish
from tests.network.views.words import is_part, texts, visible


@pytest.fixture
def post(everyone):
    """Written by somebody whom Mia follows."""
    return publish(everyone.followed, "Low water at six")


def test_a_reaction_is_given_and_taken_back(as_mia, mia, post):
    as_mia.post(f"/posts/{post.pk}/react/", {"kind": "useful"})

    assert "Useful 1" in visible(as_mia.get("/feed/"))

    as_mia.post(f"/posts/{post.pk}/react/", {"kind": ""})

    assert not Reaction.objects.exists()


def test_htmx_gets_what_changed(htmx, post):
    response = htmx.post(f"/posts/{post.pk}/react/", {"kind": "support"})

    assert is_part(response)
    assert "Support 1" in visible(response)
    assert f'id="post-{post.pk}-responses"' in response.text


def test_a_made_up_reaction_is_not_found(as_mia, post):
    assert as_mia.post(f"/posts/{post.pk}/react/", {"kind": "angry"}).status_code == 404
    assert not Reaction.objects.exists()


def test_reacting_to_what_is_gone_meanwhile_is_refused_in_words(as_mia, says, post, monkeypatch):
    monkeypatch.setattr(responses, "_seen", lambda request, pk: pk)  # it was there a moment ago
    Post.objects.filter(pk=post.pk).delete()
    as_mia.post(f"/posts/{post.pk}/react/", {"kind": "useful"})

    assert says(as_mia) == ["This post is not here any more. Go back to your feed to find others."]


def test_what_i_save_stands_on_a_page_of_its_own_the_last_first(as_mia, everyone, post):
    later = publish(everyone.followed, "High water at noon")
    for one in (later, post):
        as_mia.post(f"/posts/{one.pk}/save/")

    assert texts(as_mia.get("/saved/")) == ["Low water at six", "High water at noon"]

    as_mia.post(f"/posts/{post.pk}/forget/")

    assert texts(as_mia.get("/saved/")) == ["High water at noon"]


def test_a_saved_post_that_i_may_not_see_any_more_is_left_out(as_mia, mia, everyone, post):
    as_mia.post(f"/posts/{post.pk}/save/")
    mia.unfollow(everyone.followed)

    assert texts(as_mia.get("/saved/")) == []


def test_saved_posts_page_by_key_whoever_else_saved_them(as_mia, htmx, everyone):
    everyone.follower.follow(everyone.followed)
    for n in range(23):
        post = publish(everyone.followed, f"Post {n}")
        Post.objects.save_for_later(everyone.follower, post.pk)
        as_mia.post(f"/posts/{post.pk}/save/")
    first = as_mia.get("/saved/")
    rest = htmx.get("/saved/", {"before": first.context["posts"].next})

    assert texts(first)[0] == "Post 22"
    assert texts(rest) == ["Post 2", "Post 1", "Post 0"]
    assert is_part(rest)


def test_somebody_else_s_saved_posts_are_theirs(everyone, post):
    everyone.follower.follow(everyone.followed)
    signed_in(everyone.follower).post(f"/posts/{post.pk}/save/")

    assert texts(signed_in(everyone.mia).get("/saved/")) == []
