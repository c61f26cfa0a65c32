import pytest

from tests.everyone import signed_in
from tests.network.views.words import said


@pytest.fixture
def mia(everyone):
    return everyone.mia


@pytest.fixture
def as_mia(mia):
    return signed_in(mia)


@pytest.fixture
def htmx(mia):
    """Mia's browser, pressing buttons that htmx answers."""
    return signed_in(mia, headers={"HX-Request": "true"})


@pytest.fixture
def says(mia):
    """What the browser of `as_mia` or `htmx` shows at the top of the next whole page."""

    def read(browser):
        return said(browser.get("/feed/", headers={"HX-Request": ""}))

    return read
