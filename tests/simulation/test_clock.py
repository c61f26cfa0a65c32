"""The clock moves while somebody looks, and what is due happens on its way."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.models import Event, Invitation, World
from network.models.world import START
from simulation import advancing, clock
from simulation.living import planning
from simulation.models import Agenda, Decision, Due
from tests.factories import PersonFactory
from tests.simulation.moves import days, lucky

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def life(monkeypatch):
    """Days come and go, and nobody does anything on them by themselves."""
    monkeypatch.setattr(planning, "PLANS", [])


def looked_away(world, **real):
    World.objects.filter(pk=world.pk).update(pulsed_at=timezone.now() - timedelta(**real))


def statements(act):
    """What `act` asks of the database, without the marks of transactions."""
    with CaptureQueriesContext(connection) as captured:
        act()
    marks = ("SAVEPOINT", "RELEASE", "ROLLBACK")
    return [each["sql"] for each in captured.captured_queries if not each["sql"].startswith(marks)]


def writes(made):
    return [sql for sql in made if sql.lstrip().startswith(("UPDATE", "INSERT", "DELETE"))]


def test_a_pulse_with_nothing_due_is_two_queries_and_writes_one_row(monkeypatch, world, mia):
    monkeypatch.setattr(clock, "look", lambda world: None)
    days(world, 0)
    looked_away(world, seconds=5)

    made = statements(lambda: clock.pulse(world))

    assert len(made) == 2
    assert len(writes(made)) == 1


def test_a_pulse_of_a_paused_world_is_two_queries_and_writes_nothing(monkeypatch, world, mia):
    monkeypatch.setattr(clock, "look", lambda world: None)
    clock.pause(world)

    made = statements(lambda: clock.pulse(world))

    assert (len(made), writes(made)) == (2, [])


def test_a_tab_that_slept_does_not_make_the_world_leap(world):
    looked_away(world, days=3)
    clock.pulse(world)
    assert world.now == START + 2 * HOUR  # 10 s at 720 times


def test_a_clock_of_the_machine_that_goes_back_moves_nothing(world):
    looked_away(world, seconds=-600)
    clock.pulse(world)
    assert world.now == START


def test_what_is_too_much_for_one_pulse_is_done_by_the_next_ones(monkeypatch, world, mia):
    lucky(monkeypatch, "ignore")
    for _number in range(6):
        mia.invite(PersonFactory(world=world), "unknown")
    days(world, 0)
    second = Due.objects.of(world).exclude(kind="day")[1].at
    Agenda.objects.aim(world.pk, START + timedelta(days=30))

    while world.now < second:
        clock.pulse(world, most=2)
        assert clock.is_jumping(world)
    assert 2 <= Decision.objects.count() < 6
    while clock.is_jumping(world):
        clock.pulse(world, most=2)

    assert Decision.objects.count() == 6
    assert world.now >= START + timedelta(days=30)
    assert not clock.is_jumping(world)


def test_a_slow_machine_does_less_at_once_and_comes_as_far(monkeypatch, world, mia):
    monkeypatch.setattr(clock, "MOST_SECONDS", -1)
    lucky(monkeypatch, "ignore")
    for _number in range(2):
        mia.invite(PersonFactory(world=world), "unknown")
    to = START + timedelta(days=30)

    assert not clock.jump(world, to)
    assert Decision.objects.count() <= 1
    while clock.is_jumping(world):
        clock.pulse(world)

    assert Decision.objects.count() == 2
    assert world.now >= to


def test_what_lapses_does_so_in_its_own_time_however_far_the_clock_jumps(world, mia, omar):
    sent = mia.invite(omar, "unknown")
    days(world, 1)
    Decision.objects.all().delete()
    Due.objects.all().delete()
    Invitation.objects.filter(pk=sent.pk).exclude(status="pending").delete()
    other = PersonFactory(world=world)
    waiting = other.invite(mia, "unknown")
    days(world, 400)

    waiting.refresh_from_db()
    assert waiting.status == "expired"
    assert waiting.answered_at == waiting.sent_at + timedelta(days=180)


def test_two_jumps_lead_as_far_as_the_further_one(world, mia):
    Agenda.objects.aim(world.pk, START + timedelta(days=9), stops_at_news=True)
    clock.jump(world, START + timedelta(days=2))
    assert world.now == START + timedelta(days=9)


def test_an_aim_that_lies_behind_moves_nothing_back(world):
    days(world, 3)
    clock.advance(world, START)
    assert world.now == START + timedelta(days=3)
    assert not clock.is_jumping(world)


@pytest.mark.parametrize(
    ("hour", "morning"), [(7, 8), (8, 32), (0, 8), (23, 32)], ids=lambda hour: f"{hour}h"
)
def test_the_next_morning(hour, morning):
    midnight = START - 8 * HOUR
    assert clock.next_morning(midnight + hour * HOUR) == midnight + morning * HOUR


def test_who_stumbles_is_left_out_and_stops_nobody(monkeypatch, caplog, world, mia, omar):
    def stumble(due, world, case):
        raise ZeroDivisionError

    mia.invite(omar, "unknown")
    monkeypatch.setitem(advancing.ACTS, Due.Kind.ANSWER, stumble)

    days(world, 22)

    assert world.now == START + timedelta(days=22)
    assert "Left out what was due" in caplog.text
    assert not Due.objects.exclude(kind="day").exists()
    assert Invitation.objects.get().is_pending


def test_an_event_is_noticed_once_and_goes_with_its_world(world, mia, omar):
    mia.invite(omar, "unknown")
    days(world, 0)
    days(world, 0)
    assert Due.objects.filter(kind="answer").count() == 1
    mia.follow(omar)

    world.remove()

    assert not Event.objects.exists()


def test_a_world_that_is_gone_has_no_clock(world):
    world.remove()
    world.pk = 10**9
    advancing.Advance(world.pk).go_on()
    assert advancing.lock(world.pk) is None
