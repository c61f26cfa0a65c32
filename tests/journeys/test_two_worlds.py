"""A tab stays in the world that it shows, whatever the other tabs do."""

from playwright.sync_api import expect

from network.models import Follow
from simulation.arriving import welcome
from tests.factories import PersonFactory, WorldFactory
from tests.journeys.steps import says


def test_two_tabs_in_two_worlds(browse, seat):
    mia = seat("Mia Lund")
    harbour = WorldFactory(name="Harbour")
    there = welcome(harbour, mia.user, "Mia of the harbour")
    PersonFactory(world=harbour, handle="elin-sorby", name="Elin of the harbour")
    one = browse(mia.user)
    one.clock.install()
    one.goto("/worlds/")
    other = one.context.new_page()
    other.goto("/worlds/")
    other.get_by_role("button", name="Enter Selmouth class").click()
    expect(says(other)).to_contain_text("You are now in “Selmouth class”.")

    with one.expect_response("**/clock/pulse/"):
        one.clock.run_for(10_000)
    other.goto("/people/elin-sorby/")
    expect(other.get_by_role("heading", name="Elin Sörby", level=1)).to_be_visible()
    one.goto("/worlds/")
    one.get_by_role("button", name="Enter Harbour").click()
    expect(one.get_by_role("banner")).to_contain_text("Harbour")
    other.get_by_role("button", name="Follow", exact=True).click()
    expect(other.get_by_role("heading", name="You follow")).to_be_visible()

    assert Follow.objects.filter(follower=mia, followed__name="Elin Sörby").exists()
    assert not Follow.objects.filter(follower=there).exists()
