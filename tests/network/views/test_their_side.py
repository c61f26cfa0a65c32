import re
from datetime import timedelta

import pytest
from django.db import transaction

from network.models import Event, Invitation, Person, Post
from tests.everyone import signed_in
from tests.factories import LearnerFactory, PersonFactory, connect, found, publish
from tests.network.views.words import visible


def side(me, them):
    return signed_in(me).get(f"{them.url}their-side/")


def invitations(me, them):
    """(mine, theirs) of each invitation between the two."""
    return [(sides.mine, sides.theirs) for sides in side(me, them).context["invitations"]]


@pytest.fixture
def kofi(everyone):
    return PersonFactory(world=everyone.world, handle="kofi", name="Kofi")


UNTIL = "only its debrief tells."
SEALED = f"It came to their invitations. What they did with it, if anything, {UNTIL}"
GONE = f"Gone from their invitations. Whether they had decided before, {UNTIL}"
SILENT = [Invitation.decline, Invitation.say_unknown]


def open_debrief(me, invitation):
    """As the simulation records it."""
    Event.record(me, Event.Verb.DEBRIEFED, invitation.recipient, invitation=invitation)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Invitation.decline, "They declined it, on day 1. A no is silent."),
        (
            Invitation.say_unknown,
            "They said that they do not know you, on day 1. That is silent too.",
        ),
    ],
)
def test_a_silent_no_of_a_simulated_person_is_shown_with_its_debrief(mia, kofi, answer, words):
    sent = mia.invite(kofi, "friend", "Shall we?")
    assert invitations(mia, kofi) == [("Pending", SEALED)]
    answer(sent)
    assert invitations(mia, kofi) == [("Pending", SEALED)]
    assert f'href="/debriefs/{sent.pk}/"' in side(mia, kofi).text

    open_debrief(mia, sent)

    assert invitations(mia, kofi) == [("Pending", words)]
    assert f'href="/debriefs/{sent.pk}/"' not in side(mia, kofi).text


def told(me, them):
    return [notice.verb for notice in side(me, them).context["notices"]]


@pytest.mark.parametrize("answer", SILENT)
def test_c6_a_reminder_stands_there_as_long_as_the_answer_is_sealed(mia, kofi, answer):
    sent = mia.invite(kofi, "friend")
    sent.remind()
    assert told(mia, kofi) == ["reminded", "invited"]
    answer(sent)
    assert told(mia, kofi) == ["reminded", "invited"]

    open_debrief(mia, sent)

    assert told(mia, kofi) == ["invited"]


@pytest.mark.parametrize("answer", SILENT)
def test_c6_what_i_took_back_looks_the_same_whether_they_had_answered(mia, kofi, answer):
    def page():
        lines = side(mia, kofi).text.split("\n")
        return [line for line in lines if not re.search("csrf|nonce", line, re.IGNORECASE)]

    sent = mia.invite(kofi, "friend")
    sent.remind()
    with transaction.atomic():
        sent.withdraw()
        before, told_before = page(), told(mia, kofi)
        transaction.set_rollback(True)
    sent.refresh_from_db()
    answer(sent)
    sent.withdraw()

    assert invitations(mia, kofi) == [("Withdrawn", GONE)]
    assert page() == before
    assert told(mia, kofi) == told_before
    assert told_before == []

    open_debrief(mia, sent)
    assert told(mia, kofi) == ["invited"]


def test_what_lapsed_is_sealed_too(mia, kofi):
    sent = mia.invite(kofi, "friend")
    mia.world.skip(timedelta(days=181))
    Invitation.objects.lapse(mia.world)
    sent.refresh_from_db()

    assert sent.status == "expired"
    assert invitations(mia, kofi) == [("No longer open", SEALED)]


def test_what_is_sealed_of_mine_hides_nothing_of_others(mia, kofi, everyone):
    """Another learner's debrief does not open mine."""
    mine, theirs = mia.invite(kofi, "friend"), everyone.stranger.invite(kofi, "friend")
    mine.decline()
    theirs.decline()
    open_debrief(everyone.stranger, theirs)

    assert invitations(mia, kofi) == [("Pending", SEALED)]
    assert invitations(everyone.stranger, kofi) == [
        ("Pending", "They declined it, on day 1. A no is silent.")
    ]


@pytest.mark.parametrize("answer", [Invitation.decline, Invitation.say_unknown])
def test_a_silent_no_of_a_learner_stays_theirs(mia, everyone, answer):
    before = invitations(mia, everyone.invited)
    answer(Invitation.objects.get(recipient=everyone.invited))

    assert invitations(mia, everyone.invited) == before
    assert before[0] == (
        "Pending",
        "Among their invitations until they answer. A no would be silent.",
    )


def test_a_learners_no_stays_theirs_when_it_looks_pending_no_longer(mia, everyone):
    Invitation.objects.get(recipient=everyone.invited).decline()
    Invitation.objects.get(recipient=everyone.invited).withdraw()

    assert invitations(mia, everyone.invited) == [("Withdrawn", "Withdrawn")]


def test_my_own_no_looks_pending_to_them(mia, everyone):
    invitation = Invitation.objects.get(sender=everyone.inviting)
    assert invitations(mia, everyone.inviting) == [("It waits for your answer.", "Pending")]

    invitation.decline()
    assert invitations(mia, everyone.inviting) == [
        (
            "You declined it, on day 1.",
            "Pending. A no is silent, so it looks the same to them whatever you answered.",
        )
    ]


@pytest.mark.parametrize(
    ("end", "mine", "theirs"),
    [
        (Invitation.accept, "Accepted", "They accepted it, on day 1."),
        (Invitation.withdraw, "Withdrawn", GONE),
    ],
)
def test_what_became_of_mine(mia, kofi, end, mine, theirs):
    end(mia.invite(kofi, "friend"))

    assert invitations(mia, kofi) == [(mine, theirs)]


@pytest.mark.parametrize(
    ("end", "mine", "theirs"),
    [
        (Invitation.accept, "You accepted it, on day 1.", "Accepted"),
        (Invitation.withdraw, "They withdrew it.", "Withdrawn"),
    ],
)
def test_what_became_of_theirs(mia, kofi, end, mine, theirs):
    end(kofi.invite(mia, "friend"))

    assert invitations(mia, kofi) == [(mine, theirs)]


def test_it_says_which_of_my_posts_reach_them(mia, kofi):
    publish(mia, "For followers")
    publish(mia, "For connections", "connections")
    assert visible(side(mia, kofi)).count("Hidden from them") == 2

    kofi.follow(mia)
    assert "In their feed" in visible(side(mia, kofi))
    assert visible(side(mia, kofi)).count("Hidden from them") == 1

    connect(kofi, mia)
    kofi.unfollow(mia)
    assert "not in their feed: they do not follow you" in visible(side(mia, kofi))


def test_their_feed_leaves_out_what_other_learners_wrote_for_them_alone(mia, kofi, everyone):
    stranger = LearnerFactory(world=everyone.world, name="Stranger")
    connect(stranger, kofi)
    publish(stranger, "For my connections", "connections")
    elin = PersonFactory(world=everyone.world, name="Elin")
    kofi.follow(elin)
    publish(elin, "Low water at six")
    page = side(mia, kofi)

    assert "Low water at six" in page.text
    assert "For my connections" not in page.text
    assert "1 post of another learner, or of a group you are not in, is left out" in visible(page)


def test_their_notices_tell_of_me_and_of_no_other_learner(mia, kofi, everyone):
    mia.follow(kofi)
    everyone.stranger.follow(kofi)
    told = side(mia, kofi).context["notices"]

    assert [notice.actor.handle for notice in told] == ["mia"]


def test_what_is_between_a_simulated_person_and_one_who_blocked_me_stays_out(mia, kofi, everyone):
    elin = PersonFactory(world=everyone.world, name="Elin")
    kofi.follow(elin)
    elin.follow(kofi)
    publish(elin, "Low water at six")
    elin.block(mia)
    page = side(mia, kofi)

    assert "Elin" not in visible(page)
    assert "Low water at six" not in page.text


def test_of_a_learner_there_is_no_feed_and_no_notice(mia, everyone):
    page = side(mia, everyone.connection)

    assert "notices" not in page.context
    assert "posts" not in page.context


def test_it_says_what_my_choices_show_them(mia, kofi):
    assert "They may see all your connections." in visible(side(mia, kofi))
    Person.objects.filter(pk=mia.pk).update(
        connections_shown_to="nobody", private_viewing=True, open_to_work="everybody"
    )
    page = visible(side(mia, kofi))

    assert "only those whom both of you know" in page
    assert "you look in private" in page
    assert "They see that you are open to work." in page


def test_looking_changes_nothing(everyone):
    page = side(everyone.mia, everyone.inviting)

    main = page.text[page.text.index("<main") : page.text.index("</main>")]
    assert "<form" not in main
    assert "<button" not in main
    assert Post.objects.count() == 0


def test_p5_what_is_posted_in_a_group_stays_there(mia, kofi, everyone):
    quay = found(everyone.connection, "Quay", is_private=True)
    quay.join(kofi)
    quay.admit(everyone.connection, kofi)
    Post.objects.publish_in(quay, kofi, "Pebble")

    page = side(mia, kofi)

    assert "Pebble" not in page.text
    assert (list(page.context["posts"]), page.context["hidden"]) == ([], 1)


def test_my_posts_to_a_group_are_seen_over_there_by_who_is_in_it(mia, kofi):
    quay, cabin = found(mia, "Quay"), found(mia, "Cabin")
    quay.join(kofi)
    for group in (quay, cabin):
        Post.objects.publish_in(group, mia, f"To {group.name}")
    page = visible(side(mia, kofi))

    assert "In their feed: you share “Quay”" in page
    assert "Hidden from them: they are not in “Cabin”" in page
    cabin.leave(mia)
    assert "To Cabin" not in side(mia, kofi).text
