from dataclasses import replace
from math import log

import pytest

from simulation.deciding.considerations import affinities, engagements
from simulation.deciding.facts import Engagement, Facts, History, Role, Showing, Tie, Traits
from simulation.deciding.terms import CONSIDERATIONS, REPLY_CONSIDERATIONS, weigh
from simulation.deciding.weights import MODEL_VERSION, VERSIONS, values
from simulation.judgement import Flag, NoteJudgement
from simulation.sources import GRADES, SOURCES

W = values(MODEL_VERSION)
# Facts of which hardly any term is made: role, dispositions and profile lie in the middle.
PLAIN = Facts(traits=Traits(selectivity=0.0), profile=Showing(completeness=0.6, avatar_set=True))
EVERYTHING_SHARED = Tie(
    mutual=0,
    schools=1,
    groups=1,
    active_in_group=True,
    same_employer=True,
    past_employer=True,
    same_industry=True,
    same_city=True,
)


def terms(facts, gain=1.0):
    return weigh(CONSIDERATIONS, facts, W, gain)


def test_a_plain_stranger():
    assert terms(PLAIN) == {"base": -1.18, "role": 0.25, "avatar": 0.2}


@pytest.mark.parametrize(
    ("change", "name", "value"),
    [
        ({"traits": {"role": Role.INFLUENCER}}, "role", -1.6),
        ({"traits": {"openness": 1.0}}, "openness", 0.6),
        ({"traits": {"busyness": 1.0}}, "busyness", -1.0),
        ({"traits": {"level": 4}}, "gap", -0.6),
        ({"traits": {"selectivity": 1.0}}, "selectivity", -1.1),
        ({"is_weekend": True}, "weekend", -0.06),
        ({"tie": {"mutual": 1}}, "mutual", 0.85 * log(2)),
        ({"tie": {"mutual": 500}}, "mutual", 0.85 * log(13)),
        ({"tie": {"schools": 2}}, "school", 0.7),
        ({"tie": {"groups": 1}}, "group", 0.4),
        ({"tie": {"groups": 1, "active_in_group": True}}, "active", 0.3),
        ({"tie": {"same_employer": True}}, "employer", 0.8),
        ({"tie": {"past_employer": True}}, "past_employer", 0.5),
        ({"tie": {"same_industry": True}}, "industry", 0.3),
        ({"tie": {"same_city": True}}, "city", 0.1),
        ({"tie": {"claim_is_true": False}}, "false_claim", -0.8),
        ({"profile": {"completeness": 1.0}}, "profile", 0.44),
        ({"profile": {"avatar_set": False}}, "avatar", -0.2),
        ({"note": {"quality": 0.9}}, "note", 0.88),
        ({"note": {"quality": 0.0}}, "note", -0.56),
        ({"note": {"quality": 0.14, "is_default": True}}, "note", -0.2),
        ({"history": {"pending": 16}}, "flood", -0.6),
        ({"history": {"sent_today": 21}}, "flood", -0.6),
        ({"history": {"declined": True}}, "declined", -0.8),
        ({"history": {"withdrawn": True}}, "withdrawn", -0.15),
        ({"engagement": {"commented": 0.0}}, "commented", 0.55),
        ({"engagement": {"commented": 14.0}}, "commented", 0.275),
        ({"engagement": {"replied": 28.0}}, "replied", 0.125),
        ({"engagement": {"endorsed": 0.0}}, "endorsed", 0.25),
        ({"engagement": {"liked": 0.0}}, "liked", 0.15),
        ({"engagement": {"followed": 40.0}}, "followed", 0.2),
        ({"memory": {"thanked": True}}, "thanked", 0.3),
        ({"memory": {"pushed": True}}, "pushed", -0.5),
    ],
)
def test_one_thing_changed_changes_one_term(change, name, value):
    before, after = terms(PLAIN), terms(PLAIN.but(**change))

    assert after[name] == pytest.approx(value, abs=1e-9)
    same = {"active": {"group"}}.get(name, set()) | {name}
    assert {each for each in before | after if before.get(each) != after.get(each)} == same


@pytest.mark.parametrize(
    "change",
    [
        {"traits": {"level": 2}},
        {"tie": {"active_in_group": True}},  # without a group of both
        {"note": {"quality": 0.35}},
        {"history": {"pending": 15, "sent_today": 20, "attempt": 3}},
        {"engagement": {"followed": 1.9}},
    ],
)
def test_what_weighs_nothing_is_not_stored(change):
    assert terms(PLAIN.but(**change)) == terms(PLAIN)


def test_the_first_version_remembers_nothing():
    facts = PLAIN.but(memory={"thanked": True, "pushed": True})

    first = values(1)
    assert weigh(CONSIDERATIONS, facts, first) == weigh(CONSIDERATIONS, PLAIN, first)
    assert {name: weight.value for name, weight in VERSIONS[2].items() if name not in first} == {
        "thanked": 0.3,
        "pushed": -0.5,
    }
    assert {name: VERSIONS[2][name] for name in VERSIONS[1]} == VERSIONS[1]


@pytest.mark.parametrize("flag", Flag)
def test_every_flag_costs(flag):
    flagged = PLAIN.but(note={"quality": 0.35, "flags": frozenset({flag})})

    assert terms(flagged).get(flag, 0) < 0


def test_a_false_claim_costs_once():
    twice = PLAIN.but(note={"flags": frozenset({Flag.FALSE_CLAIM})}, tie={"claim_is_true": False})

    assert terms(twice)["false_claim"] == -0.8


def test_what_two_share_is_capped_and_what_the_learner_did_counts_first():
    assert affinities(replace(PLAIN, tie=EVERYTHING_SHARED), W) == {
        "group": 0.4,
        "active": 0.3,
        "employer": 0.8,
        "school": 0.0,
        "past_employer": 0.0,
        "industry": 0.0,
        "city": 0.0,
    }


def test_what_came_before_is_capped():
    everything = Engagement(liked=0.0, commented=0.0, replied=0.0, endorsed=0.0, followed=3.0)

    assert engagements(replace(PLAIN, engagement=everything), W) == {
        "commented": 0.55,
        "replied": 0.5,
        "endorsed": 0.05,
        "followed": 0.0,
        "liked": 0.0,
    }


def test_selectivity_bites_only_those_who_share_little():
    selective = PLAIN.but(traits={"selectivity": 1.0})

    assert terms(selective.but(tie={"same_industry": True}))["selectivity"] == pytest.approx(-0.88)
    assert "selectivity" not in terms(replace(selective, tie=EVERYTHING_SHARED))


def test_the_gain_enlarges_what_learners_control_and_nothing_else():
    facts = Facts(
        traits=Traits(role=Role.SENIOR_LEADER, openness=0.2, busyness=0.9, level=4),
        tie=Tie(mutual=2, schools=1, groups=1, claim_is_true=False),
        note=NoteJudgement(quality=0.7),
        engagement=Engagement(liked=3.0),
        history=History(declined=True, pending=40),
        is_weekend=True,
    )
    controllable = {each.name for each in CONSIDERATIONS if each.controllable}
    plain, enlarged = terms(facts), terms(facts, gain=1.5)

    assert plain.keys() == enlarged.keys()
    assert {name for name in plain if enlarged[name] != plain[name]} == controllable & plain.keys()
    assert enlarged["note"] == pytest.approx(1.5 * plain["note"])


def test_the_tables_are_whole():
    both = [*CONSIDERATIONS, *REPLY_CONSIDERATIONS]

    assert len({each.name for each in both}) == len(both)
    assert all(each.title for each in both)
    assert [each.name for each in both if bool(each.improve) != bool(each.change)] == []
    unsaid = [each for each in CONSIDERATIONS if each.controllable and not each.is_penalty]
    assert [each.name for each in unsaid if not each.helped] == []


@pytest.mark.parametrize("version", VERSIONS)
def test_every_weight_cites_evidence_that_exists(version):
    weights = VERSIONS[version].values()

    assert [weight for weight in weights if not weight.sources or not weight.says] == []
    assert {source for weight in weights for source in weight.sources} <= SOURCES.keys()


def test_every_consideration_has_a_weight_of_its_own():
    named = {each.name for each in CONSIDERATIONS} | {each.name for each in REPLY_CONSIDERATIONS}
    weighed = {name.split(".")[0] for name in W} | {name for name in W if name.startswith("reply.")}

    assert named - weighed == set()


def test_every_source_is_graded_and_can_be_found():
    assert {source.grade for source in SOURCES.values()} <= GRADES.keys()
    assert [name for name, source in SOURCES.items() if not source.url] == ["judgement"]
