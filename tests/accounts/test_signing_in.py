import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from accounts.models import User

PASSWORD = "teal-otter-7-window"
OTHER = "amber-finch-3-lantern"

pytestmark = pytest.mark.django_db


@pytest.fixture
def mia():
    return User.objects.create_user("mia", "mia@example.org", PASSWORD)


@pytest.fixture
def as_mia(client, mia):
    client.force_login(mia)
    return client


def is_signed_in(client):
    return client.get("/accounts/password/change/").status_code == 200


def sign_up(client, username="mia", password=PASSWORD, **more):
    data = {"username": username, "password1": password, **more}
    return client.post("/accounts/signup/", data)


def sign_in(client, login="mia", password=PASSWORD, **more):
    return client.post("/accounts/login/", {"login": login, "password": password, **more})


def test_signing_up_takes_a_name_and_a_password(client):
    response = sign_up(client, "Mia")

    assert (response.status_code, response.url) == (302, "/start/")
    assert is_signed_in(client)
    assert list(User.objects.values_list("username", "email", "is_staff")) == [("mia", "", False)]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"username": "ＭＩＡ"}, "This user name is taken."),
        ({"username": "mia\u202e"}, "Use letters, digits and . _ - + in a user name"),
        ({"username": "m" * 41}, "at most 40 characters"),
        ({"username": "omar", "email": "MIA@example.org"}, "Another account uses this email"),
        ({"username": "omar", "email": "no address"}, "Enter a valid email address."),
        ({"username": "omar", "password": "short"}, "too short"),
        ({"username": "omar", "password": "password1234"}, "too common"),
        ({"username": "otterwindow", "password": "otterwindow"}, "too similar"),
    ],
)
def test_signing_up_says_what_is_wrong_and_keeps_what_was_typed(client, mia, data, sentence):
    response = sign_up(client, **data)

    assert response.status_code == 200
    assert sentence in response.text
    assert response.context["form"]["username"].value() == data["username"]
    assert list(User.objects.all()) == [mia]


def test_fields_that_the_form_does_not_have_are_ignored(client):
    sign_up(client, is_staff="1", is_superuser="1", is_active="0")

    user = User.objects.get()
    assert (user.is_staff, user.is_superuser, user.is_active) == (False, False, True)


@pytest.mark.parametrize("login", ["mia", "MIA", "ｍｉａ", "mia@example.org", "Mia@Example.org"])
def test_signing_in_by_name_or_email_address(client, mia, login):
    response = sign_in(client, login)

    assert (response.status_code, response.url) == (302, "/")
    assert is_signed_in(client)


@pytest.mark.parametrize("login", ["mia", "nobody", "mia@example.org", "nobody@example.org"])
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client, mia, login):
    response = sign_in(client, login, "wrong")

    assert "The name and the password do not belong together." in response.text
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.test/",
        "//evil.test",
        "/\\evil.test",
        "///evil.test",
        "https:evil.test",
        "javascript:alert(1)",
        "http://testserver@evil.test/",
        "\t//evil.test",
    ],
)
def test_signing_in_leads_inside_only(client, mia, target):
    assert sign_in(client, next=target).url == "/"


def test_signing_in_leads_to_where_one_wanted_to_go(client, mia):
    assert sign_in(client, next="/people/?q=omar").url == "/people/?q=omar"


def test_signing_out_needs_a_button_and_shows_nothing_afterwards(as_mia):
    page = as_mia.get("/accounts/password/change/")
    assert "no-store" in page["Cache-Control"]

    as_mia.get("/accounts/logout/")
    assert is_signed_in(as_mia)

    response = as_mia.post("/accounts/logout/")
    assert response.url == "/"
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_signed_in(as_mia)


def test_a_session_that_ended_moves_htmx_to_the_sign_in(as_mia):
    as_mia.post("/accounts/logout/")

    response = as_mia.post("/posts/", {"text": "hello"}, headers={"HX-Request": "true"})

    assert response["HX-Redirect"] == "/accounts/login/"


def test_a_changed_password_ends_the_other_sessions(as_mia, mia):
    elsewhere = Client()
    sign_in(elsewhere)
    assert is_signed_in(elsewhere)

    as_mia.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER},
    )

    assert is_signed_in(as_mia)
    assert not is_signed_in(elsewhere)
    assert sign_in(Client(), password=OTHER).status_code == 302


def test_a_forgotten_password_is_reset_by_mail_once(client, mia):
    response = client.post("/accounts/password/reset/", {"email": "mia@example.org"})
    assert response.url == "/accounts/password/reset/done/"
    (message,) = mail.outbox
    assert message.to == ["mia@example.org"]
    assert message.subject == "Choose a new password for netsim"
    assert "If it was not you, do nothing: your password stays as it is." in message.body
    link = re.search(r"http://testserver(/accounts/password/reset/key/\S+)", message.body)[1]

    page = client.get(link, follow=True)
    response = client.post(
        page.redirect_chain[-1][0], {"password1": OTHER, "password2": OTHER}, follow=True
    )

    assert response.status_code == 200
    assert sign_in(Client(), password=OTHER).status_code == 302
    assert Client().get(link).context["token_fail"]


def test_an_unknown_address_gets_the_same_answer_and_no_mail(client):
    response = client.post("/accounts/password/reset/", {"email": "nobody@example.org"})

    assert response.url == "/accounts/password/reset/done/"
    assert mail.outbox == []


def test_reset_links_name_this_site_only(client, mia):
    headers = {"X-Forwarded-Host": "evil.test"}
    client.post("/accounts/password/reset/", {"email": "mia@example.org"}, headers=headers)

    assert "evil.test" not in mail.outbox[0].body


def test_a_class_of_40_signs_up_and_in_behind_one_address():
    clients = [Client() for _ in range(40)]
    signed_up = [sign_up(client, f"student{n}") for n, client in enumerate(clients)]
    for client in clients:
        client.post("/accounts/logout/")
    signed_in = [sign_in(client, f"student{n}") for n, client in enumerate(clients)]

    assert {response.status_code for response in signed_up + signed_in} == {302}


def test_a_class_of_40_may_mistype_its_passwords_twice(mia):
    students = [User.objects.create_user(f"student{n}", password=PASSWORD) for n in range(40)]
    for _ in range(2):
        for student in students:
            sign_in(Client(), student.username, "wrong")

    assert {sign_in(Client(), each.username).status_code for each in students} == {302}


def test_guessing_at_one_name_is_stopped(client, mia):
    for _ in range(5):
        sign_in(client, password="wrong")

    response = sign_in(client)

    assert "Too many failed attempts." in response.text
    assert not is_signed_in(client)


def test_the_administration_asks_for_the_same_sign_in(client, mia):
    response = client.get("/admin/")
    assert response.url == "/admin/login/?next=/admin/"
    assert client.get(response.url).url == "/accounts/login/?next=%2Fadmin%2F"

    client.force_login(mia)
    assert client.get("/admin/login/").status_code == 403


def test_users_are_found_in_the_administration(admin_client, mia):
    page = admin_client.get("/admin/accounts/user/?q=mia")

    assert page.status_code == 200
    assert "mia@example.org" in page.text
    change = admin_client.get(f"/admin/accounts/user/{mia.pk}/change/")
    assert mia.password not in change.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "forms",
    [
        [{"username": "mia"}, {"username": "ＭＩＡ"}],
        [
            {"username": "mia", "email": "m@example.org"},
            {"username": "mona", "email": "M@example.org"},
        ],
    ],
    ids=["name", "address"],
)
def test_signing_up_twice_at_once_makes_one_account(forms, monkeypatch):
    both_checked = Barrier(2, timeout=5)
    save = User.save

    def save_together(user, *args, **kwargs):
        if user.pk is None:
            both_checked.wait()
        return save(user, *args, **kwargs)

    monkeypatch.setattr(User, "save", save_together)

    def attempt(form):
        try:
            return sign_up(Client(), **form)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(attempt, forms), key=lambda answer: answer.status_code)

    assert [answer.status_code for answer in answers] == [200, 302]
    assert "taken" in answers[0].text or "Another account" in answers[0].text
    assert User.objects.count() == 1


def test_an_administrator_makes_users_whose_names_are_folded(admin_client):
    form = {"username": "Ómar", "usable_password": "true", "password1": OTHER, "password2": OTHER}
    admin_client.post("/admin/accounts/user/add/", form)
    refused = admin_client.post("/admin/accounts/user/add/", form | {"username": "ÓMAR"})

    assert sign_in(Client(), "ómar", OTHER).status_code == 302
    assert "This user name is taken." in refused.text


def test_an_email_address_can_be_added_later_and_brings_the_password_back(client):
    sign_up(client)
    client.post("/accounts/email/", {"email": "mia@example.org", "action_add": ""})
    (asked,) = mail.outbox
    assert asked.subject == "Confirm your email address for netsim"
    assert "The account “mia” on netsim gave this email address." in asked.body
    assert "http://testserver/accounts/confirm-email/" in asked.body
    assert "Thank you for using" not in asked.body
    mail.outbox.clear()

    Client().post("/accounts/password/reset/", {"email": "mia@example.org"})

    assert [message.to for message in mail.outbox] == [["mia@example.org"]]


def test_an_email_address_of_somebody_else_is_refused(client, mia):
    sign_up(client, "omar")
    response = client.post("/accounts/email/", {"email": "MIA@example.org", "action_add": ""})

    assert "Another account uses this email address." in response.text
    assert not User.objects.get(username="omar").emailaddress_set.exists()


def test_addresses_say_which_one_is_first_and_which_are_not_proved(client):
    sign_up(client, email="mia@example.org")
    page = client.get("/accounts/email/").text

    assert "mia@example.org" in page
    assert ("Primary" in page, "Unverified" in page) == (True, True)


def test_who_asks_too_often_is_told_to_wait(client, settings):
    settings.ACCOUNT_RATE_LIMITS |= {"reset_password": "1/m/ip"}
    answers = [
        client.post("/accounts/password/reset/", {"email": "mia@example.org"}) for _ in range(2)
    ]

    assert [answer.status_code for answer in answers] == [302, 429]
    assert "Wait a few minutes, then try again." in answers[1].text
