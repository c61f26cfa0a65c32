import uuid

import pytest

from network.models import Connection, Event, Follow, Invitation
from tests.everyone import signed_in
from tests.factories import EmployerFactory, LearnerFactory, connect, later
from tests.network.views.words import is_part, said, visible

HELLO = {"how": "colleague", "note": "We met at the quay."}


def mine(response):
    return list(response.context["invitations"])


@pytest.fixture
def to_mia(everyone):
    return Invitation.objects.get(sender=everyone.inviting)


@pytest.fixture
def from_mia(everyone):
    return Invitation.objects.get(recipient=everyone.invited)


def invite(client, person, **data):
    return client.post(f"{person.url}invite/", {**HELLO, **data}, follow=True)


# Inviting


def test_the_form_says_what_will_happen_now_and_if_they_accept(as_mia, everyone):
    page = visible(as_mia.get(f"{everyone.stranger.url}invite/"))

    assert "Stranger gets an invitation and decides. Until then nothing changes." in page
    assert "You will be connected (1st degree), and each follows the other." in page


def test_an_invitation_waits_for_its_recipient(as_mia, everyone):
    response = invite(as_mia, everyone.stranger)

    assert said(response) == ["Your invitation to Stranger is pending."]
    [sent] = Invitation.objects.filter(recipient=everyone.stranger)
    assert (sent.sender, sent.how, sent.note) == (everyone.mia, "colleague", HELLO["note"])
    assert mine(signed_in(everyone.stranger).get("/invitations/")) == [sent]
    assert not Follow.objects.filter(follower=everyone.mia, followed=everyone.stranger).exists()


def test_an_empty_form_is_refused_and_not_taken_for_a_visit(as_mia, everyone):
    response = as_mia.post(f"{everyone.stranger.url}invite/", {})

    assert response.status_code == 422
    assert "Choose how you know each other." in visible(response)


def test_a_refusal_stands_in_the_form_and_the_note_is_kept(as_mia, everyone):
    response = invite(as_mia, everyone.stranger, how="other", email="who@example.org")

    assert response.status_code == 422
    assert "That is not this person's e-mail address." in visible(response)
    assert HELLO["note"] in response.text


def test_the_right_address_is_proof(as_mia, everyone):
    everyone.stranger.user.email = "stranger@example.org"
    everyone.stranger.user.save()

    assert said(invite(as_mia, everyone.stranger, how="other", email="Stranger@example.org ")) == [
        "Your invitation to Stranger is pending."
    ]


def test_crossing_invitations_connect(as_mia, everyone, to_mia):
    response = invite(as_mia, everyone.inviting)

    assert said(response) == ["Inviting had invited you already, so you are now connected."]
    assert Connection.objects.between(everyone.mia, everyone.inviting).count() == 2


def test_a_form_sent_twice_is_one_invitation(as_mia, everyone):
    key = str(uuid.uuid4())

    for _ in range(2):
        assert said(invite(as_mia, everyone.stranger, key=key)) == [
            "Your invitation to Stranger is pending."
        ]
    assert Invitation.objects.filter(recipient=everyone.stranger).count() == 1


def test_an_old_form_does_not_pretend_that_a_withdrawn_invitation_is_pending(as_mia, everyone):
    key = str(uuid.uuid4())
    invite(as_mia, everyone.stranger, key=key)
    Invitation.objects.get(recipient=everyone.stranger).withdraw()

    response = invite(as_mia, everyone.stranger, key=key)

    assert response.status_code == 422
    assert "You can invite this person again in 21 days." in visible(response)


def test_after_the_wait_an_old_form_sends_anew(as_mia, everyone):
    key = str(uuid.uuid4())
    invite(as_mia, everyone.stranger, key=key)
    Invitation.objects.get(recipient=everyone.stranger).withdraw()
    later(everyone.world, days=22)

    assert said(invite(as_mia, everyone.stranger, key=key)) == [
        "Your invitation to Stranger is pending."
    ]


def test_a_key_that_was_used_for_somebody_else_sends_to_this_person(as_mia, everyone):
    key = str(uuid.uuid4())
    invite(as_mia, everyone.stranger, key=key)

    invite(as_mia, everyone.follower, key=key)

    assert Invitation.objects.filter(recipient=everyone.follower).count() == 1


@pytest.mark.parametrize(
    ("whom", "words"),
    [
        ("connection", "You are already connected."),
        ("invited", "Your invitation to Invited is pending."),
        ("harbour", "Employers cannot be invited."),
    ],
)
def test_who_cannot_be_invited_has_no_form_but_words(as_mia, everyone, whom, words):
    everyone.harbour = EmployerFactory(world=everyone.world, handle="harbour")
    person = getattr(everyone, whom)

    for response in (
        as_mia.get(f"{person.url}invite/", follow=True),
        invite(as_mia, person, note="Typed in another tab"),
    ):
        assert response.redirect_chain == [(person.url, 302)]
        assert [sentence.startswith(words) for sentence in said(response)] == [True]
    assert not Invitation.objects.filter(note="Typed in another tab").exists()


def test_who_blocked_me_meanwhile_is_not_there(as_mia, everyone):
    everyone.stranger.block(everyone.mia)

    assert invite(as_mia, everyone.stranger).status_code == 404


# Received


def test_i_see_who_invites_me_with_claim_and_note(as_mia, to_mia):
    response = as_mia.get("/invitations/")

    assert mine(response) == [to_mia]
    assert "They say: “We are friends”" in visible(response)
    assert "Shall we?" in visible(response)


def test_accepting_connects(as_mia, everyone, to_mia):
    response = as_mia.post(f"/invitations/{to_mia.pk}/accept/", follow=True)

    assert said(response) == ["You and Inviting are now connected."]
    assert mine(response) == []
    assert Connection.objects.between(everyone.mia, everyone.inviting).count() == 2


def test_declining_is_silent(as_mia, everyone, to_mia):
    response = as_mia.post(f"/invitations/{to_mia.pk}/decline/", follow=True)

    assert said(response) == ["You declined. Inviting is not told."]
    sender = signed_in(everyone.inviting)
    assert mine(sender.get("/invitations/sent/")) == [to_mia]
    assert "Pending" in visible(sender.get("/invitations/sent/"))
    assert list(sender.get("/notifications/").context["notices"]) == []


def test_saying_that_i_do_not_know_them_bars_them(as_mia, everyone, to_mia):
    as_mia.post(f"/invitations/{to_mia.pk}/unknown/")
    later(everyone.world, days=200)

    response = invite(signed_in(everyone.inviting), everyone.mia)

    assert "You cannot invite this person again" in visible(response)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("accept", "are connected now (1st degree)"),
        ("decline", "You declined. Inviting is not told."),
        ("unknown", "You said that you do not know Inviting."),
    ],
)
def test_htmx_gets_the_card_with_the_outcome_and_the_new_count(htmx, to_mia, answer, words):
    response = htmx.post(f"/invitations/{to_mia.pk}/{answer}/")

    assert is_part(response)
    assert response.text.count("<article") == 1
    assert words in visible(response)
    assert 'id="invitations-count" hx-swap-oob="true"></span>' in response.text


@pytest.mark.parametrize("answer", ["accept", "decline", "unknown"])
def test_only_the_recipient_answers(everyone, to_mia, answer):
    for person in (everyone.inviting, everyone.stranger, everyone.outsider):
        response = signed_in(person).post(f"/invitations/{to_mia.pk}/{answer}/")
        assert response.status_code == 404
    assert Event.objects.filter(invitation=to_mia).count() == 1


@pytest.mark.parametrize("answer", ["accept", "decline", "unknown"])
def test_answering_what_was_withdrawn_meanwhile_is_said_on_the_page_as_it_now_is(
    as_mia, to_mia, answer
):
    to_mia.withdraw()

    response = as_mia.post(f"/invitations/{to_mia.pk}/{answer}/", follow=True)

    assert said(response) == ["This invitation is no longer open, so nothing was changed."]
    assert response.status_code == 200


def test_htmx_gets_the_whole_page_again_after_a_refusal(htmx, to_mia, says):
    to_mia.withdraw()

    response = htmx.post(f"/invitations/{to_mia.pk}/accept/")

    assert response["HX-Refresh"] == "true"
    assert says(htmx) == ["This invitation is no longer open, so nothing was changed."]


def test_accepting_twice_says_that_it_is_done(as_mia, to_mia):
    for _ in range(2):
        response = as_mia.post(f"/invitations/{to_mia.pk}/accept/", follow=True)

    assert said(response)[0].startswith("You are already connected.")


def test_an_invitation_of_somebody_who_blocked_me_leads_to_the_people(as_mia, everyone, to_mia):
    everyone.inviting.block(everyone.mia)

    response = as_mia.post(f"/invitations/{to_mia.pk}/accept/", follow=True)

    assert response.redirect_chain[-1][0] == "/people/"
    assert said(response) == ["This person is not here any more. Go back to People to find others."]


# Sent


def test_i_see_what_i_sent(as_mia, from_mia):
    assert mine(as_mia.get("/invitations/sent/")) == [from_mia]


def test_withdrawing_takes_it_back(as_mia, everyone, from_mia):
    response = as_mia.post(f"/invitations/{from_mia.pk}/withdraw/", follow=True)

    assert said(response) == ["Your invitation to Invited is withdrawn."]
    assert mine(response) == []
    recipient = signed_in(everyone.invited)
    assert mine(recipient.get("/invitations/")) == []
    assert list(recipient.get("/notifications/").context["notices"]) == []


def test_what_was_silently_declined_can_be_withdrawn_as_if_it_was_pending(as_mia, from_mia):
    from_mia.decline()

    response = as_mia.post(f"/invitations/{from_mia.pk}/withdraw/", follow=True)

    assert said(response) == ["Your invitation to Invited is withdrawn."]
    assert mine(response) == []


def test_reminding_works_as_often_as_the_rules_say(as_mia, from_mia):
    answers = []
    for days in (0, 7, 7):
        later(from_mia.world, days=days)
        answers += [said(as_mia.post(f"/invitations/{from_mia.pk}/remind/", follow=True))]

    assert answers == [
        ["Invited is reminded of your invitation."],
        ["Invited is reminded of your invitation."],
        ["You have reminded this person as often as you may. Let the invitation rest."],
    ]


def test_until_one_may_remind_again_the_page_says_how_long(as_mia, from_mia):
    remind = f"/invitations/{from_mia.pk}/remind/"
    assert remind in as_mia.get("/invitations/sent/").text
    as_mia.post(remind)

    page = as_mia.get("/invitations/sent/")
    assert "You can remind this person again in 7 days." in visible(page)
    assert remind not in page.text
    assert said(as_mia.post(remind, follow=True)) == [
        "You can remind this person again in 7 days. Until then, take part in what they post."
    ]

    later(from_mia.world, days=7)
    assert remind in as_mia.get("/invitations/sent/").text


@pytest.mark.parametrize(
    ("act", "words"),
    [("withdraw", "You took it back."), ("remind", "They have been reminded.")],
)
def test_htmx_gets_the_card_of_what_i_sent(htmx, from_mia, act, words):
    response = htmx.post(f"/invitations/{from_mia.pk}/{act}/")

    assert is_part(response)
    assert response.text.count("<article") == 1
    assert words in visible(response)


@pytest.mark.parametrize("act", ["withdraw", "remind"])
def test_only_the_sender_takes_back_and_reminds(everyone, from_mia, act):
    for person in (everyone.invited, everyone.stranger, everyone.outsider):
        assert signed_in(person).post(f"/invitations/{from_mia.pk}/{act}/").status_code == 404


def test_both_lists_page_by_key_and_alone(htmx, everyone):
    for n in range(21):
        other = LearnerFactory(world=everyone.world, handle=f"other-{n}")
        other.invite(everyone.mia, "friend")
        everyone.mia.invite(LearnerFactory(world=everyone.world, handle=f"third-{n}"), "friend")

    for url in ("/invitations/", "/invitations/sent/"):
        first = htmx.get(url)
        older = htmx.get(f"{url}?before={first.context['invitations'].next}")
        assert is_part(first)
        assert (len(mine(first)), len(mine(older))) == (20, 2)


def test_connecting_shows_nothing_to_answer_any_more(as_mia, everyone, to_mia):
    connect(everyone.mia, everyone.stranger)

    assert mine(as_mia.get("/invitations/")) == [to_mia]


def test_who_answers_on_a_profile_stays_there(as_mia, everyone):
    profile = everyone.inviting.url
    sent = everyone.inviting.sent_invitations.get()
    response = as_mia.post(
        f"/invitations/{sent.pk}/accept/", headers={"Referer": f"http://testserver{profile}"}
    )

    assert response.url == profile


def test_what_makes_an_invitation_impossible_is_said_before_the_note_is_written(
    as_mia, mia, everyone
):
    mia.invite(everyone.stranger, "friend").withdraw()
    response = as_mia.get("/people/stranger/invite/", follow=True)

    assert response.redirect_chain == [("/people/stranger/", 302)]
    assert said(response)[0].startswith("You can invite this person again in 21 days.")


def test_who_invites_me_is_answered_though_my_own_still_looks_pending(as_mia, mia, everyone):
    mine = everyone.invited.received_invitations.get(sender=mia)
    mine.decline()
    everyone.invited.invite(mia, "friend")

    assert "They invite you to connect" in visible(as_mia.get("/people/invited/"))
    assert "Answer their invitation" in visible(as_mia.get("/search/?q=invited"))
