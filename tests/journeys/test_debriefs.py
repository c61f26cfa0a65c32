"""Bet, wait, read why, and try what would have been if: with JavaScript and without."""

import pytest
from playwright.sync_api import expect

from simulation.models import Decision
from tests.journeys.steps import invite, says
from tests.simulation.moves import lucky

NOTE = (
    "Hi Elin, your post on the cold store helped me with my diploma. I am a student of "
    "logistics. May I ask you one question? No rush, and thank you."
)


# The main job, so without JavaScript in every run.
@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def page(request, browse, seat, world):
    """Mia's browser, in a world that is her own."""
    mia = seat("Mia Lund")
    world.owner = mia.user
    world.save(update_fields=["owner"])
    return browse(mia.user, java_script_enabled=request.param)


def a_week_on(page, day):
    page.get_by_role("banner").locator(".world-menu > summary").click()
    page.get_by_role("button", name="A week on").click()
    expect(says(page)).to_contain_text(f"It is now Monday, day {day}, ")


def bet(page, tenths):
    """Where one lands after sending, or a link away from there."""
    link = page.get_by_role("link", name="Bet on the answer")
    form = page.get_by_role("group", name="How many of ten people like them would accept this?")
    expect(form.or_(link)).to_be_visible()
    if link.is_visible() and not page.evaluate("Boolean(window.htmx)"):
        link.click()
    form.get_by_label(str(tenths), exact=True).check()
    page.get_by_role("button", name="Bet", exact=True).click()
    expect(page.get_by_text(f"Your bet: {tenths} in 10 would accept.")).to_be_visible()


def test_from_a_bet_to_a_what_if(monkeypatch, page):
    lucky(monkeypatch, "decline")
    page.goto("/people/elin-sorby/invite/")
    invite(page, "We don't know each other", "I would like to add you to my network.")
    expect(says(page)).to_contain_text("Your invitation to Elin Sörby is pending.")
    bet(page, 8)
    for day in (8, 15, 22):
        a_week_on(page, day)
    before = Decision.objects.get(invitation__recipient__handle="elin-sorby").p

    page.goto("/debriefs/")
    row = page.get_by_role("article").filter(has_text="Elin Sörby")
    expect(row).to_contain_text("No answer so far")
    row.get_by_role("link", name="Look").click()
    page.get_by_role("button", name="Open the debrief").click()
    expect(page.get_by_text("They declined, in silence.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("You said 8 in 10.")
    page.get_by_text("All that was weighed").click()
    expect(page.get_by_role("row", name="Where everybody starts")).to_be_visible()

    page.get_by_role("link", name="What if you had done otherwise?").click()
    expect(page.get_by_role("heading", name="As it was")).to_be_visible()
    page.get_by_label("The note").fill(NOTE)
    page.get_by_label("I wrote a thoughtful comment on a post of theirs").check()
    page.get_by_role("button", name="See the chance").click()
    heading = page.get_by_role("heading", name="Now about")
    expect(heading).to_be_in_viewport()
    if page.evaluate("Boolean(window.htmx)"):
        expect(heading).to_be_focused()
    expect(page.get_by_role("row", name="Your note Changed")).to_be_visible()
    expect(page.get_by_text("The new note, read closely")).to_be_visible()
    assert Decision.objects.get(invitation__recipient__handle="elin-sorby").p == before

    page.get_by_role("link", name="The debrief").click()
    page.get_by_role("link", name="Try it for real with").click()
    expect(page.get_by_role("heading", name="Connect", exact=True)).to_be_visible()


def test_what_is_still_on_its_way_stays_closed(page):
    page.goto("/people/farah-mansouri/invite/")
    invite(page, "We don't know each other", NOTE.replace("Elin", "Farah"))
    expect(says(page)).to_contain_text("Your invitation to Farah Mansouri is pending.")
    page.goto("/debriefs/")
    page.get_by_role("article").filter(has_text="Farah").get_by_role("link", name="Bet").click()
    page.get_by_role("button", name="Open the debrief").click()
    expect(says(page)).to_contain_text("Nobody has decided on this invitation so far.")
    expect(page.get_by_role("button", name="Open the debrief")).to_be_visible()
