"""What connections are congratulated on, read from the dates of their profiles."""

from datetime import date

import pytest

from network.errors import AlreadyCongratulated, MessagesNeedConnection, NewsIsOver
from network.models import Education, Event, Message, Person
from tests.factories import connect, job, later


def news(me):
    """The keys of the news of each connection, without those of jobs and schools themselves."""
    people = Person.objects.with_news_for(me).order_by("name_key")
    return {one.handle: [occasion.kind for occasion in one.occasions] for one in people}


def occasion(me, other):
    [found] = Person.objects.with_news_for(me).get(pk=other.pk).occasions
    return found


@pytest.fixture
def friends(mia, omar):
    connect(mia, omar)


@pytest.mark.parametrize(
    ("started_on", "kinds"),
    [
        (date(2027, 1, 1), ["job"]),  # day 1 is the 4th of January 2027
        (date(2026, 12, 1), ["job"]),
        (date(2026, 10, 1), []),
        (date(2026, 1, 1), ["year"]),
        (date(2020, 1, 1), ["year"]),
        (date(2020, 2, 1), []),
        (date(2027, 2, 1), []),  # still to come
    ],
)
def test_new_positions_and_anniversaries_are_news(mia, omar, friends, started_on, kinds):
    job(omar, started_on=started_on)
    assert news(mia) == ({"omar": kinds} if kinds else {})


def test_a_past_position_is_no_news(mia, omar, friends):
    job(omar, started_on=date(2026, 12, 1), ended_on=date(2027, 1, 1))
    assert news(mia) == {}


def test_an_anniversary_says_how_many_years_and_ends_with_its_month(mia, omar, friends):
    job(omar, started_on=date(2020, 1, 1))
    assert occasion(mia, omar).years == 7

    later(mia.world, days=28)
    mia.world.refresh_from_db()
    assert news(mia) == {}


@pytest.mark.parametrize(
    ("ended_in", "days", "kinds"),
    [
        (2026, 0, ["school"]),
        (2027, 0, []),  # the year in which they expect to finish
        (2026, 100, []),
        (2027, 200, ["school"]),
        (None, 0, []),
    ],
)
def test_a_finished_school_is_news_for_a_while(mia, omar, friends, ended_in, days, kinds):
    Education.objects.enter(omar, school="Quay School", started_in=2020, ended_in=ended_in)
    later(mia.world, days=days)
    mia.world.refresh_from_db()
    assert news(mia) == ({"omar": kinds} if kinds else {})


def test_only_of_connections(mia, omar, noor):
    mia.follow(omar)
    job(omar, started_on=date(2027, 1, 1))
    assert news(mia) == {}


def test_congratulating_is_a_message_with_an_event_of_its_own(mia, omar, friends):
    job(omar, "Harbour pilot", "Tideline", started_on=date(2027, 1, 1))
    found = occasion(mia, omar)
    text = found.text(omar.name)
    assert text.startswith(
        "Hello Omar, congratulations on your new position as Harbour pilot at Tideline."
    )

    written = mia.congratulate(omar, found.key, text)

    assert (written.reader, written.text, written.occasion) == (omar, text, found.key)
    assert occasion(mia, omar).is_done
    assert [*Person.objects.to_congratulate(mia)] == []
    last = Event.objects.latest("pk")
    assert (last.actor, last.verb, last.target) == (mia, "congrats", omar)


def test_others_may_still_congratulate(mia, omar, noor, friends):
    connect(noor, omar)
    job(omar, started_on=date(2027, 1, 1))
    mia.congratulate(omar, occasion(mia, omar).key, "Well done")

    assert not occasion(noor, omar).is_done
    noor.congratulate(omar, occasion(noor, omar).key, "Well done")


def test_twice_is_refused(mia, omar, friends):
    job(omar, started_on=date(2027, 1, 1))
    key = occasion(mia, omar).key
    mia.congratulate(omar, key, "Well done")

    with pytest.raises(AlreadyCongratulated):
        mia.congratulate(omar, key, "Well done again")
    assert Message.objects.count() == 1


def test_the_same_form_twice_is_once(mia, omar, friends):
    job(omar, started_on=date(2027, 1, 1))
    key = occasion(mia, omar).key
    form = "6f4c1f5e-8d8c-4c1c-9f0c-2b8d5a3f7e11"

    assert mia.congratulate(omar, key, "Well done", key=form) == mia.congratulate(
        omar, key, "Well done", key=form
    )


@pytest.mark.parametrize("key", ["job-1", "year-1-7", "school-1", "nothing", "job-x'"])
def test_what_is_no_news_cannot_be_congratulated_on(mia, omar, friends, key):
    with pytest.raises(NewsIsOver):
        mia.congratulate(omar, key, "Well done")


def test_the_news_of_somebody_else_is_not_theirs(mia, omar, noor, friends):
    job(noor, started_on=date(2027, 1, 1))
    connect(mia, noor)

    with pytest.raises(NewsIsOver):
        mia.congratulate(omar, occasion(mia, noor).key, "Well done")


def test_an_inviter_is_answered_but_not_congratulated(mia, omar):
    """E2 lets one answer an invitation; congratulating is for connections."""
    omar.invite(mia, "friend", "Shall we?")
    written = job(omar, started_on=date(2027, 1, 1))

    with pytest.raises(MessagesNeedConnection):
        mia.congratulate(omar, f"job-{written.pk}", "Well done")


def test_what_one_congratulated_on_stays_with_who_wrote_it_when_the_other_leaves(
    mia, omar, friends
):
    job(omar, started_on=date(2027, 1, 1))
    written = mia.congratulate(omar, occasion(mia, omar).key, "Well done")
    omar.remove()

    written.refresh_from_db()
    assert (written.text, written.reader.has_left) == ("Well done", True)
