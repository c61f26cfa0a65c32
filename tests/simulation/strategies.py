"""Any facts and any luck, for the rules that must hold for all of them."""

from hypothesis import settings
from hypothesis import strategies as st

from simulation.deciding.answer import Draws
from simulation.deciding.facts import (
    Engagement,
    Facts,
    History,
    Memory,
    Role,
    Showing,
    Tie,
    Traits,
)
from simulation.judgement import Flag, NoteJudgement

FEW = settings(max_examples=60, deadline=None, derandomize=True)

shares = st.integers(0, 1000).map(lambda number: number / 1000)
levels = st.integers(1, 4)
days = st.none() | st.integers(0, 600).map(lambda number: number / 10)
draws = st.builds(
    Draws, *[st.integers(0, 10**9 - 1).map(lambda number: number / 10**9) for _ in range(3)]
)
blank = st.just(NoteJudgement())
written = st.builds(
    NoteJudgement,
    quality=shares,
    is_default=st.booleans(),
    asks=st.booleans(),
    flags=st.frozensets(st.sampled_from(Flag), max_size=4),
)
facts = st.builds(
    Facts,
    traits=st.builds(
        Traits,
        role=st.sampled_from(Role),
        openness=shares,
        busyness=shares,
        selectivity=shares,
        level=levels,
    ),
    tie=st.builds(
        Tie,
        mutual=st.integers(0, 30),
        schools=st.integers(0, 2),
        groups=st.integers(0, 2),
        active_in_group=st.booleans(),
        same_employer=st.booleans(),
        past_employer=st.booleans(),
        same_industry=st.booleans(),
        same_city=st.booleans(),
        claim_is_true=st.booleans(),
    ),
    profile=st.builds(Showing, completeness=shares, avatar_set=st.booleans(), level=levels),
    note=blank | written,
    engagement=st.builds(
        Engagement, liked=days, commented=days, replied=days, endorsed=days, followed=days
    ),
    history=st.builds(
        History,
        declined=st.booleans(),
        withdrawn=st.booleans(),
        pending=st.integers(0, 40),
        sent_today=st.integers(0, 40),
        attempt=st.integers(1, 4),
    ),
    memory=st.builds(Memory, thanked=st.booleans(), pushed=st.booleans()),
    is_weekend=st.booleans(),
)
gains = st.sampled_from([1.0, 1.25, 1.5, 2.0])
