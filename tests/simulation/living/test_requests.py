"""Whatever a learner asks of somebody simulated gets an answer."""

import pytest

from network.models import (
    Community,
    Event,
    Experience,
    Introduction,
    Invitation,
    Membership,
    Message,
    Recommendation,
    Skill,
)
from network.models.world import START
from simulation.living import introducing, recommending
from simulation.models import Approach
from tests.factories import EmployerFactory, PersonFactory, connect
from tests.simulation.moves import days

pytestmark = pytest.mark.django_db
OLDEN = START.date().replace(year=2020)


@pytest.fixture
def club(world, omar, persona):
    made = Community.objects.create(
        world=world, name="Tide readers", slug="tide-readers", is_private=True, founded_at=START
    )
    made.seat(omar, Membership.Standing.MODERATOR)
    return made


@pytest.mark.parametrize(("chance", "standing"), [(1, "member"), (0, None)])
def test_a_moderator_lets_in_or_declines(sure, world, mia, club, chance, standing):
    sure(admit__other=chance)
    club.join(mia)
    days(world, 9)
    seat = club.standing_of(mia)
    assert (seat.standing if seat else None) == standing


def test_who_fits_is_let_in_by_another_chance(sure, world, mia, club):
    sure(admit__other=0, admit__match=1)
    Skill.objects.enter(mia, "Reading tides")
    mia.revise(about="I am one of the readers of tide tables.")
    club.join(mia)
    days(world, 9)
    assert club.standing_of(mia).is_inside


def test_a_moderator_who_is_told_decides_even_where_several_are(sure, world, mia, club, someone):
    sure(admit__other=1)
    club.seat(someone("abe"), Membership.Standing.MODERATOR)
    club.join(mia)
    days(world, 9)
    assert Event.objects.filter(verb="admitted").count() == 1


@pytest.fixture
def noor(someone, friend):
    noor = someone("noor")
    connect(friend, noor)
    return noor


def asks(mia, friend, noor):
    return mia.ask_to_be_introduced(friend, noor, "I read your post on tides. May I ask one thing?")


def test_a_request_for_an_introduction_is_passed_on(sure, world, mia, friend, noor):
    sure(introduce__base=1)
    asks(mia, friend, noor)
    days(world, 9)
    assert Introduction.objects.get().status == "passed"
    assert Invitation.objects.get(sender=mia, recipient=noor).introduced_by == friend


def test_or_declined_with_a_kind_word(sure, world, mia, friend, noor):
    sure(introduce__base=0, introduce__quality=0)
    asks(mia, friend, noor)
    days(world, 9)
    assert Introduction.objects.get().status == "declined"
    assert "Noor" in Message.objects.get(author=friend).text
    assert not Introduction.objects.seen_open_by(mia).exists()  # they were told, so it is over


def test_what_cannot_be_passed_on_is_declined(sure, world, mia, friend, noor):
    sure(introduce__base=1)
    asks(mia, friend, noor)
    world.rules.weekly_invitations = 0
    world.rules.save()
    days(world, 9)
    assert Introduction.objects.get().status == "declined"


@pytest.fixture
def colleagues(world, mia, friend):
    for person in (mia, friend):
        Experience.objects.create(
            person=person, title="Clerk", employer_name="Tide Office", started_on=OLDEN
        )
    Skill.objects.enter(mia, "Reading tides")


def test_a_colleague_recommends_and_names_where(sure, world, mia, friend, colleagues):
    sure(recommend__together=1)
    mia.ask_recommendation(friend, "Would you write about Reading tides?")
    days(world, 9)
    said = Recommendation.objects.get()
    assert (said.status, said.relationship, said.place) == ("written", "together", "Tide Office")


def test_who_works_for_themselves_recommends_nobody_as_a_colleague(sure, world, mia, friend):
    for person in (mia, friend):
        Experience.objects.create(
            person=person, title="Clerk", employer_name="Self-employed", started_on=OLDEN
        )
    sure(recommend__together=1, recommend__other=0)
    mia.ask_recommendation(friend, "Would you write about Reading tides?")
    days(world, 9)
    assert not Recommendation.objects.filter(status="written").exists()


def test_a_change_that_is_asked_for_is_made(sure, world, mia, friend, colleagues):
    sure(recommend__together=1)
    mia.ask_recommendation(friend, "Would you write?")
    days(world, 9)
    first = Recommendation.objects.get()
    first.send_back("Please name Reading tides.")
    days(world, 9)
    second = Recommendation.objects.get()
    assert (second.status, second.revision) == ("written", 2)
    assert second.text != first.text


def test_who_saw_nothing_says_so(sure, world, mia, friend):
    sure(recommend__other=0)
    mia.ask_recommendation(friend, "Would you write?")
    days(world, 9)
    assert Recommendation.objects.get().status == "passed"
    assert Message.objects.filter(author=friend).count() == 1


def test_what_a_learner_writes_about_them_is_accepted(world, mia, friend):
    mia.recommend(friend, relationship="other", text="Answers each question, and asks one back.")
    days(world, 9)
    assert Recommendation.objects.get().status == "shown"


@pytest.fixture
def job(world, omar, persona):
    return EmployerFactory(world=world).open_job("Tide reader", "Read tides.", contact=omar)


def test_an_application_is_answered_with_an_invitation(world, mia, omar, job):
    mia.apply(job, "I read tides.")
    days(world, 9)
    sent = Invitation.objects.get(sender=omar, recipient=mia)
    assert "Tide reader" in sent.note
    assert Approach.objects.get().label == "relevant"


def test_of_a_connection_with_a_message(world, mia, friend, job):
    mia.apply(job, "I read tides.")
    days(world, 9)
    assert "Tide reader" in Message.objects.get(author=friend).text


def test_an_application_that_was_taken_back_is_not_answered(world, mia, omar, job):
    sent = mia.apply(job, "I read tides.")
    days(world, 0)
    sent.withdraw()
    days(world, 9)
    assert not Invitation.objects.exists()


def test_where_the_contact_cannot_write_a_colleague_does(world, mia, omar, someone, job):
    omar.invite(mia, "unknown")
    ines = someone("ines")
    Experience.objects.create(
        person=ines,
        title="Clerk",
        employer=job.employer,
        employer_name="Tide Office",
        started_on=OLDEN,
    )
    mia.apply(job, "I read tides.")
    days(world, 9)
    assert Invitation.objects.filter(sender=ines, recipient=mia).exists()


def test_who_pushed_is_helped_less_and_who_thanked_more(monkeypatch, world, mia, friend):
    asked = []
    monkeypatch.setattr(introducing, "moved", lambda chance, *who: asked.append(who[:2]) or 0)
    monkeypatch.setattr(recommending, "moved", lambda chance, *who: asked.append(who[:2]) or 1)
    mia.ask_recommendation(friend, "Would you write?")
    days(world, 9)
    assert Recommendation.objects.get().status == "written"
    noor = PersonFactory(world=world)
    connect(friend, noor)
    asks(mia, friend, noor)
    days(world, 9)
    assert Introduction.objects.get().status == "declined"
    assert asked == [(friend, mia)] * 2
