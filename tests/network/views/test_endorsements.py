"""Endorsing on a profile."""

import pytest

from network.models import Endorsement, Skill
from tests.everyone import signed_in
from tests.factories import PersonFactory, connect
from tests.network.views.words import is_part


@pytest.fixture
def excel(everyone):
    """Mia's."""
    return Skill.objects.enter(everyone.mia, "Excel & tables")


def act(client, skill, name, **headers):
    return client.post(f"/people/mia/skills/{skill.pk}/{name}/", headers=headers)


def test_one_endorses_and_takes_it_back_from_the_profile(everyone, excel):
    client = signed_in(everyone.connection)

    response = act(client, excel, "endorse", referer="http://testserver/people/mia/")
    assert (response.status_code, response["Location"]) == (302, "/people/mia/")
    page = client.get("/people/mia/").text
    assert f'action="/people/mia/skills/{excel.pk}/unendorse/"' in page
    assert "Endorsed by" in page

    act(client, excel, "unendorse")
    assert f'action="/people/mia/skills/{excel.pk}/endorse/"' in client.get("/people/mia/").text


def test_htmx_gets_the_skill_as_it_now_stands(everyone, excel):
    client = signed_in(everyone.connection)

    answer = act(client, excel, "endorse", hx_request="true")

    assert answer.text.strip().startswith(f'<li class="skill" id="skill-{excel.pk}">')
    assert "Excel &amp; tables" in answer.text
    assert "unendorse" in answer.text


def test_only_connections_are_offered_to_endorse(everyone, excel):
    assert "endorse" not in signed_in(everyone.follower).get("/people/mia/").text
    assert (
        'class="button is-tinted" id="endorse-'
        in signed_in(everyone.connection).get("/people/mia/").text
    )


def test_who_is_not_connected_is_told_why_not(everyone, excel):
    client = signed_in(everyone.follower)
    response = act(client, excel, "endorse")

    assert "you are connected with" in client.get(response["Location"]).text
    assert not Endorsement.objects.exists()


def test_a_skill_of_somebody_else_is_not_there(everyone, excel):
    theirs = Skill.objects.enter(everyone.connection, "Rowing")

    assert act(signed_in(everyone.connection), theirs, "endorse").status_code == 404


def test_the_owner_sees_who_endorsed_and_is_told(everyone, excel):
    everyone.connection.endorse(excel)
    client = signed_in(everyone.mia)

    assert "endorsed you for “<bdi>Excel &amp; tables</bdi>”." in client.get("/notifications/").text
    for url in ("/profile/", "/people/mia/"):
        assert '<a href="/people/connection/"><bdi>Connection</bdi></a>' in client.get(url).text


def test_the_names_go_on_on_a_page_of_their_own(everyone, excel):
    for number in range(4):
        friend = PersonFactory(world=everyone.world, handle=f"friend-{number}")
        connect(friend, everyone.mia)
        friend.endorse(excel)
    client = signed_in(everyone.follower)
    everyone.connection.endorse(excel)
    everyone.follower.block(everyone.connection)

    profile = client.get("/people/mia/").text
    assert f'<a href="/people/mia/skills/{excel.pk}/">All 4 people' in profile
    everybody = client.get(f"/people/mia/skills/{excel.pk}/")
    assert [person.handle for person in everybody.context["people"]] == [
        f"friend-{number}" for number in range(4)
    ]


def test_oneself_among_the_endorsers_is_you(everyone, excel):
    everyone.connection.endorse(excel)
    client = signed_in(everyone.connection)

    assert "<strong>You</strong>" in client.get(f"/people/mia/skills/{excel.pk}/").text
    assert client.get("/people/mia/").text.count('href="/people/connection/"') == 0


def test_nobody_yet(everyone, excel):
    page = signed_in(everyone.mia).get(f"/people/mia/skills/{excel.pk}/")
    assert "Nobody yet" in page.text


def test_the_next_of_them_come_as_a_part(everyone, excel):
    everyone.connection.endorse(excel)
    client = signed_in(everyone.mia)

    part = client.get(f"/people/mia/skills/{excel.pk}/", headers={"HX-Request": "true"})

    assert is_part(part)
    assert everyone.connection.name in part.text
