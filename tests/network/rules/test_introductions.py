"""Asking somebody whom both know for an introduction: who may, what they see, what ends it."""

import pytest

from network.errors import (
    AlreadyConnected,
    AskedTooEarly,
    CannotBePassedOn,
    Gone,
    InvitationStands,
    NotBetweenYou,
    NoteTooLong,
    RequestNotOpen,
    TooManyRequests,
    Yourself,
)
from network.models import Event, Introduction, Invitation
from tests.factories import cast, connect, invitation, later, seen, set_rules

pytestmark = pytest.mark.django_db
NOTE = "We both plan stock by hand."


@pytest.fixture
def three(db):
    """Mia and Elin, who both know Kofi."""
    mia, kofi, elin = cast("mia", "kofi", "elin")
    connect(mia, kofi)
    connect(elin, kofi)
    return mia, kofi, elin


def ask(mia, kofi, elin, **more):
    return mia.ask_to_be_introduced(kofi, elin, more.pop("note", NOTE), **more)


def notices(person):
    return list(Event.objects.notices_for(person).order_by("pk").values_list("verb", flat=True))


def test_who_is_asked_learns_of_it_and_the_target_does_not(three):
    _mia, kofi, elin = three
    introduction = ask(*three)

    assert list(Introduction.objects.awaiting(kofi)) == [introduction]
    assert notices(kofi)[-1] == "intro-asked"
    assert "intro-asked" not in notices(elin)


def test_passed_on_it_is_an_invitation_that_says_who_introduces(three):
    mia, kofi, elin = three
    sent = ask(*three).pass_on()

    assert (sent.sender, sent.recipient, sent.note) == (mia, elin, NOTE)
    assert (sent.introduced_by, sent.status) == (kofi, "pending")
    assert notices(mia)[-1] == "introduced"
    assert notices(elin)[-1] == "invited"
    assert Introduction.objects.get().invitation == sent
    sent.accept()
    assert seen(mia, elin).degree == 1


def test_declining_is_silent(three):
    mia, _kofi, _elin = three
    introduction = ask(*three)
    told = notices(mia)
    introduction.decline()

    assert list(Introduction.objects.seen_open_by(mia)) == [introduction]
    assert notices(mia) == told
    assert ask(*three) == introduction
    introduction.withdraw()
    assert list(Introduction.objects.seen_open_by(mia)) == []


def test_withdrawing_takes_the_notice_away(three):
    _mia, kofi, _elin = three
    ask(*three).withdraw()

    assert list(Introduction.objects.awaiting(kofi)) == []
    assert "intro-asked" not in notices(kofi)


@pytest.mark.parametrize("silently_declined", [False, True])
def test_after_withdrawing_one_waits_before_asking_the_same_again(three, silently_declined):
    introduction = ask(*three)
    if silently_declined:
        introduction.decline()
        later(three[0].world, days=1)
    introduction.withdraw()

    with pytest.raises(AskedTooEarly) as refusal:
        ask(*three)
    assert refusal.value.days == 21
    later(three[0].world, days=21)
    assert ask(*three).pk != introduction.pk


def test_the_same_form_sent_twice_asks_once(three):
    key = "c0ffee00-0000-4000-8000-000000000000"
    assert ask(*three, key=key) == ask(*three, key=key)
    assert Introduction.objects.count() == 1


def test_only_whom_both_know_can_introduce(three):
    mia, kofi, elin = three
    (noor,) = cast("noor", world=mia.world)
    connect(noor, elin)
    with pytest.raises(NotBetweenYou):
        ask(mia, noor, elin)
    with pytest.raises(NotBetweenYou):
        ask(noor, kofi, mia)


def test_nobody_is_introduced_to_themselves_or_by_themselves(three):
    mia, kofi, elin = three
    for strange in [(mia, mia, elin), (mia, elin, elin), (mia, kofi, mia)]:
        with pytest.raises(Yourself):
            ask(*strange)


def test_connections_need_no_introduction(three):
    connect(three[0], three[2])
    with pytest.raises(AlreadyConnected):
        ask(*three)


@pytest.mark.parametrize("by_me", [True, False])
def test_an_open_invitation_needs_no_introduction(three, by_me):
    mia, _, elin = three
    invitation(mia, elin) if by_me else invitation(elin, mia)
    with pytest.raises(InvitationStands):
        ask(*three)


def test_the_note_is_as_long_as_that_of_an_invitation(three):
    with pytest.raises(NoteTooLong):
        ask(*three, note="a" * 301)


def test_a_week_has_so_many_requests(three):
    mia, kofi, _elin = three
    (noor,) = cast("noor", world=mia.world)
    connect(noor, kofi)
    set_rules(mia.world, weekly_invitations=3)
    for name in ("one", "two"):
        (other,) = cast(name, world=mia.world)
        connect(kofi, other)
    set_rules(mia.world, weekly_invitations=1)
    ask(*three)
    with pytest.raises(TooManyRequests):
        ask(mia, kofi, noor)


def test_what_keeps_the_asker_from_inviting_is_not_told_to_who_introduces(three):
    mia, _kofi, _elin = three
    introduction = ask(*three)
    set_rules(mia.world, weekly_invitations=0)

    with pytest.raises(CannotBePassedOn):
        introduction.pass_on()
    introduction.refresh_from_db()
    assert introduction.status == "asked"


def test_an_invitation_that_crossed_is_accepted(three):
    mia, _kofi, elin = three
    introduction = ask(*three)
    invitation(elin, mia)

    assert introduction.pass_on().status == "accepted"
    assert seen(mia, elin).degree == 1
    introduction.refresh_from_db()
    assert introduction.status == "passed"


def test_an_invitation_of_the_asker_that_is_pending_learns_who_introduces(three):
    mia, kofi, elin = three
    introduction = ask(*three)
    sent = invitation(mia, elin)

    assert introduction.pass_on() == sent
    assert Invitation.objects.get(pk=sent.pk).introduced_by == kofi


@pytest.mark.parametrize("silently_declined", [False, True])
@pytest.mark.parametrize(
    "end",
    [
        lambda mia, kofi, elin: mia.block(kofi),
        lambda mia, kofi, elin: kofi.block(elin),
        lambda mia, kofi, elin: elin.block(mia),
        lambda mia, kofi, elin: kofi.disconnect(mia),
        lambda mia, kofi, elin: elin.disconnect(kofi),
        lambda mia, kofi, elin: connect(elin, mia),
        lambda mia, kofi, elin: later(mia.world, days=180),
    ],
    ids=["near", "far", "direct", "parted", "parted far", "met", "time"],
)
def test_it_ends_with_what_it_stands_on(three, end, silently_declined):
    mia, kofi, _elin = three
    introduction = ask(*three)
    if silently_declined:
        introduction.decline()
    end(*three)

    assert list(Introduction.objects.seen_open_by(mia)) == []
    assert list(Introduction.objects.awaiting(kofi)) == []
    for act in (introduction.pass_on, introduction.decline, introduction.withdraw):
        with pytest.raises((RequestNotOpen, Gone)):
            act()


def test_no_notice_names_whom_the_reader_cannot_see(three):
    _mia, kofi, elin = three
    ask(*three).pass_on()
    assert {"intro-asked"} <= set(notices(kofi))
    elin.block(kofi)

    assert "intro-asked" not in notices(kofi)


def test_an_answered_request_is_closed(three):
    introduction = ask(*three)
    introduction.decline()
    with pytest.raises(RequestNotOpen):
        introduction.pass_on()
