import pytest

from network.models import Block, Connection, Event, Follow
from tests.network.views.words import handles, is_part, said, visible


def follows(one, other):
    return Follow.objects.filter(follower=one, followed=other).exists()


def acts(person):
    return list(person.acts.order_by("pk").values_list("verb", flat=True))


def test_following_leads_back_to_where_i_was(as_mia, mia, everyone):
    response = as_mia.post(
        f"{everyone.stranger.url}follow/", headers={"Referer": "http://testserver/search/?q=str"}
    )

    assert response.url == "/search/?q=str"
    assert follows(mia, everyone.stranger)


def test_following_twice_is_following_once(as_mia, mia, everyone):
    for _ in range(2):
        as_mia.post(f"{everyone.stranger.url}follow/")

    assert acts(mia).count("followed") == 2  # the stranger, and before that the followed


def test_unfollowing_keeps_the_connection(as_mia, mia, everyone):
    as_mia.post(f"{everyone.connection.url}unfollow/")

    assert not follows(mia, everyone.connection)
    assert Connection.objects.between(mia, everyone.connection).count() == 2


@pytest.mark.parametrize(("act", "offers"), [("follow", "unfollow"), ("unfollow", "follow")])
def test_htmx_gets_the_card_in_a_list(htmx, everyone, act, offers):
    person = everyone.stranger if act == "follow" else everyone.followed

    response = htmx.post(f"{person.url}{act}/", headers={"HX-Target": f"person-{person.pk}"})

    assert is_part(response)
    assert response.text.count("<article") == 1
    assert f"{person.url}{offers}/" in response.text


def test_htmx_gets_the_profile_as_it_now_is_on_a_profile(htmx, everyone):
    response = htmx.post(
        f"{everyone.stranger.url}follow/",
        headers={
            "HX-Target": "profile",
            "Referer": f"http://testserver{everyone.stranger.url}?before=5",
        },
        follow=True,
    )

    assert is_part(response)
    assert 'id="profile"' in response.text
    assert f"{everyone.stranger.url}unfollow/" in response.text


@pytest.mark.parametrize("act", ["follow", "unfollow"])
def test_who_blocks_me_is_not_there(as_mia, everyone, act):
    assert as_mia.post(f"{everyone.blocking.url}{act}/").status_code == 404


def test_nobody_follows_themselves(as_mia, mia):
    assert as_mia.post(f"{mia.url}follow/").status_code == 404


def test_disconnecting_asks_first(as_mia, mia, everyone):
    page = visible(as_mia.get(f"{everyone.connection.url}disconnect/"))

    assert "You will no longer be connected. Connection is not told." in page
    assert Connection.objects.between(mia, everyone.connection).count() == 2


@pytest.mark.parametrize("keep", [False, True])
def test_disconnecting_ends_the_follows_unless_i_keep_mine(as_mia, mia, everyone, keep):
    data = {"keep_following": "on"} if keep else {}
    response = as_mia.post(f"{everyone.connection.url}disconnect/", data, follow=True)

    assert said(response) == ["You are no longer connected with Connection."]
    assert response.redirect_chain == [(everyone.connection.url, 302)]
    assert Connection.objects.between(mia, everyone.connection).count() == 0
    assert follows(mia, everyone.connection) is keep
    assert not follows(everyone.connection, mia)


@pytest.mark.parametrize("method", ["get", "post"])
def test_disconnecting_who_is_not_connected_is_said_on_the_profile(as_mia, everyone, method):
    page = f"{everyone.stranger.url}disconnect/"
    response = getattr(as_mia, method)(
        page, follow=True, headers={"Referer": f"http://testserver{page}"}
    )

    assert response.redirect_chain == [(everyone.stranger.url, 302)]
    assert said(response) == ["You are no longer connected, so there was nothing to remove."]


def test_blocking_asks_first(as_mia, everyone):
    page = visible(as_mia.get(f"{everyone.connection.url}block/"))

    assert "Neither of you will find, see, follow, invite or write to the other." in page
    assert not Block.objects.filter(blocked=everyone.connection).exists()


def test_blocking_ends_everything(as_mia, mia, everyone):
    response = as_mia.post(f"{everyone.connection.url}block/", follow=True)

    assert said(response) == ["You have blocked Connection."]
    assert handles(response) == ["blocked", "connection"]
    assert Connection.objects.between(mia, everyone.connection).count() == 0
    assert not follows(mia, everyone.connection)
    assert as_mia.get(everyone.connection.url).status_code == 404


def test_blocking_twice_is_blocking_once(as_mia, mia, everyone):
    for _ in range(2):
        response = as_mia.post(f"{everyone.stranger.url}block/", follow=True)

    assert said(response) == ["You have blocked Stranger."]
    assert acts(mia).count("blocked") == 2  # the stranger, and before that the blocked


def test_who_blocks_me_cannot_be_found_out_by_blocking_them(as_mia, mia, everyone):
    assert as_mia.get(f"{everyone.blocking.url}block/").status_code == 404
    assert as_mia.post(f"{everyone.blocking.url}block/").status_code == 404
    assert not Block.objects.filter(blocker=mia, blocked=everyone.blocking).exists()


def test_unblocking_twice_is_unblocking_once(as_mia, mia, everyone):
    for _ in range(2):
        response = as_mia.post(f"{everyone.blocked.url}unblock/", follow=True)

    assert response.status_code == 200
    assert handles(response) == []
    assert Event.objects.filter(actor=mia, verb="unblocked").count() == 1


def test_only_the_blocker_lifts_a_block(everyone, client):
    client.force_login(everyone.blocked.user)

    assert client.post(f"{everyone.mia.url}unblock/").status_code == 404
    assert Block.objects.filter(blocker=everyone.mia, blocked=everyone.blocked).exists()
