"""Scenario files: from bytes to a checked description of a world, or to what is wrong with them.

The format is described in docs/scenario-format.md.
"""

from .nodes import MOST_BYTES, parse
from .problems import InvalidScenario, Problem, Report
from .profiles import check_profiles
from .schema import read_scenario
from .ties import check_ties

__all__ = ["MOST_BYTES", "InvalidScenario", "Problem", "read"]


def read(data):
    """The Scenario in `data` (bytes). Raises InvalidScenario with all that is wrong."""
    report = Report()
    scenario = read_scenario(parse(data, report), report)
    check_profiles(scenario, report)
    check_ties(scenario, report)
    report.check()
    return scenario
