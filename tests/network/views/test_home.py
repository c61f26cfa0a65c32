from django.urls import reverse

from tests.everyone import signed_in


def test_strangers_read_what_netsim_is(client, db):
    response = client.get("/")

    assert response.status_code == 200
    assert reverse("account_signup") in response.text


def test_who_is_signed_in_gets_the_feed(as_mia):
    assert as_mia.get("/").url == "/feed/"


def test_who_has_no_person_is_led_to_the_start(everyone):
    response = signed_in(everyone.seatless).get("/", follow=True)

    assert response.redirect_chain[-1][0] == "/start/"


def test_nothing_can_be_sent_to_it(client, db):
    assert client.post("/").status_code == 405
