import pytest

from network.models import Introduction, Invitation
from tests.everyone import signed_in
from tests.factories import connect, set_rules
from tests.network.views.words import is_part, said, visible


@pytest.fixture
def near(everyone):
    person = everyone.new("near", name="Near")
    connect(person, everyone.connection)
    return person


@pytest.fixture
def form(everyone, near):
    return f"{near.url}introduction/{everyone.connection.handle}/"


@pytest.fixture
def asked(everyone, near):
    return everyone.mia.ask_to_be_introduced(everyone.connection, near, "We both row.")


@pytest.fixture
def as_connection(everyone):
    return signed_in(everyone.connection)


def test_a_profile_shows_the_way_and_offers_to_ask(as_mia, near, form):
    response = as_mia.get(near.url)

    assert "Ways to reach them" in visible(response)
    assert "Ask Connection for an introduction" in visible(response)
    assert form in response.text


def test_asking_leads_back_to_the_profile_which_says_so(as_mia, near, form, says):
    response = as_mia.post(form, {"note": "We both row."})

    assert response["Location"] == near.url
    assert "You asked Connection" in visible(as_mia.get(near.url))
    assert form not in as_mia.get(near.url).text
    assert says(as_mia)[:1] == []


def test_the_form_begins_with_a_text_that_names_both(as_mia, form):
    page = as_mia.get(form)
    assert "Hello Near, Connection knows us both" in page.text


def test_a_text_that_would_be_too_long_is_not_offered(as_mia, everyone, form):
    set_rules(everyone.world, note_length=60)
    assert "knows us both" not in as_mia.get(form).text


def test_a_request_without_a_note_is_refused_beside_the_field(as_mia, form):
    response = as_mia.post(form, {"note": " "})

    assert response.status_code == 422
    assert "Write why you want to meet." in visible(response)


def test_a_refusal_stands_in_the_form(as_mia, everyone, near, form):
    everyone.mia.invite(near, "friend")
    response = as_mia.post(form, {"note": "We both row."})

    assert response.status_code == 422
    assert "you need no introduction" in visible(response)


def test_only_whom_both_know_can_be_asked(as_mia, everyone, near):
    for handle in (everyone.stranger.handle, everyone.blocked.handle, "never-was"):
        assert as_mia.get(f"{near.url}introduction/{handle}/").status_code == 404


def test_an_employer_is_followed_and_never_introduced(as_mia, everyone):
    harbour = everyone.new("harbour", "employer")
    assert as_mia.get(f"{harbour.url}introduction/connection/").status_code == 404
    assert "Ways to reach them" not in visible(as_mia.get(harbour.url))


def test_who_is_asked_sees_it_and_passes_it_on(as_connection, asked, near):
    page = visible(as_connection.get("/introductions/"))
    assert "Mia" in page
    assert "wants to meet Near" in page
    assert "We both row." in page
    response = as_connection.post(f"/introductions/{asked.pk}/pass-on/", follow=True)

    assert said(response) == ["Mia's invitation has gone to Near, with your name."]
    theirs = visible(signed_in(near).get("/invitations/"))
    assert "Connection introduces Mia." in theirs
    mine = visible(signed_in(asked.asker).get("/invitations/sent/"))
    assert "Connection introduced you." in mine
    assert "introduced you to Near." in visible(signed_in(asked.asker).get("/notifications/"))


def test_whom_one_blocks_is_not_named_as_who_introduces(asked, everyone, near):
    asked.pass_on()
    near.block(everyone.connection)

    assert "introduces" not in visible(signed_in(near).get("/invitations/"))


@pytest.mark.parametrize(
    ("act", "words"),
    [("pass-on", "It says that you introduce them."), ("decline", "You declined. Mia is not told")],
)
def test_htmx_gets_the_answered_card(everyone, asked, act, words):
    htmx = signed_in(everyone.connection, headers={"HX-Request": "true"})
    response = htmx.post(f"/introductions/{asked.pk}/{act}/")

    assert is_part(response)
    assert words in visible(response)


def test_a_crossing_invitation_connects(everyone, asked, near):
    near.invite(everyone.mia, "friend")
    htmx = signed_in(everyone.connection, headers={"HX-Request": "true"})

    assert "They are connected now." in visible(htmx.post(f"/introductions/{asked.pk}/pass-on/"))
    assert Invitation.objects.get(sender=near, recipient=everyone.mia).status == "accepted"


def test_a_decline_is_silent_to_who_asked(as_mia, asked):
    before = visible(as_mia.get("/introductions/asked/"))
    asked.decline()

    assert visible(as_mia.get("/introductions/asked/")) == before
    assert "You asked Connection" in before


def test_taking_it_back(htmx, as_connection, asked):
    response = htmx.post(f"/introductions/{asked.pk}/withdraw/")

    assert is_part(response)
    assert "You took it back." in visible(response)
    assert "Nobody asks you" in visible(as_connection.get("/introductions/"))
    assert Introduction.objects.get().status == "withdrawn"


@pytest.mark.parametrize("path", ["/introductions/", "/introductions/asked/"])
def test_htmx_gets_the_lists_only(htmx, path):
    assert is_part(htmx.get(path))


def test_the_notice_leads_to_the_request(as_connection, asked):
    page = as_connection.get("/notifications/")
    assert "asks you to introduce them to Near." in visible(page)
    assert 'href="/introductions/"' in page.text


def test_a_way_over_two_is_shown_without_asking(as_mia, everyone, near):
    far = everyone.new("far")
    connect(far, near)
    page = visible(as_mia.get(far.url))

    assert "Ways to reach them" in page
    assert "for an introduction" not in page.split("Come closer")[0]
    near.revise(connections_shown_to="nobody")
    assert "somebody on the way keeps their connections private" in visible(as_mia.get(far.url))
