"""What may be done to a note, and what it may do to its quality."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulation.coaching.reading import MOST, Reading
from simulation.coaching.result import Fault
from simulation.coaching.review import review

from .cast import FACTS, FAIR, STRONG, WEAK

few = settings(max_examples=25, deadline=None)
notes = st.sampled_from([STRONG, FAIR, WEAK])
HOSTILE = [
    "\x00",
    "Hi Omar\x00, thank you",
    "\u202eHi Omar, thank you\u202c",
    "e" + "\u0301" * 5_000,
    "👩‍👩‍👧‍👦" * 200,
    "a" * 10_000,
    "? " * 5_000,
    "Omar " * 2_000,
    "[" * 5_000,
    "1 " * 5_000,
    "I am a " * 1_500,
    "www." * 2_500,
    "ﷺ" * 3_000,
    "’" * 3_000,
    "\ud800",
    ", Quiet Archives" * 600,
]


def quality(text):
    return review(text, FACTS).quality


@few
@given(notes, st.integers(0, 60))
def test_a_placeholder_never_helps(note, place):
    changed = f"{note[:place]} [Company] {note[place:]}"
    assert quality(changed) < quality(note)


@few
@given(notes.filter(lambda note: "Omar" in note))
def test_deleting_the_name_costs(note):
    assert quality(note.replace(" Omar", "")) < quality(note)


@few
@given(notes.filter(lambda note: "Omar" in note), st.sampled_from(["Gustavo", "Yuki", "Priscilla"]))
def test_a_wrong_name_costs(note, name):
    assert quality(note.replace("Omar", name)) < quality(note)


@few
@given(notes, st.integers(0, 2))
def test_a_sentence_that_stands_there_twice_never_helps(note, which):
    sentences = note.split(". ")
    assert quality(f"{note} {sentences[which % len(sentences)]}.") <= quality(note)


@few
@given(notes, st.permutations(["Quiet Archives", "Harbour Museum", "cataloguing", "Ines Barrow"]))
def test_a_list_of_facts_at_the_end_never_helps(note, labels):
    assert quality(f"{note} {', '.join(labels)}.") <= quality(note)


@few
@given(notes, st.lists(st.sampled_from(["amazing", "brilliant", "incredible"]), max_size=4))
def test_superlatives_never_help(note, praise):
    start, *rest = note.split(" ")
    assert quality(" ".join([start, *praise, *rest])) <= quality(note)


@few
@given(
    st.sets(
        st.sampled_from(["question", "science", "library", "ledgers", "thank", "drying"]),
        max_size=3,
    )
)
def test_three_slips_of_the_pen_cost_next_to_nothing(words):
    text = STRONG
    for word in words:
        text = text.replace(word, f"{word[0]}{word[2]}{word[1]}{word[3:]}")
    assert quality(text) >= quality(STRONG) - 0.05


@few
@given(st.text(max_size=400))
def test_any_text_is_judged(text):
    found = review(text, FACTS)
    assert found.quality is None or 0 <= found.quality <= 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_judged(text):
    found = review(text, FACTS)
    assert found.quality is None or 0 <= found.quality <= 1
    assert all(0 <= start <= end <= MOST for each in found.findings for start, end in each.spans)


def test_the_work_is_bounded_by_what_is_read():
    """However long the text is, the same thousand characters are looked at."""
    reading = Reading("Quiet archives. " * 10_000)
    assert len(reading.cut) == MOST
    assert max(token.end for token in reading.tokens) <= MOST
    assert Fault.DUPLICATE not in review("Quiet archives. " * 10_000, FACTS).faults
