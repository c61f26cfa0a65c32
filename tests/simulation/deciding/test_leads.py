from dataclasses import replace

import pytest

from simulation.deciding.leads import (
    RECRUITER_WEIGHTS,
    Candidate,
    is_contacted,
    is_visited,
    lead_hazard,
    recruiter_score,
    recruiter_terms,
    searches,
)
from simulation.sources import SOURCES

BEST = Candidate(completeness=1.0, match=1.0, degree=1, activity=1.0)


def test_the_score_is_the_sum_of_its_terms():
    assert recruiter_terms(replace(BEST, degree=2)) == {
        "completeness": 0.35,
        "match": 0.30,
        "closeness": 0.12,
        "activity": 0.15,
    }
    assert recruiter_score(replace(BEST, degree=2)) == 0.92


@pytest.mark.parametrize(("degree", "score"), [(1, 1.0), (2, 0.92), (3, 0.84), (None, 0.84)])
def test_who_is_near_is_found_first(degree, score):
    assert recruiter_score(replace(BEST, degree=degree)) == score


@pytest.mark.parametrize("field", ["completeness", "match", "activity"])
def test_every_part_counts(field):
    assert recruiter_score(replace(BEST, **{field: 0.5})) < 1


def test_a_visit_needs_a_good_score_and_a_draw_and_a_contact_a_better_score():
    assert [is_visited(score) for score in (0.61, 0.62)] == [False, True]
    assert [searches(u) for u in (0.24, 0.25)] == [True, False]
    assert [is_contacted(score) for score in (0.69, 0.70)] == [False, True]


def test_job_leads_come_from_a_middle_distance():
    found = [round(lead_hazard(mutual, fit=1.0), 2) for mutual in (0, 3, 10, 20, 50)]

    assert found == [0.23, 0.69, 1.0, 0.77, 0.12]


def test_leads_grow_with_fit_and_rate_and_are_fewer_outside_digital_industries():
    assert lead_hazard(10, fit=0.5, rate=0.1) == pytest.approx(0.05)
    assert lead_hazard(10, fit=1.0, is_digital=False) == 0.5


def test_recruiters_weights_cite_evidence_that_exists():
    cited = {source for weight in RECRUITER_WEIGHTS.values() for source in weight.sources}

    assert cited <= SOURCES.keys()
    assert sum(weight.value for weight in RECRUITER_WEIGHTS.values()) == 1
