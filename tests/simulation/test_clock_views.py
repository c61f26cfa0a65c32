"""The clock on every page: what an open page moves, and who may move it by hand."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.models import Invitation
from network.models.world import START
from simulation import answering
from simulation.models import Agenda, Persona
from tests.everyone import signed_in
from tests.factories import LearnerFactory, PersonFactory
from tests.network.views.words import is_part, said
from tests.simulation.moves import aim, lucky

HTMX = {"HX-Request": "true"}
CONTROLS = {
    "/clock/pause/": {},
    "/clock/resume/": {},
    "/clock/speed/": {"speed": "60"},
    "/clock/jump/": {"to": "week"},
}


@pytest.fixture
def mia(everyone):
    return everyone.mia


@pytest.fixture
def owner(mia):
    """Mia, in a world of her own."""
    mia.world.owner = mia.user
    mia.world.save()
    return signed_in(mia)


def looked_away(world, **real):
    """So much real time has passed since the last pulse."""
    type(world).objects.filter(pk=world.pk).update(pulsed_at=timezone.now() - timedelta(**real))


def now(world):
    world.refresh_from_db()
    return world.now


def test_a_pulse_moves_the_clock_and_shows_it(mia):
    looked_away(mia.world, seconds=10)

    response = signed_in(mia, headers=HTMX).post("/clock/pulse/")

    assert timedelta(hours=2) <= now(mia.world) - START < timedelta(hours=3)
    assert is_part(response)
    assert "Monday, day 1, 10:" in response.text


def test_a_paused_world_stands_still(mia):
    mia.world.is_paused = True
    mia.world.save()
    looked_away(mia.world, seconds=10)

    response = signed_in(mia, headers=HTMX).post("/clock/pulse/")

    assert now(mia.world) == START
    assert "Paused" in response.text


def test_a_pulse_does_not_take_the_messages_that_wait_for_the_next_page(mia):
    browser = signed_in(mia, headers=HTMX)
    browser.post("/people/stranger/block/")
    browser.post("/clock/pulse/")

    assert browser.get("/feed/", headers={"HX-Request": ""}).context["messages"]


def test_only_who_may_sees_the_controls(everyone, owner):
    elsewhere = everyone.outsider
    staff = LearnerFactory(world=elsewhere.world, user__is_staff=True)

    shown = {
        who: "clock-controls" in signed_in(person).get("/people/").text
        for who, person in {
            "owner": everyone.mia,
            "another in a private world": everyone.stranger,
            "learner of a shared world": elsewhere,
            "staff in a shared world": staff,
        }.items()
    }

    assert shown == {
        "owner": True,
        "another in a private world": False,
        "learner of a shared world": False,
        "staff in a shared world": True,
    }


@pytest.mark.parametrize(("url", "sent"), CONTROLS.items())
def test_who_may_not_move_the_clock_finds_nothing_there(everyone, owner, url, sent):
    staff = LearnerFactory(world=everyone.world, user__is_staff=True)  # of a private world

    for person in (everyone.stranger, staff, everyone.outsider):
        assert signed_in(person).post(url, sent).status_code == 404
    assert owner.post(url, sent).status_code == 302


def test_pause_and_go_on(mia, owner):
    owner.post("/clock/pause/")
    looked_away(mia.world, seconds=60)
    owner.post("/clock/pulse/")
    assert now(mia.world) == START

    owner.post("/clock/resume/")
    owner.post("/clock/resume/")
    owner.post("/clock/pulse/")

    assert now(mia.world) - START < timedelta(minutes=30)  # the pause itself does not count
    assert not mia.world.is_paused


def test_a_press_answers_htmx_with_the_controls_as_they_now_are(mia, owner):
    response = owner.post("/clock/pause/", headers=HTMX)

    assert is_part(response)
    assert 'id="clock-controls" hx-swap-oob="true"' in response.text
    assert "Go on" in response.text


@pytest.mark.parametrize("speed", ["0", "-1", "61", "9" * 30, "fast", ""])
def test_a_speed_that_is_not_offered_is_none(mia, owner, speed):
    assert owner.post("/clock/speed/", {"speed": speed}).status_code == 404


def test_the_speed_counts_from_now_on(mia, owner):
    looked_away(mia.world, seconds=30)
    owner.post("/clock/speed/", {"speed": "1440"})
    owner.post("/clock/pulse/")

    assert now(mia.world) - START < timedelta(hours=1)
    assert mia.world.speed == 1440


@pytest.mark.parametrize(
    ("to", "there"),
    [("morning", "Tuesday, day 2, 08:00"), ("week", "Monday, day 8, 08:00")],
)
def test_jumps_lead_there_and_say_so(mia, owner, to, there):
    response = owner.post("/clock/jump/", {"to": to}, headers={"referer": "http://testserver/map/"})

    assert response.headers["Location"] == "/map/"
    assert said(owner.get("/feed/")) == [f"It is now {there}."]
    assert there in owner.get("/feed/").text


@pytest.mark.parametrize("to", ["", "yesterday", "weeks"])
def test_a_jump_to_nowhere_is_none(owner, mia, to):
    assert owner.post("/clock/jump/", {"to": to}).status_code == 404
    assert now(mia.world) == START


def awake(person):
    return Persona.objects.create(person=person, workdays=list(range(7)), sessions=[[0, 1440]])


def invite_many(mia, size):
    for number in range(size):
        person = PersonFactory(world=mia.world, handle=f"many-{number:03}")
        awake(person)
        mia.invite(person, "unknown")


def test_a_long_jump_goes_on_with_the_pulses(monkeypatch, mia, owner):
    monkeypatch.setattr("simulation.clock.jump.__defaults__", (False, 3))
    monkeypatch.setattr("simulation.clock.pulse.__defaults__", (3,))
    invite_many(mia, 8)

    first = owner.post("/clock/jump/", {"to": "week"}, headers=HTMX)
    assert 'hx-vals=\'{"jumping": "yes"}\'' in first.text
    assert "every 300ms" in first.text
    assert now(mia.world) < START + timedelta(days=7)
    going = {"jumping": "yes"}
    answers = [owner.post("/clock/pulse/", going, headers=HTMX) for _ in range(8)]

    assert "HX-Refresh" in answers[-1].headers
    assert now(mia.world) >= START + timedelta(days=7)
    assert not Agenda.objects.exclude(until=None).exists()


def test_another_page_makes_haste_meanwhile_and_does_not_come_anew(monkeypatch, mia, owner):
    """Somebody may be writing on it."""
    monkeypatch.setattr("simulation.clock.jump.__defaults__", (False, 3))
    monkeypatch.setattr("simulation.clock.pulse.__defaults__", (3,))
    invite_many(mia, 8)
    owner.post("/clock/jump/", {"to": "week"}, headers=HTMX)

    first = owner.post("/clock/pulse/", headers=HTMX)
    others = [owner.post("/clock/pulse/", headers=HTMX) for _ in range(8)]

    assert "every 1s" in first.text
    assert "hx-vals" not in first.text
    assert "every 10s" in others[-1].text
    assert not any("HX-Refresh" in answer.headers for answer in (first, *others))
    assert now(mia.world) >= START + timedelta(days=7)


def test_without_javascript_one_press_goes_as_far_as_an_answer_may_take(monkeypatch, mia, owner):
    monkeypatch.setattr("simulation.clock.jump.__defaults__", (False, 1))
    invite_many(mia, 4)

    owner.post("/clock/jump/", {"to": "week"})

    assert now(mia.world) == START + timedelta(days=7)


def test_a_long_jump_without_javascript_says_that_it_goes_on(monkeypatch, mia, owner):
    monkeypatch.setattr("simulation.clock.MOST_SECONDS", -1)
    invite_many(mia, 4)

    owner.post("/clock/jump/", {"to": "week"})

    assert said(owner.get("/feed/")) == [
        "A lot happens on the way. The clock goes on while a page is open; if it stands still, "
        "press again."
    ]


def test_pausing_ends_a_jump(mia, owner):
    aim(mia.world, days=7)
    owner.post("/clock/pause/")
    owner.post("/clock/pulse/")

    assert now(mia.world) == START


def test_the_next_event_is_the_next_that_a_learner_is_told(monkeypatch, mia, owner, everyone):
    lucky(monkeypatch, "decline")
    invite_many(mia, 3)
    owner.post("/clock/jump/", {"to": "event"})
    assert Invitation.objects.filter(status="declined").count() == 3
    assert now(mia.world) == START + timedelta(days=7)  # a silent no stops nothing (C6)

    lucky(monkeypatch, "accept")
    monkeypatch.setattr(answering, "answered_at", lambda came, *_: came + timedelta(days=2))
    mia.invite(awake(PersonFactory(world=mia.world)).person, "unknown")
    before = now(mia.world)
    owner.post("/clock/jump/", {"to": "event"})

    accepted = Invitation.objects.get(status="accepted", sender=mia)
    assert before < accepted.answered_at == now(mia.world)
