"""What stands where an employer stands, and whether people can be colleagues there. Pure.

Two who name the same company worked at the same place, whether it has a page here or not. Two who
work for themselves share a word.
"""

_SAID = (
    # by those who work for themselves
    "self employed",
    "self employment",
    "freelance",
    "freelancer",
    "freelancing",
    "independent",
    "independent contractor",
    "independent consultant",
    "contractor",
    "own business",
    "my own business",
    "own company",
    "my own company",
    "myself",
    # by those who do not work
    "unemployed",
    "not employed",
    "not working",
    "between jobs",
    "looking for work",
    "job seeker",
    "career break",
    "retired",
    "student",
    "home",
    # by those who name nobody
    "various",
    "various companies",
    "various employers",
    "various clients",
    "several",
    "several companies",
    "several employers",
    "multiple",
    "multiple companies",
    "confidential",
    "confidential company",
    "undisclosed",
    "anonymous",
    "private",
    "stealth",
    "stealth startup",
    "unknown",
    "other",
    "none",
    "nothing",
    "no employer",
    "not applicable",
    "na",
    "n/a",
    "n.a.",
    "tba",
    "tbd",
    ".",
    "...",
    "?",
    "-",
    "--",
    "---",
)
# Folded, as `folding.Fold` does it; "self-employed", "self employed" and "selfemployed" are one.
NO_PLACES = frozenset(said.replace(" ", gap) for said in _SAID for gap in (" ", "-", ""))


def is_place(name, employer=None):
    """Whether a folded name is one of a place of work; an employer with a page here is one."""
    return employer is not None or name not in NO_PLACES
