"""Where bars and dots stand."""

from simulation.deciding import drawing
from simulation.deciding.drawing import Stretch
from simulation.deciding.explaining import Bar


def test_all_bars_are_on_one_scale_and_grow_from_the_line():
    worst, best, least = drawing.rows(
        [Bar("a", "A", -2.0, -2.0), Bar("b", "B", 0.0, 1.0), Bar("c", "C", 0.001, 0.001)]
    )

    assert worst.stretches[0] == Stretch(4, 96, is_against=True)
    assert best.stretches == (Stretch(100, 0, is_against=False), Stretch(100, 48, is_against=False))
    assert least.stretches[0].width == 1  # never nothing
    assert (worst.is_changed, best.is_changed) == (False, True)


def test_numbers_have_their_sign():
    [row] = drawing.rows([Bar("a", "A", -0.8, 0.55)])
    [none] = drawing.rows([Bar("a", "A", 0.0, 0.0)])

    assert row.numbers == ("−0.80", "+0.55")
    assert none.numbers == ("0", "0")


def test_no_terms_draw_nothing():
    assert drawing.rows([]) == []


def test_as_many_dots_are_full_as_would_accept():
    assert [full for _place, full in drawing.dots(0.31)] == [True] * 3 + [False] * 7
    assert not any(full for _place, full in drawing.dots(0.04))
    assert all(full for _place, full in drawing.dots(0.97))
    places = [place for place, _full in drawing.dots(0.5)]
    assert drawing.bet_at(0) < places[0] < drawing.bet_at(1) < places[1]
    assert places[-1] < drawing.bet_at(10)
