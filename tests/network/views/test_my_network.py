import pytest

from tests.factories import LearnerFactory, connect
from tests.network.views.words import handles, is_part, said, visible

TABS = {
    "connections": "/network/",
    "following": "/network/following/",
    "followers": "/network/followers/",
}


@pytest.mark.parametrize(
    ("tab", "people"),
    [
        ("connections", ["connection"]),
        ("following", ["connection", "followed"]),
        ("followers", ["connection", "follower"]),
    ],
)
def test_each_list_has_its_people(as_mia, tab, people):
    assert handles(as_mia.get(TABS[tab])) == people


def counted(client):
    """What each tab says it has, and how many rows it has."""
    said_, listed = {}, {}
    for tab, url in TABS.items():
        response = client.get(url)
        said_[tab], listed[tab] = response.context["counts"][tab], len(handles(response))
    return said_, listed


def test_counts_match_their_lists(as_mia, mia, everyone):
    for other in (everyone.stranger, everyone.follower):
        connect(mia, other)
    mia.unfollow(everyone.connection)
    everyone.followed.follow(mia)
    said_, listed = counted(as_mia)

    assert said_ == listed == {"connections": 3, "following": 3, "followers": 4}


def test_who_blocks_or_is_blocked_is_neither_listed_nor_counted(as_mia, mia, everyone):
    connect(mia, everyone.follower)
    mia.block(everyone.connection)
    everyone.follower.block(mia)
    everyone.followed.block(mia)
    said_, listed = counted(as_mia)

    assert said_ == listed == {"connections": 0, "following": 0, "followers": 0}


def test_the_list_goes_on_though_i_unfollowed_the_last_one_shown(as_mia, mia, everyone):
    for n in range(30):
        mia.follow(LearnerFactory(world=everyone.world, handle=f"a-{n:02}", name=f"A {n:02}"))
    first = as_mia.get("/network/following/")
    mia.unfollow(first.context["people"][-1])

    more = as_mia.get(f"/network/following/?after={first.context['people'].next}")

    assert handles(more) == [*(f"a-{n}" for n in range(20, 30)), "connection", "followed"]


@pytest.mark.parametrize("url", [*TABS.values(), "/network/blocked/"])
def test_htmx_gets_the_list_only(htmx, url):
    response = htmx.get(url)

    assert is_part(response)
    assert "<h1" not in response.text


def test_whom_i_block_is_listed_to_be_let_back(as_mia, mia, everyone):
    response = as_mia.get("/network/blocked/")
    assert handles(response) == ["blocked"]
    assert f"{everyone.blocked.url}unblock/" in response.text

    response = as_mia.post(f"{everyone.blocked.url}unblock/", follow=True)

    assert said(response) == ["You no longer block Blocked. Nothing that stood before comes back."]
    assert handles(response) == []


def test_empty_lists_say_what_to_do(client, everyone):
    client.force_login(everyone.stranger.user)

    for url in TABS.values():
        assert "Find people" in visible(client.get(url))
