"""Responses to posts and comments, as far as they are seen."""

import pytest

from network.models import Comment, Community, Membership, Post, Reaction
from simulation.living.responding import is_grave, is_worth_a_word
from simulation.living.shared import Two
from simulation.living.words import comments, fitting
from tests.simulation.moves import days

pytestmark = pytest.mark.django_db
POST = "We returned most of the lost umbrellas this month, with one list on the wall."
USEFUL = "We had the same at the front desk: the list on the wall helped more than the meeting did."


@pytest.fixture
def eager(sure):
    sure(respond__base=99, respond__comments=1, thank__useful=1, thank__short=1, thank__question=1)


@pytest.fixture
def group(world, mia, omar, persona):
    made = Community.objects.create(
        world=world, name="Desk talk", slug="desk-talk", founded_at=world.now
    )
    made.seat(omar, Membership.Standing.MODERATOR)
    made.seat(mia, Membership.Standing.MEMBER)
    return made


def test_a_connection_reacts_and_writes_what_the_post_is_about(eager, world, mia, friend):
    post = Post.objects.publish(mia, POST, "followers")
    days(world, 6)
    assert Reaction.objects.get().person == friend
    assert Comment.objects.get().post == post


def test_nobody_reacts_to_what_they_do_not_see(eager, world, mia, omar, persona):
    Post.objects.publish(mia, POST, "followers")
    Post.objects.publish(mia, POST, "connections")
    days(world, 6)
    assert not Reaction.objects.exists()


def test_a_post_that_was_narrowed_meanwhile_gets_nothing(eager, world, mia, omar, persona):
    omar.follow(mia)
    post = Post.objects.publish(mia, POST, "followers")
    days(world, 0)
    post.edit(POST, "connections")
    days(world, 6)
    assert not Reaction.objects.exists()
    assert not Comment.objects.exists()


def test_a_deleted_post_gets_nothing(eager, world, mia, friend):
    post = Post.objects.publish(mia, POST, "followers")
    days(world, 0)
    post.remove()
    days(world, 6)
    assert not Comment.objects.exists()


def test_only_so_many_respond_to_one_post(eager, sure, world, mia, someone):
    sure(respond__most=2)
    for number in range(5):
        someone(f"reader-{number}").follow(mia)
    Post.objects.publish(mia, POST, "followers")
    days(world, 6)
    assert Reaction.objects.count() == 2


@pytest.mark.parametrize(
    ("text", "worth"),
    [(POST, True), ("Hello all", False), ("You are all stupid idiots here", False)],
)
def test_what_is_worth_a_word(text, worth):
    assert is_worth_a_word(text) is worth


def test_a_question_in_a_group_is_answered(sure, world, mia, group, omar):
    sure(answer__other=1, respond__base=-99)
    post = Post.objects.publish_in(group, mia, "How do you keep a list of open questions short?")
    days(world, 6)
    assert [each.author for each in post.comments.all()] == [omar]


def test_a_useful_comment_is_thanked_for_once(eager, sure, world, mia, friend):
    sure(visit__comment=0)
    post = Post.objects.publish(friend, POST, "followers")
    said = Comment.objects.get(pk=Post.objects.comment(mia, post.pk, USEFUL).pk)
    days(world, 6)
    answer = Comment.objects.get(author=friend)
    assert answer.parent == said
    for _more in range(3):
        Post.objects.comment(mia, post.pk, USEFUL)
    days(world, 9)
    assert Comment.objects.filter(author=friend).count() == 2


def test_in_a_thread_an_author_answers_twice_at_most(eager, sure, world, mia, friend, someone):
    sure(visit__comment=0)
    noor = someone("noor")
    post = Post.objects.publish(friend, POST, "followers")
    noor.follow(friend)
    mia.follow(friend)
    above = Post.objects.comment(noor, post.pk, USEFUL)
    mine = Post.objects.comment(friend, post.pk, "How long is your list?", parent=above.pk)
    for _number in range(4):
        Post.objects.comment(mia, post.pk, USEFUL, parent=mine.pk)
        days(world, 6)
    assert Comment.objects.filter(author=friend, parent=above).exclude(pk=mine.pk).count() == 1


@pytest.mark.parametrize("quoted", ["@noor", "#umbrellas", "https://lists.example"])
def test_what_they_quote_mentions_nobody_and_links_nowhere(
    eager, sure, world, mia, friend, someone, quoted
):
    sure(visit__comment=0)
    someone("noor")
    text = f"{quoted} and many words about lost umbrellas that we gave back this month."
    Post.objects.publish(mia, text, "followers")
    theirs = Post.objects.publish(friend, POST, "followers")
    Post.objects.comment(mia, theirs.pk, f"{text} {text}")
    days(world, 9)
    said = Comment.objects.filter(author=friend)
    assert said.count() == 2
    assert [each.text for each in said if quoted in each.text] == []


def test_a_learner_s_question_is_answered_outside_of_groups_too(eager, world, mia, friend):
    Post.objects.publish(mia, "How do you keep a list of open questions short?", "followers")
    days(world, 6)
    said = Comment.objects.get(author=friend).text
    two = Two(friend, mia)
    about = {"work": two.me.work, "skill": two.me.skill, "employer": two.me.employer}
    assert said in [each % about for each in fitting(comments.answers(about), about)]


def test_a_comment_that_was_deleted_is_not_answered(eager, world, mia, friend):
    post = Post.objects.publish(friend, POST, "followers")
    said = Post.objects.comment(mia, post.pk, USEFUL)
    days(world, 0)
    said.remove(mia)
    days(world, 6)
    assert not Comment.objects.exists()


def test_simulated_people_respond_to_each_other_where_a_learner_sees_it(
    sure, world, mia, omar, persona, someone
):
    sure(respond__others=1, respond__others_comment=1, respond__others_most=1)
    nia = someone("nia")
    for reader in (nia, someone("ola")):
        reader.follow(omar)
    Post.objects.publish(omar, POST, "followers")
    days(world, 6)
    assert not Reaction.objects.exists()

    mia.follow(omar)
    Post.objects.publish(omar, POST + " Again.", "followers")
    days(world, 6)
    assert (Reaction.objects.count(), Comment.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("My father died last week and I am lost", True),
        ("I lost my job today, after nine years there", True),
        ("A dead end in the depot cost us an hour", False),
        ("I lost my keys and found a better way to work", False),
        ("The grievance form is two pages long", False),
        ("We moved the stock count to Tuesdays", False),
    ],
)
def test_to_grief_nobody_has_a_stock_phrase(text, is_so):
    assert is_grave(text) == is_so
    assert is_worth_a_word(text) != is_so
