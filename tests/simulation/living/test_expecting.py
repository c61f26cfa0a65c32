"""What comes of an act is worked out for every act, and nobody who stumbles stops the world."""

from datetime import timedelta

from network.models import Event, Post
from simulation import answering
from simulation.living import expecting
from simulation.living.table import AFTER
from simulation.models import Decision, Due
from tests.factories import EmployerFactory, publish
from tests.simulation.moves import days

LONG = "I have read this twice now and will try it with our own list at work on the next Friday?"


def test_what_a_learner_does_to_an_employer_stumbles_over_nothing(mia, someone, caplog):
    harbour = EmployerFactory(world=mia.world)
    mia.follow(harbour)
    Post.objects.comment(mia, publish(harbour, "We open a new quay").pk, LONG)
    mia.follow(someone("noor"))

    days(mia.world, 3)

    assert caplog.records == []
    assert not Event.objects.filter(actor=harbour, verb="followed").exists()


def test_one_who_stumbles_stops_nobody(monkeypatch, mia, someone, sure, caplog):
    sure(follow__peer=1)
    omar = someone("omar")

    def stumble(world, event):
        raise KeyError("lost")

    monkeypatch.setitem(AFTER, "followed", [stumble, *AFTER["followed"]])
    mia.follow(omar)

    days(mia.world, 5)

    assert omar.follows.filter(followed=mia).exists()
    assert "Left out what comes of" in caplog.text
    assert not Due.objects.filter(kind="follow").exists()
    assert expecting.AFTER is AFTER


def test_one_who_cannot_say_when_they_will_answer_stops_nobody(monkeypatch, mia, someone, caplog):
    omar, noor = someone("omar"), someone("noor")
    own_time = answering.answered_at

    def stumble(came, traits, schedule, luck):
        if luck.persona == "omar":
            raise KeyError("lost")
        return own_time(came, traits, schedule, luck)

    monkeypatch.setattr(answering, "answered_at", stumble)
    mia.invite(omar, "unknown")
    mia.invite(noor, "unknown")
    days(mia.world, 22)

    assert Decision.objects.get().invitation.recipient == noor
    assert "Left out an answer to" in caplog.text


def test_what_is_noticed_while_somebody_cannot_be_cast_stops_nobody(monkeypatch, mia, omar, caplog):
    def stumble(*about):
        raise KeyError("lost")

    monkeypatch.setattr("simulation.models.persona.cast", stumble)
    mia.invite(omar, "unknown")
    mia.follow(omar)
    days(mia.world, 3)

    assert mia.world.now == mia.world.started_at + timedelta(days=3)
    assert "Left out what comes of" in caplog.text
