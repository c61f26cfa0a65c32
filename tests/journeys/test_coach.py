"""The coach reads a note with its author, before it is sent."""

from playwright.sync_api import expect

from tests.journeys.steps import says

WRONG = "Hi [Name], I would like to connect."


def test_slips_show_while_one_types_and_go_when_they_are_mended(browse, seat):
    page = browse(seat("Mia Lund").user)
    page.goto("/people/elin-sorby/invite/")
    coach = page.get_by_role("region", name="Coach")
    expect(coach).to_contain_text("I greet them by their name")
    note = page.get_by_label("Your note")
    note.press_sequentially(WRONG)
    expect(coach.get_by_role("status")).to_contain_text("Something from a template was left in.")
    expect(note).to_be_focused()
    note.fill("Hi Elin, we both work with cold stores.")
    expect(coach.get_by_role("status")).to_contain_text("No slips in the form.")


def test_without_javascript_a_press_of_a_button_asks(browse, seat):
    page = browse(seat("Mia Lund").user, java_script_enabled=False)
    page.goto("/people/elin-sorby/invite/")
    page.get_by_label("We are friends").check()
    page.get_by_label("Your note").fill(WRONG)
    page.get_by_role("button", name="Check my note").click()
    expect(page.get_by_role("status")).to_contain_text("Something from a template was left in.")
    expect(page.get_by_label("Your note")).to_have_value(WRONG)
    expect(page.get_by_label("We are friends")).to_be_checked()
    page.get_by_label("Your note").fill("Hi Elin, we both work with cold stores.")
    page.get_by_role("button", name="Send invitation").click()
    expect(says(page)).to_contain_text("Your invitation to Elin Sörby is pending.")
