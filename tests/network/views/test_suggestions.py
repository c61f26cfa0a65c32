import pytest

from network.models import Dismissal, Event
from tests.factories import connect
from tests.network.views.words import handles, is_part, said, visible


@pytest.fixture
def near(everyone):
    person = everyone.new("near", name="Near")
    connect(person, everyone.connection)
    return person


def suggestions(response):
    return [person.handle for person in response.context["suggestions"]]


def test_people_i_may_know_stand_above_everybody(as_mia, near):
    response = as_mia.get("/people/")

    assert suggestions(response) == ["follower", "near"]
    assert "You both know Connection" in visible(response)
    assert "suggestions" not in as_mia.get("/people/?after=MSBh").context


def test_without_anybody_near_it_says_what_helps(client, db):
    from tests.factories import LearnerFactory

    client.force_login(LearnerFactory().user)
    assert "Nobody is near enough" in visible(client.get("/people/"))


def test_putting_aside_and_back_with_htmx(htmx, as_mia, near):
    gone = htmx.post(f"{near.url}dismiss/")
    assert is_part(gone)
    assert "Near is not suggested any more." in visible(gone)
    assert suggestions(as_mia.get("/people/")) == ["follower"]

    back = htmx.post(f"{near.url}suggest-again/")
    assert is_part(back)
    assert "You both know Connection" in visible(back)
    assert suggestions(as_mia.get("/people/")) == ["follower", "near"]


def test_putting_aside_and_back_without_javascript(as_mia, near):
    response = as_mia.post(f"{near.url}dismiss/", follow=True)
    assert said(response) == ["Near is not suggested any more."]
    listed = as_mia.get("/network/put-aside/")
    assert handles(listed) == ["near"]

    response = as_mia.post(f"{near.url}suggest-again/", follow=True)
    assert said(response) == ["Near may be suggested again."]
    assert "You have put nobody aside" in visible(response)


def test_who_blocks_me_is_not_among_those_put_aside(as_mia, mia, near):
    mia.dismiss(near)
    near.block(mia)
    assert handles(as_mia.get("/network/put-aside/")) == []


def test_htmx_gets_the_list_only(htmx):
    assert is_part(htmx.get("/network/put-aside/"))


def test_each_act_has_one_event(mia, near):
    for _ in range(2):
        mia.dismiss(near)
    for _ in range(2):
        mia.suggest_again(near)

    assert list(Dismissal.objects.all()) == []
    verbs = Event.objects.filter(actor=mia, target=near).values_list("verb", flat=True)
    assert sorted(verbs) == ["dismissed", "undismissed"]


def test_whom_both_know_is_a_list_of_its_own(as_mia, everyone, near):
    far = everyone.new("far")
    connect(far, near)
    everyone.connection.refresh_from_db()

    assert handles(as_mia.get(f"{near.url}connections/")) == ["connection", "far"]
    assert handles(as_mia.get(f"{near.url}connections/?shared=yes")) == ["connection"]
