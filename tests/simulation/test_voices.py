"""What personas say of their answers: a stored reason, neutral words, for each reason and role."""

import pytest

from simulation import voices
from simulation.deciding.answer import Draws, decide
from simulation.deciding.explaining import GOOD
from simulation.deciding.facts import Engagement, Facts, Role, Showing, Tie, Traits
from simulation.deciding.terms import CONSIDERATIONS
from simulation.judgement import Flag, NoteJudgement

YES, NO = Draws(0.0, 0.0, 0.999), Draws(0.999, 0.999, 0.999)
BUSY = Traits(busyness=0.9, openness=0.2, role=Role.SENIOR_LEADER, level=4)


def reason(draws, **facts):
    return voices.reason_for(decide(Facts(**facts), draws), good=GOOD)


def test_whatever_can_speak_for_or_against_has_words():
    names = {each.name for each in CONSIDERATIONS}
    unsaid = {"base", "weekend"}
    only_for = {"mutual", "group", "active", "employer", "school", "past_employer", "industry"}
    only_for |= {"city", "commented", "replied", "endorsed", "followed", "liked", "thanked"}

    assert set(voices.WHY_NOT) == names - unsaid - only_for | {voices.LUCK, voices.LATE}
    assert set(voices.WHY) == only_for | {"profile", "avatar", "note", voices.NOTHING}


@pytest.mark.parametrize("accepted", [True, False])
def test_each_reason_and_role_has_a_text_of_its_own_kind(accepted):
    reasons = voices.WHY if accepted else voices.WHY_NOT
    for why in reasons:
        for role in Role:
            text = voices.voice(why, role, accepted=accepted)
            assert text == voices.voice(why, role, accepted=accepted)
            assert "!" not in text
            assert "%" not in text


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"note": NoteJudgement(0.1, flags=frozenset({Flag.PITCH})), "traits": BUSY}, "pitch"),
        ({"note": NoteJudgement(0.0)}, "profile"),
        ({"note": NoteJudgement(0.0), "profile": Showing(1.0, avatar_set=True)}, "note"),
        ({"profile": Showing(1.0, avatar_set=True)}, "selectivity"),
        ({"profile": Showing(1.0, avatar_set=True), "traits": BUSY}, "busyness"),
    ],
)
def test_a_no_names_what_spoilt_it_or_else_what_weighed_most(facts, named):
    assert reason(NO, **facts) == named


def test_a_good_request_that_was_refused_was_bad_luck():
    assert reason(NO, tie=Tie(mutual=12), profile=Showing(1.0, avatar_set=True)) == voices.LUCK


def test_a_yes_names_what_the_learner_did_before_what_was_there():
    done = {"engagement": Engagement(commented=1.0), "tie": Tie(schools=1)}

    assert reason(YES, **done) == "commented"
    assert reason(YES, tie=Tie(schools=1)) == "school"
    assert reason(YES) == voices.NOTHING


@pytest.mark.parametrize("draws", [YES, NO])
def test_i4_what_is_named_is_a_stored_term(draws):
    for mutual in range(3):
        for quality in (None, 0.1, 0.9):
            facts = Facts(tie=Tie(mutual=mutual), note=NoteJudgement(quality), traits=BUSY)
            answer = decide(facts, draws)
            named = voices.reason_for(answer, good=GOOD)
            assert answer.terms.get(named) or named in (voices.LUCK, voices.NOTHING)
