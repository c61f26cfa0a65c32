import os
import subprocess
import sys
from hashlib import sha256
from statistics import fmean, median, pvariance

import pytest

from simulation import chance
from simulation.chance import Luck, choose, draw, lognormal, normal

EVERYTHING = """
from datetime import UTC, datetime
from simulation.chance import Luck, choose, lognormal, normal
from simulation.deciding.answer import Draws, decide
from simulation.deciding.delays import Schedule, answered_at
from simulation.deciding.facts import Facts, Traits
from simulation.judgement import Flag, NoteJudgement

note = NoteJudgement(quality=0.4, flags=frozenset(Flag))
for n in range(40):
    luck = Luck(7, 1, f"persona-{n}", attempt=n, scope="class")
    traits = Traits(openness=luck.beta("openness", 3, 3), busyness=luck.beta("busy", 2.5, 2.5))
    facts = Facts(traits=traits, note=note)
    answer = decide(facts, Draws.of(luck))
    sent = datetime(2027, 1, 4, 8, tzinfo=UTC)
    print(luck.draw("accept"), facts.stored(), answer, answer.p, answer.z)
    print(answered_at(sent, traits, Schedule(utc_offset=330), luck))
"""


def run(**environment):
    return subprocess.run(
        [sys.executable, "-c", EVERYTHING],
        env=os.environ | environment,
        capture_output=True,
        check=True,
    ).stdout


def test_the_same_key_gives_the_same_bytes_in_every_process():
    first = run(PYTHONHASHSEED="1", TZ="Pacific/Kiritimati")

    assert len(first.splitlines()) == 80
    assert run(PYTHONHASHSEED="2", TZ="America/St_Johns") == first


def test_a_draw_is_seven_bytes_of_the_hash_of_its_key():
    digest = sha256(b"7|1|accept|mara-lindqvist|2|class").digest()

    assert draw(7, 1, "accept", "mara-lindqvist", 2, "class") == (
        int.from_bytes(digest[:7], "big") / 2**56
    )
    assert Luck(7, 1, "mara-lindqvist", 2).draw("accept") == 0.8962023457831038


@pytest.mark.parametrize(
    "other",
    [
        Luck(8, 1, "mara", 1, "class"),
        Luck(7, 2, "mara", 1, "class"),
        Luck(7, 1, "omar", 1, "class"),
        Luck(7, 1, "mara", 2, "class"),
        Luck(7, 1, "mara", 1, "31"),
    ],
)
def test_every_part_of_the_key_counts(other):
    assert other.draw("accept") != Luck(7, 1, "mara", 1, "class").draw("accept")
    assert other.draw("accept") != other.draw("kind")


def test_two_keys_cannot_be_written_alike():
    with pytest.raises(ValueError, match="must not contain"):
        draw(7, 1, "accept", "mara|2", 1, "class")


@pytest.mark.parametrize(("byte", "expected"), [(b"\xff", 1 - 2**-53), (b"\x00", 0.0)])
def test_a_draw_stays_below_one(monkeypatch, byte, expected):
    class Extreme:
        def __init__(self, _data):
            pass

        def digest(self):
            return byte * 32

    monkeypatch.setattr(chance, "sha256", Extreme)

    found = draw(7, 1, "accept", "mara", 1, "class")

    assert found == expected
    assert -9 < normal(found) < 9


def test_draws_are_spread_evenly():
    found = [Luck(7, 1, f"p{n}").draw("accept") for n in range(4000)]

    assert fmean(found) == pytest.approx(1 / 2, abs=0.02)
    assert pvariance(found) == pytest.approx(1 / 12, abs=0.005)


@pytest.mark.parametrize(("a", "b"), [(3, 3), (2.5, 2.5), (2.5, 3), (1, 1), (0.5, 2)])
def test_a_beta_has_its_mean_and_variance(a, b):
    found = [Luck(7, 1, f"p{n}").beta("trait", a, b) for n in range(4000)]

    assert 0 <= min(found) < max(found) <= 1
    assert fmean(found) == pytest.approx(a / (a + b), abs=0.015)
    assert pvariance(found) == pytest.approx(a * b / ((a + b) ** 2 * (a + b + 1)), rel=0.08)


def test_normals_and_lognormals():
    assert [round(normal(u), 3) for u in (0.025, 0.5, 0.975)] == [-1.96, 0, 1.96]
    assert lognormal(0.5, 14, 1.6) == 14
    assert median(lognormal(n / 101, 14, 1.6) for n in range(1, 101)) == pytest.approx(14, rel=0.05)


def test_a_choice_follows_the_weights():
    weighted = [("none", 0), ("rare", 1), ("often", 3), ("never", 0)]

    assert [choose(u, weighted) for u in (0, 0.2499, 0.25, 1 - 2**-53)] == [
        "rare",
        "rare",
        "often",
        "often",
    ]
