"""Error pages: who seems to be signed in finds the way back to their world there."""

import pytest
from django.test import Client

from tests.everyone import signed_in

BACK = "Back to your world"

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.netsim.urls")]


@pytest.fixture
def as_mia(everyone):
    return signed_in(everyone.mia, raise_request_exception=False)


PAGES = [
    ("/nothing/here/", 404),
    ("/people/nobody/", 404),
    ("/forbidden/", 403),
    ("/broken/", 500),
    ("/lose/away/9/", 503),
]


@pytest.mark.parametrize(("url", "status"), PAGES)
def test_a_signed_in_person_finds_the_way_back(as_mia, url, status):
    response = as_mia.get(url)

    assert response.status_code == status
    assert BACK in response.text
    for place in ("/feed/", "/people/", "/network/", "/messages/", "/notifications/"):
        assert f'href="{place}"' in response.text


@pytest.mark.parametrize(("url", "status"), [("/nothing/here/", 404), ("/broken/", 500)])
def test_a_visitor_finds_the_start(url, status):
    response = Client(raise_request_exception=False).get(url)

    assert response.status_code == status
    assert BACK not in response.text
    assert 'href="/"' in response.text


def test_what_was_refused_at_the_gate_shows_it_too(as_mia):
    response = as_mia.post("/feed/", "x", content_type="text/plain")

    assert response.status_code == 415
    assert BACK in response.text


def test_a_mistake_of_ours_is_shown_without_asking_the_database(as_mia, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = as_mia.get("/broken/")
    assert BACK in response.text
