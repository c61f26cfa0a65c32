"""The places of a note, as pieces that are shown one after the other."""

from hypothesis import given, settings
from hypothesis import strategies as st

from simulation.coaching import marking
from simulation.coaching.result import Criterion, Finding
from simulation.coaching.review import review
from tests.simulation.coaching.cast import FACTS

ASK, TONE = Criterion.ASK, Criterion.TONE


def shown(text, *findings):
    return [
        (piece.text, [line.number for line in piece.lines])
        for piece in marking.pieces(text, findings)
    ]


def test_places_are_cut_out_where_they_begin_and_end():
    found = Finding(ASK, 3, ((0, 5),), ""), Finding(TONE, 2, ((4, 9),), "Add thanks.")

    assert shown("May I ask you?", *found) == [
        ("May", [4]),
        (" ", []),  # no edge of a place
        ("I", [4, 5]),
        (" ", []),
        ("ask", [5]),
        (" ", []),
        ("you?", []),
    ]


def test_words_of_one_place_stay_together():
    assert shown("May I ask, please?", Finding(ASK, 3, ((0, 3), (4, 5), (6, 9)), "")) == [
        ("May I ask", [4]),
        (", please?", []),
    ]


def test_a_criterion_is_a_line_with_its_level_in_words_and_advice_below_the_highest():
    low, high = marking.lines([Finding(TONE, 3, (), "None."), Finding(ASK, 1, (), "Ask less.")])

    assert (low.title, low.words, low.advice) == ("What you ask for", "Developing", "Ask less.")
    assert (high.title, high.words, high.advice) == ("Tone", "Strong", "")


def test_every_criterion_has_a_title():
    assert set(marking.TITLES) == set(Criterion)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_the_pieces_are_the_text(text):
    found = review(text, FACTS).findings
    assert "".join(piece.text for piece in marking.pieces(text, found)) == text


def test_a_real_note_is_marked():
    text = "Hi Amara, thank you for your post. May I ask you one question? No rush."
    found = review(text, FACTS).findings
    marked = {line.number for piece in marking.pieces(text, found) for line in piece.lines}
    assert {4, 5} <= marked
