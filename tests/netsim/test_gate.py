from io import BytesIO

import pytest
from django.http import HttpResponseNotAllowed
from django.test import RequestFactory

from netsim.gate import GateMiddleware
from netsim.wsgi import application

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/login/"
MULTIPART = "multipart/form-data; boundary=cut"
PART = b'--cut\r\nContent-Disposition: form-data; name="login"\r\n\r\nmia\r\n'


@pytest.fixture
def seen():
    """What a view behind the gate gets."""
    requests = []
    gate = GateMiddleware(lambda request: requests.append(request) or "answered")
    return lambda request: (gate(request), requests)[1][0]


@pytest.mark.parametrize("method", ["TRACE", "OPTIONS", "CONNECT", "PUT", "BREW"])
def test_other_methods_are_refused_in_words(client, method):
    response = client.generic(method, LOGIN)

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, POST"
    assert "belongs to a button" in response.text


def test_a_view_that_refuses_a_method_gets_the_same_page(rf):
    response = GateMiddleware(lambda request: HttpResponseNotAllowed(["POST"]))(rf.get("/"))

    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert "belongs to a button" in response.text


def test_nul_in_the_path_is_not_found(client):
    assert client.get("/people/%00/").status_code == 404


def test_nul_in_the_query_is_left_out(seen):
    request = seen(RequestFactory().get("/people/?q=a%00b&q=c&%00d=e"))

    assert dict(request.GET.lists()) == {"q": ["ab", "c"], "d": ["e"]}


@pytest.mark.parametrize("content_type", [MULTIPART, "application/x-www-form-urlencoded"])
def test_nul_in_the_body_is_left_out(seen, content_type):
    body = PART.replace(b"mia", b"m\0ia") + b"--cut--\r\n"
    if content_type != MULTIPART:
        body = b"login=m%00ia"
    request = seen(RequestFactory().generic("POST", LOGIN, body, content_type))

    assert dict(request.POST.lists()) == {"login": ["mia"]}


def test_nul_in_a_quoted_cookie_is_not_a_session(client):
    response = client.get(LOGIN, headers={"Cookie": r'sessionid="\000abc"; csrftoken="a\"b'})

    assert response.status_code == 200


@pytest.mark.parametrize("body", [b"login=%FF%FE", b"login=%ED%A0%80", b"\xff\xfe=1"])
def test_what_is_not_utf_8_is_an_ordinary_mistake(client, body):
    response = client.generic("POST", LOGIN, body, "application/x-www-form-urlencoded")

    assert response.status_code == 200
    assert "errorlist" in response.text or "error" in response.text


def test_a_form_that_is_too_large_is_refused_with_the_limit(client):
    response = client.post(LOGIN, {"login": "a" * 3_000_000})

    assert response.status_code == 413
    assert "2.0\xa0MB" in response.text


def test_an_enormous_body_is_not_read_to_its_end(rf, settings):
    class Endless(BytesIO):
        given = 0

        def read(self, size=-1):
            assert size > 0
            self.given += size
            return b"a" * size

    body = Endless()
    request = rf.post(LOGIN, CONTENT_LENGTH=str(10**15), **{"wsgi.input": body})

    response = GateMiddleware(None)(request)

    assert response.status_code == 413
    assert body.given <= 8 * settings.DATA_UPLOAD_MAX_MEMORY_SIZE


@pytest.mark.parametrize("fields", [1001, 200_000])
def test_too_many_fields_are_refused(client, fields):
    body = "&".join(f"f{n}=" for n in range(fields))
    response = client.generic("POST", LOGIN, body, "application/x-www-form-urlencoded")

    assert response.status_code == 400
    assert "too many fields" in response.text


def test_too_many_parameters_are_refused(client):
    assert client.get("/?" + "a&" * 1001).status_code == 400


def test_too_many_files_are_refused(client):
    part = b'--cut\r\nContent-Disposition: form-data; name="f"; filename="../../x"\r\n\r\n\r\n'
    response = client.generic("POST", LOGIN, part * 101 + b"--cut--\r\n", MULTIPART)

    assert response.status_code == 400


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json", 415),
        ("text/plain", 415),
        ("", 415),
        ("application/x-www-form-urlencoded; charset=utf-16", 400),
        ("multipart/form-data", 400),
        ("multipart/form-data; boundary=\xe9\x00", 400),
        ("multipart/form-data; boundary=cut; charset=rot13", 400),
    ],
)
def test_a_body_that_is_no_form_is_refused_in_words(client, content_type, status):
    body = PART + b"--cut--\r\n"
    response = client.generic("POST", LOGIN, body, content_type)

    assert response.status_code == status
    assert "<h1>" in response.text


def test_a_multipart_form_that_was_cut_off_is_refused(client):
    response = client.generic("POST", LOGIN, PART, MULTIPART)

    assert response.status_code == 400
    assert "did not arrive whole" in response.text


def test_a_body_shorter_than_announced_is_refused(rf):
    request = rf.generic("POST", LOGIN, b"login=mia", "application/x-www-form-urlencoded")
    request.META["CONTENT_LENGTH"] = "900"
    request._stream.limit = 9

    assert GateMiddleware(None)(request).status_code == 400


def test_a_body_of_unknown_length_is_refused(client):
    form = {"content_type": "application/x-www-form-urlencoded", "CONTENT_LENGTH": ""}
    response = client.generic("POST", LOGIN, b"", **form, headers={"Transfer-Encoding": "chunked"})

    assert response.status_code == 411


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"path": "/people/?q=" + "a" * 70_000}, 414),
        ({"path": LOGIN, "headers": {"X-Long": "a" * 70_000}}, 431),
        ({"path": LOGIN, "headers": {"Cookie": "; ".join(f"c{n}=1" for n in range(200))}}, 431),
        ({"path": LOGIN, "headers": {"Host": "evil.test"}}, 400),
    ],
)
def test_what_is_too_long_or_for_another_host_is_refused_in_words(client, request_, status):
    response = client.get(**request_)

    assert response.status_code == status
    assert "<h1>" in response.text


@pytest.mark.parametrize(
    "path", ["//evil.test", "/\\evil.test", "/../", "/a;b", "/\r\nSet-Cookie:a=b", "/\xff"]
)
def test_odd_paths_lead_nowhere(client, path):
    response = client.get("/", PATH_INFO=path)

    assert response.status_code == 404
    assert list(response.cookies) == []


def test_the_gate_answers_before_anything_else_runs(monkeypatch, django_assert_num_queries):
    started = []
    environ = RequestFactory()._base_environ(REQUEST_METHOD="BREW", PATH_INFO="/")
    with django_assert_num_queries(0):
        body = application(environ, lambda status, headers: started.append((status, headers)))

    assert started[0][0] == "405 Method Not Allowed"
    assert dict(started[0][1])["X-Content-Type-Options"] == "nosniff"
    assert b"<h1>" in b"".join(body)
