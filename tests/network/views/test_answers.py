"""Where acts lead, whatever a browser says about where it was."""

import pytest


@pytest.mark.parametrize(
    ("referer", "leads_to"),
    [
        ("http://testserver/people/stranger/", "/people/stranger/"),
        ("http://testserver/network/?after=x&y=%2F", "/network/?after=x&y=%2F"),
        ("", "/feed/"),
        ("http://evil.test/people/", "/feed/"),
        ("http://testserver.evil.test/people/", "/feed/"),
        ("http://testserver@evil.test/people/", "/feed/"),
        ("http://evil.test\\@testserver/people/", "/feed/"),
        ("//evil.test/people/", "/feed/"),
        ("http://testserver//evil.test/", "/feed/"),
        ("http://testserver/\\evil.test/", "/feed/"),
        ("http://testserver/people/..//evil.test/", "/feed/"),
        ("javascript:alert(1)", "/feed/"),
        ("http://testserver/nowhere/", "/feed/"),
        ("http://[", "/feed/"),
        ("http://testserver/feed/?a=\r\nSet-Cookie:b=c", "/feed/?a=Set-Cookie:b=c"),
    ],
)
def test_an_act_leads_back_to_our_own_pages_only(as_mia, everyone, referer, leads_to):
    response = as_mia.post(f"{everyone.stranger.url}follow/", headers={"Referer": referer})

    assert response.status_code == 302
    assert response.url == leads_to


@pytest.mark.parametrize(
    "header", ["HX-Current-URL", "HX-Target", "HX-Trigger", "HX-Trigger-Name", "HX-Prompt"]
)
@pytest.mark.parametrize("value", ["//evil.test/<script>", "person-<script>", "%0d%0aA:b", "\xff"])
def test_what_htmx_claims_is_never_repeated(htmx, everyone, header, value):
    response = htmx.post(f"{everyone.stranger.url}follow/", headers={header: value})

    assert response.status_code in (200, 302)
    assert "evil" not in response.get("Location", "") + response.text
    assert "<script>" not in response.text


def test_an_act_is_never_done_by_looking(as_mia, everyone):
    for act in ("follow", "unfollow", "unblock"):
        response = as_mia.get(f"{everyone.stranger.url}{act}/")
        assert response.status_code == 405
        assert "<h1>" in response.text
