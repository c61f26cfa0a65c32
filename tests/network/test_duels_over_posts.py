"""R-29: two acts on one post in the same instant; nobody gets an error page."""

import uuid

import pytest

from network.models import Comment, Event, Mention, Post, Reaction
from network.references import tags_in
from tests.factories import cast, found, publish
from tests.network.duels import ROUNDS, Arena

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.exhaustive]


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


def test_sharing_meets_deleting(people):
    _mia, omar = people

    def acts(post):
        share = lambda: Post.objects.share(omar, post.pk, "Look", "followers")  # noqa: E731
        return [share, Post.objects.get(pk=post.pk).remove]

    words = list(rounds(acts, people))

    assert {shared for shared, _removed in words} == {"done", "PostGone"}
    assert {removed for _shared, removed in words} == {"done"}
    assert {*Post.objects.values_list("is_share", "shared")} == {(True, None)}


def test_a_share_form_sent_twice_at_once_is_one_share(people):
    _mia, omar = people

    def acts(post):
        key = uuid.uuid4()
        return [lambda: Post.objects.share(omar, post.pk, "Look", "followers", key=key)] * 2

    words = list(rounds(acts, people))

    assert words == [["done", "done"]] * ROUNDS
    assert Post.objects.filter(is_share=True).count() == ROUNDS
    assert Event.objects.filter(verb="shared").count() == ROUNDS


def test_sharing_without_words_in_two_tabs_at_once_is_sharing_once(people):
    _mia, omar = people

    def acts(post):
        return [lambda: Post.objects.share(omar, post.pk, "", "followers", key=uuid.uuid4())] * 2

    words = list(rounds(acts, people))

    assert words == [["done", "done"]] * ROUNDS
    assert Post.objects.filter(is_share=True).count() == ROUNDS
    assert Event.objects.filter(verb="shared").count() == ROUNDS


def test_r31_two_edits_leave_the_words_of_the_last(people):
    mia, _omar = people

    def acts(post):
        one, two = Post.objects.get(pk=post.pk), Post.objects.get(pk=post.pk)
        return [
            lambda: one.edit("@omar #one #both", "followers"),
            lambda: two.edit("@omar #two #both", "followers"),
        ]

    words = list(rounds(acts, people))

    assert words == [["done", "done"]] * ROUNDS
    for post in mia.posts.prefetch_related("tags", "mentions"):
        assert sorted(tag.key for tag in post.tags.all()) == sorted(tags_in(post.text))
        assert len(post.mentions.all()) == 1


@pytest.mark.parametrize(
    "act",
    [lambda comment: comment.edit("@mia knows"), lambda comment: comment.remove(comment.author)],
    ids=["editing", "deleting"],
)
def test_changing_a_comment_meets_deleting_the_post(people, act):
    _mia, omar = people

    def acts(post):
        comment = Post.objects.comment(omar, post.pk, "Well said")
        return [lambda: act(comment), Post.objects.get(pk=post.pk).remove]

    words = list(rounds(acts, people))

    assert words == [["done", "done"]] * ROUNDS
    assert (Post.objects.count(), Comment.objects.count()) == (0, 0)


def test_mentioning_in_a_group_meets_leaving(people):
    """Who leaves holds their groups, and whoever posts there goes first or comes after."""
    mia, _omar = people
    group = found(mia, "Quay")
    words = []
    with Arena(2) as arena:
        for number in range(ROUNDS // 2):
            (guest,) = cast(f"guest-{number}", world=mia.world)
            group.join(guest)
            say = lambda g=guest: Post.objects.publish_in(group, mia, f"@{g.handle}")  # noqa: E731
            acts = [say, guest.remove]
            delays = [0, 0.002] if number % 2 else [0.002, 0]
            words.append([answer.word for answer in arena.at_once(acts, delays)])

    assert words == [["done", "done"]] * (ROUNDS // 2)
    assert not Mention.objects.exists()


def test_mentioning_meets_leaving(people):
    """Whoever is first: nobody who left is mentioned, and nobody gets an error page."""
    mia, _omar = people
    words = []
    with Arena(2) as arena:
        for number in range(ROUNDS // 4):
            (guest,) = cast(f"guest-{number}", world=mia.world)
            acts = [lambda g=guest: publish(mia, f"@{g.handle}"), guest.remove]
            delays = [0, 0.002] if number % 2 else [0.002, 0]
            words.append([answer.word for answer in arena.at_once(acts, delays)])

    assert words == [["done", "done"]] * (ROUNDS // 4)
    assert Post.objects.count() == ROUNDS // 4
    assert not Mention.objects.exists()
