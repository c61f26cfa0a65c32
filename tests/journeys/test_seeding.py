"""An instructor makes a world from a file, looks at it, gives it learners and takes it home."""

import pytest
from playwright.sync_api import expect

from accounts.models import User
from classroom import scenario_file
from tests.factories import UserFactory
from tests.journeys.conftest import FIRST_STEPS
from tests.journeys.steps import sign_in

GOOD = FIRST_STEPS.read_bytes()
WRONG = GOOD.replace(b"how: classmate", b"how: schoolmate", 1)


@pytest.fixture
def page(browse, transactional_db):
    User.objects.create_superuser("ines", password="tide-table-7")
    page = browse()
    page.goto("/admin/")
    sign_in(page, "ines")
    return page


def test_from_a_file_with_a_mistake_to_a_class(page, faults, browse):
    faults.expect("status of 422")
    learner = UserFactory(username="mia")
    page.get_by_role("link", name="Worlds", exact=True).click()
    page.get_by_role("link", name="Make a world from a scenario file").click()

    check(page, WRONG)
    line = WRONG.decode().splitlines().index("      how: schoolmate") + 1
    expect(page.get_by_text("There is 1 mistake in this file")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(f"Line {line}, column 12")
    expect(page.get_by_text("Nothing was loaded.")).to_be_visible()

    check(page, GOOD)
    expect(page.get_by_role("heading", name="No mistakes in “First steps”")).to_be_visible()
    expect(page.get_by_role("row", name="Simulated people")).to_contain_text("10")
    page.get_by_label("Name of the new world").fill("Tuesday class")
    page.get_by_role("button", name="Load into a new world").click()
    expect(page.get_by_text("“Tuesday class” is ready: 10 people, 2 employers")).to_be_visible()

    page.get_by_role("link", name="Add learners").click()
    page.get_by_label("User names").fill("mia\nomar")
    page.get_by_role("button", name="Add learners").click()
    expect(page.get_by_text("Nobody has signed up as omar.")).to_be_visible()
    page.get_by_label("User names").fill("mia")
    page.get_by_role("button", name="Add learners").click()
    expect(page.get_by_text("1 learner was added.")).to_be_visible()
    mias = browse(learner)
    mias.goto("/feed/")
    expect(mias.get_by_role("banner")).to_contain_text("Tuesday class")

    page.get_by_role("link", name="Worlds", exact=True).first.click()
    page.get_by_role("link", name="Tuesday class").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as a scenario file").click()
    assert download.value.suggested_filename == "tuesday-class.yaml"
    again = scenario_file.read(download.value.path().read_bytes())
    assert again.name == "Tuesday class"
    assert len(again.people) == len(scenario_file.read(GOOD).people)


def check(page, data):
    page.get_by_label("A file of your own").set_input_files(
        {"name": "first-steps.yaml", "mimeType": "text/yaml", "buffer": data}
    )
    page.get_by_role("button", name="Check the file").click()
