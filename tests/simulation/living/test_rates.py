"""The numbers of living: each in words, with sources that are known, and used somewhere."""

import pytest

from simulation.deciding.facts import Role
from simulation.living import rates
from simulation.sources import SOURCES


@pytest.mark.parametrize(("name", "weight"), rates.RATES.items())
def test_a_rate_says_what_it_is_and_what_it_rests_on(name, weight):
    assert str(weight.says)
    assert weight.sources
    assert set(weight.sources) <= set(SOURCES)


def test_every_role_has_its_rates():
    for role in Role:
        assert 0 <= rates.rate(f"follow.{role}") <= rates.rate("follow.peer")
        assert rates.rate(f"post.{role}") > 0
