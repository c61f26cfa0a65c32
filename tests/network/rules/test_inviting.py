"""C1 to C16: what an invitation needs, what it does, and how it ends."""

import uuid

import pytest

from network.errors import (
    AlreadyConnected,
    Barred,
    EmployersAreFollowed,
    Gone,
    NeedsEmail,
    NoteTooLong,
    NotOpen,
    Refusal,
    RemindedTooEarly,
    ReminderLimitReached,
    Restricted,
    TooEarly,
    WeeklyLimitReached,
    Yourself,
)
from network.models import Connection, Event, Follow, Invitation, Person
from network.ties import Tie
from tests.factories import (
    EmployerFactory,
    LearnerFactory,
    PersonFactory,
    UserFactory,
    cast,
    connect,
    invitation,
    later,
    seen,
    set_rules,
)

ALL_HOWS = ["colleague", "classmate", "business", "friend", "group", "other", "unknown"]


def sees_pending(sender):
    return list(Invitation.objects.seen_pending_by(sender))


def told(reader):
    return [(str(event.actor), event.verb) for event in Event.objects.notices_for(reader)]


def is_refused(refusal, act, *args, **more):
    with pytest.raises(Refusal) as refused:
        act(*args, **more)
    assert type(refused.value) is refusal
    return refused.value


# C1 to C4: asking, accepting, crossing.


def test_c1_connecting_needs_an_invitation_that_the_other_accepts(mia, omar):
    sent = invitation(mia, omar)
    assert not Connection.objects.exists()

    sent.accept()

    assert seen(mia, omar).degree == seen(omar, mia).degree == 1
    assert {tie.invitation for tie in Connection.objects.all()} == {sent}


def test_c2_accepting_makes_each_follow_the_other(mia, omar):
    connect(mia, omar)

    assert seen(mia, omar).tie == Tie(following=True, followed=True, connected=True)


def test_c2_a_follow_that_stood_already_stays_as_it_was(mia, omar, world):
    omar.follow(mia)
    since = world.now
    later(world, days=3)

    connect(mia, omar)

    assert seen(mia, omar).followed_since == since
    assert seen(mia, omar).following_since == world.now


def test_c3_sending_an_invitation_starts_no_follow(mia, omar):
    invitation(mia, omar)

    assert seen(mia, omar).tie == Tie(invited=True)
    assert not Follow.objects.exists()


def test_c4_inviting_twice_is_inviting_once(mia, omar):
    first = invitation(mia, omar, note="Hello")
    again = invitation(mia, omar, note="Hello again")

    assert again == first
    assert list(Invitation.objects.values_list("note", flat=True)) == ["Hello"]


def test_c4_crossing_invitations_connect(mia, omar):
    first = invitation(mia, omar)
    crossing = invitation(omar, mia)

    assert crossing == first
    assert crossing.status == "accepted"
    assert seen(mia, omar).tie == Tie(following=True, followed=True, connected=True)
    assert told(mia) == [("Omar", "accepted")]


def test_c4_a_crossing_invitation_needs_no_proof(mia, omar, world):
    invitation(mia, omar)
    set_rules(world, weekly_invitations=0)

    assert invitation(omar, mia, how="other", note="x" * 999).status == "accepted"


def test_c4_who_is_connected_is_not_invited(mia, omar):
    connect(mia, omar)

    is_refused(AlreadyConnected, invitation, mia, omar)
    is_refused(AlreadyConnected, invitation, omar, mia)


def test_nobody_invites_themselves(mia):
    is_refused(Yourself, invitation, mia, mia)


# C5: an answer is for good.

ANSWERS = {
    "accepted": Invitation.accept,
    "declined": Invitation.decline,
    "unknown": Invitation.say_unknown,
    "withdrawn": Invitation.withdraw,
}


@pytest.mark.parametrize("first", ANSWERS)
@pytest.mark.parametrize("second", ["accepted", "declined", "unknown"])
def test_c5_an_ended_invitation_never_changes_again(mia, omar, first, second):
    sent = invitation(mia, omar)
    ANSWERS[first](sent)
    before = Invitation.objects.values().get()

    refusal = AlreadyConnected if first == second == "accepted" else NotOpen
    is_refused(refusal, ANSWERS[second], Invitation.objects.get())

    assert Invitation.objects.values().get() == before


@pytest.mark.parametrize("first", ["accepted", "withdrawn"])
def test_c5_what_was_accepted_or_withdrawn_cannot_be_withdrawn(mia, omar, first):
    sent = invitation(mia, omar)
    ANSWERS[first](sent)

    is_refused(NotOpen, sent.withdraw)


def test_c5_each_answer_is_by_the_recipient_and_withdrawing_by_the_sender(mia, omar, noor):
    for number, (answer, verb) in enumerate(
        zip(ANSWERS.values(), ["accepted", "declined", "unknown", "withdrew"], strict=True)
    ):
        sender = PersonFactory(world=mia.world, handle=f"sender-{number}")
        answer(invitation(sender, omar))
        actor = sender if verb == "withdrew" else omar
        target = omar if verb == "withdrew" else sender
        assert Event.objects.filter(verb=verb, actor=actor, target=target).count() == 1


# C6: silence, seen from the sender's side.

SILENT = {"declined": Invitation.decline, "unknown": Invitation.say_unknown}


@pytest.mark.parametrize("answer", SILENT)
def test_c6_the_sender_goes_on_seeing_pending(mia, omar, answer):
    sent = invitation(mia, omar)
    SILENT[answer](sent)

    assert sees_pending(mia) == [sent]
    assert seen(mia, omar).tie == Tie(invited=True)
    assert seen(omar, mia).tie == Tie()
    assert list(Invitation.objects.awaiting(omar)) == []
    assert told(mia) == []


@pytest.mark.parametrize("answer", SILENT)
def test_c6_inviting_again_answers_as_if_it_were_pending(mia, omar, answer):
    sent = invitation(mia, omar)
    SILENT[answer](sent)

    assert invitation(mia, omar, note="Once more") == sent
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize("answer", SILENT)
def test_c6_withdrawing_looks_as_always(mia, omar, noor, answer):
    silent, open_one = invitation(mia, omar), invitation(mia, noor)
    SILENT[answer](silent)

    assert silent.withdraw() == open_one.withdraw()
    assert sees_pending(mia) == []
    assert seen(mia, omar).tie == seen(mia, noor).tie == Tie()
    assert list(mia.acts.values_list("verb", flat=True)).count("withdrew") == 2
    is_refused(NotOpen, silent.withdraw)
    assert silent.status == answer


@pytest.mark.parametrize("answer", SILENT)
def test_c6_after_withdrawing_the_wait_is_the_same(mia, omar, noor, world, answer):
    silent, open_one = invitation(mia, omar), invitation(mia, noor)
    SILENT[answer](silent)
    later(world, days=5)
    silent.withdraw()
    open_one.withdraw()
    later(world, days=20)

    assert is_refused(TooEarly, invitation, mia, noor).days == 1
    if answer == "declined":
        assert is_refused(TooEarly, invitation, mia, omar).days == 1


@pytest.mark.parametrize("answer", SILENT)
def test_c6_reminding_looks_as_always_and_the_recipient_hears_nothing(mia, omar, answer):
    sent = invitation(mia, omar)
    SILENT[answer](sent)

    sent.remind()
    is_refused(RemindedTooEarly, sent.remind)
    later(mia.world, days=7)
    sent.remind()

    assert told(omar) == [("Mia", "invited")]
    assert sent.reminders == 2
    is_refused(ReminderLimitReached, sent.remind)


def test_c6_an_unknown_one_is_seen_as_pending_until_it_would_lapse(mia, omar, world):
    sent = invitation(mia, omar)
    sent.say_unknown()
    later(world, days=179)
    assert sees_pending(mia) == [sent]

    later(world, days=1)

    assert sees_pending(mia) == []


def test_c6_nothing_is_pending_for_those_who_became_connected(mia, omar, world):
    invitation(mia, omar).decline()
    later(world, days=1)
    invitation(omar, mia).accept()

    assert seen(mia, omar).tie == Tie(following=True, followed=True, connected=True)
    assert sees_pending(mia) == []


def test_c7_who_was_connected_since_waits_from_the_decline(mia, omar, world):
    invitation(mia, omar).decline()
    later(world, days=20)
    invitation(omar, mia).accept()
    mia.disconnect(omar)
    assert is_refused(TooEarly, invitation, mia, omar).days == 1

    later(world, days=1)

    assert invitation(mia, omar).is_pending


# C7 to C11: waiting, being barred, being restricted, the weekly limit.


def test_c7_after_a_decline_the_sender_waits_21_days(mia, omar, world):
    first = invitation(mia, omar)
    first.decline()
    later(world, days=21, seconds=-1)
    assert invitation(mia, omar) == first

    later(world, seconds=1)

    assert sees_pending(mia) == []
    assert seen(mia, omar).tie == Tie()
    assert invitation(mia, omar) != first


def test_c7_the_number_is_the_worlds(mia, omar, world):
    set_rules(world, reinvite_after_decline_days=2)
    first = invitation(mia, omar)
    first.decline()
    later(world, days=2)

    assert invitation(mia, omar) != first


def test_c7_the_recipient_may_invite_at_once(mia, omar):
    invitation(mia, omar).decline()

    assert invitation(omar, mia).is_pending


def test_c8_after_withdrawing_the_sender_waits_21_days(mia, omar, noor, world):
    first = invitation(mia, omar)
    first.withdraw()
    assert is_refused(TooEarly, invitation, mia, omar).days == 21
    assert invitation(mia, noor).is_pending

    later(world, days=21, seconds=-1)
    assert is_refused(TooEarly, invitation, mia, omar).days == 1

    later(world, seconds=1)
    assert invitation(mia, omar) != first


def test_c8_a_withdrawn_invitation_is_forgotten_by_the_recipient(mia, omar):
    sent = invitation(mia, omar)
    assert told(omar) == [("Mia", "invited")]

    sent.withdraw()

    assert told(omar) == []
    assert invitation(omar, mia).is_pending


def test_c9_who_is_not_known_may_never_invite_that_person_again(mia, omar, noor, world):
    invitation(mia, omar).say_unknown()
    later(world, days=3650)

    is_refused(Barred, invitation, mia, omar)
    assert invitation(mia, noor).is_pending


def test_c9_the_other_may_still_invite_them(mia, omar):
    invitation(mia, omar).say_unknown()

    assert invitation(omar, mia).is_pending


def restricted(world, limit=2):
    """A person whom as many as `limit` people said they do not know."""
    set_rules(world, unknown_limit=limit)
    sender = PersonFactory(world=world, handle="sender")
    for _ in range(limit):
        invitation(sender, PersonFactory(world=world)).say_unknown()
    return sender


def test_c9_fewer_do_not_restrict(mia, omar, noor, world):
    set_rules(world, unknown_limit=2)
    invitation(mia, omar).say_unknown()

    assert invitation(mia, noor).is_pending


def test_c10_restricts_for_7_days(mia, world):
    sender = restricted(world)
    assert is_refused(Restricted, invitation, sender, mia).days == 7
    later(world, days=7, seconds=-1)
    assert is_refused(Restricted, invitation, sender, mia).days == 1

    later(world, seconds=1)

    assert invitation(sender, mia).is_pending


def test_c10_restricts_again_after_as_many_more(mia, world):
    sender = restricted(world)
    later(world, days=8)
    one, two = [PersonFactory(world=world) for _ in range(2)]
    invitation(sender, one).say_unknown()
    sent = invitation(sender, two)
    later(world, days=1)
    sent.say_unknown()

    assert is_refused(Restricted, invitation, sender, mia).days == 7


def test_c10_does_not_restrict_following_or_answering(mia, omar, world):
    sender = restricted(world)
    sender.follow(mia)
    invitation(omar, sender).accept()

    assert seen(sender, omar).tie.connected


def test_c11_so_many_in_any_7_days(mia, world):
    set_rules(world, weekly_invitations=2)
    first, second, third, fourth = cast("one", "two", "three", "four", world=world)
    invitation(mia, first).withdraw()
    later(world, days=3)
    invitation(mia, second)
    assert is_refused(WeeklyLimitReached, invitation, mia, third).limit == 2

    later(world, days=4)
    assert invitation(mia, third).is_pending
    is_refused(WeeklyLimitReached, invitation, mia, fourth)


# C12 to C15: what an invitation has to say.


def test_c12_a_note_has_at_most_300_characters(mia, omar):
    refusal = is_refused(NoteTooLong, invitation, mia, omar, note="x" * 301)

    assert (refusal.length, refusal.limit) == (301, 300)
    assert invitation(mia, omar, note="x" * 300).note == "x" * 300


def test_c12_counts_characters_that_a_person_sees(mia, omar, world):
    set_rules(world, note_length=3)

    assert invitation(mia, omar, note="👩🏽‍🚒é🇸🇨").is_pending


@pytest.mark.parametrize("how", ALL_HOWS)
def test_c13_the_claim_is_kept(omar, world, how):
    omar.email = "omar@example.org"
    omar.save()
    [sender] = cast("sender", world=world)

    assert invitation(sender, omar, how=how, email="omar@example.org").how == how


def test_c13_these_are_the_ways_to_know_each_other():
    assert Invitation.How.values == ALL_HOWS


@pytest.mark.parametrize("how", [how for how in ALL_HOWS if how != "other"])
def test_c14_other_ways_need_no_proof(mia, omar, how):
    assert invitation(mia, omar, how=how).is_pending


@pytest.mark.parametrize("email", ["", "mia@example.org", "omar@example.or"])
def test_c14_another_way_needs_the_address(mia, omar, email):
    Person.objects.filter(pk=omar.pk).update(email="omar@example.org")

    is_refused(NeedsEmail, invitation, mia, omar, how="other", email=email)


def test_c14_no_address_proves_nothing(mia, omar):
    is_refused(NeedsEmail, invitation, mia, omar, how="other", email="")


@pytest.mark.parametrize("email", ["omar@example.org", " Omar@Example.ORG "])
def test_c14_the_address_is_proof(mia, omar, email):
    Person.objects.filter(pk=omar.pk).update(email="omar@example.org")

    assert invitation(mia, omar, how="other", email=email).is_pending


def test_c14_a_learners_address_is_their_users(mia, world):
    learner = LearnerFactory(world=world, user=UserFactory(email="lea@example.org"))

    assert invitation(mia, learner, how="other", email="lea@example.org").is_pending


@pytest.mark.parametrize("how", ALL_HOWS)
def test_c14_everybody_gives_proof_while_restricted(mia, world, how):
    Person.objects.filter(pk=mia.pk).update(email="mia@example.org")
    sender = restricted(world)

    is_refused(Restricted, invitation, sender, mia, how=how)
    assert invitation(sender, mia, how=how, email="mia@example.org").is_pending


def test_c15_an_employer_is_followed_never_invited(mia, world):
    employer = EmployerFactory(world=world)
    is_refused(EmployersAreFollowed, invitation, mia, employer)

    mia.follow(employer)

    assert seen(mia, employer).tie == Tie(following=True)


# C16: reminders and lapsing.


def test_c16_a_pending_invitation_is_reminded_at_most_twice(mia, omar):
    sent = invitation(mia, omar)

    sent.remind()
    later(mia.world, days=7)
    sent.remind()
    later(mia.world, days=7)

    is_refused(ReminderLimitReached, sent.remind)
    assert sent.reminders == 2
    assert sorted(told(omar)) == [("Mia", "invited"), ("Mia", "reminded"), ("Mia", "reminded")]


def test_c16_between_two_reminders_a_week_goes_by(mia, omar, world):
    sent = invitation(mia, omar)
    sent.remind()
    assert is_refused(RemindedTooEarly, sent.remind).days == 7

    later(world, days=7, seconds=-1)
    assert is_refused(RemindedTooEarly, sent.remind).days == 1
    assert sent.reminders == 1

    later(world, seconds=1)
    sent.remind()
    assert sent.reminders == 2


def test_c16_an_answered_invitation_reminds_nobody(mia, omar):
    sent = invitation(mia, omar)
    sent.remind()
    sent.accept()

    assert told(omar) == [("Mia", "invited")]
    is_refused(NotOpen, sent.remind)


def test_c16_an_invitation_lapses_after_180_days(mia, omar, world):
    sent = invitation(mia, omar)
    later(world, days=180, seconds=-1)
    assert sees_pending(mia) == [sent]

    later(world, seconds=1)

    sent.refresh_from_db()
    assert (sent.status, sent.answered_at) == ("expired", world.now)
    assert sees_pending(mia) == list(Invitation.objects.awaiting(omar)) == []
    is_refused(NotOpen, sent.accept)


def test_c16_after_lapsing_the_sender_may_invite_at_once(mia, omar, world):
    invitation(mia, omar)
    later(world, days=180)

    assert invitation(mia, omar).is_pending


def test_c16_the_clock_of_one_world_lapses_nothing_in_another(mia, omar, world):
    [here, there] = cast("here", "there")
    elsewhere = invitation(here, there)
    later(world, days=400)

    elsewhere.refresh_from_db()
    assert elsewhere.is_pending


# One-time keys: a form sent twice is done once.


def test_a_form_sent_twice_is_one_invitation(mia, omar, world):
    key = uuid.uuid4()
    first = invitation(mia, omar, key=key)

    assert invitation(mia, omar, key=key) == first
    assert list(mia.acts.values_list("verb", flat=True)) == ["invited"]


def test_a_form_sent_again_after_the_answer_says_what_became_of_it(mia, omar):
    key = uuid.uuid4()
    first = invitation(mia, omar, key=key)
    first.accept()

    assert invitation(mia, omar, key=key) == first


def test_a_key_that_is_used_up_makes_no_second_invitation_by_accident(mia, omar, world):
    key = uuid.uuid4()
    invitation(mia, omar, key=key).withdraw()
    is_refused(TooEarly, invitation, mia, omar, key=key)
    later(world, days=21)

    assert invitation(mia, omar, key=key).key != key


def test_two_people_may_use_the_same_key(mia, omar, noor):
    key = uuid.uuid4()

    assert invitation(mia, noor, key=key) != invitation(omar, noor, key=key)


def test_an_answer_to_who_left_finds_nobody(mia, omar):
    invitation(mia, omar)
    received = Invitation.objects.get()
    mia.remove()

    for answer in (received.accept, received.decline, received.say_unknown):
        is_refused(Gone, answer)


def test_c6_withdrawing_tells_no_silent_answer_from_none(mia, omar, noor):
    for recipient, answer in [(omar, Invitation.say_unknown), (noor, lambda sent: None)]:
        sent = invitation(mia, recipient)
        answer(sent)
        Invitation.objects.get(pk=sent.pk).withdraw()

        with pytest.raises(TooEarly):
            invitation(mia, recipient)


def test_c6_what_was_declined_late_looks_lapsed_when_others_lapse(mia, omar):
    sent = invitation(mia, omar)
    later(mia.world, days=179)
    sent.decline()
    mia.world.refresh_from_db()

    assert list(Invitation.objects.seen_pending_by(mia)) == [sent]

    later(mia.world, days=1)

    assert list(Invitation.objects.seen_pending_by(mia)) == []
