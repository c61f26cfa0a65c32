import pytest

from simulation.coaching.proofreading import proofread
from simulation.coaching.result import Fault

from .cast import FACTS, FAIR, HARMFUL, STRONG, WEAK, facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STRONG.replace("Omar", "[First name]"), [Fault.PLACEHOLDER]),
        (STRONG.replace("Omar", "Peter"), [Fault.WRONG_NAME]),
        ("Hi Omar, I'd like to add you to my network.", [Fault.DEFAULT]),
        (STRONG + " See www.cheap-boxes.example", [Fault.SPAM_LINK]),
        (STRONG * 2, [None, None]),
        (f"{FAIR} I would like to connect.", [None]),
        (STRONG.replace("question", "qestion"), [None]),
        ("Hi Omar, I'd like to conect and add you to teh network.", [Fault.DEFAULT, None]),
        (STRONG, []),
        ("", []),
    ],
)
def test_what_proof_reading_would_catch_is_said_at_once(text, expected):
    assert [slip.fault for slip in proofread(text, FACTS)] == expected


@pytest.mark.parametrize("text", [WEAK, HARMFUL, "Hi Omar, you people never answer."])
def test_judgement_waits_for_the_debrief(text):
    assert proofread(text, FACTS) == ()


def test_it_says_how_much_is_too_much():
    (slip,) = proofread(STRONG, facts(limit=len(STRONG) - 2))
    assert (slip.words, slip.spans) == (
        "It is 2 characters too long.",
        ((len(STRONG) - 2, len(STRONG)),),
    )


def test_spelling_is_quoted_with_what_was_meant():
    (slip,) = proofread(STRONG.replace("one question", "teh qestion or teh u"), FACTS)
    assert slip.words == "Check how these words are spelt."
    assert [(quote.text, quote.meant) for quote in slip.quotes] == [
        ("teh", "the"),
        ("qestion", "question"),
        ("u", "you"),
    ]


def test_every_left_over_is_quoted():
    (slip,) = proofread(STRONG.replace("Omar", "[Name]").replace("drying", "{topic}"), FACTS)
    assert [quote.text for quote in slip.quotes] == ["[Name]", "{topic}"]
