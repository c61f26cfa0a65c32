"""The days of a world: begun once, planned one after the other, in bounded work."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from network.models import Person, Post
from network.models.world import START
from simulation import advancing, clock
from simulation.living import approaching, leading, planning, posting, sourcing
from simulation.models import Agenda, Approach, Due, Persona, Unnoticed
from tests.factories import LearnerFactory, PersonFactory
from tests.simulation.moves import days

pytestmark = pytest.mark.django_db
ALL = (posting.plan, approaching.plan, sourcing.plan, leading.plan)


def test_life_begins_when_a_clock_moves_and_only_once(world, mia, omar):
    days(world, 0)
    planning.begin(world)
    assert Due.objects.filter(kind="day").count() == 1
    assert Persona.objects.get().person == omar


def test_one_day_is_planned_after_the_other(world, mia, omar):
    days(world, 3)
    [day] = Due.objects.filter(kind="day")
    assert day.at == START.replace(hour=0) + timedelta(days=4)


def test_people_post_at_their_rate_and_no_more_than_a_day_may_have(
    sure, plans, world, mia, someone
):
    sure(post__peer=99, post__most=2, post__most_far=1)
    plans(posting.plan)
    for number in range(6):
        person = someone(f"author-{number}")
        if number < 4:
            mia.follow(person)
    Unnoticed.objects.all().delete()
    days(world, 0.6)  # until midnight
    authors = Post.objects.values_list("author__handle", flat=True)
    assert len(authors) == 3
    assert len([handle for handle in authors if handle in ("author-4", "author-5")]) == 1


def test_nobody_posts_at_a_rate_of_nothing(sure, plans, world, mia, someone):
    sure(post__peer=0)
    plans(posting.plan)
    someone("author")
    days(world, 7)
    assert not Post.objects.exists()


def test_who_sells_does_not_tell_of_a_work_that_they_do_not_have(sure, plans, world, mia, someone):
    sure(post__peer=99)
    plans(posting.plan)
    seller, other = someone("seller"), someone("other")
    sent = seller.invite(mia, "unknown", "Buy")
    Approach.objects.create(
        world=world, person=seller, learner=mia, label="spam", at=world.now, invitation=sent
    )
    days(world, 7)

    authors = set(Post.objects.values_list("author__handle", flat=True))
    assert authors == {other.handle}


def test_a_plan_takes_as_many_queries_for_many_as_for_few(plans, world, mia, someone):
    plans(*ALL)
    for number in range(9):
        someone(f"first-{number}", "recruiter" if number % 3 == 0 else "peer")
    LearnerFactory(world=world)
    days(world, 0)

    def planned():
        day = Due.objects.get(kind="day")
        world.agenda = Agenda.objects.get(world=world)
        with CaptureQueriesContext(connection) as captured:
            planning.act(day, world)
        return len(captured)

    planned()
    few = planned()
    for number in range(30):
        someone(f"more-{number}", "recruiter" if number % 3 == 0 else "peer")
        LearnerFactory(world=world)
    assert planned() == few


def test_a_pulse_between_two_acts_is_two_queries(monkeypatch, plans, world, mia, omar):
    plans(*ALL)
    days(world, 0.1)
    Due.objects.exclude(kind="day").delete()
    monkeypatch.setattr(clock, "look", lambda world: None)
    with CaptureQueriesContext(connection) as captured:
        clock.pulse(world)
    marks = ("SAVEPOINT", "RELEASE")
    assert len([each for each in captured if not each["sql"].startswith(marks)]) == 2


def test_somebody_new_in_a_world_is_cast_on_the_next_day(world, mia, omar):
    days(world, 0)
    late = PersonFactory(world=world, handle="late")
    days(world, 2)
    assert Persona.objects.filter(person=late).exists()


def test_what_a_learner_hears_nothing_of_stops_no_jump(sure, world, mia, omar, persona):
    sure(follow__peer=1)
    Person.objects.filter(pk=mia.pk).update(quiet=["followers"])
    mia.follow(omar)
    clock.jump(world, START + timedelta(days=6), stops_at_news=True)
    assert world.now == START + timedelta(days=6)

    noor = PersonFactory(world=world, handle="noor")
    Person.objects.filter(pk=mia.pk).update(quiet=[])
    mia.follow(noor)
    clock.jump(world, START + timedelta(days=20), stops_at_news=True)
    assert world.now < START + timedelta(days=20)


def test_a_plan_that_stumbles_stops_neither_the_others_nor_the_days(
    caplog, sure, plans, world, mia, someone
):
    def stumble(day):
        raise ZeroDivisionError

    sure(post__peer=99)
    plans(stumble, posting.plan)
    someone("author")
    days(world, 2)
    assert Post.objects.exists()
    assert "Left out a plan" in caplog.text
    assert Due.objects.filter(kind="day").count() == 1


def test_a_plan_that_takes_too_long_stops_nothing_either(caplog, sure, plans, world, mia, someone):
    def slow(day):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 20; SELECT pg_sleep(1)")

    sure(post__peer=99)
    plans(slow, posting.plan)
    someone("author")
    assert clock.jump(world, START + timedelta(days=2), most=30)
    assert Post.objects.exists()
    assert "Left out a plan" in caplog.text


def test_a_day_that_fails_costs_that_day_only(
    monkeypatch, caplog, sure, plans, world, mia, someone
):
    class Fails(planning.Day):
        def __init__(self, world):
            if world.now < START + timedelta(days=2):
                raise ZeroDivisionError
            super().__init__(world)

    monkeypatch.setattr(planning, "Day", Fails)
    sure(post__peer=99)
    plans(posting.plan)
    someone("author")
    assert clock.jump(world, START + timedelta(days=4), most=30)
    assert Post.objects.exists()
    assert "Left out what was due" in caplog.text
    [day] = Due.objects.filter(kind="day")
    assert day.at == START.replace(hour=0) + timedelta(days=5)


def test_a_world_begins_although_nobody_can_be_cast(monkeypatch, caplog, world, mia, omar):
    def stumble(*about):
        raise ZeroDivisionError

    monkeypatch.setattr("simulation.models.persona.cast", stumble)
    assert clock.jump(world, START + timedelta(days=3), most=30)
    assert "Nobody was cast" in caplog.text
    assert Due.objects.filter(kind="day").count() == 1


def test_everything_that_may_be_due_can_be_done():
    kinds = set(advancing.ACTS) | set(advancing.LIVING)
    assert kinds == set(Due.Kind)
