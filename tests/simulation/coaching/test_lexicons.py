import re

import pytest
from django.conf import settings

from simulation.coaching.draft import Draft
from simulation.coaching.form import spelling
from simulation.coaching.lexicon import FOLDER, lexicon, lines, parts, slips
from simulation.coaching.spelling import is_slip, stem

from .cast import FACTS

NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
SHIPPED = [
    "classroom/scenarios/*.yaml",
    "classroom/generating/words/**/*.toml",
    "simulation/validation/gold/situations.json",
]


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


@pytest.mark.parametrize("files", SHIPPED)
def test_no_name_place_or_trade_that_netsim_ships_is_called_a_slip(files):
    texts = [path.read_text(encoding="utf-8") for path in settings.BASE_DIR.glob(files)]
    words = {word.casefold() for text in texts for word in re.findall(r"[^\W\d_]+", text)}

    assert len(words) > 300
    assert words & {line.split()[0] for line in lines("misspellings")} == set()


@pytest.mark.parametrize(
    "text",
    [
        "The colour of the theater, the travelled centre, a catalog in aluminium; whilst I enrol.",
        "I realise, you recognize, we organised a program, learnt and learned, and it was grey.",
        "I am working with Kubernetes, pandas, R and a PostgreSQL repo in Gdańsk; kubectl, async.",
        "Since two years I am working like nurse, and I catched the bus for to come to the work.",
        "Grüße from Ms. Frend, Dr. Brige and Mr. Helo, of Nurce & Sons in São Paulo.",
        "The soba chai at the atelier was très bien, gracias, danke.",
    ],
)
def test_good_words_of_any_english_and_of_other_people_are_no_slips(text):
    assert spelling(Draft(text, FACTS)) == ()


@pytest.mark.parametrize("word", ["conect", "teh", "adn", "recieve", "recomend", "oportunity"])
def test_common_slips_are_found_where_they_stand(word):
    text = f"Hi Omar, {word} is a word."
    assert spelling(Draft(text, FACTS)) == ((9, 9 + len(word)),)


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
