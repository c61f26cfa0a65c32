"""The words of made worlds: every phrase fits into every template that may take it."""

import re
import string

import pytest

from classroom.generating.dice import Dice
from classroom.generating.phrasing import CHOICE, RANGE, say, told, with_article
from classroom.generating.places import Employer, Team
from classroom.generating.trades import for_all, industries, words

TRADES = [*(trade for industry in industries() for trade in industry.trades), for_all()]
CASES = [(trade, case) for trade in TRADES for case in trade.cases]


def named(trade_and_case):
    return f"{trade_and_case[0].name}: {trade_and_case[1].topic}"


def templates():
    for name in ("posts", "comments", "profiles", "talks", "learner", "groups"):
        yield from texts_in(words(name))


def texts_in(said):
    if isinstance(said, str):
        yield said
    else:
        for part in said.values() if isinstance(said, dict) else said:
            yield from texts_in(part)


@pytest.mark.parametrize("trade_and_case", CASES, ids=named)
def test_the_phrases_of_a_case_go_on_where_templates_stop(trade_and_case):
    _trade, case = trade_and_case

    assert case.step.startswith("we ")
    assert case.question.endswith("?")
    assert case.lesson.endswith(".")
    for clause in (case.topic, case.trouble, case.step, case.result):
        assert clause[-1] not in ".?!,;"
        assert clause[0].islower() or clause.startswith(("I ", "<")), clause
    assert all(int(low) < int(high) for low, high in RANGE.findall(case.result))


@pytest.mark.parametrize("trade", TRADES, ids=lambda trade: trade.name)
def test_a_trade_has_all_that_is_asked_of_it(trade):
    assert (len(trade.titles), len(trade.cases)) == (4, 5)
    assert len({*trade.skills}) == 8
    assert trade.tools
    assert f"I {trade.does}"[-1] != "."


def test_no_two_trades_cases_or_employers_are_called_the_same():
    for names in (
        [trade.name for trade in TRADES],
        [case.topic for _trade, case in CASES],
        [name for industry in industries() for name, _says in industry.employers],
    ):
        assert len({*names}) == len(names)


def test_nobody_shouts():
    with_exclamation = [text for text in templates() if "!" in text and not text.startswith("Hi!")]

    assert with_exclamation == []
    assert [case for _trade, case in CASES if "!" in f"{case}"] == []


def test_every_choice_can_be_read():
    """A [ without its ], or with no | in it, would stay in the text."""
    left = [text for text in templates() if set(CHOICE.sub("", text)) & {"[", "]"}]

    assert left == []


def test_what_is_left_out_of_a_template_is_a_word():
    parsed = [part for text in templates() for part in string.Formatter().parse(text)]
    fields = {field for _text, field, _spec, _conversion in parsed} - {None}

    assert [field for field in fields if not re.fullmatch("[A-Z]?[a-z_]+2?", field)] == []


def test_a_capital_begins_a_sentence():
    said = say("{Trouble}. So {trouble}.", {"trouble": "it rained"}, Dice(1))

    assert said == "It rained. So it rained."


def test_one_part_is_chosen():
    said = {say("[one|two] of {n}", {"n": 3}, Dice(seed)) for seed in range(20)}

    assert said == {"one of 3", "two of 3"}


def test_all_of_a_team_tell_the_same_figures():
    trade, case = next((trade, case) for trade, case in CASES if "<" in case.result)
    team = Team(Employer("quay", "Quay", "", "Town", industries()[0]), trade)

    assert told(team, case, Dice(1)) is told(team, case, Dice(2))
    assert "<" not in told(team, case, Dice(1)).result


def test_there_is_only_one_head_of_something():
    assert with_article("ward nurse") == "a ward nurse"
    assert with_article("estimating assistant") == "an estimating assistant"
    assert with_article("head of transport") == "head of transport"
