"""Who is suggested to whom, and with which reasons."""

import pytest

from network.models import Education, ProfileView
from network.suggestions import suggested
from tests.factories import EmployerFactory, PersonFactory, cast, connect, found, invitation, job


@pytest.fixture
def mia(db):
    return PersonFactory(handle="mia")


def other(mia, handle, **fields):
    return PersonFactory(world=mia.world, handle=handle, **fields)


def school(person, name):
    Education.objects.enter(person, school=name, started_in=2010)


def why(mia):
    """Handle → how many both know, and the other reasons."""
    return {
        person.handle: (person.mutual_count, [said for _, said in person.reasons])
        for person in suggested(mia)
    }


def test_nobody_without_a_reason(mia):
    other(mia, "noor")
    assert why(mia) == {}


def test_each_reason_in_words(mia):
    kofi, elin, yusuf, ines, tomasz = cast(
        "kofi", "elin", "yusuf", "ines", "tomasz", world=mia.world
    )
    vera = other(mia, "vera")
    connect(mia, kofi)
    connect(kofi, elin)
    job(mia, employer_name="Tidéline")
    job(yusuf, employer_name="tideline")
    school(mia, "Quay School")
    school(ines, "quay school")
    tomasz.follow(mia)
    ProfileView.objects.note(vera, mia)
    rower = other(mia, "rower")
    found(mia, "Rowers").join(rower)

    assert why(mia) == {
        "yusuf": (0, ["You both work or worked at Tidéline"]),
        "ines": (0, ["You both studied at Quay School"]),
        "tomasz": (0, []),
        "rower": (0, ["You are both in the group Rowers"]),
        "elin": (1, []),
        "vera": (0, ["Looked at your profile"]),
    }


def test_working_for_oneself_makes_nobody_a_colleague(mia):
    (omar,) = cast("omar", world=mia.world)
    for person in (mia, omar):
        job(person, employer_name="Self-Employed")
    assert why(mia) == {}

    for person in (mia, omar):
        job(person, employer_name="Tideline Ltd")
    assert why(mia) == {"omar": (0, ["You both work or worked at Tideline Ltd"])}


def test_a_page_is_a_place_of_work_whatever_its_name(mia):
    (omar,) = cast("omar", world=mia.world)
    page = EmployerFactory(world=mia.world, name="Independent")
    for person in (mia, omar):
        job(person, employer_name="Independent", employer=page)

    assert why(mia) == {"omar": (0, ["You both work or worked at Independent"])}


def test_who_works_for_themselves_is_no_colleague_at_a_page_of_that_name(mia):
    (omar,) = cast("omar", world=mia.world)
    job(mia, employer_name="Independent", employer=EmployerFactory(world=mia.world))
    job(omar, employer_name="Independent")

    assert why(mia) == {}


def test_the_strongest_reasons_come_first(mia):
    strong, weak = cast("strong", "weak", world=mia.world)
    for name in ("one", "two", "three"):
        (friend,) = cast(name, world=mia.world)
        connect(mia, friend)
        connect(friend, strong)
    weak.follow(mia)
    ProfileView.objects.note(weak, mia)

    assert list(why(mia)) == ["strong", "weak"]


def test_who_stands_already_or_never_may(mia):
    """All of them follow Mia, which is a reason."""
    names = ("connected", "invited", "declined", "inviting", "aside", "blocked", "blocking", "left")
    people = dict(zip(names, cast(*names, world=mia.world), strict=True))
    harbour = EmployerFactory(world=mia.world, handle="harbour")
    elsewhere = PersonFactory(handle="elsewhere")
    job(mia, employer_name="Tideline")
    for person in [*people.values(), harbour, elsewhere]:
        job(person, employer_name="Tideline")
    for person in [*people.values(), harbour]:
        person.follow(mia)
    connect(mia, people["connected"])
    invitation(mia, people["invited"])
    invitation(mia, people["declined"]).decline()
    invitation(people["inviting"], mia)
    mia.dismiss(people["aside"])
    mia.block(people["blocked"])
    people["blocking"].block(mia)

    assert list(why(mia)) == ["left"]
    mia.suggest_again(people["aside"])
    assert sorted(why(mia)) == ["aside", "left"]


def test_who_looks_in_private_is_told_of_nobody_who_looked(mia):
    vera = other(mia, "vera")
    ProfileView.objects.note(vera, mia)
    mia.revise(private_viewing=True)
    mia.refresh_from_db()

    assert why(mia) == {}


def test_there_are_so_many_at_most(mia):
    for number in range(30):
        other(mia, f"fan-{number}").follow(mia)

    assert len(suggested(mia)) == 24


def test_a_block_in_between_does_not_bring_back_who_was_put_aside(mia):
    """Its return would tell of the block (B1)."""
    fan = other(mia, "fan")
    fan.follow(mia)
    mia.dismiss(fan)
    fan.block(mia)
    fan.unblock(mia)
    fan.follow(mia)

    assert why(mia) == {}
