"""Scenario files: from bytes to a checked description of a world, or to what is wrong with them.

The format is described in docs/scenario-format.md.
"""

from .giving import check_giving
from .groups import check_groups
from .nodes import AT_HAND, UPLOADED, parse
from .posts import check_posts
from .problems import InvalidScenario, Problem, Report
from .profiles import check_profiles
from .schema import read_scenario
from .talks import check_talks
from .ties import check_ties

__all__ = ["AT_HAND", "InvalidScenario", "Problem", "read"]


def read(data, limits=UPLOADED):
    """The Scenario in `data` (bytes). Raises InvalidScenario with all that is wrong."""
    report = Report()
    scenario = read_scenario(parse(data, report, limits), report)
    check_profiles(scenario, report)
    standing = check_ties(scenario, report)
    groups = check_groups(scenario, standing.cast, report)
    check_posts(scenario, standing, groups, report)
    check_giving(scenario, standing, report)
    check_talks(scenario, standing, report)
    report.check()
    return scenario
