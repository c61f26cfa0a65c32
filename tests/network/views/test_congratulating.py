"""The news of connections, and one press to congratulate."""

import re
from datetime import date

import pytest

from network.models import Message
from tests.everyone import signed_in
from tests.factories import PersonFactory, connect, job
from tests.network.views.words import handles, is_part, visible

NEWS = "/network/news/"


@pytest.fixture
def omar(everyone):
    """A connection of Mia's with a new position."""
    job(everyone.connection, "Harbour pilot", "Tideline", started_on=date(2027, 1, 1))
    return everyone.connection


def press(client, url=NEWS):
    """Open the first message that a page offers to congratulate with."""
    [link] = re.findall(r'href="(/messages/connection/\?occasion=[^"#]+)', client.get(url).text)
    return client.get(link)


def send(client, page, headers=None, **more):
    fields = dict(re.findall(r'name="(occasion|key)" value="([^"]*)"', page.text))
    data = {**fields, "text": "Well done", **more}
    return client.post("/messages/connection/", data, headers=headers or {})


@pytest.mark.parametrize("url", [NEWS, "/network/", "/notifications/"])
def test_the_news_stands_where_one_looks(as_mia, omar, url):
    page = as_mia.get(url)
    assert "New position: Harbour pilot at Tideline" in visible(page)

    form = press(as_mia, url)
    assert "congratulations on your new position as Harbour pilot at Tideline" in form.text


def test_anniversaries_and_schools_are_said_in_words(as_mia, everyone):
    job(everyone.connection, "Pilot", "Tideline", started_on=date(2020, 1, 1))
    everyone.connection.education.create(school="Quay School", started_in=2020, ended_in=2026)
    everyone.connection.education.create(
        school="Sea School", degree="Diploma", started_in=2020, ended_in=2026
    )
    said = visible(as_mia.get(NEWS))

    assert "7 years at Tideline this month" in said
    assert "Finished at Quay School" in said
    assert "Finished Diploma at Sea School" in said


def test_once_congratulated_it_is_shown_as_done(as_mia, omar):
    page = press(as_mia)
    assert send(as_mia, page).status_code == 302

    assert "Congratulated" in visible(as_mia.get(NEWS))
    for url in ("/network/", "/notifications/"):
        assert "New position" not in visible(as_mia.get(url))
    key = Message.objects.get().occasion
    again = as_mia.get(f"/messages/connection/?occasion={key}")
    assert "congratulations on" not in again.text
    assert "Congratulated" in visible(again)


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "part"])
def test_a_second_time_is_said_in_the_form_and_may_be_sent_as_a_message(as_mia, omar, headers):
    page = press(as_mia)
    send(as_mia, page)

    refused = send(as_mia, page, text="Well done again", key="", headers=headers)
    assert refused.status_code == 422
    assert "You have congratulated on this already" in visible(refused)
    assert "Well done again" in refused.text
    assert Message.objects.count() == 1

    assert send(as_mia, refused, text="Well done again").status_code == 302
    assert [one.occasion for one in Message.objects.order_by("pk")][1:] == [""]


def test_nobody_but_connections_is_in_the_news(as_mia, everyone):
    for other in (everyone.stranger, everyone.followed, everyone.blocked, everyone.blocking):
        job(other, started_on=date(2027, 1, 1))
    elsewhere = PersonFactory(world=everyone.outsider.world)
    connect(everyone.outsider, elsewhere)
    job(elsewhere, started_on=date(2027, 1, 1))

    page = as_mia.get(NEWS)
    assert handles(page) == []
    assert "No news at the moment" in visible(page)
    form = as_mia.get("/messages/stranger/?occasion=job-1")
    assert "congratulations" not in form.text


def test_a_block_ends_the_news(as_mia, mia, omar):
    omar.block(mia)
    assert handles(as_mia.get(NEWS)) == []
    assert "New position" not in visible(as_mia.get("/notifications/"))


def test_the_other_reads_it_as_a_message(as_mia, omar):
    send(as_mia, press(as_mia))
    assert "Well done" in signed_in(omar).get("/messages/mia/").text


def test_htmx_gets_the_list_only(htmx, omar):
    response = htmx.get(NEWS)
    assert is_part(response)
    assert "<h1" not in response.text


def test_news_are_paged(as_mia, mia, everyone):
    for n in range(21):
        other = PersonFactory(world=everyone.world, handle=f"a-{n:02}")
        connect(mia, other)
        job(other, started_on=date(2027, 1, 1))
    page = as_mia.get(NEWS)
    assert len(handles(page)) == 20
    assert handles(as_mia.get(f"{NEWS}?after={page.context['people'].next}")) == ["a-20"]
    assert "All news from your connections" in visible(as_mia.get("/network/"))
