"""What a persona knows of an invitation: read for many at once, in a fixed number of queries."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from network.models import Education, Invitation, Person, Post, Skill
from simulation.advancing import Advance
from simulation.coaching.result import Fault
from simulation.coaching.review import review
from simulation.models import Decision, Due, Persona
from simulation.reading import Moving, Reading
from simulation.reading.notes import note_facts
from simulation.storing import stored
from tests.factories import LearnerFactory, PersonFactory, connect, found, job, later, publish
from tests.simulation.moves import aim, days, lucky

pytestmark = pytest.mark.django_db
THOUGHTS = "I counted the pallets twice and found the same gap both times, so I asked the driver."


def facts_of(invitation, persona):
    case = Reading.of([invitation.pk]).case(invitation.pk)
    now = type(invitation.world).objects.get(pk=invitation.world_id).now
    moving = Moving.of(invitation)
    note = review(invitation.note, note_facts(case, moving)).judgement
    return case.facts(now, moving, note)


def plain(mia, omar, how="unknown"):
    return mia.invite(omar, how)


def test_two_strangers_share_nothing(mia, omar, persona):
    facts = facts_of(plain(mia, omar), persona)

    assert stored(facts.tie) == {
        "mutual": 0,
        "schools": 0,
        "groups": 0,
        "active_in_group": False,
        "same_employer": False,
        "past_employer": False,
        "same_industry": False,
        "same_city": False,
        "claim_is_true": True,
    }
    assert facts.note.is_blank
    assert (facts.history.pending, facts.history.sent_today, facts.history.attempt) == (1, 1, 1)


def test_what_two_people_share_is_known(mia, omar, persona):
    friend = PersonFactory(world=mia.world)
    connect(mia, friend)
    connect(omar, friend)
    for person, school in ((mia, "Quay College"), (omar, "QUAY COLLEGE")):
        Education.objects.create(person=person, school=school, started_in=2020)
    group = found(omar, "Pilots")
    group.join(mia)
    Post.objects.publish_in(group, mia, "Hello")
    job(mia, employer_name="Tideline")
    job(omar, employer_name="tideline")
    job(mia, employer_name="Harbour", ended_on="2022-01-01")
    job(omar, employer_name="Harbour")
    Person.objects.update(industry="Freight", location="Selmouth")

    tie = facts_of(plain(mia, omar), persona).tie

    assert (tie.mutual, tie.schools, tie.groups, tie.active_in_group) == (1, 1, 1, True)
    assert tie.same_employer
    assert tie.past_employer
    assert tie.same_industry
    assert tie.same_city


@pytest.mark.parametrize(
    ("how", "is_true"),
    [
        ("unknown", True),
        *((how, False) for how in ("colleague", "classmate", "group", "friend", "business")),
    ],
)
def test_what_the_sender_says_is_held_against_the_world(mia, omar, persona, how, is_true):
    assert facts_of(plain(mia, omar, how), persona).tie.claim_is_true == is_true


def test_what_is_true_may_be_said(mia, omar, persona):
    job(mia, employer_name="Tideline", ended_on="2022-01-01")
    job(omar, employer_name="Tideline")

    tie = facts_of(plain(mia, omar, "colleague"), persona).tie
    assert (tie.claim_is_true, tie.same_employer, tie.past_employer) == (True, False, True)


@pytest.mark.parametrize("name", ["Self-employed", "Freelance", "Various", "-"])
def test_working_for_oneself_makes_nobody_a_colleague(mia, omar, persona, name):
    for person in (mia, omar):
        job(person, employer_name=name)
    sent = mia.invite(omar, "colleague", "We worked together on the tide tables.")

    case = Reading.of([sent.pk]).case(sent.pk)
    facts = facts_of(sent, persona)

    assert (facts.tie.claim_is_true, facts.tie.same_employer) == (False, False)
    assert Fault.FALSE_CLAIM in review(sent.note, note_facts(case, Moving.of(sent))).faults
    assert case.concrete(facts).employer == ""


@pytest.mark.parametrize("how", ["friend", "business"])
def test_sharing_a_place_makes_nobody_a_friend(mia, omar, persona, how):
    """Whoever sits in the same group, or went to the same school, may still be a stranger."""
    found(omar, "Pilots").join(mia)
    for person in (mia, omar):
        job(person, employer_name="Tideline")
        Education.objects.create(person=person, school="Wend Valley", started_in=2020)

    assert not facts_of(plain(mia, omar, how), persona).tie.claim_is_true


@pytest.mark.parametrize("how", ["friend", "business"])
@pytest.mark.parametrize("answers", [True, False])
def test_who_wrote_to_each_other_know_each_other(mia, omar, persona, how, answers):
    """A polite no alone makes nobody a friend."""
    plain(mia, omar)
    omar.write(mia, "Thank you, and not now.")
    if answers:
        mia.write(omar, "Thank you for telling me.")
    Invitation.objects.update(status="withdrawn", answered_at=mia.world.now)
    later(mia.world, days=22)
    mia.refresh_from_db()

    assert facts_of(plain(mia, omar, how), persona).tie.claim_is_true == answers


@pytest.mark.parametrize("how", ["friend", "business"])
@pytest.mark.parametrize("before", ["accepted", "was accepted"])
def test_who_has_known_the_other_may_say_so(mia, omar, persona, how, before):
    one, other = (omar, mia) if before == "accepted" else (mia, omar)
    one.invite(other, "unknown").accept()
    mia.disconnect(omar)

    assert facts_of(plain(mia, omar, how), persona).tie.claim_is_true


def test_what_the_sender_did_before_is_remembered_in_days(mia, omar, persona):
    post = publish(omar)
    mia.follow(omar)
    Post.objects.react(mia, post.pk, "useful")
    Post.objects.comment(mia, post.pk, THOUGHTS)
    later(mia.world, days=3)
    mia.refresh_from_db()
    short = Post.objects.comment(omar, post.pk, "Which driver?")
    Post.objects.comment(mia, post.pk, "The one from Quay.", parent=short.pk)

    done = facts_of(plain(mia, omar), persona).engagement

    assert (done.liked, done.commented, done.replied, done.followed) == (3, 3, 0, 3)
    assert done.endorsed is None


def test_a_short_comment_or_a_link_is_no_thought(mia, omar, persona):
    post = publish(omar)
    mia.follow(omar)
    Post.objects.comment(mia, post.pk, "Great")
    Post.objects.comment(mia, post.pk, f"{THOUGHTS} https://example.org")

    assert facts_of(plain(mia, omar), persona).engagement.commented is None


def test_an_endorsement_is_remembered_after_the_connection(mia, omar, persona):
    connect(mia, omar)
    mia.endorse(Skill.objects.create(person=omar, name="Tides"))
    mia.disconnect(omar)

    facts = facts_of(plain(mia, omar, "friend"), persona)
    assert facts.engagement.endorsed == 0
    assert facts.tie.claim_is_true
    assert facts.history.attempt == 2


def test_what_was_sent_before_is_known(mia, omar, persona):
    plain(mia, omar).decline()
    for _number in range(3):
        mia.invite(PersonFactory(world=mia.world), "unknown").withdraw()
    later(mia.world, days=30)
    mia.refresh_from_db()
    mia.invite(PersonFactory(world=mia.world), "unknown")

    history = facts_of(plain(mia, omar), persona).history

    assert (history.declined, history.withdrawn) == (True, False)
    assert (history.pending, history.sent_today, history.attempt) == (2, 2, 2)


def invite_many(mia, size):
    people = [PersonFactory(world=mia.world) for _number in range(size)]
    sent = [mia.invite(person, "unknown", "Hello").pk for person in people]
    Persona.objects.enliven(mia.world)
    return sent


def test_reading_many_takes_as_many_queries_as_reading_one(mia, django_assert_num_queries):
    few, many = invite_many(mia, 1), invite_many(mia, 30)
    with CaptureQueriesContext(connection) as captured:
        Reading.of(few)
    with django_assert_num_queries(len(captured)):
        Reading.of(many)
    assert len(captured) <= 17


def test_open_invitations_are_counted_as_their_sender_sees_them(monkeypatch, mia, omar, persona):
    """A what-if shows this number, so it must not tell of a silent no (C6)."""
    for outcome in ("decline", "unknown", "ignore"):
        lucky(monkeypatch, outcome)
        monkeypatch.setattr("simulation.answering.answered_at", lambda came, *_: came)
        mia.invite(PersonFactory(world=mia.world), "unknown")
        days(mia.world, 1)
    waiting = plain(mia, omar)

    assert Invitation.objects.pending().count() == 2
    assert Moving.of(waiting).pending == Invitation.objects.seen_pending_by(mia).count() == 4
    later(mia.world, days=30)
    mia.world.refresh_from_db()
    assert Moving.of(waiting).pending == Invitation.objects.seen_pending_by(mia).count() == 3


def test_a_no_that_was_taken_back_unseen_stays_unseen(monkeypatch, mia, omar, persona):
    lucky(monkeypatch, "decline")
    first = plain(mia, omar)
    days(mia.world, 2)
    Invitation.objects.get(pk=first.pk).withdraw()
    later(mia.world, days=30)

    history = facts_of(plain(mia, omar), persona).history

    assert (history.declined, history.withdrawn) == (False, True)


def test_deciding_a_hundred_takes_a_bounded_number_of_queries(monkeypatch, mia):
    mia.world.rules.weekly_invitations = 1000
    mia.world.rules.save()
    lucky(monkeypatch, "ignore")
    invite_many(mia, 100)
    days(mia.world, 0)
    aim(mia.world, days=30)

    with CaptureQueriesContext(connection) as captured:
        Advance(mia.world_id).go_on()

    assert Decision.objects.count() == 100
    marks = ("SAVEPOINT", "RELEASE")
    asked = [each for each in captured.captured_queries if not each["sql"].startswith(marks)]
    assert len(asked) <= 100 * 7 + 30


def test_what_was_read_ahead_is_forgotten_of_who_did_something_only(monkeypatch, mia):
    lucky(monkeypatch, "ignore")
    world, noah = mia.world, LearnerFactory(world=mia.world)
    ines, noor, omar = (PersonFactory(world=world) for _number in range(3))
    mia.follow(omar)
    soon, *later_on = (
        sender.invite(person, "unknown")
        for sender, person in [(mia, ines), (mia, omar), (noah, omar), (noah, noor)]
    )
    days(world, 0)
    Due.objects.filter(invitation__in=later_on).update(at=world.now + timedelta(days=20))
    Due.objects.filter(invitation=soon).update(at=world.now)
    aim(world, days=30)
    advance = Advance(world.pk)
    advance.step()
    assert set(advance.cases) == {each.pk for each in later_on}

    Post.objects.comment(mia, publish(omar).pk, THOUGHTS)
    advance.step()
    assert set(advance.cases) == {later_on[-1].pk}
    advance.go_on()
    decision = Decision.objects.get(invitation=later_on[0])
    assert decision.seen.engagement.commented is not None


def test_deciding_one_by_one_sees_what_a_hundred_in_a_row_see(monkeypatch, mia):
    """An acceptance in between changes whom both know, and how many requests are open."""
    lucky(monkeypatch, "accept")
    sent = invite_many(mia, 5)
    people = list(Person.objects.filter(received_invitations__in=sent).order_by("pk"))
    for one, other in pairwise(people):
        connect(one, other)
    days(mia.world, 30)

    seen = Decision.objects.filter(invitation__in=sent).order_by("at")
    mutual = sum(decision.seen.tie.mutual for decision in seen)
    assert [decision.seen.history.pending for decision in seen] == [5, 4, 3, 2, 1]
    assert mutual == 4  # each of the four ties was seen by whoever answered later
