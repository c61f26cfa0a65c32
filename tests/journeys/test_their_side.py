"""What "Pending" looks like on the other side."""

from playwright.sync_api import expect

from network.models import Person
from simulation.deciding.answer import Outcome
from tests.journeys.steps import with_and_without_scripts
from tests.simulation.moves import answered


@with_and_without_scripts
def test_a_silent_no_is_seen_from_their_side(browse, seat, scripts):
    mia = seat("Mia Lund")
    elin = Person.objects.get(handle="elin-sorby")
    sent = mia.invite(elin, "unknown", "You wrote about the front row. How did you choose the 40?")
    answered(sent, Outcome.DECLINE)

    page = browse(mia.user, java_script_enabled=scripts)
    page.goto("/invitations/sent/")
    card = page.get_by_role("article").filter(has_text="Elin Sörby")
    expect(card).to_contain_text("Pending")
    card.get_by_role("link", name="See it from their side").click()

    row = page.get_by_role("row", name="Your invitation to them")
    expect(row).to_contain_text("Pending")
    expect(row).to_contain_text("What they did with it, if anything, only its debrief tells.")
    row.get_by_role("link", name="Go to its debrief").click()
    page.get_by_role("button", name="Open the debrief").click()
    expect(page.get_by_text("They declined, in silence.")).to_be_visible()
    page.goto("/people/elin-sorby/their-side/")
    expect(row).to_contain_text("They declined it, on day 1.")
    page.get_by_role("link", name="Back to your side").click()
    expect(page.get_by_role("heading", name="Elin Sörby", level=1)).to_be_visible()
