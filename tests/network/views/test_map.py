import re

import pytest

from network.map import reading
from network.models import Person
from tests.everyone import signed_in
from tests.factories import LearnerFactory, PersonFactory, connect
from tests.network.views.words import handles, is_part, visible


def told(response):
    """Who is explained, and whom the drawing links to."""
    linked = re.findall(r'<a class="map-node[^"]*" href="/people/([^/]*)/"', response.text)
    return handles_of(response), linked


def handles_of(response):
    return [person.handle for person in response.context["network"].people]


def test_everybody_of_the_rings_is_a_link_with_an_explanation(as_mia, mia, everyone):
    friend = PersonFactory(world=everyone.world, handle="friend", name="Friend of both")
    connect(everyone.connection, friend)
    response = as_mia.get("/map/")

    explained, linked = told(response)
    assert linked == explained == ["connection", "friend", "followed", "follower"]
    assert "You both know Connection." in visible(response)
    assert 'aria-label="Friend of both, 2nd degree"' in response.text
    assert f'aria-describedby="told-{friend.pk}"' in response.text


def test_connections_and_follows_are_drawn_differently(as_mia):
    lines = re.findall(
        r'<path class="map-tie is-(\w+)" data-ends[^>]*?/>', as_mia.get("/map/").text
    )

    assert sorted(lines) == ["connected", "followed", "following"]


def test_the_table_says_the_same(as_mia, everyone):
    friend = PersonFactory(world=everyone.world, handle="friend")
    connect(everyone.connection, friend)
    connect(friend, everyone.stranger)
    drawing = visible(as_mia.get("/map/"))
    tables = [as_mia.get(f"/map/?as=table&ring={ring}") for ring in (1, 2, 3, 4)]

    assert [handles(table) for table in tables] == [
        ["connection"], ["friend"], ["stranger"], ["followed", "follower"],
    ]  # fmt: skip
    for sentence in (
        "You both know Connection.",
        "If you connected, 1 person would become 2nd degree: Stranger.",
        "No chain of connections leads to them.",
    ):
        assert sentence in drawing
        assert any(sentence in visible(table) for table in tables)


def test_the_table_pages_by_name(as_mia, mia, everyone):
    for n in range(30):
        mia.follow(LearnerFactory(world=everyone.world, handle=f"a-{n:02}", name=f"A {n:02}"))
    first = as_mia.get("/map/?as=table&ring=4")
    [more] = set(re.findall(r'hx-get="(/map/[^"]*)"', first.text))
    second = as_mia.get(more.replace("&amp;", "&"))

    assert handles(first) == [f"a-{n:02}" for n in range(20)]
    assert handles(second) == [*(f"a-{n}" for n in range(20, 30)), "followed", "follower"]


def test_htmx_gets_the_rows_or_the_drawing_only(htmx):
    for url in ("/map/", "/map/?as=table&ring=4"):
        response = htmx.get(url)
        assert is_part(response)
        assert "<h1" not in response.text


@pytest.mark.parametrize("ring", ["", "0", "5", "-1", "x", "1e3", "9" * 50, "١"])
def test_an_odd_ring_is_the_first_that_has_anybody(client, mia, everyone, ring):
    client.force_login(everyone.followed.user)

    assert handles(client.get("/map/", {"as": "table", "ring": ring})) == ["mia"]
    assert client.get("/map/", {"as": "table", "ring": "4", "after": ring}).status_code == 200


def test_any_other_way_to_see_it_is_the_drawing(as_mia):
    assert "map-drawing" in as_mia.get("/map/?as=pie").text


def test_a_ring_that_is_too_large_says_who_is_drawn(as_mia, mia, everyone, monkeypatch):
    monkeypatch.setattr(reading, "MOST", {1: 2, 2: 1, 3: 1, 4: 1})
    for n in range(3):
        friend = PersonFactory(world=everyone.world, handle=f"friend-{n}")
        connect(everyone.connection, friend)
        connect(friend, PersonFactory(world=everyone.world, handle=f"third-{n}"))
    response = as_mia.get("/map/")

    assert response.context["left_out"] == [
        "2nd degree: 1 of 3 are drawn. First come those you follow or who follow you, then those "
        "with most connections in common with you.",
        "3rd degree: 3 people are too many to draw. Most are counted by employer.",
        "Follows only: 1 of 2 are drawn.",
    ]
    assert 'aria-label="Other employers: 3"' in response.text
    monkeypatch.setattr(reading, "WALKED", 1)
    assert "in a part of your network only" in visible(as_mia.get("/map/"))


def test_without_connections_it_says_what_to_do_first(everyone):
    loner, invited = signed_in(everyone.stranger), signed_in(everyone.invited)

    assert "Find people" in visible(loner.get("/map/"))
    assert "map-drawing" not in loner.get("/map/").text
    assert "Answer invitations" in visible(invited.get("/map/"))
    assert "Find people" in visible(loner.get("/map/?as=table"))


def test_who_only_follows_has_both_the_advice_and_a_drawing(everyone):
    page = signed_in(everyone.follower).get("/map/")

    assert "Your first connection begins the map" in visible(page)
    assert told(page) == (["mia"], ["mia"])


def test_names_do_not_leave_the_drawing(as_mia, everyone):
    Person.objects.filter(pk=everyone.connection.pk).update(
        name='</text><script>"x', headline="<i>"
    )
    text = as_mia.get("/map/").text

    assert "</text><script>" not in text
    assert "&lt;/text&gt;&lt;script&gt;&quot;x" in text
    assert " style=" not in text.replace("<style", "")


def test_my_network_leads_to_it(as_mia):
    assert 'href="/map/"' in as_mia.get("/network/").text
