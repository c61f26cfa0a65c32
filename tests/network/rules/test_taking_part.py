"""P6 and B1 in what people make of posts: reactions, comments, and keeping for later."""

import uuid

import pytest

from network.errors import PostGone
from network.models import Comment, Event, Post, Reaction, SavedPost
from tests.factories import connect, publish

ACTS = {
    "react": lambda who, post: Post.objects.react(who, post.pk, "useful"),
    "comment": lambda who, post: Post.objects.comment(who, post.pk, "Well said"),
    "save": lambda who, post: Post.objects.save_for_later(who, post.pk),
}


@pytest.fixture
def post(mia, omar):
    """Mia's, for followers; Omar follows her and Noor does not."""
    omar.follow(mia)
    return publish(mia)


def card(viewer, post):
    """What a card shows the viewer of what others made of a post."""
    seen = Post.objects.with_responses(viewer).get(pk=post.pk)
    kinds = {one["kind"]: one["n"] for one in seen.reactions_by_kind}
    return kinds, seen.comment_count, seen.my_reaction, seen.is_saved


def told(reader):
    notices = Event.objects.notices_for(reader).order_by("pk")
    return [(str(event.actor), event.verb) for event in notices]


@pytest.mark.parametrize("act", ACTS)
def test_p6_who_may_not_see_a_post_may_do_nothing_with_it(act, noor, post):
    with pytest.raises(PostGone):
        ACTS[act](noor, post)

    assert [model.objects.count() for model in (Reaction, Comment, SavedPost)] == [0, 0, 0]


@pytest.mark.parametrize("act", ACTS)
def test_p6_who_no_longer_sees_a_post_may_do_nothing_with_it(act, mia, omar, post):
    omar.unfollow(mia)

    with pytest.raises(PostGone):
        ACTS[act](omar, post)


def test_a_person_has_one_reaction_a_post(omar, post):
    Post.objects.react(omar, post.pk, "useful")
    Post.objects.react(omar, post.pk, "support")

    assert card(omar, post) == ({"support": 1}, 0, "support", False)
    assert told(post.author) == [("Omar", "followed"), ("Omar", "reacted")]


def test_a_reaction_that_is_taken_back_is_told_no_more(omar, post):
    Post.objects.react(omar, post.pk, "useful")
    Post.objects.react(omar, post.pk, "")
    Post.objects.react(omar, post.pk, "")

    assert card(omar, post) == ({}, 0, None, False)
    assert told(post.author) == [("Omar", "followed")]
    assert list(omar.acts.order_by("pk").values_list("verb", flat=True)) == [
        "followed",
        "reacted",
        "unreacted",
    ]


def test_nobody_is_told_of_what_they_do_with_their_own_post(mia, post):
    Post.objects.react(mia, post.pk, "useful")
    Post.objects.comment(mia, post.pk, "One more thing")

    assert told(mia) == [("Omar", "followed")]


def test_saving_is_private_and_done_once(omar, post):
    for _ in range(2):
        Post.objects.save_for_later(omar, post.pk)

    assert card(omar, post) == ({}, 0, None, True)
    assert card(post.author, post) == ({}, 0, None, False)
    assert told(post.author) == [("Omar", "followed")]

    Post.objects.forget(omar, post.pk)

    assert card(omar, post) == ({}, 0, None, False)


def test_an_answer_to_an_answer_joins_its_row(mia, omar, post):
    first = Post.objects.comment(omar, post.pk, "How?")
    second = Post.objects.comment(mia, post.pk, "Slowly", parent=first.pk)
    third = Post.objects.comment(omar, post.pk, "I see", parent=second.pk)

    assert (second.parent, third.parent) == (first, first)
    assert told(omar) == [("Mia", "replied")]


def test_an_answer_to_a_comment_elsewhere_is_refused(mia, omar, post):
    elsewhere = Post.objects.comment(omar, publish(mia, "Another").pk, "Hello")

    with pytest.raises(PostGone):
        Post.objects.comment(omar, post.pk, "Hello", parent=elsewhere.pk)


def test_a_comment_sent_twice_is_written_once(omar, post):
    key = uuid.uuid4()
    for _ in range(2):
        Post.objects.comment(omar, post.pk, "Well said", key=key)

    assert card(omar, post)[1] == 1
    assert omar.acts.filter(verb="commented").count() == 1


def test_b1_people_hidden_from_each_other_are_not_counted(mia, omar, noor, post):
    noor.follow(mia)
    Post.objects.react(omar, post.pk, "useful")
    asked = Post.objects.comment(omar, post.pk, "How?")
    Post.objects.comment(mia, post.pk, "Slowly", parent=asked.pk)

    assert card(noor, post) == ({"useful": 1}, 2, None, False)

    omar.block(noor)

    # Mia's answer goes with the question that Noor cannot see.
    assert card(noor, post) == ({}, 0, None, False)
    assert card(mia, post) == ({"useful": 1}, 2, None, False)


def test_b1_of_somebody_hidden_nothing_is_told(mia, omar, post):
    Post.objects.react(omar, post.pk, "useful")
    Post.objects.comment(omar, post.pk, "How?")
    mia.block(omar)

    assert told(mia) == []


def test_p6_what_is_for_connections_takes_no_comment_from_followers(mia, omar, noor):
    connect(mia, omar)
    noor.follow(mia)
    secret = publish(mia, audience="connections")
    Post.objects.comment(omar, secret.pk, "Thank you")

    with pytest.raises(PostGone):
        Post.objects.comment(noor, secret.pk, "Thank you")


def test_a_deleted_comment_takes_its_answers_along(mia, omar, post):
    asked = Post.objects.comment(omar, post.pk, "How?")
    Post.objects.comment(mia, post.pk, "Slowly", parent=asked.pk)
    asked.remove(omar)
    asked.remove(omar)

    assert card(mia, post)[1] == 0
    assert told(mia) == [("Omar", "followed")]
    assert omar.acts.filter(verb="struck").count() == 1


def test_only_one_s_own_comments_and_those_on_one_s_own_posts_can_be_deleted(mia, omar, post):
    comment = Post.objects.comment(omar, post.pk, "How?")
    own = Post.objects.comment(mia, post.pk, "Slowly")

    assert list(Comment.objects.removable_by(mia).order_by("pk")) == [comment, own]
    assert list(Comment.objects.removable_by(omar)) == [comment]


def test_p6_an_answer_under_a_post_that_one_no_longer_sees_is_not_told(mia, omar, noor, post):
    noor.follow(mia)
    asked = Post.objects.comment(omar, post.pk, "How?")
    Post.objects.comment(noor, post.pk, "Slowly", parent=asked.pk)

    assert told(omar) == [("Noor", "replied")]

    mia.block(omar)

    assert told(omar) == []
