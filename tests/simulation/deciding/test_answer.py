from math import exp, fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.chance import Luck
from simulation.deciding.answer import Draws, Outcome, decide, refusal_chances
from simulation.deciding.facts import Facts
from simulation.deciding.terms import CONSIDERATIONS
from simulation.deciding.weights import values
from simulation.judgement import Flag
from tests.simulation.strategies import FEW, draws, facts, gains

RANKS = list(Outcome)  # the worst first
MIDDLE = Draws(accept=0.5, kind=0.5, reply=0.5)
BETTER = {
    "mutual": lambda facts: facts.but(tie={"mutual": facts.tie.mutual + 1}),
    "group": lambda facts: facts.but(tie={"groups": facts.tie.groups + 1}),
    "active": lambda facts: facts.but(tie={"active_in_group": True}),
    "honest": lambda facts: facts.but(tie={"claim_is_true": True}),
    "profile": lambda facts: facts.but(
        profile={"completeness": min(1.0, facts.profile.completeness + 0.1)}
    ),
    "avatar": lambda facts: facts.but(profile={"avatar_set": True}),
    "patience": lambda facts: facts.but(history={"pending": 0, "sent_today": 0}),
    "liked": lambda facts: facts.but(engagement={"liked": 0.0}),
    "commented": lambda facts: facts.but(engagement={"commented": 0.0}),
    "replied": lambda facts: facts.but(engagement={"replied": 0.0}),
    "endorsed": lambda facts: facts.but(engagement={"endorsed": 0.0}),
    "followed": lambda facts: facts.but(engagement={"followed": 9.0}),
}
BETTER_NOTES = {
    "quality": lambda facts: facts.but(note={"quality": min(1.0, facts.note.quality + 0.1)}),
    "asks": lambda facts: facts.but(note={"asks": True}),
    "clean": lambda facts: facts.but(note={"flags": frozenset()}),
}
IMPROVEMENTS = {each.name: each.improve for each in CONSIDERATIONS if each.improve}


@FEW
@given(facts, draws, gains)
def test_the_terms_add_up(facts, draws, gain):
    answer = decide(facts, draws, gain)

    assert abs(fsum(answer.terms.values()) - answer.z) <= 1e-9
    assert answer.p == pytest.approx(1 / (1 + exp(-answer.z)), abs=1e-9)
    assert 0 not in answer.terms.values()
    assert answer.terms["base"] == -1.18
    assert sum(answer.refusals.values()) == pytest.approx(1)


@FEW
@given(facts, draws, gains)
def test_the_chance_decides(facts, draws, gain):
    answer = decide(facts, draws, gain)

    assert answer.outcome.is_accepted == (draws.accept < answer.p)
    assert (answer.outcome == Outcome.ACCEPT_AND_REPLY) == (
        draws.accept < answer.p and draws.reply < answer.reply.p
    )


@pytest.mark.parametrize("name", BETTER | IMPROVEMENTS)
@FEW
@given(facts=facts, draws=draws, gain=gains)
def test_doing_better_never_makes_the_outcome_worse(name, facts, draws, gain):
    improve = (BETTER | IMPROVEMENTS)[name]
    before, after = decide(facts, draws, gain), decide(improve(facts), draws, gain)

    if name == "note" and facts.note.is_blank:  # a note of .9 in place of none
        assert after.terms["note"] > 0
    assert after.p >= before.p
    assert after.reply.p >= before.reply.p
    assert RANKS.index(after.outcome) >= RANKS.index(before.outcome)


@pytest.mark.parametrize("name", BETTER_NOTES)
@FEW
@given(facts=facts.filter(lambda facts: not facts.note.is_blank), draws=draws, gain=gains)
def test_a_better_note_never_makes_the_outcome_worse(name, facts, draws, gain):
    before = decide(facts, draws, gain)
    after = decide(BETTER_NOTES[name](facts), draws, gain)

    assert after.p >= before.p
    assert RANKS.index(after.outcome) >= RANKS.index(before.outcome)


@FEW
@given(facts, draws)
def test_the_attempt_keys_the_luck_and_weighs_nothing(facts, draws):
    assert decide(facts.but(history={"attempt": 9}), draws) == decide(facts, draws)


@FEW
@given(facts, facts)
def test_luck_knows_nothing_of_the_facts(one, other):
    luck = Luck(7, 1, "mara-lindqvist")

    assert decide(one, Draws.of(luck)).draws == decide(other, Draws.of(luck)).draws


@FEW
@given(facts, st.sampled_from([values(1)]))
def test_refusals_are_kinder_to_honest_notes_than_to_spoilt_ones(facts, w):
    spam = frozenset({Flag.PITCH, Flag.SPAM_LINK, Flag.DUPLICATE})
    clean = refusal_chances(facts.but(note={"flags": frozenset()}), w)
    spoilt = refusal_chances(facts.but(note={"flags": spam}), w)

    assert spoilt[Outcome.UNKNOWN] > clean[Outcome.UNKNOWN]
    assert spoilt[Outcome.IGNORE] < clean[Outcome.IGNORE]


@pytest.mark.parametrize(
    ("draws", "outcome"),
    [
        (Draws(0.9, 0.0, 0.0), Outcome.UNKNOWN),
        (Draws(0.9, 0.15, 0.0), Outcome.DECLINE),
        (Draws(0.9, 0.9, 0.0), Outcome.IGNORE),
        (Draws(0.0, 0.0, 0.9), Outcome.ACCEPT),
        (Draws(0.0, 0.0, 0.0), Outcome.ACCEPT_AND_REPLY),
    ],
)
def test_each_outcome_can_happen(draws, outcome):
    assert decide(Facts(), draws).outcome == outcome


def test_the_draws_are_streams_of_one_luck():
    luck = Luck(7, 1, "mara-lindqvist", 2)

    assert Draws.of(luck) == Draws(
        *(round(luck.draw(stream), 9) for stream in ("accept", "kind", "reply"))
    )


def test_a_gain_below_one_is_refused():
    with pytest.raises(ValueError, match="enlarges"):
        decide(Facts(), MIDDLE, gain=0.9)


def test_a_version_that_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        decide(Facts(), MIDDLE, version=0)
