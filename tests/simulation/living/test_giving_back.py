"""Following, visiting and endorsing back."""

import pytest

from network.models import Endorsement, Follow, ProfileView, Skill
from simulation.models import Due
from tests.simulation.moves import days

pytestmark = pytest.mark.django_db


def follows(one, other):
    return Follow.objects.filter(follower=one, followed=other).exists()


@pytest.mark.parametrize("chance", [0, 1])
def test_they_follow_back_by_chance(sure, world, mia, omar, persona, chance):
    sure(follow__peer=chance)
    mia.follow(omar)
    days(world, 6)
    assert follows(omar, mia) == bool(chance)


def test_an_influencer_follows_back_by_another_chance(sure, world, mia, someone):
    sure(follow__peer=1, follow__influencer=0)
    vera = someone("vera", "influencer")
    mia.follow(vera)
    days(world, 6)
    assert not follows(vera, mia)


def test_who_is_followed_no_more_follows_nobody_back(sure, world, mia, omar, persona):
    sure(follow__peer=1)
    mia.follow(omar)
    days(world, 0)
    mia.unfollow(omar)
    days(world, 6)
    assert not follows(omar, mia)


def test_nothing_comes_past_a_block(sure, world, mia, omar, persona):
    sure(follow__peer=1, visit__view=2)
    mia.follow(omar)
    ProfileView.objects.note(mia, omar)
    days(world, 0)
    assert Due.objects.filter(person=omar).count() == 2
    mia.block(omar)
    days(world, 6)
    assert not follows(omar, mia)
    assert not ProfileView.objects.filter(viewer=omar).exists()


def test_what_was_due_goes_with_who_leaves(sure, world, mia, omar, persona):
    sure(follow__peer=1)
    mia.follow(omar)
    days(world, 0)
    mia.remove()
    assert not Due.objects.filter(person=omar).exists()
    days(world, 6)


@pytest.mark.parametrize(("chance", "seen"), [(0, False), (2, True)])
def test_they_look_back_by_chance(sure, world, mia, omar, persona, chance, seen):
    sure(visit__view=chance)
    ProfileView.objects.note(mia, omar)
    days(world, 6)
    assert ProfileView.objects.seen_by(mia).filter(viewer=omar).exists() is seen


@pytest.mark.parametrize(("chance", "given"), [(0, 0), (9, 1)])
def test_they_endorse_back_one_skill_of_a_connection(sure, world, mia, friend, chance, given):
    sure(endorse__back=chance)
    for name in ("Rotas", "Tide tables"):
        Skill.objects.enter(mia, name)
    for name in ("Maps", "Knots"):
        mia.endorse(Skill.objects.enter(friend, name))
    days(world, 9)
    assert Endorsement.objects.filter(endorser=friend, person=mia).count() == given


def test_an_endorsement_that_was_taken_back_brings_none(sure, world, mia, friend):
    sure(endorse__back=9)
    Skill.objects.enter(mia, "Rotas")
    maps = Skill.objects.enter(friend, "Maps")
    mia.endorse(maps)
    days(world, 0)
    mia.unendorse(maps)
    days(world, 9)
    assert not Endorsement.objects.exists()
