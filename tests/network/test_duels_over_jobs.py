"""Two acts on one job in the same instant; what is told agrees with what stands."""

from collections import Counter

import pytest

from network.models import Application, Event, Job
from tests.factories import EmployerFactory, cast, open_job
from tests.network.duels import ROUNDS, Arena

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.exhaustive]


def duel(act):
    """Rounds of two acts on a new job of a new employer: (words, job) of each."""
    (mia,) = cast("mia")
    with Arena(2) as arena:
        for number in range(ROUNDS):
            job = open_job(EmployerFactory(world=mia.world))
            delays = [(0, 0), (0.002, 0), (0, 0.002)][number % 3]
            answers = arena.at_once(act(mia, job), delays)
            yield tuple(answer.word for answer in answers), job


def standing(job):
    return Application.objects.standing().filter(job=job).count()


def test_applying_meets_closing():
    def act(mia, job):
        return [lambda: mia.apply(job, "Me"), Job.objects.get(pk=job.pk).close]

    outcomes = Counter()
    for words, job in duel(act):
        outcomes[words, standing(job)] += 1

    assert set(outcomes) <= {(("done", "done"), 1), (("JobClosed", "done"), 0)}
    assert sum(outcomes.values()) == ROUNDS


@pytest.mark.parametrize("employer_blocks", [True, False])
def test_applying_meets_blocking(employer_blocks):
    def act(mia, job):
        blocker, blocked = (job.employer, mia) if employer_blocks else (mia, job.employer)
        return [lambda: mia.apply(job, "Me"), lambda: blocker.block(blocked)]

    outcomes = {(words, standing(job)) for words, job in duel(act)}

    assert outcomes <= {(("done", "done"), 0), (("Gone", "done"), 0)}


def test_applying_twice_is_applying_once():
    def act(mia, job):
        return [lambda: mia.apply(job, "Me")] * 2

    assert {(words, standing(job)) for words, job in duel(act)} == {(("done", "done"), 1)}
    assert Event.objects.filter(verb="applied").count() == ROUNDS


def test_two_letters_at_once():
    def act(mia, job):
        return [lambda: mia.apply(job, "One"), lambda: mia.apply(job, "Two")]

    assert {(frozenset(words), standing(job)) for words, job in duel(act)} == {
        (frozenset({"done", "AlreadyApplied"}), 1)
    }


def test_withdrawing_meets_closing():
    def act(mia, job):
        application = mia.apply(job, "Me")
        return [application.withdraw, Job.objects.get(pk=job.pk).close]

    outcomes = {(words, standing(job)) for words, job in duel(act)}

    assert outcomes <= {(("done", "done"), 0), (("JobClosed", "done"), 1)}


def test_withdrawing_twice_is_done_once():
    def act(mia, job):
        application = mia.apply(job, "Me")
        return [Application.objects.get(pk=application.pk).withdraw for _ in range(2)]

    assert {frozenset(words) for words, _job in duel(act)} == {
        frozenset({"done", "AlreadyWithdrawn"})
    }


def test_closing_twice_is_done_once():
    def act(mia, job):
        return [Job.objects.get(pk=job.pk).close for _ in range(2)]

    assert {frozenset(words) for words, _job in duel(act)} == {frozenset({"done", "JobClosed"})}
