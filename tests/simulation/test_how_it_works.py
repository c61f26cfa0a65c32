"""The page that prints all rules and weights."""

import re
from statistics import mean

import pytest

from network.models import Rules
from network.rulebook import GRADES, RULEBOOK, limits
from simulation import how_it_works
from simulation.deciding.weights import MODEL_VERSION, VERSIONS
from simulation.living.rates import RATES
from simulation.models import Agenda, Decision
from simulation.sources import SOURCES
from tests.everyone import signed_in
from tests.factories import PersonFactory
from tests.network.views.words import visible
from tests.simulation.moves import days, lucky

RULES = [rule for part in RULEBOOK.values() for rule in part]


@pytest.fixture
def page(mia):
    def ask():
        return signed_in(mia).get("/how-it-works/")

    return ask


def test_every_rule_is_there_once_and_said_with_the_numbers_of_the_world(mia, page):
    Rules.objects.update(reinvite_after_decline_days=9)
    mia.world.refresh_from_db()

    text = visible(page())

    assert "C7 After a decline you may invite again after 9 days." in text
    for rule in RULES:
        assert rule.said(mia.world.rules) in text
    assert len({rule.id for rule in RULES}) == len(RULES) == 36


def test_every_number_of_the_rules_is_in_a_sentence_or_among_the_limits(mia):
    rules = mia.world.rules
    said = {name for rule in RULES for name in rule.fields}
    numbers = {field.name for field in rules._meta.fields if field.help_text}

    assert said <= numbers
    assert len(limits(rules)) == len(numbers - said)


def test_every_weight_and_source_is_printed(page):
    text = visible(page())

    for weight in (*VERSIONS[MODEL_VERSION].values(), *RATES.values()):
        assert str(weight.says) in text
        assert set(weight.sources) <= SOURCES.keys()
    for source in SOURCES.values():
        assert str(source.title) in text
    for grade in GRADES.values():
        assert str(grade) in text


def test_the_parts_hold_every_weight_once():
    parts = how_it_works.parts(MODEL_VERSION)

    assert [number.value for part in parts for number in part.numbers] == [
        weight.value for weight in VERSIONS[MODEL_VERSION].values()
    ]
    assert all(part.numbers for part in parts)


def test_enlarged_effects_are_said(mia, page):
    assert "enlarged for teaching" not in visible(page())
    Agenda.objects.create(world=mia.world, gain=1.5)

    assert "what you control counts 1.5 times" in visible(page())


def test_every_link_on_the_page_leads_somewhere(page):
    html = page().text
    targets = set(re.findall(r'href="#([^"]+)"', html)) - {"main"}

    assert targets - set(re.findall(r'id="([^"]+)"', html)) == set()


def test_one_s_own_figures_stand_beside_the_model_s(monkeypatch, mia, page):
    assert "Your own invitations beside the model" not in visible(page())
    lucky(monkeypatch, "accept")
    for _number in range(3):
        mia.invite(PersonFactory(world=mia.world), "unknown")
    days(mia.world, 22)

    (own,) = how_it_works.own_figures(mia)

    assert (own.many, own.accepted, str(own.title)) == (3, 3, "Strangers")
    assert own.expected == round(100 * mean(Decision.objects.values_list("p", flat=True)))
    assert 1 < own.expected < 60
    said = f"How many 3 Chance by the model, of 100 {own.expected} Accepted 3"
    assert f"Strangers {said}" in visible(page())
