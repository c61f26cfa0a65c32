"""R-29: two acts on one post in the same instant; nobody gets an error page."""

import pytest

from network.models import Comment, Event, Post, Reaction
from tests.factories import cast, publish
from tests.network.duels import ROUNDS, Arena

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people():
    mia, omar = cast("mia", "omar")
    omar.follow(mia)
    return mia, omar


def rounds(acts, people):
    """The words of both answers to `acts(post)`, on a new post every round."""
    mia, _omar = people
    with Arena(2) as arena:
        for number in range(ROUNDS):
            post = publish(mia, f"Round {number}")
            delays = [0, 0.002] if number % 2 else [0.002, 0]
            yield [answer.word for answer in arena.at_once(acts(post), delays)]


def test_r29_reacting_twice_is_reacting_once(people):
    _mia, omar = people

    def acts(post):
        return [lambda: Post.objects.react(omar, post.pk, "useful")] * 2

    words = list(rounds(acts, people))

    assert words == [["done", "done"]] * ROUNDS
    assert Reaction.objects.count() == ROUNDS
    assert Event.objects.filter(verb="reacted").count() == ROUNDS


@pytest.mark.parametrize(
    "respond",
    [
        lambda who, post: Post.objects.react(who, post.pk, "useful"),
        lambda who, post: Post.objects.comment(who, post.pk, "Well said"),
        lambda who, post: Post.objects.save_for_later(who, post.pk),
    ],
)
def test_r29_responding_meets_deleting(people, respond):
    _mia, omar = people

    def acts(post):
        return [lambda: respond(omar, post), Post.objects.get(pk=post.pk).remove]

    words = list(rounds(acts, people))

    assert {answer for answer, _removed in words} == {"done", "PostGone"}
    assert {removed for _answer, removed in words} == {"done"}
    assert (Post.objects.count(), Reaction.objects.count(), Comment.objects.count()) == (0, 0, 0)
