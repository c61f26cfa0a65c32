"""Employers offer work, people apply for it, and followers and applicants are told."""

import pytest

from network.errors import (
    AlreadyApplied,
    AlreadyWithdrawn,
    ContactElsewhere,
    EmployersDoNotApply,
    Gone,
    JobClosed,
    JobGone,
    LetterTooLong,
    OnlyEmployersHire,
    OnlySimulatedInfluencers,
)
from network.models import Application, Event, Job, SavedJob
from tests.factories import (
    EmployerFactory,
    LearnerFactory,
    PersonFactory,
    connect,
    later,
    open_job,
    set_rules,
    works_at,
)

LETTER = "I have read tide tables since I was nine."


@pytest.fixture
def harbour(world):
    return EmployerFactory(world=world, handle="harbour", location="Selmouth", industry="Maritime")


@pytest.fixture
def pilot(harbour):
    return open_job(harbour)


def verbs_of(person):
    return list(person.acts.order_by("pk").values_list("verb", flat=True))


def told(person):
    """Verbs and titles of the jobs, the newest first."""
    notices = Event.objects.notices_for(person).exclude(job=None).order_by("-pk")
    return list(notices.values_list("verb", "job__title"))


def test_a_job_is_where_its_employer_is_unless_said_otherwise(harbour, omar):
    there = open_job(harbour, contact=omar)
    elsewhere = open_job(harbour, place="Tillen", contract="internship")

    assert (there.place, there.contract, there.contact) == ("Selmouth", "full-time", omar)
    assert (elsewhere.place, elsewhere.contract) == ("Tillen", "internship")
    assert verbs_of(harbour) == ["job-opened", "job-opened"]


def test_only_employers_offer_work(mia):
    with pytest.raises(OnlyEmployersHire):
        open_job(mia)


def test_the_contact_is_a_person_of_the_same_world(harbour, world):
    for contact in (PersonFactory(), EmployerFactory(world=world)):
        with pytest.raises(ContactElsewhere):
            open_job(harbour, contact=contact)
    assert not Job.objects.exists()


def test_a_job_is_closed_once(pilot, harbour, world):
    later(world, days=3)
    pilot.close()

    assert Job.objects.get().closed_at == world.now
    with pytest.raises(JobClosed):
        Job.objects.get().close()
    assert verbs_of(harbour) == ["job-opened", "job-closed"]


def test_applying_writes_a_letter_and_one_event(mia, pilot, harbour):
    mia.apply(pilot, LETTER)

    assert Application.objects.values_list("person", "job", "letter").get() == (
        mia.pk,
        pilot.pk,
        LETTER,
    )
    event = mia.acts.get()
    assert (event.verb, event.target, event.job) == ("applied", harbour, pilot)


def test_the_same_letter_twice_is_sent_once_and_another_one_is_refused(mia, pilot):
    assert mia.apply(pilot, LETTER) == mia.apply(pilot, LETTER)
    with pytest.raises(AlreadyApplied):
        mia.apply(pilot, "Another letter")
    assert verbs_of(mia) == ["applied"]


def test_nobody_applies_for_a_closed_job(mia, pilot):
    pilot.close()
    with pytest.raises(JobClosed):
        mia.apply(pilot, LETTER)


def test_a_letter_has_a_limit(mia, pilot, world):
    set_rules(world, application_length=10)
    with pytest.raises(LetterTooLong, match="Your letter has 11 characters; the most is 10"):
        mia.apply(pilot, "x" * 11)
    mia.apply(pilot, "x" * 10)


def test_employers_do_not_apply(pilot, world):
    with pytest.raises(EmployersDoNotApply):
        EmployerFactory(world=world).apply(pilot, LETTER)


def test_a_job_of_another_world_is_not_there(pilot):
    with pytest.raises(Gone):
        PersonFactory().apply(pilot, LETTER)
    with pytest.raises(JobGone):
        Job.objects.save_for_later(PersonFactory(), pilot.pk)


def test_an_application_is_withdrawn_once_and_for_good(mia, pilot, world):
    application = mia.apply(pilot, LETTER)
    later(world, days=1)
    application.withdraw()

    assert Application.objects.get().withdrawn_at == world.now
    with pytest.raises(AlreadyWithdrawn):
        application.withdraw()
    with pytest.raises(AlreadyApplied):
        mia.apply(pilot, LETTER)
    assert verbs_of(mia) == ["applied", "unapplied"]


def test_nothing_is_withdrawn_from_a_closed_job(mia, pilot):
    application = mia.apply(pilot, LETTER)
    pilot.close()
    with pytest.raises(JobClosed):
        application.withdraw()


def test_a_job_is_saved_once_and_forgotten(mia, pilot):
    Job.objects.save_for_later(mia, pilot.pk)
    Job.objects.save_for_later(mia, pilot.pk)

    assert SavedJob.objects.count() == 1
    assert verbs_of(mia) == ["kept"]

    Job.objects.forget(mia, pilot.pk)

    assert not SavedJob.objects.exists()


@pytest.mark.parametrize("employer_blocks", [True, False])
def test_a_block_ends_what_stands_between_person_and_employer(mia, omar, pilot, employer_blocks):
    for person in (mia, omar):
        person.apply(pilot, LETTER)
        Job.objects.save_for_later(person, pilot.pk)
    blocker, blocked = (pilot.employer, mia) if employer_blocks else (mia, pilot.employer)
    blocker.block(blocked)

    assert list(Application.objects.standing().values_list("person", flat=True)) == [omar.pk]
    assert list(SavedJob.objects.values_list("person", flat=True)) == [omar.pk]
    assert list(Job.objects.visible_to(mia)) == []
    assert list(Job.objects.visible_to(omar)) == [pilot]
    with pytest.raises(JobGone):
        Job.objects.save_for_later(mia, pilot.pk)
    with pytest.raises(Gone):
        mia.apply(pilot, LETTER)


def test_followers_are_told_of_jobs_opened_since_they_follow(mia, omar, harbour, world):
    open_job(harbour, "Too early")
    later(world, hours=1)
    mia.follow(harbour)
    open_job(harbour, "Deckhand")
    later(world, hours=1)
    open_job(harbour, "Cook")

    assert told(mia) == [("job-opened", "Cook"), ("job-opened", "Deckhand")]
    assert told(omar) == []
    assert mia.unread_notices.count() == 2

    mia.unfollow(harbour)

    assert told(mia) == []


def test_nobody_is_told_of_what_happened_before_they_came(harbour, world):
    open_job(harbour)
    later(world, days=1)
    zoe = LearnerFactory(world=world, handle="zoe", joined_at=world.now)
    zoe.follow(harbour)
    zoe.followings.model.objects.filter(follower=zoe).update(since=world.started_at)

    assert told(zoe) == []


def test_those_whose_application_stands_are_told_when_a_job_is_closed(mia, omar, noor, pilot):
    mia.apply(pilot, LETTER)
    omar.apply(pilot, LETTER).withdraw()
    Job.objects.save_for_later(noor, pilot.pk)
    pilot.close()

    assert told(mia) == [("job-closed", "Harbour pilot")]
    assert (told(omar), told(noor)) == ([], [])


def test_a_block_hides_what_one_was_told_of_jobs(mia, harbour):
    mia.follow(harbour)
    open_job(harbour).close()
    assert told(mia) == [("job-opened", "Harbour pilot")]

    harbour.block(mia)

    assert told(mia) == []


def found(text):
    return [job.title for job in Job.objects.saying(text).order_by("title")]


def test_every_word_is_found_in_title_place_employer_or_industry(harbour, world):
    open_job(harbour, "Pilot", place="Tillen")
    open_job(EmployerFactory(world=world, name="Café Mögel", industry="Food"), "Cook 100%")

    assert found("pilot") == ["Pilot"]
    assert found("PILOT maritime tillen") == ["Pilot"]
    assert found("pilot food") == []
    assert found("cafe") == ["Cook 100%"]
    assert found("maritme") == ["Pilot"]  # a typing error
    assert found("100%") == ["Cook 100%"]
    assert found("1%") == found("%") == found("_") == []


def test_where_a_connection_works_now(mia, omar, noor, harbour, world):
    pilot, cook = open_job(harbour), open_job(EmployerFactory(world=world))
    works_at(omar, harbour)
    works_at(omar, harbour, title="Also trainer")
    works_at(omar, cook.employer, ended_on="2021-01-01")
    works_at(noor, cook.employer)
    connect(mia, omar)

    assert list(Job.objects.where_known(mia)) == [pilot]
    counts = {job.pk: job.known_count for job in Job.objects.for_cards(mia)}
    assert counts == {pilot.pk: 1, cook.pk: None}


def test_influencers_are_chosen_among_simulated_people(mia, world, harbour):
    mia.revise(followers_from="connections")
    mia.become_influencer()
    mia.become_influencer()

    mia.refresh_from_db()
    assert (mia.is_influencer, mia.followers_from) == (True, "everybody")

    mia.stop_being_influencer()

    mia.refresh_from_db()
    assert not mia.is_influencer
    assert verbs_of(mia) == ["revised", "chosen", "unchosen"]
    for other in (harbour, LearnerFactory(world=world)):
        with pytest.raises(OnlySimulatedInfluencers):
            other.become_influencer()


def test_who_chose_so_hears_nothing_of_new_jobs_but_of_what_they_applied_for(mia, harbour):
    mia.follow(harbour)
    mia.quiet = ["jobs"]
    job = open_job(harbour)
    mia.apply(job, LETTER)
    job.close()

    assert told(mia) == [("job-closed", "Harbour pilot")]
