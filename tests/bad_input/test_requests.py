"""Requests that no browser sends by itself (safety.md, C)."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import reverse

from network.models import Event, Follow, Invitation, Post
from tests.everyone import signed_in
from tests.factories import publish
from tests.network.views.words import is_part
from tests.test_permissions import ALL, OF_PERSONS, full, rows, things

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=cut"
HELLO = {"text": "Hello", "audience": "followers"}
LISTS = [
    "/feed/",
    "/people/",
    "/network/",
    "/network/following/",
    "/network/followers/",
    "/network/blocked/",
    "/invitations/",
    "/invitations/sent/",
    "/notifications/",
    "/people/stranger/",
]


@pytest.fixture
def as_mia(everyone):
    return signed_in(everyone.mia)


@pytest.fixture
def checked(everyone):
    """A browser whose forms must prove that they come from our pages."""
    return signed_in(everyone.mia, enforce_csrf_checks=True)


def addresses(everyone):
    """Each URL of the network that needs a person, with the methods it has."""
    made = {}
    for row, cells in (row for table in OF_PERSONS for row in rows(table)):
        method, target = row.split()
        name, _, thing = target.partition("/")
        if cells[-1] == "in":
            if thing not in made:
                made[thing] = things(everyone)[thing]()
            yield method, reverse(full(name), args=made[thing])


def token(client):
    return re.search(r'csrfmiddlewaretoken" value="(\w+)"', client.get("/posts/").text)[1]


# Who sends it


def test_a_form_with_its_token_is_taken(checked):
    assert (
        checked.post("/posts/", {**HELLO, "csrfmiddlewaretoken": token(checked)}).status_code == 302
    )


@pytest.mark.parametrize("stolen", ["", "x", "0" * 64, "another's"])
def test_a_form_without_its_token_is_refused_in_words(checked, everyone, stolen):
    if stolen == "another's":
        stolen = token(signed_in(everyone.stranger, enforce_csrf_checks=True))
    response = checked.post("/posts/", {**HELLO, "csrfmiddlewaretoken": stolen})

    assert response.status_code == 403
    assert "reload the page and try again" in response.text
    assert list(Post.objects.all()) == []


@pytest.mark.exhaustive
def test_every_act_asks_for_the_token(checked, everyone):
    refused = {
        url: checked.post(url).status_code
        for method, url in addresses(everyone)
        if method == "POST"
    }

    assert set(refused.values()) == {403}, refused


@pytest.mark.parametrize("origin", ["https://evil.test", "null", "http://testserver.evil.test"])
def test_a_form_from_elsewhere_is_refused(checked, origin):
    data = {**HELLO, "csrfmiddlewaretoken": token(checked)}

    assert checked.post("/posts/", data, headers={"Origin": origin}).status_code == 403
    assert list(Post.objects.all()) == []


# Methods


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"]
)
def test_no_other_method_does_anything(as_mia, everyone, method):
    urls = {url for _, url in addresses(everyone)}
    counted = (Follow, Invitation, Post)
    before = [model.objects.count() for model in counted]

    answers = {
        as_mia.generic(method, url, "text=x&audience=followers", FORM).status_code for url in urls
    }

    assert answers == {405}
    assert [model.objects.count() for model in counted] == before


@pytest.mark.exhaustive
def test_looking_at_an_act_does_nothing(as_mia, everyone):
    urls = [url for method, url in addresses(everyone) if method == "POST"]
    before = changed_by_acts()

    for url in urls:
        for look in (as_mia.get, as_mia.head):
            assert look(url).status_code in (200, 302, 404, 405), url

    assert changed_by_acts() == before


def changed_by_acts():
    """What pressing any button would change: the log, and who invited and follows whom."""
    invitations = Invitation.objects.order_by("pk").values_list("pk", "status")
    follows = Follow.objects.order_by("pk").values_list("follower", "followed")
    return Event.objects.count(), list(invitations), list(follows)


# Bodies


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b'{"text": "Hello", "audience": "followers"}', "application/json", 415),
        (b"text=Hello&audience=followers", "text/plain", 415),
        (b"<text>Hello</text>", "application/xml", 415),
        (b"text=Hello&audience=followers", "", 415),
        (b"&".join(b"f%d=" % n for n in range(1001)), FORM, 400),
        (b"text=" + b"a" * 3_000_000, FORM, 413),
        (b"text=" + b"a" * 10_000_000, FORM, 413),
        (b"--cut\r\n", "multipart/form-data", 400),
        (b"--cut\r\nContent-Disposition: form-data; name=text\r\n\r\nHello", MULTIPART, 400),
    ],
    ids=lambda value: repr(value)[:40],
)
@pytest.mark.parametrize(
    "url", ["/posts/", "/profile/edit/top/", "/people/stranger/invite/", "/start/"]
)
def test_a_body_that_is_no_form_of_ours_is_refused_in_words(
    as_mia, url, body, content_type, status
):
    response = as_mia.generic("POST", url, body, content_type)

    assert response.status_code == status
    assert "<h1>" in response.text
    assert list(Post.objects.all()) == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "CON", ".htaccess", "x\0.csv", "a" * 10_000])
def test_a_file_where_text_belongs_is_nothing(as_mia, name):
    part = (
        f'--cut\r\nContent-Disposition: form-data; name="text"; filename="{name}"\r\n'
        "Content-Type: text/plain\r\n\r\nHello\r\n--cut--\r\n"
    )
    response = as_mia.generic("POST", "/posts/", part.encode(), MULTIPART)

    assert response.status_code in (400, 422)
    assert list(Post.objects.all()) == []


# Where it is from and where it leads


@pytest.mark.parametrize(
    "onward",
    [
        "https://evil.test/",
        "//evil.test/",
        "/\\evil.test/",
        "///evil.test/",
        "https:evil.test",
        "javascript:alert(1)",
        "http://testserver@evil.test/",
        "/\t/evil.test/",
        "\thttps://evil.test",
        "%2f%2fevil.test",
        "/feed/\r\nSet-Cookie: a=b",
    ],
)
@pytest.mark.parametrize("door", ["login", "signup"])
def test_signing_in_leads_to_our_own_pages_only(client, everyone, door, onward):
    mia = everyone.mia.user
    mia.set_password("tide-table-7-quay")
    mia.save()
    form = {
        "login": {"login": mia.username, "password": "tide-table-7-quay"},
        "signup": {"username": "newcomer", "password1": "tide-table-7-quay"},
    }[door]
    response = client.post(f"/accounts/{door}/", {**form, "next": onward})

    assert response.status_code == 302
    assert not response.url.startswith(("/\\", "/\t", "\t"))
    assert urlsplit(urljoin("http://testserver/", response.url)).netloc == "testserver"
    assert "a" not in response.cookies


def test_after_signing_in_i_am_where_i_wanted_to_be(client, everyone):
    mia = everyone.mia.user
    mia.set_password("tide-table-7-quay")
    mia.save()
    asked = client.get("/people/?q=str")
    form = {"login": mia.username, "password": "tide-table-7-quay", "next": "/people/?q=str"}

    assert asked.url == "/accounts/login/?next=/people/%3Fq%3Dstr"
    assert client.post("/accounts/login/", form).url == "/people/?q=str"


@pytest.mark.parametrize(
    "host", ["evil.test", "testserver.evil.test", "", "a" * 300, "evil.test:80@testserver"]
)
def test_another_host_is_refused(client, db, host):
    assert client.get("/", headers={"Host": host}).status_code == 400


def test_a_forwarded_host_stands_in_no_mail(client, everyone, mailoutbox):
    user = everyone.mia.user
    user.email = "mia@example.org"
    user.save()
    client.post(
        "/accounts/password/reset/",
        {"email": "mia@example.org"},
        headers={"X-Forwarded-Host": "evil.test", "X-Host": "evil.test"},
    )

    [mail] = mailoutbox
    assert "evil.test" not in mail.body
    assert "http://testserver/" in mail.body


@pytest.mark.parametrize(
    "cookie",
    ["sessionid=forged", 'sessionid="a\\"b"', "sessionid=", "sessionid=" + "a" * 5000, "=;;=\xff"],
)
def test_a_forged_session_leads_to_the_sign_in_page(client, db, cookie):
    response = client.get("/feed/", headers={"Cookie": cookie})

    assert response.status_code == 302
    assert response.url.startswith("/accounts/login/")


# htmx


@pytest.mark.parametrize("url", LISTS)
def test_a_page_asked_as_a_part_is_a_part_and_back_again(as_mia, url):
    part = as_mia.get(url, headers={"HX-Request": "true"})
    whole = as_mia.get(url)

    assert is_part(part)
    assert "<html" in whole.text
    for response in (part, whole):
        assert "HX-Request" in response["Vary"]
        assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "headers",
    [
        {"HX-Request": "1"},
        {"HX-Request": "TRUE"},
        {"HX-Boosted": "true"},
        {"HX-Request": "true", "HX-Boosted": "true"},
        {"HX-Request": "true", "HX-History-Restore-Request": "true"},
    ],
)
def test_whatever_is_not_a_request_for_a_part_gets_the_page(as_mia, headers):
    assert "<html" in as_mia.get("/feed/", headers=headers).text


@pytest.mark.parametrize("url", LISTS)
def test_nothing_that_htmx_claims_is_repeated(as_mia, url):
    names = ("Current-URL", "Current-URL-URI-AutoEncoded", "Target", "Trigger", "Trigger-Name")
    claims = {f"HX-{name}": '//evil.test/"><script>' for name in (*names, "Prompt")}

    for request in ({}, {"HX-Request": "true"}):
        response = as_mia.get(url, headers={**claims, **request})
        assert "evil.test" not in response.text + str(response.headers)


def test_a_session_that_ended_moves_the_whole_page_to_the_sign_in_page(everyone, client):
    for method, url in addresses(everyone):
        response = getattr(client, method.lower())(url, headers={"HX-Request": "true"})
        assert response.get("HX-Redirect") == "/accounts/login/", url
        assert response.content == b"", url


@pytest.mark.exhaustive
def test_who_lost_their_world_is_moved_to_the_start_page_as_a_whole(everyone):
    client = signed_in(everyone.seatless, headers={"HX-Request": "true"})
    led = {
        response["HX-Redirect"]
        for method, url in addresses(everyone)
        if not url.startswith(("/worlds/", "/start/", "/settings/data/"))
        for response in [getattr(client, method.lower())(url)]
    }

    assert led == {"/start/"}


@pytest.mark.parametrize("who", ["stranger", None])
def test_the_permission_of_a_part_is_that_of_its_page(everyone, who):
    """Asking as htmx opens nothing."""
    post = publish(everyone.mia, "For followers")
    client = signed_in(who and getattr(everyone, who))
    for url in (post.url, f"{post.url}edit/", f"{post.url}delete/"):
        response = client.get(url, headers={"HX-Request": "true"})
        assert "For followers" not in response.text


def test_all_urls_with_an_id_are_among_the_addresses(everyone):
    """So that a new one is asked here too."""
    routes = {name for path, name in ALL if "<" in path and name.startswith("network:")}
    asked = {full(row.split()[1].split("/")[0]) for table in OF_PERSONS for row, _ in rows(table)}

    assert routes <= asked
