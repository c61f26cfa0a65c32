import pytest
from django.http import HttpResponse
from django_htmx.middleware import HtmxDetails

from netsim import responses

PART = {"HX-Request": "true"}
BOOSTED = PART | {"HX-Boosted": "true"}
RESTORED = PART | {"HX-History-Restore-Request": "true"}


@pytest.fixture(autouse=True)
def _names_only(monkeypatch):
    """Answers hold the template's name instead of the page."""

    def render(request, template, context, status=200):
        return HttpResponse(template, status=status)

    monkeypatch.setattr(responses, "render", render)


@pytest.fixture
def request_with(rf):
    def request(headers):
        request = rf.get("/", headers=headers)
        request.htmx = HtmxDetails(request)
        return request

    return request


@pytest.mark.parametrize(
    ("headers", "template"),
    [({}, "feed.html"), (PART, "feed.html#list"), (BOOSTED, "feed.html"), (RESTORED, "feed.html")],
)
def test_a_page_is_whole_unless_htmx_asks_for_a_part(request_with, headers, template):
    response = responses.page(request_with(headers), "feed.html", {}, fragment="list", status=422)

    assert (response.text, response.status_code) == (template, 422)
    assert response["Vary"] == "HX-Request"
