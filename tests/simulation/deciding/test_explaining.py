from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given

from simulation.deciding import explaining
from simulation.deciding.answer import Draws, Logit, Outcome, decide
from simulation.deciding.explaining import (
    Bar,
    bars,
    chance_in_words,
    changes,
    evidence,
    explain,
    gain_in_words,
    what_if,
)
from simulation.deciding.facts import Engagement, Facts, Role, Showing, Tie, Traits
from simulation.deciding.terms import BY_NAME
from simulation.deciding.weights import MODEL_VERSION
from simulation.judgement import Flag, NoteJudgement
from simulation.sources import SOURCES
from simulation.storing import restored, stored
from tests.simulation.strategies import FEW, draws, facts, gains

MIDDLE = Draws(accept=0.5, kind=0.9, reply=0.5)
SHOWING = Showing(completeness=0.7, avatar_set=True)
STRANGER = Facts(traits=Traits(role=Role.HIRING_MANAGER, busyness=0.8, level=3), profile=SHOWING)


def explained(facts, draws=MIDDLE):
    return explain(facts, decide(facts, draws))


@FEW
@given(facts, draws, gains)
def test_every_reason_is_a_stored_term(facts, draws, gain):
    answer = decide(facts, draws, gain)
    found = explain(facts, answer)

    for reason in filter(None, [*found.helped, found.beyond]):
        assert answer.terms[reason.name] == reason.value != 0
        assert reason.words
        assert set(reason.evidence) <= SOURCES.keys()
    assert all(reason.value > 0 for reason in found.helped)
    values = [reason.value for reason in found.helped]
    assert values == sorted(values, reverse=True)
    assert len(values) <= 3
    assert found.beyond is None or found.beyond.value < 0


@FEW
@given(facts, draws, gains)
def test_every_change_gains_what_the_what_if_shows(facts, draws, gain):
    answer = decide(facts, draws, gain)

    for change in explain(facts, answer).changes:
        better = decide(BY_NAME[change.name].improve(facts), draws, gain)
        assert change.p == better.p > answer.p
        assert change.words


@FEW
@given(facts, draws, gains)
def test_a_what_if_without_a_change_is_the_answer(facts, draws, gain):
    answer = decide(facts, draws, gain)

    assert what_if(facts, answer) == answer
    assert what_if(restored(Facts, stored(facts)), answer) == answer


@FEW
@given(facts, draws, gains)
def test_penalties_come_before_gains(facts, draws, gain):
    found = changes(facts, decide(facts, draws, gain))
    penalties = [change for change in found if change.is_penalty]
    others = [change for change in found if not change.is_penalty]

    assert found == penalties + others
    for ranked in (penalties, others):
        assert [change.p for change in ranked] == sorted(
            (change.p for change in ranked), reverse=True
        )


def test_a_blank_invitation_to_a_busy_manager():
    found = explained(STRANGER)

    assert found.chance == "about 1 in 10"
    assert [reason.words for reason in found.helped] == [
        "You chose a face for your profile.",
        "Your profile says much about you.",
    ]
    assert [change.words for change in found.changes] == [
        "Take part in a group where they are",
        "Write a note for them: what you share, who you are and why you write",
    ]
    assert found.changes[0].gain == "about 2 in 10 instead of 1"
    assert found.beyond.words == "They are very busy."
    assert found.luck == (
        "Most requests like this one are not accepted. A change helps more than a repeat."
    )


def test_what_spoils_a_note_is_advised_first():
    pitch = NoteJudgement(quality=0.3, flags=frozenset({Flag.PITCH, Flag.WRONG_NAME}))

    found = explained(replace(STRANGER, note=pitch))

    assert [change.name for change in found.changes] == ["pitch", "wrong_name"]


def helped(**facts):
    return [reason.name for reason in explained(Facts(**facts)).helped]


def test_a_shared_school_helped_where_nothing_else_did():
    found = explained(Facts(tie=Tie(schools=1), profile=Showing(completeness=0.1)))

    assert [reason.words for reason in found.helped] == ["You studied at the same school."]


def test_up_to_three_that_helped_are_named_by_weight():
    shared = Tie(mutual=2, schools=1, same_industry=True, same_city=True)

    assert helped(tie=shared) == ["mutual", "school", "industry"]
    assert helped(tie=Tie(schools=1, same_industry=True)) == ["school", "industry"]


def test_what_helped_next_to_nothing_is_named_only_where_nothing_else_did():
    faded = Engagement(liked=40.0)

    assert helped(engagement=faded) == ["liked"]
    assert helped(engagement=faded, tie=Tie(schools=1)) == ["school"]
    assert helped() == []


def test_nothing_is_advised_when_all_is_done():
    best = Facts(
        tie=Tie(mutual=40, groups=1, active_in_group=True),
        profile=Showing(completeness=1.0, avatar_set=True),
        note=NoteJudgement(quality=0.9),
    ).but(engagement={"commented": 0.0})

    assert explained(best).changes == []


@pytest.mark.parametrize(("p", "is_said"), [(0.0411, False), (0.047, True)])
def test_a_gain_that_rounding_hides_is_not_advised(monkeypatch, p, is_said):
    better = SimpleNamespace(p=p)
    monkeypatch.setattr(explaining, "_again", lambda facts, answer: better)
    answer = SimpleNamespace(p=0.036, version=MODEL_VERSION)
    assert bool(changes(STRANGER, answer)) == is_said


def test_nothing_out_of_hand_is_named_where_nothing_was():
    assert explained(Facts()).beyond is None


@pytest.mark.parametrize(("value", "is_named"), [(-0.09, False), (-0.1, True)])
def test_what_weighed_next_to_nothing_is_not_named(value, is_named):
    answer = SimpleNamespace(terms={"busyness": value}, version=MODEL_VERSION)
    assert bool(explaining._not_in_your_hands(answer)) == is_named


def test_a_what_if_keeps_luck_gain_and_version():
    answer = decide(STRANGER, MIDDLE, gain=1.5)
    better = what_if(STRANGER, answer, note={"quality": 0.9}, tie={"mutual": 3})

    assert better.p > answer.p
    assert (better.draws, better.gain, better.version) == (MIDDLE, 1.5, MODEL_VERSION)


def test_bars_stand_side_by_side():
    before = decide(Facts(profile=SHOWING), MIDDLE)
    after = decide(Facts(profile=SHOWING, tie=Tie(same_city=True)), MIDDLE)

    found = {bar.name: bar for bar in bars(before, after)}

    assert found["city"] == Bar("city", "The same city", 0.0, 0.1)
    assert found["base"] == Bar("base", "Where everybody starts", -1.18, -1.18)
    assert list(found) == ["base", "role", "city", "selectivity", "profile", "avatar"]


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (0.0, "fewer than 1 in 10"),
        (0.049, "fewer than 1 in 10"),
        (0.05, "about 1 in 10"),
        (0.25, "about 3 in 10"),
        (0.449, "about 4 in 10"),
        (0.949, "about 9 in 10"),
        (0.95, "more than 9 in 10"),
    ],
)
def test_chances_in_words(p, words):
    assert chance_in_words(p) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (0.21, 0.49, "about 5 in 10 instead of 2"),
        (0.21, 0.24, "about 24 in 100 instead of 21"),
        (0.02, 0.11, "about 11 in 100 instead of 2"),
        (0.91, 0.97, "about 97 in 100 instead of 91"),
        (0.52, 0.21, "about 2 in 10 instead of 5"),
        (0.23, 0.02, "about 2 in 100 instead of 23"),
    ],
)
def test_gains_in_words(before, after, words):
    assert gain_in_words(before, after) == words


@pytest.mark.parametrize(
    ("outcome", "z", "words"),
    [
        (Outcome.ACCEPT, 1.0, "The chances were good, and it was accepted."),
        (Outcome.IGNORE, 1.0, "The chances were good, and luck was not: ask others as well."),
        (Outcome.ACCEPT, 0.0, "It could have gone either way, and it went well."),
        (
            Outcome.DECLINE,
            0.0,
            "It could have gone either way. No answer, or a no, is normal here.",
        ),
        (
            Outcome.ACCEPT_AND_REPLY,
            -2.0,
            "You were lucky this time. Most requests like this one are not accepted.",
        ),
        (
            Outcome.UNKNOWN,
            -2.0,
            "Most requests like this one are not accepted. A change helps more than a repeat.",
        ),
    ],
)
def test_skill_is_told_from_luck(outcome, z, words):
    answer = replace(decide(STRANGER, MIDDLE), outcome=outcome, acceptance=Logit({"base": z}))

    written = replace(STRANGER, note=NoteJudgement(quality=0.6))
    assert explain(written, answer).luck == words


GOOD_TIE = {"tie": Tie(mutual=12, schools=1), "profile": Showing(1.0, avatar_set=True)}
NOTES = {
    "none": NoteJudgement(),
    "default": NoteJudgement(quality=0.14, is_default=True),
    "rude": NoteJudgement(quality=0.4, flags=frozenset({Flag.RUDE})),
    "own": NoteJudgement(quality=0.8),
}


@pytest.mark.parametrize("accept", [0.0, 0.999])
@pytest.mark.parametrize(("note", "is_praised"), [(note, note == "own") for note in NOTES])
def test_a_good_chance_is_no_praise_of_what_one_did_not_write(accept, note, is_praised):
    facts, draws = Facts(note=NOTES[note], **GOOD_TIE), Draws(accept, 0.9, 0.9)
    answer = decide(facts, draws)
    found = explain(facts, answer)

    assert answer.p >= explaining.GOOD
    assert found.luck.startswith("The chances were good, and") == is_praised
    assert ("Keep asking like this" in found.unchanged) == is_praised


def test_what_spoilt_a_request_is_nothing_to_go_on_with():
    found = explained(Facts(note=NOTES["rude"], **GOOD_TIE), Draws(0.0, 0.9, 0.9))
    assert found.unchanged.endswith("With most others, what spoilt it costs more.")


def test_how_many_were_open_is_said_plainly():
    many = STRANGER.but(history={"pending": 18, "sent_today": 4})

    [change] = [each for each in explained(many).changes if each.name == "flood"]

    assert change.words == (
        "Keep fewer invitations open at once, and withdraw old ones. It counts those that were "
        "still open when they decided (18; more than 15 are too many) and those that you sent "
        "within a day (4; more than 20 are too many)"
    )


def test_the_evidence_of_a_term_is_that_of_its_weights():
    assert evidence("mutual", MODEL_VERSION) == ("socialbots",)
    assert evidence("note", MODEL_VERSION) == (
        "tailored_note",
        "note_or_blank",
        "favours",
        "bulk_messages",
    )
