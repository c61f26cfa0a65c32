import pytest

from simulation.coaching.checklist import Help, checklist, help_after


@pytest.mark.parametrize(
    ("qualities", "expected"),
    [
        ([], Help.FULL),
        ([0.9], Help.FULL),
        ([0.7, 0.7], Help.HINTS),
        ([0.9, 0.5, 0.9], Help.FULL),
        ([0.9, 0.9, 0.9], Help.HINTS),
        ([0.9] * 4, Help.NONE),
        ([0.9] * 9, Help.NONE),
        ([0.9] * 4 + [0.3], Help.NONE),
        ([0.9] * 4 + [0.3, 0.4, 0.3], Help.NONE),
        ([0.9] * 4 + [0.3, 0.3], Help.HINTS),
        ([0.9] * 4 + [0.3] * 4, Help.FULL),
        ([0.1] * 5, Help.FULL),
    ],
)
def test_help_fades_with_good_notes_and_comes_back_with_poor_ones(qualities, expected):
    assert help_after(qualities) == expected


def test_it_fades_from_a_whole_list_to_three_hints_to_nothing():
    assert [len(checklist([0.9] * notes)) for notes in (0, 2, 4)] == [8, 3, 0]
