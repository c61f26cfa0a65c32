"""What somebody simulated remembers of the last that a learner did towards them."""

import pytest

from network.models import Message, Post
from simulation.advancing import Advance
from simulation.coaching.follow_up import is_thanks
from simulation.deciding.facts import Memory
from simulation.living import remembering
from simulation.living.remembering import moved
from simulation.models import Agenda, Decision
from simulation.reading import Reading
from simulation.reading.memory import LAST, memory_of
from tests.factories import PersonFactory, connect, later, publish
from tests.simulation.moves import aim, days, lucky

pytestmark = pytest.mark.django_db
THANKS = "Thank you for the tip with the fan, I tried it."
NOTHING, THANKED, PUSHED = Memory(), Memory(thanked=True), Memory(pushed=True)


@pytest.fixture
def friend(mia, omar, persona):
    connect(mia, omar)
    return omar


def wait(*people, **span):
    later(people[0].world, **span)
    for person in people:
        person.refresh_from_db()


def write(mia, friend, number, apart=1):
    for each in range(number):
        mia.write(friend, f"Did you see my question {each}?")
        wait(mia, friend, days=apart)


@pytest.mark.parametrize(
    ("text", "thanks"),
    [
        (THANKS, True),
        ("I am grateful that you answered.", True),
        ("Thanks for the answer. And thanks in advance for the next one.", True),
        ("Did you see my question?", False),
        ("Thanks in advance.", False),
        ("I would appreciate it if you answered.", False),
        ("No thanks.", False),
        ("A quick reply would be appreciated.", False),
        ("Your answer would be much appreciated.", False),
        ("I would be forever grateful if you hired me.", False),
        ("Thanksgiving is next week.", False),
        ("Thanks for nothing, you idiot.", False),
        ("", False),
    ],
)
def test_thanks_are_for_something_that_there_is(text, thanks):
    assert is_thanks(text) is thanks


def test_nobody_remembers_somebody_who_did_nothing(mia, omar, persona):
    assert memory_of(omar, mia) == NOTHING


def test_thanks_in_a_message_are_remembered_by_their_reader_only(mia, friend):
    other = PersonFactory(world=mia.world)
    connect(mia, other)
    mia.write(friend, THANKS)
    other.write(mia, THANKS)

    assert memory_of(friend, mia) == THANKED
    assert memory_of(other, mia) == NOTHING
    assert memory_of(mia, friend) == NOTHING


@pytest.mark.parametrize("is_theirs", [True, False], ids=["their post", "another's post"])
def test_so_are_thanks_below_a_comment_of_theirs(mia, omar, persona, is_theirs):
    author = omar if is_theirs else PersonFactory(world=mia.world)
    post = publish(author)
    mia.follow(author)
    omar.follow(author) if author != omar else None
    said = Post.objects.comment(omar, post.pk, "A fan dries them.")
    Post.objects.comment(mia, post.pk, THANKS)
    assert memory_of(omar, mia) == NOTHING  # it thanks for the post, or somebody else
    answer = Post.objects.comment(mia, post.pk, THANKS, parent=said.pk)

    assert memory_of(omar, mia) == THANKED
    answer.delete()
    assert memory_of(omar, mia) == NOTHING


def test_so_are_thanks_for_what_they_answered_below_ones_own_comment(mia, omar, persona):
    post = publish(omar)
    mia.follow(omar)
    asked = Post.objects.comment(mia, post.pk, "How do you dry them?")
    Post.objects.comment(mia, post.pk, THANKS, parent=asked.pk)
    assert memory_of(omar, mia) == NOTHING  # they have not said anything there yet
    tip = Post.objects.comment(omar, post.pk, "With a fan.", parent=asked.pk)
    Post.objects.comment(mia, post.pk, THANKS, parent=tip.pk)

    assert memory_of(omar, mia) == THANKED


def test_the_third_message_in_a_row_pushes(mia, friend):
    write(mia, friend, 2)
    assert memory_of(friend, mia) == NOTHING
    write(mia, friend, 1)
    assert memory_of(friend, mia) == PUSHED


@pytest.mark.parametrize(("apart", "expected"), [(4.9, PUSHED), (5, NOTHING)])
def test_but_not_after_five_days(mia, friend, apart, expected):
    write(mia, friend, 3, apart)
    assert memory_of(friend, mia) == expected


def test_an_answer_in_between_starts_anew_and_a_later_one_excuses_nothing(mia, friend):
    write(mia, friend, 2)
    friend.write(mia, "I did.")
    write(mia, friend, 2)
    assert memory_of(friend, mia) == NOTHING
    write(mia, friend, 1)
    friend.write(mia, "I do have an answer.")
    assert memory_of(friend, mia) == PUSHED


def test_the_last_ten_acts_are_remembered(mia, friend):
    mia.write(friend, THANKS)
    posts = [publish(friend, f"Tide tables {number}") for number in range(LAST)]
    for post in posts[1:]:
        Post.objects.comment(mia, post.pk, "I read that")
    assert memory_of(friend, mia) == THANKED
    Post.objects.comment(mia, posts[0].pk, "I read that")
    assert memory_of(friend, mia) == NOTHING


def test_what_can_be_done_again_and_again_makes_nobody_forget(mia, friend):
    post = publish(friend, "Tide tables")
    write(mia, friend, 3)
    for _number in range(LAST):
        Post.objects.react(mia, post.pk, "useful")
        Post.objects.react(mia, post.pk, "")
        mia.unfollow(friend)
        mia.follow(friend)
    assert memory_of(friend, mia) == PUSHED


def test_of_more_messages_the_last_are_remembered(mia, friend):
    write(mia, friend, 3)
    for number in range(LAST):
        friend.write(mia, f"Answer {number}")
        mia.write(friend, f"Question {number}")
    assert memory_of(friend, mia) == NOTHING
    mia.write(friend, THANKS)
    assert memory_of(friend, mia) == THANKED


def test_what_a_learner_does_unseen_takes_no_place(mia, friend):
    mia.write(friend, THANKS)
    for _number in range(LAST):
        mia.mute(friend)
        mia.unmute(friend)
        mia.unfollow(friend)
    assert memory_of(friend, mia) == THANKED


def test_a_decision_weighs_what_is_remembered(monkeypatch, mia, friend):
    write(mia, friend, 3)
    mia.write(friend, THANKS)
    mia.disconnect(friend)
    lucky(monkeypatch, "ignore")
    sent = mia.invite(friend, "unknown")
    days(mia.world, 22)

    decision = Decision.objects.get(invitation=sent)
    assert decision.seen.memory == Memory(thanked=True, pushed=True)
    assert (decision.terms["thanked"], decision.terms["pushed"]) == (0.3, -0.5)


def test_what_a_learner_writes_while_others_answer_is_remembered(monkeypatch, mia, friend):
    """Many answers are read ahead; a message in between is not left out."""
    lucky(monkeypatch, "ignore")
    days(mia.world, 0)
    sent = mia.invite(PersonFactory(world=mia.world), "unknown")
    days(mia.world, 0)
    aim(mia.world, days=1)
    advance = Advance(mia.world_id)
    advance.cases = Reading.of([sent.pk]).cases()
    friend.write(mia, "Good morning.")
    advance.step()
    assert advance.cases
    mia.write(friend, THANKS)
    advance.step()
    assert not advance.cases


@pytest.mark.parametrize(
    ("done", "expected"), [(NOTHING, 0.5), (THANKED, 0.574), (PUSHED, 0.378)], ids=str
)
def test_it_moves_introductions_and_recommendations(monkeypatch, mia, omar, done, expected):
    world = mia.world
    world.agenda = Agenda(world=world)
    monkeypatch.setattr(remembering, "memory_of", lambda *_: done)

    assert moved(0.5, omar, mia, world) == pytest.approx(expected, abs=0.001)
    assert (moved(0.0, omar, mia, world), moved(1.0, omar, mia, world)) == (0, 1)
    world.agenda = Agenda(world=world, model_version=1)
    assert moved(0.5, omar, mia, world) == 0.5


def test_it_is_read_in_two_queries_however_much_there_is(mia, friend, django_assert_num_queries):
    with django_assert_num_queries(2):
        memory_of(friend, mia)
    write(mia, friend, 12)
    with django_assert_num_queries(2):
        memory_of(friend, mia)
    assert Message.objects.count() == 12
