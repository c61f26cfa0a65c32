"""Bets are held against the chance, in words."""

import pytest

from simulation.calibration import bet_in_words, skill_in_words


@pytest.mark.parametrize(
    ("tenths", "p", "words"),
    [
        (3, 0.31, "Your bet was close to it."),
        (3, 0.39, "Your bet was close to it."),
        (8, 0.31, "Your bet was about 5 in 10 too high."),
        (0, 0.31, "Your bet was about 3 in 10 too low."),
    ],
)
def test_one_bet(tenths, p, words):
    assert bet_in_words(tenths, p) == words


@pytest.mark.parametrize(
    ("score", "lean", "begins"),
    [
        (0.0, 0.0, "You judge chances well"),
        (0.01, 0.1, "You judge chances well"),
        (0.09, 0.01, "Your bets miss on both sides"),
        (0.03, 0.15, "Your bets are near, and mostly a little too high"),
        (0.03, -0.15, "Your bets are near, and mostly a little too low"),
        (0.09, 0.3, "You expect too much"),
        (0.09, -0.3, "You expect too little"),
    ],
)
def test_many_bets(score, lean, begins):
    assert skill_in_words(5, score, lean).startswith(begins)


def test_a_few_bets_say_nothing():
    assert skill_in_words(4, 0.0, 0.0) == "Too few to say: 4 open so far, and it takes 5."
