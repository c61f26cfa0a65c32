from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from simulation.validation import personas
from simulation.validation.checks import Check


@pytest.fixture
def measured(monkeypatch):
    """The command with these checks in place of the real ones; what it writes and its exit."""

    def run(*checks):
        monkeypatch.setattr(personas, "checks", lambda short: checks)
        out, err = StringIO(), StringIO()
        try:
            call_command("validate", "personas", stdout=out, stderr=err)
        except SystemExit as exit:
            return out.getvalue(), err.getvalue(), exit.code
        return out.getvalue(), err.getvalue(), 0

    return run


@pytest.mark.slow
def test_the_personas_behave_as_the_evidence_says():
    out = StringIO()

    call_command("validate", "personas", "--short", stdout=out)

    assert "33 checks, none missed" in out.getvalue()
    assert {f"B{n}" for n in range(1, 15)} <= set(out.getvalue().split())


@pytest.mark.slow
def test_good_practice_pays_and_tricks_do_not():
    out = StringIO()

    call_command("validate", "policies", "--short", stdout=out)

    assert "5 checks, none missed" in out.getvalue()


def test_a_band_that_holds(measured):
    assert measured(Check("B1", "strangers", 0.2, 0.3, 0.25)) == (
        "id  target     band       measured  verdict\n"
        "B1  strangers  0.2 – 0.3  0.25      ok\n"
        "1 checks, none missed\n",
        "",
        0,
    )


def test_a_missed_band_is_named_and_fails(measured):
    out, err, code = measured(
        Check("B1", "strangers", 0.2, 0.3, 0.31), Check("B2", "friends", 3, float("inf"), 3)
    )

    assert "B1  strangers  0.2 – 0.3  0.31      MISSED" in out
    assert "B2  friends    ≥ 3        3         ok" in out
    assert (err, code) == ("1 of 2 missed: B1\n", 1)


def test_only_what_exists_can_be_validated():
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("validate", "population")
