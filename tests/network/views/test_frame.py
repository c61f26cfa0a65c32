"""What is around each page: the places to go, and what the clock's pulse changes there."""

import re

import pytest

from tests.journeys import pages

PATHS = [path for paths in pages.LEARNER.values() for path in paths if "{" not in path]
ELSEWHERE = re.compile(r'id="([\w-]+)" hx-swap-oob')
MORE = re.compile(r'<details class="menu">\s*<summary class="place"(.*?)</details>', re.DOTALL)


def test_what_a_pulse_brings_has_its_place_on_every_page(as_mia, htmx):
    brought = ELSEWHERE.findall(htmx.post("/clock/pulse/").text)
    answers = {path: as_mia.get(path) for path in PATHS}
    shown = {path: one.text for path, one in answers.items() if 'id="clock"' in one.text}

    assert [(path, id) for path in shown for id in brought if f'id="{id}"' not in shown[path]] == []
    assert {"/feed/", "/settings/", "/how-it-works/"} < shown.keys()
    assert len(brought) == 4


@pytest.mark.parametrize(
    "path", ["/network/", "/map/", "/groups/", "/jobs/", "/debriefs/", "/practice/"]
)
def test_more_is_marked_on_the_pages_that_it_leads_to(as_mia, path):
    more = MORE.search(as_mia.get(path).text)[1]

    assert more.startswith(' aria-current="true"')
    assert more.count('aria-current="page"') == 1


def test_more_is_not_marked_elsewhere(as_mia):
    more = MORE.search(as_mia.get("/feed/").text)[1]

    assert "aria-current" not in more
    assert re.findall(r'href="([^"]+)"', more) == ["/network/", "/groups/", "/jobs/", "/debriefs/"]
