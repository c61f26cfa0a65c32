"""E2: messages go between connections, and answer the note of an invitation."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.errors import (
    EmployersGetNoMessages,
    Gone,
    MessagesNeedConnection,
    MessageTooLong,
    NotAnsweredYet,
    TooManyMessages,
    WritingHasEnded,
    Yourself,
)
from network.models import Conversation, Event, Message
from network.talk import talk
from tests.factories import (
    EmployerFactory,
    LearnerFactory,
    PersonFactory,
    connect,
    invitation,
    later,
    set_rules,
)


def said(me, other):
    """Who said what, as `me` reads it."""
    return [(me if line.is_mine else other, line.text) for line in talk(me, other)]


def conversations(person, which="current"):
    sides = getattr(Conversation.objects.of(person), which)().order_by("-newest")
    return [side.other for side in sides]


def messaged():
    events = Event.objects.filter(verb="messaged").order_by("pk")
    return list(events.values_list("actor__handle", "target__handle"))


# Who may write to whom.


def test_e2_connections_write_to_each_other(mia, omar):
    connect(mia, omar)

    mia.write(omar, "Hello")
    omar.write(mia, "Hello yourself")

    for one, other in [(mia, omar), (omar, mia)]:
        assert said(one, other) == [(mia, "Hello"), (omar, "Hello yourself")]
    assert messaged() == [("mia", "omar"), ("omar", "mia")]
    assert Conversation.objects.count() == 2, "two sides of one conversation"


@pytest.mark.parametrize("tie", ["none", "followed", "follower"])
def test_e2_nobody_else_writes(mia, omar, tie):
    if tie != "none":
        (mia if tie == "followed" else omar).follow(omar if tie == "followed" else mia)

    with pytest.raises(MessagesNeedConnection, match="Send an invitation first"):
        mia.write(omar, "Hello")
    assert not Message.objects.exists()


def test_e2_an_employer_gets_no_messages(mia, world):
    with pytest.raises(EmployersGetNoMessages):
        mia.write(EmployerFactory(world=world), "Hello")


def test_nobody_writes_to_themselves(mia):
    with pytest.raises(Yourself):
        mia.write(mia, "Hello")


def test_w1_nobody_writes_into_another_world(mia):
    with pytest.raises(Gone):
        mia.write(PersonFactory(), "Hello")


# Answering an invitation.


def test_e2_the_recipient_answers_the_note_and_the_sender_writes_back(mia, omar):
    invitation(mia, omar, note="Shall we?")
    with pytest.raises(NotAnsweredYet):
        mia.write(omar, "Well?")

    omar.write(mia, "How did you find me?")
    mia.write(omar, "At the quay.")

    lines = [(mia, "Shall we?"), (omar, "How did you find me?"), (mia, "At the quay.")]
    assert said(mia, omar) == said(omar, mia) == lines
    assert not mia.connections.exists()


def test_c6_a_decline_after_the_answer_shows_in_nothing_that_the_sender_may_do(mia, omar):
    sent = invitation(mia, omar)
    omar.write(mia, "Not for now, thank you.")

    sent.decline()

    mia.write(omar, "I understand.")
    with pytest.raises(WritingHasEnded):
        omar.write(mia, "Good.")
    later(mia.world, days=22)
    with pytest.raises(WritingHasEnded):
        mia.write(omar, "And now?")


def test_a_withdrawn_invitation_takes_its_note_along_and_ends_the_writing(mia, omar):
    sent = invitation(mia, omar, note="Shall we?")
    omar.write(mia, "Perhaps.")

    sent.withdraw()

    for one, other in [(mia, omar), (omar, mia)]:
        with pytest.raises(WritingHasEnded):
            one.write(other, "Still there?")
        assert said(one, other) == [(omar, "Perhaps.")]


def test_an_answer_to_an_earlier_invitation_answers_no_later_one(mia, omar, world):
    set_rules(world, reinvite_after_withdrawal_days=0)
    first = invitation(mia, omar)
    omar.write(mia, "Who are you?")
    first.withdraw()
    invitation(mia, omar)

    with pytest.raises(NotAnsweredYet):
        mia.write(omar, "Me again")


def test_a_note_stands_where_it_was_sent_on_one_page_only(mia, omar, world):
    connect(mia, omar)
    for n in range(4):
        later(world, hours=1)
        mia.write(omar, str(n))
    later(world, hours=1)
    mia.disconnect(omar)
    invitation(omar, mia, note="Again?").accept()
    for n in range(4, 8):
        later(world, hours=1)
        mia.write(omar, str(n))

    pages, before = [], None
    while True:
        page = talk(mia, omar, before=before, size=2)
        pages.insert(0, [line.text for line in page])
        if not (before := page.next and str(page.next)):
            break

    assert pages == [["0", "1"], ["2", "3"], ["Again?", "4", "5"], ["6", "7"]]


# When it ends.


def test_after_a_disconnect_it_is_read_and_not_written(mia, omar):
    connect(mia, omar)
    mia.write(omar, "Hello")

    omar.disconnect(mia)

    for one, other in [(mia, omar), (omar, mia)]:
        with pytest.raises(WritingHasEnded, match="To go on, send an invitation"):
            one.write(other, "Hello?")
        assert said(one, other) == [(mia, "Hello")]
        assert conversations(one) == [other]


@pytest.mark.parametrize("side", ["mia", "omar"])
def test_b1_a_block_hides_it_from_both_and_ends_the_writing(mia, omar, side):
    connect(mia, omar)
    mia.write(omar, "Hello")
    blocker, blocked = (mia, omar) if side == "mia" else (omar, mia)

    blocker.block(blocked)

    for one, other in [(mia, omar), (omar, mia)]:
        with pytest.raises(Gone):
            one.write(other, "Hello?")
        assert conversations(one) == []


def test_who_leaves_takes_along_what_they_wrote(mia, omar, noor):
    for other in (omar, noor):
        connect(mia, other)
        other.write(mia, "Hello")

    omar.remove()

    assert conversations(mia) == [noor]
    assert Message.objects.count() == 1


# Reading and putting away.


def test_it_is_unread_until_it_is_read(mia, omar):
    connect(mia, omar)
    hello = mia.write(omar, "Hello")
    assert (conversations(omar, "unread"), conversations(mia, "unread")) == ([mia], [])
    assert not Conversation.objects.has_read(omar, mia)

    Conversation.objects.of(omar).get().read(hello.pk)

    assert conversations(omar, "unread") == []
    assert Conversation.objects.has_read(omar, mia)
    assert not Conversation.objects.has_read(mia, omar), "the last word is not Omar's"


def test_an_older_page_makes_nothing_new_again(mia, omar):
    connect(mia, omar)
    first, last = mia.write(omar, "One"), mia.write(omar, "Two")

    for seen in (last, first):
        Conversation.objects.of(omar).get().read(seen.pk)

    assert conversations(omar, "unread") == []


def test_the_archive_keeps_it_until_a_new_message(mia, omar):
    connect(mia, omar)
    mia.write(omar, "Hello")

    Conversation.objects.of(omar).get().archive()

    assert (conversations(omar), conversations(omar, "archived")) == ([], [mia])
    assert conversations(mia) == [omar]
    mia.write(omar, "One more thing")
    assert (conversations(omar), conversations(omar, "archived")) == ([mia], [])


def test_what_came_before_the_press_is_not_put_away_unseen(mia, omar):
    connect(mia, omar)
    known = mia.write(omar, "Hello")
    mia.write(omar, "One more thing")

    Conversation.objects.of(omar).get().archive(up_to=known.pk)

    assert conversations(omar) == [mia]


# How much.


def test_e2_a_message_has_a_length(mia, omar, world):
    set_rules(world, message_length=5)
    connect(mia, omar)
    mia.write(omar, "12345")

    with pytest.raises(MessageTooLong, match="has 6 characters; the most is 5"):
        mia.write(omar, "123456")


def test_e2_a_learner_writes_so_many_in_a_real_minute(world, omar):
    set_rules(world, messages_per_minute=2)
    mia = LearnerFactory(world=world)
    connect(mia, omar)
    hello, _ = mia.write(omar, "1"), mia.write(omar, "2")
    later(world, hours=1)  # world time does not help

    with pytest.raises(TooManyMessages) as refused:
        mia.write(omar, "3")
    assert 0 < refused.value.seconds <= 60
    assert "You have sent 2 messages in the last minute" in str(refused.value)

    assert mia.write(omar, "1", key=hello.key) == hello, "sent twice is not written twice"
    for n in range(4):
        omar.write(mia, str(n))  # a simulated person, whose week may pass in a second


def test_e2_a_real_minute_later_they_write_again(world, omar, time_machine):
    set_rules(world, messages_per_minute=1)
    mia = LearnerFactory(world=world)
    connect(mia, omar)
    mia.write(omar, "1")

    time_machine.move_to(timezone.now() + timedelta(seconds=61))

    mia.write(omar, "2")


# Once.


def test_a_form_sent_twice_is_one_message(mia, omar):
    connect(mia, omar)
    first = mia.write(omar, "Hello")

    assert mia.write(omar, "Hello", key=first.key) == first
    assert messaged() == [("mia", "omar")]


def test_a_key_that_was_used_for_somebody_else_sends_to_this_person(mia, omar, noor):
    connect(mia, omar)
    connect(mia, noor)
    first = mia.write(omar, "Hello")

    mia.write(noor, "Hello", key=first.key)

    assert messaged() == [("mia", "omar"), ("mia", "noor")]


def test_nobody_is_notified_of_messages(mia, omar):
    connect(mia, omar)
    before = list(Event.objects.notices_for(omar))

    mia.write(omar, "Hello")

    assert list(Event.objects.notices_for(omar)) == before
