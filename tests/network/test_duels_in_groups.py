"""R-27, R-28 and more: two acts in one group in the same instant; nobody gets an error page."""

from copy import copy

import pytest

from network.models import Community, Event, Membership, Person, Post, group_lock
from tests.factories import PersonFactory, cast, found, set_rules
from tests.network.duels import ROUNDS, Arena
from tests.planner import broken

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.exhaustive]


@pytest.fixture
def people():
    return cast("mia", "omar", "noor")


def fight(given, acts, rounds=ROUNDS):
    """The words of both answers to `acts(it)`, each with what `it` holds and stands for then."""
    with Arena(2) as arena:
        for number in range(rounds):
            it = given(number)
            delays = [(0, 0), (0.002, 0), (0, 0.002)][number % 3]
            words = tuple(answer.word for answer in arena.at_once(acts(it), delays))
            yield words, it
    assert broken() == []


def outcomes(fought, ends):
    """Each outcome that came up, with how it ended: `ends(it)`."""
    return {(words, ends(it)) for words, it in fought}


def standing_in(group, *people):
    seats = dict(group.memberships.values_list("person__handle", "standing"))
    return tuple(seats.get(person.handle) for person in people)


def test_joining_twice_is_joining_once(people):
    mia, omar, _ = people
    set_rules(mia.world, group_limit=ROUNDS + 1)

    fought = fight(
        lambda number: found(mia, f"Group {number}"),
        lambda group: [lambda: group.join(omar)] * 2,
    )

    assert outcomes(fought, lambda it: standing_in(it, omar)) == {(("done", "done"), ("member",))}
    assert Event.objects.filter(verb="entered").count() == ROUNDS


def at_the_limit(number, mia, omar):
    """Two groups that Omar may join one of."""
    groups = [found(PersonFactory(world=mia.world), f"{name} {number}") for name in ("A", "B")]
    set_rules(mia.world, group_limit=number + 1)
    return groups


def ways_in(omar, groups):
    # Each tab has read the world's rules for itself.
    return [lambda group=group: group.join(copy(omar)) for group in groups]


def test_joining_at_the_limit_from_two_tabs_joins_one(people):
    mia, omar, _ = people
    fought = fight(lambda n: at_the_limit(n, mia, omar), lambda groups: ways_in(omar, groups))

    assert {frozenset(words) for words, _ in fought} == {frozenset({"done", "TooManyGroups"})}
    assert omar.memberships.count() == ROUNDS


def test_without_the_lock_of_ones_own_row_the_limit_breaks(people, monkeypatch):
    """The proof that the duel above would notice."""
    mia, omar, _ = people

    def unlocked(pks):
        return Person.objects.select_related("world__rules").in_bulk(pks)

    monkeypatch.setattr(group_lock, "_lock_people", unlocked)
    with Arena(2) as arena:
        for number in range(ROUNDS):
            groups = at_the_limit(number, mia, omar)
            words = {answer.word for answer in arena.at_once(ways_in(omar, groups))}
            if words == {"done"}:
                break
        else:
            pytest.fail("nothing went wrong")
    set_rules(mia.world, group_limit=100)


def test_leaving_while_posting(people):
    """Posted as a member, or refused: never by somebody who had left."""
    mia, omar, _ = people
    group = found(mia, "Quay")

    def given(number):
        group.join(omar)
        Post.objects.filter(author=omar).delete()
        return group

    fought = fight(
        given,
        lambda it: [
            lambda: Post.objects.publish_in(it, omar, "Ahoy"),
            lambda: it.leave(omar),
        ],
    )

    ends = outcomes(fought, lambda it: it.posts.count())
    assert ends == {(("done", "done"), 1), (("NotAMember", "done"), 0)}


def test_leaving_as_the_last_while_posting(people):
    """The author is in another tab of the one who leaves: the group closes with all in it."""
    mia, _, _ = people

    fought = fight(
        lambda number: found(mia, f"Quay {number}"),
        lambda it: [lambda: Post.objects.publish_in(it, mia, "Ahoy"), lambda: it.leave(mia)],
    )

    assert {words for words, _ in fought} == {("done", "done"), ("GroupGone", "done")}
    assert not Community.objects.exists()
    assert not Post.objects.exists()


def two_moderators(number, mia, omar, *members):
    group = found(mia, f"Quay {number}")
    for who in (omar, *members):
        group.join(who)
    group.appoint(mia, omar)
    return group


def test_r27_both_moderators_leave_and_somebody_moderates(people):
    mia, omar, noor = people
    set_rules(mia.world, group_limit=ROUNDS + 1)
    fought = fight(
        lambda number: two_moderators(number, mia, omar, noor),
        lambda it: [lambda: it.leave(mia), lambda: it.leave(omar)],
    )

    ends = outcomes(fought, lambda it: standing_in(it, mia, omar, noor))
    assert ends == {(("done", "done"), (None, None, "moderator"))}


def test_r27_both_leave_and_nobody_is_left(people):
    mia, omar, _ = people
    fought = fight(
        lambda number: two_moderators(number, mia, omar),
        lambda it: [lambda: it.leave(mia), lambda: it.leave(omar)],
    )

    assert {words for words, _ in fought} == {("done", "done")}
    assert not Community.objects.exists()


def test_r27_a_moderator_leaves_while_the_heir_is_deleted(people):
    mia, _, noor = people

    def given(number):
        group, heir = found(mia, f"Quay {number}"), PersonFactory(world=mia.world)
        group.join(heir)
        group.join(noor)
        return group, heir

    set_rules(mia.world, group_limit=ROUNDS + 1)
    fought = fight(given, lambda it: [lambda: it[0].leave(mia), lambda: it[1].remove()])

    ends = outcomes(fought, lambda it: standing_in(it[0], mia, noor))
    assert ends == {(("done", "done"), (None, "moderator"))}


def test_r28_joining_meets_closing(people):
    mia, omar, _ = people
    fought = fight(
        lambda number: found(mia, f"Quay {number}"),
        lambda it: [lambda: it.join(omar), lambda: it.leave(mia)],
        rounds=min(ROUNDS, 99),
    )

    ends = outcomes(fought, lambda it: standing_in(it, mia, omar))
    assert ends == {(("done", "done"), (None, "moderator")), (("GroupGone", "done"), (None, None))}


def test_r28_nobody_is_in_after_they_were_removed(people):
    """Leaving and joining again crosses the removal: whoever is removed is not a member."""
    mia, omar, _ = people
    set_rules(mia.world, group_limit=ROUNDS + 1)

    def given(number):
        group = found(mia, f"Quay {number}")
        group.join(omar)
        return group

    def again(it):
        it.leave(omar)
        it.join(omar)

    fought = fight(given, lambda it: [lambda: again(it), lambda: it.remove_member(mia, omar)])

    ends = outcomes(fought, lambda it: standing_in(it, omar))
    assert ends <= {
        (("RemovedFromGroup", "done"), ("removed",)),
        (("done", "done"), ("removed",)),
        (("done", "NoMember"), ("member",)),
    }
    assert (("RemovedFromGroup", "done"), ("removed",)) in ends


def test_admitting_meets_taking_back(people):
    mia, omar, _ = people
    set_rules(mia.world, group_limit=ROUNDS + 1)

    def given(number):
        group = found(mia, f"Cabin {number}", is_private=True)
        group.join(omar)
        return group

    fought = fight(given, lambda it: [lambda: it.admit(mia, omar), lambda: it.take_back(omar)])

    ends = outcomes(fought, lambda it: standing_in(it, omar))
    assert ends == {(("done", "NotAsking"), ("member",)), (("NotAsking", "done"), (None,))}


def test_asking_meets_the_deletion_of_the_moderator_who_is_told(people):
    _, omar, _ = people

    def given(number):
        mia, noor = (PersonFactory(world=omar.world) for _ in range(2))
        group = found(mia, f"Cabin {number}", is_private=True)
        group.join(noor)
        group.admit(mia, noor)
        return group, mia

    fought = fight(given, lambda it: [lambda: it[0].join(omar), lambda: it[1].remove()])

    ends = outcomes(fought, lambda it: standing_in(it[0], omar))
    assert ends == {(("done", "done"), ("asking",))}


def test_commenting_meets_the_removal_of_the_post(people):
    """R-29."""
    mia, omar, _ = people
    group = found(mia, "Quay")
    group.join(omar)

    fought = fight(
        lambda number: Post.objects.publish_in(group, omar, f"Round {number}"),
        lambda it: [
            lambda: Post.objects.comment(mia, it.pk, "Well said"),
            lambda: Post.objects.get(pk=it.pk).take_down(mia),
        ],
    )

    assert {words for words, _ in fought} == {("done", "done"), ("PostGone", "done")}
    assert not Post.objects.exists()


def test_two_groups_of_one_name_started_at_once_are_one(people):
    mia, omar, _ = people
    set_rules(mia.world, group_limit=ROUNDS + 1)

    fought = fight(
        lambda number: f"Quay {number}",
        lambda it: [lambda: found(mia, it), lambda: found(omar, it.upper())],
    )

    assert {frozenset(words) for words, _ in fought} == {frozenset({"done", "GroupNameTaken"})}
    assert Membership.objects.count() == Community.objects.count() == ROUNDS
