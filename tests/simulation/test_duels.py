"""R-24 to R-26: simulated people act in the instant in which somebody else does."""

import os
from datetime import timedelta

import pytest

from network.invariants import findings
from network.leaving import leave
from network.models import Event, Invitation, Message, Person, World
from simulation import advancing
from simulation.advancing import Advance
from simulation.clock import pause, pulse
from simulation.living import dues
from simulation.models import Debrief, Decision, Due, Persona, Prediction
from tests.factories import LearnerFactory, PersonFactory, WorldFactory
from tests.network.duels import Arena, and_then_wait
from tests.simulation.moves import aim, lucky

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.exhaustive]

ROUNDS = int(os.environ.get("DUEL_ROUNDS", "200")) // 5  # each makes people anew
DELAYS = [(0, 0), (0.004, 0), (0, 0.004), (0, 0.012)]


def rounds(prepare, *acts):
    """(what was there, the words that the actors are told), round after round."""
    with Arena(len(acts)) as arena:
        for number in range(ROUNDS):
            it = prepare()
            delays = DELAYS[number % len(DELAYS)][: len(acts)]
            answers = arena.at_once([lambda act=act, it=it: act(it) for act in acts], delays)
            yield it, tuple(answer.word for answer in answers)


class Waiting:
    """Mia's invitation to Omar is about to be answered."""

    def __init__(self, world=None):
        self.world = world or WorldFactory()
        self.mia, self.omar = LearnerFactory(world=self.world), PersonFactory(world=self.world)
        Persona.objects.create(person=self.omar, workdays=list(range(7)), sessions=[[0, 1440]])
        self.invitation = self.mia.invite(self.omar, "unknown")
        aim(self.world, days=40)

    def goes_on(self):
        Advance(self.world.pk).go_on()

    def verbs(self):
        events = Event.objects.filter(world=self.world).order_by("pk")
        return list(events.values_list("verb", flat=True))


def in_one_world():
    world = WorldFactory()
    return lambda: Waiting(world)


def goes_on(it):
    it.goes_on()


def finish(it):
    """Whoever passed by goes on later."""
    aim(World.objects.get(pk=it.world.pk), days=0)
    it.goes_on()


def test_r24_two_who_move_a_world_at_once_do_everything_once(monkeypatch):
    lucky(monkeypatch, "accept_and_reply")
    for it, words in rounds(Waiting, goes_on, goes_on):
        finish(it)
        assert words == ("done", "done")
        assert it.verbs() == ["invited", "accepted", "messaged"]
    assert Decision.objects.count() == Message.objects.count() == ROUNDS
    assert not Due.objects.exists()


class Writing:
    """Omar is about to post."""

    def __init__(self):
        self.world = WorldFactory()
        omar = PersonFactory(world=self.world)
        Persona.objects.create(person=omar, workdays=list(range(7)), sessions=[[0, 1440]])
        dues.alone(Due.Kind.POST, omar, self.world.now + timedelta(hours=1), self.world).save()
        aim(self.world, hours=2)

    goes_on, verbs = Waiting.goes_on, Waiting.verbs


def posted_by_two_at_once(monkeypatch):
    monkeypatch.setattr(advancing, "plan", and_then_wait(advancing.plan))
    return [it.verbs() for it, _words in rounds(Writing, goes_on, goes_on)]


def test_r24_two_who_move_a_world_at_once_let_people_post_once(monkeypatch):
    assert posted_by_two_at_once(monkeypatch) == [["posted"]] * ROUNDS


def test_r24_without_the_lock_of_the_world_they_would_post_twice(monkeypatch):
    monkeypatch.setattr(advancing, "lock", lambda pk, _waits: World.objects.get(pk=pk))

    assert ["posted", "posted"] in posted_by_two_at_once(monkeypatch)


def test_a_pulse_meets_a_pulse_and_a_pause(monkeypatch):
    lucky(monkeypatch, "accept")
    for it, words in rounds(Waiting, lambda it: pulse(it.world), lambda it: pause(it.world)):
        assert words == ("done", "done")
        assert it.verbs() in (["invited"], ["invited", "accepted"])


@pytest.mark.parametrize(
    ("end", "gone"),
    [
        (lambda it: it.mia.block(it.omar), {"blocked"}),
        (lambda it: it.omar.block(it.mia), {"blocked"}),
        (lambda it: it.invitation.withdraw() and None, {"withdrew"}),
    ],
    ids=["the learner blocks", "the persona blocks", "the learner withdraws"],
)
def test_r25_an_answer_meets_its_end(monkeypatch, end, gone):
    lucky(monkeypatch, "accept_and_reply")
    seen = set()
    for it, words in rounds(Waiting, goes_on, end):
        finish(it)
        seen.add(tuple(it.verbs()))
        assert words[0] == "done"
        assert words[1] in ("done", "NotOpen")
    allowed = {("invited", *gone)}
    if "withdrew" in gone:
        allowed |= {("invited", "accepted", "messaged")}
    else:  # nothing comes after the block
        for done in (("accepted",), ("accepted", "messaged")):
            allowed.add(("invited", *done, "blocked"))
    assert seen <= allowed
    assert list(findings()) == []


def test_r25_an_answer_meets_a_learner_or_a_persona_who_leaves(monkeypatch):
    lucky(monkeypatch, "accept_and_reply")
    for who in ("mia", "omar"):
        for it, words in rounds(
            Waiting, goes_on, lambda it, who=who: leave(Person.objects.get(pk=getattr(it, who).pk))
        ):
            finish(it)
            assert words == ("done", "done")
            assert not Invitation.objects.filter(world=it.world).exists()
            assert not Due.objects.filter(world=it.world).exists()
    assert not Decision.objects.exists()


def bets(tenths):
    return lambda it: Prediction.objects.predict(it.invitation, tenths) and None


def opens(it):
    Debrief.objects.open(it.invitation)


def told_no(monkeypatch):
    """Each time a silent no that its sender has not opened."""
    lucky(monkeypatch, "decline")

    def prepare():
        it = Waiting()
        it.goes_on()
        return it

    return prepare


def test_a_bet_meets_the_opening_of_its_debrief(monkeypatch):
    seen = set()
    for it, words in rounds(told_no(monkeypatch), bets(3), opens):
        seen.add(words)
        kept = Prediction.objects.filter(invitation=it.invitation).count()
        assert kept == (words[0] == "done")
        assert it.verbs().count("debriefed") == 1
    assert seen <= {("done", "done"), ("AlreadyOpen", "done")}
    assert list(findings()) == []


def test_two_tabs_open_at_once(monkeypatch):
    for it, words in rounds(told_no(monkeypatch), opens, opens):
        assert words == ("done", "done")
        assert it.verbs().count("debriefed") == 1


def test_two_tabs_bet_at_once(monkeypatch):
    lucky(monkeypatch, "accept")
    for it, words in rounds(Waiting, bets(3), bets(7)):
        assert words == ("done", "done")
        assert Prediction.objects.get(invitation=it.invitation).tenths in (3, 7)
        assert it.verbs().count("predicted") == 2


def test_a_bet_meets_the_acceptance(monkeypatch):
    lucky(monkeypatch, "accept")
    for it, words in rounds(Waiting, bets(3), goes_on):
        finish(it)
        assert words[0] in ("done", "AlreadyOpen")
        assert Prediction.objects.filter(invitation=it.invitation).count() == (words[0] == "done")
        verbs = [verb for verb in it.verbs() if verb in ("predicted", "accepted")]
        assert verbs in (["accepted"], ["predicted", "accepted"])
    assert list(findings()) == []


def test_r26_an_answer_meets_the_reset_of_its_world(monkeypatch):
    lucky(monkeypatch, "accept_and_reply")
    for _it, words in rounds(Waiting, goes_on, lambda it: it.world.remove()):
        fresh = Waiting()
        assert words == ("done", "done")
        assert fresh.verbs() == ["invited"]
        assert not Decision.objects.exists()
        assert World.objects.get() == fresh.world
        fresh.world.remove()


def test_what_is_sent_while_the_clock_moves_is_answered_too(monkeypatch):
    """An event that commits late is noticed all the same, and its answer is not in the past."""
    lucky(monkeypatch, "accept")

    def with_another():
        it = Waiting()
        it.noor = PersonFactory(world=it.world)
        return it

    for it, words in rounds(
        with_another, goes_on, lambda it: it.mia.invite(it.noor, "unknown") and None
    ):
        world = World.objects.get(pk=it.world.pk)
        aim(world, days=30)
        it.goes_on()
        assert words == ("done", "done")
        late = Decision.objects.get(invitation__recipient=it.noor)
        assert late.invitation.sent_at <= late.at <= world.now + timedelta(days=30)
