"""Who is in a made world and how they are tied, before a word is said."""

from itertools import pairwise

import pytest

from classroom.generating import people as naming
from classroom.generating.dice import Dice
from classroom.generating.people import LEADING, month_of, year_of
from classroom.generating.society import gather
from classroom.generating.ties import Cause, mean_degree


@pytest.fixture(scope="module")
def society():
    return gather(80, 5)


def shape(society):
    """Everything but the names."""
    return (
        [
            (human.level, human.team.trade.name, human.employer.handle, human.school, human.town)
            for human in society.people
        ],
        [(human.sociability, human.is_influencer, human.arrived) for human in society.people],
        society.log,
        society.follows,
        [[human.number for human in group.members] for group in society.groups],
    )


def test_the_same_seed_gives_the_same_people_and_ties():
    assert shape(gather(60, 3)) == shape(gather(60, 3))


def test_another_seed_gives_others():
    assert gather(60, 3).log != gather(60, 4).log


def test_names_say_nothing_about_anybody(monkeypatch):
    """With all names dealt otherwise, everybody is and does the same."""
    before = gather(60, 3)
    monkeypatch.setattr(
        naming, "words", lambda name: {"first": "Ada Ben Cleo Dan Eva", "last": LAST}
    )
    after = gather(60, 3)

    assert {human.name for human in before.people}.isdisjoint(human.name for human in after.people)
    assert shape(after) == shape(before)


LAST = " ".join(f"Name{number}" for number in range(40))


def test_nobody_is_called_like_another(society):
    names = {human.name for human in society.people}
    handles = {human.handle for human in society.people}

    assert len(names) == len(handles) == 80


def test_jobs_follow_each_other_and_come_after_the_studies(society):
    for human in society.people:
        ends = [job.end for job in human.jobs]
        starts = [job.start for job in human.jobs]
        assert ends == [0, *starts[:-1]]
        assert human.graduated > starts[-1]


def test_whoever_moved_within_a_team_got_another_title(society):
    for human in society.people:
        stays = [(job.team, job.title) for job in human.jobs]
        assert all(one != other for one, other in pairwise(stays))


def test_every_team_is_led(society):
    led = {human.team for human in society.people if human.level >= LEADING}

    assert led == {*society.region.teams}


def test_influencers_lead_and_do_not_recruit(society):
    chosen = [human for human in society.people if human.is_influencer]

    assert chosen
    assert all(human.level >= LEADING and not human.is_recruiter for human in chosen)


def test_ties_grow_between_two_who_were_there(society):
    pairs = {frozenset((tie.asker, tie.asked)) for tie in society.log}

    assert len(pairs) == len(society.log)
    assert all(len(pair) == 2 for pair in pairs)
    for tie in society.log:
        assert all(society.people[n].arrived >= tie.ago for n in (tie.asker, tie.asked))


def test_the_log_is_in_order_and_says_why(society):
    moments = [tie.ago for tie in society.log]

    assert moments == sorted(moments, reverse=True)
    assert {tie.cause for tie in society.log} == {*Cause}
    assert all(bool(tie.place) == (tie.cause is Cause.PLACE) for tie in society.log)


def test_a_friend_in_common_was_one_at_that_moment(society):
    friends = {human.number: set() for human in society.people}
    for tie in society.log:
        if tie.cause is Cause.FRIEND:
            assert friends[tie.asker] & friends[tie.asked]
        friends[tie.asker].add(tie.asked)
        friends[tie.asked].add(tie.asker)


def test_nobody_is_alone():
    for seed in range(8):
        small = gather(10, seed)
        assert all(small.connected[human.number] for human in small.people)


def test_one_follows_whom_one_is_not_connected_with(society):
    for follower, followed in society.follows:
        assert follower != followed
        assert followed not in society.connected[follower]


def test_members_were_there_before_they_joined(society):
    assert society.groups
    for group in society.groups:
        for human in group.members:
            joined = human.groups[group.handle]
            assert joined <= group.founded


def test_more_people_know_more():
    degrees = [mean_degree(number) for number in (10, 30, 100, 200, 300, 1000, 1900)]

    assert degrees == sorted(degrees)
    assert degrees[0] < 5


def test_days_become_months_and_years():
    """Worlds start on 4 January 2027."""
    assert month_of(10) == "2026-12"
    assert month_of(365) == "2025-12"
    assert (year_of(10), year_of(370)) == (2026, 2025)


def test_dice_stay_within_their_bounds():
    dice = Dice("bounds")

    assert {dice.whole(2, 4) for _throw in range(100)} == {2, 3, 4}
    assert {dice.weighted("ab", [0, 1]) for _throw in range(20)} == {"b"}
    assert sorted(dice.shuffled(range(9))) == [*range(9)]
    assert len({*dice.some(range(9), 4)}) == 4
