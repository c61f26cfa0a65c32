import pytest

from simulation.coaching.lexicon import FOLDER, lexicon, lines, parts, slips
from simulation.coaching.spelling import is_slip, stem

NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_each_list_has_phrases_and_none_matches_nothing_at_all(name):
    for part in parts(name) or [""]:
        assert lines(name, part)
        assert lexicon(name, part).search("") is None


def test_phrases_match_whole_words_and_stay_within_a_sentence():
    assert lexicon("rude").search("you people never answer")
    assert not lexicon("rude").search("thank you peoples")
    assert not lexicon("claims", "agreed").search("thank you . my invitation")


@pytest.mark.parametrize("word", ["recieve", "teh", "thx"])
def test_a_slip_is_read_as_what_it_meant(word):
    assert slips()[word] in {"receive", "the", "thanks"}


@pytest.mark.parametrize(
    ("one", "other"), [("labels", "labelling"), ("strawberry", "strawberries"), ("plan", "planned")]
)
def test_words_of_one_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("word", "meant", "expected"),
    [
        ("tset", "test", True),
        ("quesion", "question", True),
        ("queestion", "question", True),
        ("from", "form", True),
        ("cat", "act", False),
        ("saying", "saving", False),
        ("learned", "learner", True),
    ],
)
def test_one_slip_of_the_pen(word, meant, expected):
    assert is_slip(word, meant) is expected
