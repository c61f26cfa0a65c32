import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client

from . import urls

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.netsim.urls")]


@pytest.fixture
def visitor():
    """Sees error pages, as a browser does."""
    urls.tries.clear()
    return Client(raise_request_exception=False)


@pytest.fixture
def as_mia(visitor, django_user_model):
    visitor.force_login(django_user_model.objects.create_user("mia", password="a"))
    return visitor


@pytest.mark.parametrize("how", ["deadlock", "serialization", "unique"])
def test_a_view_that_lost_a_race_runs_once_more(client, how):
    urls.tries.clear()

    response = client.post(f"/lose/{how}/1/", {"note": "hello"})

    assert response.text == "done"
    assert urls.tries == ["hello", "hello"]


@pytest.mark.parametrize(
    ("how", "times", "tries", "status"),
    [("deadlock", 2, 2, 503), ("unique", 2, 2, 500), ("check", 1, 1, 500), ("away", 1, 1, 503)],
)
def test_it_runs_once_more_only_once_and_only_then(visitor, how, times, tries, status):
    response = visitor.post(f"/lose/{how}/{times}/", {"note": "hello"})

    assert response.status_code == status
    assert len(urls.tries) == tries


def test_a_missing_database_is_a_page_that_says_wait(visitor, as_mia, monkeypatch):
    def gone(*args, **kwargs):
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "cursor", gone)
    monkeypatch.setattr(connection, "chunked_cursor", gone)
    response = visitor.get("/feed/")

    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    assert "takes a short break" in response.text

    monkeypatch.undo()
    assert visitor.get("/accounts/password/change/").status_code == 200


def test_a_mistake_of_ours_is_a_page_without_details(visitor):
    response = visitor.get("/broken/")

    assert response.status_code == 500
    assert "Something went wrong on our side" in response.text
    assert "ZeroDivisionError" not in response.text


def test_a_broken_error_page_still_answers(visitor, monkeypatch):
    def broken(*args):
        raise RuntimeError

    monkeypatch.setattr("netsim.errors.render_to_string", broken)
    response = visitor.get("/broken/")

    assert response.status_code == 500
    assert response.text == "<!doctype html><title>500</title><p>Something went wrong.</p>"


def test_health_asks_the_database_and_nobody_else(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz", headers={"Host": "10.0.0.7"})

    assert (response.status_code, response.text) == (200, "ok")
    assert list(response.cookies) == []


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_health_says_when_the_database_is_away(client, monkeypatch, error):
    def gone():
        raise error

    monkeypatch.setattr(connection, "cursor", gone)

    assert client.get("/healthz").status_code == 503


def test_health_is_answered_without_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/healthz").status_code == 200
    assert client.get("/accounts/login/").status_code == 301


def test_a_page_that_needs_a_sign_in_leads_there_and_back(client):
    response = client.get("/feed/?after=3")

    assert response.url == "/accounts/login/?next=/feed/%3Fafter%3D3"


def test_an_act_without_a_session_leads_to_the_sign_in_alone(client):
    assert client.post("/posts/").url == "/accounts/login/"


def test_htmx_without_a_session_moves_the_whole_page(client):
    evil = {"HX-Request": "true", "HX-Current-URL": "https://evil.test/"}
    response = client.post("/posts/?next=https://evil.test", headers=evil)

    assert response["HX-Redirect"] == "/accounts/login/"
    assert response.content == b""


def test_a_signed_in_answer_is_not_kept(as_mia):
    response = as_mia.get("/accounts/password/change/")

    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert "Clear-Site-Data" not in response


@pytest.mark.parametrize("path", ["/accounts/logout/", "/admin/logout/"])
def test_signing_out_clears_what_the_browser_kept(client, admin_user, path):
    client.force_login(admin_user)

    response = client.post(path)

    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/feed/").url.startswith("/accounts/login/")


def test_every_page_says_what_the_browser_may_do(client):
    headers = client.get("/accounts/login/").headers

    assert headers["Permissions-Policy"].startswith("camera=(), microphone=()")
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "'unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'self'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}, {"Origin": "https://evil.test"}])
def test_a_form_without_its_token_says_reload(headers):
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", headers=headers)

    assert response.status_code == 403
    assert "reload the page and try again" in response.text


@pytest.mark.parametrize("cookie", ["forged", "a" * 200, '"', "%00", "..", "' OR 1=1"])
def test_a_forged_session_is_no_session(client, cookie):
    client.cookies["sessionid"] = cookie

    assert client.get("/feed/").status_code == 302
