"""What "Pending" looks like on the other side."""

import pytest
from playwright.sync_api import expect

from network.models import Invitation, Person


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
def test_a_silent_no_is_seen_from_their_side(browse, seat, script):
    mia = seat("Mia Lund")
    elin = Person.objects.get(handle="elin-sorby")
    mia.invite(elin, "unknown", "You wrote about the front row. How did you choose the 40?")
    Invitation.objects.get(sender=mia, recipient=elin).decline()

    page = browse(mia.user, java_script_enabled=script)
    page.goto("/invitations/sent/")
    card = page.get_by_role("article").filter(has_text="Elin Sörby")
    expect(card).to_contain_text("Pending")
    card.get_by_role("link", name="See it from their side").click()

    row = page.get_by_role("row", name="Your invitation to them")
    expect(row).to_contain_text("Pending")
    expect(row).to_contain_text("They declined it, on day 1.")
    page.get_by_role("link", name="Back to your side").click()
    expect(page.get_by_role("heading", name="Elin Sörby", level=1)).to_be_visible()
