"""Coming to learners unasked: invitations of four sorts, recruiters and job leads."""

from datetime import timedelta

import pytest

from network.models import (
    Community,
    Experience,
    Invitation,
    Membership,
    Message,
    Post,
    ProfileView,
    Skill,
)
from network.models.world import START
from simulation.deciding.leads import lead_hazard
from simulation.living import approaching, leading, sourcing
from simulation.living.day import Day
from simulation.living.strangers import STRANGERS
from simulation.models import Agenda, Approach
from tests.factories import EmployerFactory, LearnerFactory, PersonFactory, connect
from tests.simulation.moves import days

pytestmark = pytest.mark.django_db
OLDEN = START.date().replace(year=2020)
USEFUL = "We tried one list on the wall for the whole desk and it helped more than any meeting did."


@pytest.fixture
def group(world, mia, omar, persona):
    made = Community.objects.create(
        world=world, name="Desk talk", slug="desk-talk", founded_at=START
    )
    made.seat(omar, Membership.Standing.MODERATOR)
    made.seat(mia, Membership.Standing.MEMBER)
    return made


@pytest.fixture
def coming(sure, plans):
    """Set chances of which each is zero unless it is said."""

    def put(**chances):
        none = {f"approach__{label}": 0 for label in ("relevant", "irrelevant", "spam", "scam")}
        sure(**none | chances)
        plans(approaching.plan)

    return put


def received(mia):
    return list(Approach.objects.filter(learner=mia).order_by("at"))


def test_who_is_active_in_a_group_is_invited_from_there(coming, world, mia, omar, group):
    coming(approach__relevant=1, approach__further=1)
    Post.objects.publish_in(group, mia, "Who has tried a list on the wall?")
    days(world, 2)
    [one] = received(mia)
    assert (one.person, one.label) == (omar, "relevant")
    assert "Desk talk" in one.invitation.note


def test_who_only_reads_is_not(coming, world, mia, group):
    coming(approach__relevant=1, approach__further=1)
    days(world, 4)
    assert not received(mia)


def test_something_useful_makes_it_three_times_as_likely(sure, world, mia, omar, group):
    world.agenda = Agenda.objects.create(world=world)

    def chance():
        return approaching._chance(Day(world), mia, omar)

    Post.objects.publish_in(group, mia, "Hello")
    plain = chance()
    Post.objects.publish_in(group, mia, USEFUL)
    assert chance() == 3 * plain > 0
    connect(PersonFactory(world=world, handle="both"), omar)
    connect(PersonFactory(world=world, handle="other"), mia)
    further = chance()
    connect(Invitation.objects.get(recipient__handle="omar").sender, mia)
    assert chance() == 2 * further


def test_no_more_than_the_week_allows(coming, sure, world, mia, group, someone):
    coming(approach__relevant=1, approach__further=1, approach__most_relevant=2)
    for number in range(6):
        group.seat(someone(f"member-{number}"), Membership.Standing.MEMBER)
    Post.objects.publish_in(group, mia, USEFUL)
    days(world, 6)
    assert len(received(mia)) == 2


def test_somebody_with_nothing_in_common_comes_without_a_reason(coming, world, mia, someone):
    coming(approach__irrelevant=1)
    mia.revise(industry="Tides")
    someone("far", industry="Bread")
    days(world, 2)
    [one] = received(mia)
    assert one.label == "irrelevant"
    assert one.cues == ["no_mutuals", "generic", "mismatch"]


@pytest.mark.parametrize("label", ["spam", "scam"])
def test_who_sells_or_deceives_comes_from_outside_with_cues(coming, world, mia, label):
    coming(**{f"approach__{label}": 1})
    days(world, 9)
    found = received(mia)
    assert 1 <= len(found) <= 2
    for one in found:
        assert one.label == label
        assert one.person.handle in [each.handle for each in STRANGERS[label]]
        assert "no_mutuals" in one.cues
        assert not one.person.posts.exists()


@pytest.mark.parametrize("profile", [one for those in STRANGERS.values() for one in those])
def test_what_their_notes_are_said_to_show_is_in_them(profile):
    note = profile.notes()[0]
    shown = {
        "link": "https://" in note or "@" in note,
        "fee": "fee" in note,
        "identity": "passport" in note,
        "placeholder": "[" in note,
        "urgency": any(word in note for word in ("today", "tomorrow", "now", "urgent")),
    }
    assert {cue for cue, there in shown.items() if there} >= set(profile.cues) & set(shown)
    assert len(note) <= 300
    assert note.count("https://") + note.count("@") == note.count(".example")


def test_where_notes_are_short_a_shorter_one_is_sent(coming, world, mia, omar, group):
    coming(approach__relevant=1, approach__further=1)
    world.rules.note_length = 20
    world.rules.save()
    Post.objects.publish_in(group, mia, USEFUL)
    days(world, 2)
    assert received(mia)[0].invitation.note == ""


def test_whom_a_block_hides_does_not_come(coming, world, mia, omar, group):
    coming(approach__relevant=1, approach__further=1)
    Post.objects.publish_in(group, mia, USEFUL)
    mia.block(omar)
    days(world, 3)
    assert not received(mia)


def test_the_worth_is_shown_only_after_the_answer(coming, world, mia, omar, group):
    coming(approach__relevant=1, approach__further=1)
    Post.objects.publish_in(group, mia, USEFUL)
    days(world, 2)
    assert not Approach.objects.shown_to(mia)
    Invitation.objects.get(sender=omar).decline()
    assert [one.label for one in Approach.objects.shown_to(mia)] == ["relevant"]


# Being noticed by recruiters


def complete(mia):
    mia.revise(headline="I read tides", about="For years.", location="Quay", industry="Tides")
    for ended in (None, OLDEN, OLDEN):
        Experience.objects.create(
            person=mia,
            title="Reader",
            employer_name="Tides",
            started_on=OLDEN,
            ended_on=ended,
            text="Read.",
        )
    mia.education.create(school="Quay School", started_in=2015)
    for name in ("Forecasting", "Spreadsheets", "Planning"):
        Skill.objects.enter(mia, name)


@pytest.fixture
def recruiters(world, someone):
    office = EmployerFactory(world=world, name="Tide Office")
    office.open_job("Planner", "Forecasting, spreadsheets and planning, every day.")
    found = [someone(f"recruiter-{number}", "recruiter") for number in range(8)]
    for person in found:
        Experience.objects.create(
            person=person,
            title="Recruiter",
            employer=office,
            employer_name="Tide Office",
            started_on=OLDEN,
        )
    return found


def lively(mia):
    """Five public acts of this week."""
    for number in range(5):
        Post.objects.publish(mia, f"Tide {number}", "followers")


def test_b14_a_whole_profile_is_contacted_five_times_as_often(plans, sure, world, mia, recruiters):
    sure(source__most=99)
    plans(sourcing.plan)
    noah = LearnerFactory(world=world, handle="noah")
    complete(mia)
    for _week in range(2):
        lively(mia)
        lively(noah)
        days(world, 7)
    assert len(received(mia)) >= 5
    assert len(received(mia)) >= 5 * len(received(noah))


def test_a_recruiter_looks_first_and_writes_on_a_later_day(plans, world, mia, recruiters):
    plans(sourcing.plan)
    complete(mia)
    lively(mia)
    days(world, 14)
    first = received(mia)[0]
    looked = ProfileView.objects.filter(viewer=first.person, viewed=mia).first()
    assert timedelta(hours=20) <= first.at - looked.at < timedelta(days=3)
    assert "Forecasting" in first.invitation.note


def test_a_recruiter_whose_invitation_waited_looks_as_well(plans, sure, world, mia, recruiters):
    sure(source__most=99)
    plans(sourcing.plan)
    for person in recruiters:
        Approach.objects.create(
            world=world,
            person=person,
            learner=mia,
            label="relevant",
            at=mia.joined_at,
            invitation=person.invite(mia, "unknown"),
        )
    complete(mia)
    lively(mia)
    days(world, 14)
    assert ProfileView.objects.filter(viewer__in=recruiters, viewed=mia).exists()


def test_no_more_recruiters_than_the_week_allows(plans, sure, world, mia, recruiters):
    sure(source__most=1)
    plans(sourcing.plan)
    complete(mia)
    lively(mia)
    days(world, 7)
    assert len(received(mia)) == 1


def test_a_recruiter_who_is_a_connection_writes_a_message(plans, world, mia, recruiters):
    plans(sourcing.plan)
    for person in recruiters:
        connect(person, mia)
    complete(mia)
    lively(mia)
    days(world, 7)
    assert {one.message.reader for one in received(mia)} == {mia}


def test_jobs_of_one_moment_come_in_an_order_of_their_own(world, mia):
    for handle in ("zeta", "alpha", "moss"):
        EmployerFactory(world=world, handle=handle).open_job("Planner", "Planning, every day.")
    assert [job.employer.handle for job in sourcing.open_jobs(world)] == ["alpha", "moss", "zeta"]


# Job leads


@pytest.fixture
def contact(world, mia, friend):
    """A connection at an employer that looks for what Mia can."""
    office = EmployerFactory(world=world, name="Tide Office", industry="Software")
    office.open_job("Planner", "Forecasting and planning, every day.")
    Experience.objects.create(
        person=friend, title="Clerk", employer=office, employer_name="Tide Office", started_on=OLDEN
    )
    for name in ("Forecasting", "Planning"):
        Skill.objects.enter(mia, name)
    return friend


def test_a_connection_tells_of_a_job_once(plans, sure, world, mia, contact):
    sure(lead__rate=99)
    plans(leading.plan)
    days(world, 20)
    told = Message.objects.get(author=contact)
    assert "Planner" in told.text
    assert Approach.objects.get().message == told


def test_b13_leads_are_an_inverted_u_of_common_connections(world, mia, contact):
    world.agenda = Agenda.objects.create(world=world)
    jobs = list(sourcing.open_jobs(world))
    found = {}
    for mutual in range(26):
        if mutual:
            both = PersonFactory(world=world, handle=f"both-{mutual}")
            connect(both, mia)
            connect(both, contact)
        found[mutual] = leading.hazard(Day(world), contact, mia, jobs)
    assert 8 <= max(found, key=found.get) <= 12
    assert found[0] < found[10] / 2
    assert found[25] < found[10]
    assert found[10] == pytest.approx(lead_hazard(10, 1, 0.06))
