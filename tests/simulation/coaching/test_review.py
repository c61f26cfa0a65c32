from dataclasses import fields, replace

import pytest

from simulation.coaching.facts import NoteFacts
from simulation.coaching.result import Criterion, Fault
from simulation.coaching.review import CAPS, UNSCORED, WEIGHTS, review
from simulation.judgement import Flag, NoteJudgement

from .cast import FACTS, FAIR, HARMFUL, STRONG, WEAK, facts


def test_weights_are_shares_of_one():
    assert round(sum(WEIGHTS.values()), 9) == 1
    assert list(WEIGHTS) == list(Criterion)


def test_better_notes_have_more_quality():
    strong, fair, weak, harmful = (
        review(text, FACTS).quality for text in (STRONG, FAIR, WEAK, HARMFUL)
    )
    assert strong > 0.9 > fair > 0.4 > weak > harmful


def test_no_note_has_no_quality():
    assert review(" \n", FACTS).judgement == NoteJudgement()


def test_the_judgement_is_what_a_decision_reads():
    assert review(STRONG, FACTS).judgement == NoteJudgement(quality=1.0, asks=True)
    assert review(HARMFUL, FACTS).judgement.flags == {Flag.PITCH}


def test_a_default_text_is_marked_as_such():
    judgement = review("Hi Omar, I'd like to add you to my network.", FACTS).judgement
    assert (judgement.is_default, judgement.quality <= 0.15) == (True, True)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Hi Omar, let's connect.", Fault.DEFAULT),
        (STRONG.replace("Omar", "[Name]"), Fault.PLACEHOLDER),
        (STRONG + " www.cheap-boxes.example", Fault.SPAM_LINK),
        (STRONG + " Are you hiring?", Fault.PITCH),
        (STRONG + " We worked together.", Fault.FALSE_CLAIM),
        (STRONG + " You owe me that.", Fault.RUDE),
        (STRONG + " Quiet Archives, Harbour Museum, paper conservation.", Fault.STUFFING),
        (STRONG.replace("Omar", "Peter"), Fault.WRONG_NAME),
    ],
)
def test_what_spoils_a_note_holds_its_quality_down(text, fault):
    found = review(text, FACTS)
    assert fault in found.faults
    assert found.quality <= CAPS[fault]


def test_the_advice_begins_with_what_spoils_the_note():
    (first, *_) = review(STRONG.replace("Omar", "Peter"), FACTS).advice
    assert first == "This is not their name. Correct the name in the greeting."


def test_a_note_without_a_fault_gets_no_advice():
    assert review(STRONG, FACTS).advice == []


def test_each_finding_points_into_the_text():
    for text in (STRONG, FAIR, WEAK, HARMFUL):
        for finding in review(text, FACTS).findings:
            for start, end in finding.spans:
                assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hallo Omar, ich habe deinen Beitrag gelesen und er ist für mich gut. Danke.",
        "Здравствуйте, Омар, спасибо за вашу статью.",
        "مرحبا عمر، شكرا على مقالك",
        "Omar, ledger yazınız benim için çok yararlı oldu, teşekkür ederim, bir soru sormak.",
    ],
)
def test_another_language_is_not_scored_and_never_bad(text):
    found = review(text, FACTS)
    assert (found.is_scored, found.quality, found.faults) == (False, UNSCORED, frozenset())


def test_who_they_are_as_people_is_no_fact():
    """Names are known, to know the right one; nothing else about a human being is."""
    every = {field.name for field in fields(NoteFacts)}
    people = {field.name for field in fields(FACTS.sender)}
    assert every == {
        "sender", "recipient", "mutuals", "events", "elsewhere", "earlier", "defaults", "limit",
    }  # fmt: skip
    assert people == {"name", "headline", "schools", "employers", "groups", "skills"}


def test_another_name_of_the_sender_changes_nothing():
    other = facts(sender=replace(FACTS.sender, name="Zbigniew Okafor"))
    assert review(STRONG, other) == review(STRONG, FACTS)
