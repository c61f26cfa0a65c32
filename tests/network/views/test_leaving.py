import pytest

from accounts.models import User
from network.models import Person, Post, World
from tests.everyone import signed_in
from tests.factories import UserFactory, publish

DELETE = "/settings/delete/"
PASSWORD = "tide-table-7"


def gave_password(user):
    """A browser in which this user gave the password a moment ago."""
    client = signed_in(user)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


@pytest.fixture
def trusted(mia):
    return gave_password(mia)


@pytest.fixture
def as_admin(everyone):
    return signed_in(everyone.admin)


def test_my_data_leads_to_everything(as_mia, mia):
    page = as_mia.get("/settings/data/").text

    for place in ("/settings/data/file/", f"/worlds/{mia.pk}/leave/", DELETE):
        assert f'href="{place}"' in page
    assert 'href="/settings/data/"' in as_mia.get("/settings/").text


def test_who_has_no_world_has_data_too(everyone):
    page = signed_in(everyone.seatless).get("/settings/data/")

    assert (page.status_code, "Leave a world" in page.text) == (200, False)


def test_leaving_a_world_says_first_what_goes(as_mia, mia):
    publish(mia)
    asked = as_mia.get(f"/worlds/{mia.pk}/leave/").text

    assert "1 post of yours, with what others answered under it" in asked
    assert Person.objects.filter(pk=mia.pk).exists()

    response = as_mia.post(f"/worlds/{mia.pk}/leave/")

    assert response.url == "/worlds/"
    assert not Person.objects.filter(pk=mia.pk).exists()
    assert not Post.objects.exists()
    start = as_mia.get("/worlds/", follow=True)
    assert start.redirect_chain == [("/start/", 302)]
    assert "You have left “Harbour”" in start.text


def test_leaving_twice_is_leaving_once(as_mia, mia):
    as_mia.post(f"/worlds/{mia.pk}/leave/")
    assert as_mia.post(f"/worlds/{mia.pk}/leave/").status_code == 404


def test_a_private_world_says_that_all_of_it_goes(as_mia, everyone, mia):
    Person.objects.exclude(pk=mia.pk).filter(world=mia.world).delete()
    World.objects.filter(pk=mia.world_id).update(owner=mia.user)

    assert "all of it is deleted" in as_mia.get(f"/worlds/{mia.pk}/leave/").text
    as_mia.post(f"/worlds/{mia.pk}/leave/")

    assert not World.objects.filter(pk=mia.world_id).exists()


def test_deleting_the_account_asks_for_the_password_first(as_mia, mia):
    for response in (as_mia.get(DELETE), as_mia.post(DELETE)):
        assert response.url.startswith("/accounts/reauthenticate/")
    assert User.objects.filter(pk=mia.user_id).exists()

    wrong = {"password": "wrong", "next": DELETE}
    assert as_mia.post("/accounts/reauthenticate/", wrong).status_code == 200
    assert User.objects.filter(pk=mia.user_id).exists()


def test_after_the_password_one_is_asked_again_what_one_wants(as_mia, mia):
    as_mia.get(DELETE)
    password = {"password": PASSWORD, "next": DELETE}

    assert as_mia.post("/accounts/reauthenticate/", password).url == DELETE
    assert as_mia.get(DELETE).status_code == 200
    assert User.objects.filter(pk=mia.user_id).exists()


def test_pressing_on_an_old_page_deletes_once_the_password_is_given(as_mia, mia):
    as_mia.post(DELETE)
    password = {"password": PASSWORD, "next": DELETE}

    response = as_mia.post("/accounts/reauthenticate/", password, follow=True)

    assert response.redirect_chain == [("/", 302)]
    assert not User.objects.filter(pk=mia.user_id).exists()


def test_deleting_the_account(trusted, mia, everyone):
    mia.write(everyone.connection, "Goodbye")
    everyone.connection.write(mia, "Stay")
    asked = trusted.get(DELETE).text
    assert "1 message that you wrote" in asked

    response = trusted.post(DELETE, follow=True)

    assert response.redirect_chain == [("/", 302)]
    assert "Your account is deleted." in response.text
    assert not User.objects.filter(pk=mia.user_id).exists()
    assert trusted.get("/feed/").url.startswith("/accounts/login/")

    talk = signed_in(everyone.connection)
    husk = Person.objects.get(kind="departed")
    listed = talk.get("/messages/").text
    assert husk.messages_url in listed
    page = talk.get(husk.messages_url)
    assert (page.status_code, "Stay" in page.text, "Goodbye" in page.text) == (200, True, False)
    assert husk.url + '"' not in page.text
    assert talk.get(husk.url).status_code == 404
    refused = talk.post(husk.messages_url, {"text": "Hello?"})
    assert refused.url == "/people/"


def test_the_last_administrator_is_told_what_to_do(everyone):
    response = gave_password(everyone.admin).post(DELETE, follow=True)

    assert "Make somebody else an administrator first." in response.text.replace("\n", " ")
    assert User.objects.filter(username="admin").exists()


def test_an_old_page_of_a_deleted_account_leads_to_signing_in(trusted, mia):
    other_tab = signed_in(mia)
    trusted.post(DELETE)

    response = other_tab.post("/posts/", {"text": "Hello", "audience": "followers"})

    assert response.url.startswith("/accounts/login/")
    assert not Post.objects.exists()


def test_the_administration_deletes_users_in_the_same_way(as_admin, mia, everyone):
    everyone.connection.write(mia, "Stay")
    address = f"/admin/accounts/user/{mia.user_id}/delete/"
    assert as_admin.get(address).status_code == 200

    as_admin.post(address, {"post": "yes"})

    assert not User.objects.filter(pk=mia.user_id).exists()
    assert everyone.connection.messages_written.get().reader.has_left


def test_the_administration_deletes_several_users_at_once(as_admin, mia, everyone):
    chosen = [mia.user_id, everyone.stranger.user_id]
    press = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}

    as_admin.post("/admin/accounts/user/", press)

    assert not User.objects.filter(pk__in=chosen).exists()


def test_the_administration_keeps_the_last_administrator(client, db):
    admin = UserFactory(is_superuser=True, is_staff=True)
    client.force_login(admin)
    address = f"/admin/accounts/user/{admin.pk}/delete/"

    assert "is the last administrator." in client.get(address).text
    client.post(address, {"post": "yes"})
    assert User.objects.filter(pk=admin.pk).exists()
