"""E1: endorsements and recommendations go between connections, and their owner decides."""

import pytest

from network.errors import (
    AlreadyRecommended,
    ChangedMeanwhile,
    EmployersDoNotGive,
    GivingNeedsConnection,
    Gone,
    RecommendationClosed,
    RecommendationTooLong,
    SkillGone,
    Yourself,
)
from network.models import Endorsement, Event, Person, Recommendation, Skill
from tests.factories import EmployerFactory, connect, set_rules

SAID = {"relationship": "together", "place": "Tideline", "text": "Omar reads tide tables."}


@pytest.fixture
def excel(omar):
    return Skill.objects.enter(omar, "Excel")


@pytest.fixture
def connected(mia, omar):
    connect(mia, omar)


@pytest.fixture
def written(connected, mia, omar):
    """By Mia, for Omar."""
    return mia.recommend(omar, **SAID)


def told(reader):
    """Without what the connection itself told."""
    notices = Event.objects.notices_for(reader).exclude(verb__in=["invited", "accepted"])
    return [(str(notice.actor), notice.verb) for notice in notices.order_by("pk")]


def counts(person, viewer):
    shown = Person.objects.with_profile(viewer).get(pk=person.pk)
    return {skill["name"]: skill["count"] for skill in shown.skill_cards}


def status(recommendation):
    return Recommendation.objects.get(pk=recommendation.pk).status


# Endorsements


def test_e1_a_connection_endorses_once_and_takes_it_back(connected, mia, omar, excel):
    mia.endorse(excel)
    mia.endorse(excel)
    assert counts(omar, mia) == {"Excel": 1}
    assert told(omar) == [("Mia", "endorsed")]

    mia.unendorse(excel)
    mia.unendorse(excel)
    assert counts(omar, mia) == {"Excel": 0}
    assert told(omar) == []
    verbs = list(mia.acts.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["invited", "endorsed", "unendorsed"]


def test_e1_only_connections_endorse(mia, omar, excel):
    mia.follow(omar)
    with pytest.raises(GivingNeedsConnection):
        mia.endorse(excel)
    with pytest.raises(Yourself):
        omar.endorse(excel)


def test_e1_only_what_is_listed_is_endorsed(connected, mia, omar, excel):
    listed = Skill.objects.get(pk=excel.pk)
    excel.remove()
    with pytest.raises(SkillGone):
        mia.endorse(listed)


def test_e1_a_removed_skill_takes_its_endorsements_along(connected, mia, omar, excel):
    mia.endorse(excel)
    Skill.objects.get().remove()

    assert not Endorsement.objects.exists()
    assert told(omar) == []


def test_e1_endorsements_outlive_the_connection(connected, mia, omar, excel):
    mia.endorse(excel)
    omar.disconnect(mia)

    assert counts(omar, mia) == {"Excel": 1}
    mia.unendorse(excel)
    assert counts(omar, mia) == {"Excel": 0}


def test_e1_employers_neither_give_nor_get(mia, omar, excel, world):
    tideline = EmployerFactory(world=world, handle="tideline")
    listed = Skill.objects.enter(tideline, "Ferries")

    for act in (
        lambda: tideline.endorse(excel),
        lambda: mia.endorse(listed),
        lambda: tideline.recommend(mia, **SAID),
        lambda: mia.recommend(tideline, **SAID),
        lambda: mia.ask_recommendation(tideline, "Please"),
    ):
        with pytest.raises(EmployersDoNotGive):
            act()


def test_p6_who_is_hidden_from_a_viewer_is_neither_named_nor_counted(
    connected, mia, omar, noor, excel
):
    connect(noor, omar)
    mia.endorse(excel)
    noor.endorse(excel)
    mia.block(noor)

    assert counts(omar, omar) == {"Excel": 2}
    for one in (mia, noor):
        (skill,) = Person.objects.with_profile(one).get(pk=omar.pk).skill_cards
        assert skill["count"] == 1
        assert skill["endorsers"] == [{"name": one.name, "handle": one.handle}]
        assert skill["is_endorsed"]


# Recommendations


def test_e1_it_shows_when_its_owner_accepts(written, mia, omar, noor):
    assert list(Recommendation.objects.on_profile(omar, noor)) == []

    written.accept(written.revision)

    assert list(Recommendation.objects.on_profile(omar, noor)) == [written]
    assert told(omar) == [("Mia", "recommended")]
    assert told(mia) == [("Omar", "approved")]


def test_e1_it_is_hidden_and_shown_again(written, omar, noor):
    written.accept(1)
    written.hide()
    assert list(Recommendation.objects.on_profile(omar, noor)) == []
    written.show()
    assert list(Recommendation.objects.on_profile(omar, noor)) == [written]


def test_e1_only_connections_recommend_or_ask(mia, omar):
    mia.follow(omar)
    with pytest.raises(GivingNeedsConnection):
        mia.recommend(omar, **SAID)
    with pytest.raises(GivingNeedsConnection):
        mia.ask_recommendation(omar, "Please")
    with pytest.raises(Yourself):
        mia.recommend(mia, **SAID)


def test_e1_it_has_a_length(connected, mia, omar, world):
    set_rules(world, recommendation_length=5)
    with pytest.raises(RecommendationTooLong, match="23 characters; the most is 5"):
        mia.recommend(omar, **SAID)


def test_e1_sent_twice_it_is_sent_once(written, mia, omar):
    assert mia.recommend(omar, **SAID) == written
    assert mia.acts.filter(verb="recommended").count() == 1


def test_e1_what_another_tab_has_changed_is_not_overwritten(written, mia, omar):
    mia.recommend(omar, **SAID | {"text": "Better"}, revision=1)
    with pytest.raises(ChangedMeanwhile):
        mia.recommend(omar, **SAID | {"text": "Worse"}, revision=1)
    assert Recommendation.objects.get().text == "Better"


def test_e1_only_the_text_that_was_read_is_accepted(written, mia, omar):
    mia.recommend(omar, **SAID | {"text": "Something else"}, revision=1)
    with pytest.raises(ChangedMeanwhile):
        written.accept(1)
    assert status(written) == "written"


@pytest.mark.parametrize("steps", [["accept"], ["accept", "hide"]])
def test_e1_what_is_written_anew_waits_again(written, mia, omar, steps):
    for step in steps:
        getattr(written, step)(*([1] if step == "accept" else []))

    mia.recommend(omar, **SAID | {"text": "Anew"}, revision=1)

    assert status(written) == "written"
    assert list(Recommendation.objects.on_profile(omar, omar)) == []
    assert told(omar) == [("Mia", "recommended"), ("Mia", "rewrote")]


def test_e1_its_owner_asks_for_a_change(written, mia, omar):
    written.send_back("It was in spring.")

    assert list(Recommendation.objects.waiting_for(mia)) == [written]
    assert list(Recommendation.objects.waiting_for(omar)) == []
    assert told(mia) == [("Omar", "returned")]

    mia.recommend(omar, **SAID | {"text": "In spring"}, revision=1)
    assert list(Recommendation.objects.waiting_for(omar)) == [written]


def test_e1_what_was_sent_back_may_be_accepted_as_it_is(written):
    written.send_back("It was in spring.")
    written.accept(1)
    assert status(written) == "shown"


def test_e1_declining_is_silent(written, mia, omar):
    written.decline()

    (seen,) = Recommendation.objects.given_by(mia)
    assert seen.looks_waiting
    assert told(mia) == []
    assert list(Recommendation.objects.waiting_for(omar)) == []

    mia.recommend(omar, **SAID | {"text": "Anew"}, revision=1)
    assert status(written) == "declined"
    assert told(omar) == [("Mia", "recommended")]


def test_e1_who_declined_may_ask_for_it_after_all(written, mia, omar):
    written.decline()
    omar.ask_recommendation(mia, "About the ferry, please")
    assert status(written) == "returned"


def test_e1_what_is_asked_for_is_written(connected, mia, omar):
    asked = omar.ask_recommendation(mia, "About the ferry")
    assert omar.ask_recommendation(mia, "Twice") == asked
    assert told(mia) == [("Omar", "sought")]
    assert list(Recommendation.objects.waiting_for(mia)) == [asked]

    assert mia.recommend(omar, **SAID) == asked
    assert list(Recommendation.objects.waiting_for(omar)) == [asked]
    with pytest.raises(AlreadyRecommended):
        omar.ask_recommendation(mia, "More")


def test_e1_letting_a_request_pass_is_silent_and_not_for_good(connected, mia, omar):
    asked = omar.ask_recommendation(mia, "About the ferry")
    asked.let_pass()

    assert told(omar) == []
    assert [one.is_asked for one in Recommendation.objects.about(omar)] == [True]
    assert list(Recommendation.objects.waiting_for(mia)) == []
    with pytest.raises(RecommendationClosed):
        asked.let_pass()

    mia.recommend(omar, **SAID)
    assert status(asked) == "written"


def test_e1_each_takes_back_what_they_began(written, mia, omar):
    with pytest.raises(RecommendationClosed):
        written.take_back(omar)
    written.accept(1)
    written.take_back(mia)
    assert not Recommendation.objects.exists()
    assert told(omar) == told(mia) == []

    asked = omar.ask_recommendation(mia, "About the ferry")
    with pytest.raises(RecommendationClosed):
        Recommendation.objects.get().take_back(mia)
    Recommendation.objects.get(pk=asked.pk).take_back(omar)
    assert not Recommendation.objects.exists()


def test_e1_a_step_that_came_too_late_changes_nothing(written, mia, omar):
    opened = Recommendation.objects.get(pk=written.pk)
    written.decline()
    for late in (lambda: opened.accept(1), lambda: opened.send_back("Why"), opened.decline):
        with pytest.raises(RecommendationClosed):
            late()
    opened.take_back(mia)
    with pytest.raises(RecommendationClosed):
        mia.recommend(omar, **SAID | {"text": "Anew"}, revision=1)


def test_e1_what_was_written_outlives_the_connection(written, mia, omar):
    written.accept(1)
    asked = mia.ask_recommendation(omar, "Please")
    omar.disconnect(mia)

    assert list(Recommendation.objects.all()) == [written]  # nobody may write what was asked for
    assert not Recommendation.objects.filter(pk=asked.pk).exists()
    with pytest.raises(GivingNeedsConnection):
        mia.recommend(omar, **SAID | {"text": "Anew"}, revision=1)
    written.hide()


@pytest.mark.parametrize("blocker", ["mia", "omar"])
def test_b1_a_block_ends_what_was_given_and_nothing_comes_back(written, mia, omar, excel, blocker):
    written.accept(1)
    mia.endorse(excel)
    omar.recommend(mia, **SAID)
    one, other = (mia, omar) if blocker == "mia" else (omar, mia)

    one.block(other)
    one.unblock(other)

    assert not Endorsement.objects.exists()
    assert not Recommendation.objects.exists()
    assert told(mia) == told(omar) == []


def test_b1_nothing_is_given_across_a_block(written, mia, omar, excel):
    opened = Recommendation.objects.get(pk=written.pk)
    omar.block(mia)
    for act in (
        lambda: mia.endorse(excel),
        lambda: mia.unendorse(excel),
        lambda: mia.recommend(omar, **SAID),
        lambda: mia.ask_recommendation(omar, "Please"),
        lambda: opened.accept(1),
        lambda: opened.take_back(mia),
    ):
        with pytest.raises(Gone):
            act()


def test_p6_what_a_hidden_author_wrote_is_not_shown(written, mia, omar, noor):
    written.accept(1)
    noor.block(mia)

    assert list(Recommendation.objects.on_profile(omar, noor)) == []
    assert list(Recommendation.objects.on_profile(omar, omar)) == [written]
