"""A new learner alone: from signing up to the first debrief and what-if."""

from playwright.sync_api import expect

from network.models import Connection, Person
from tests.journeys.steps import invite, says, sign_up, start

A_WEEK = 90_000  # milliseconds: what a week of a world may take on a busy machine
POOR = "I would like to add you to my professional network."
BETTER = (
    "Hi {name}, your work made me curious. I am a stock assistant with a new diploma. "
    "Could I ask you one question about it? No rush, and thank you."
)


def somebody_to_invite():
    """Whom Mia does not know, and who did not invite her."""
    mia = Person.objects.get(user__username="mia")
    others = Person.objects.filter(world=mia.world, kind=Person.Kind.PERSONA, is_influencer=False)
    known = Connection.objects.filter(person=mia).values("other")
    return others.exclude(pk__in=known).exclude(sent_invitations__recipient=mia).earliest("pk")


def press_in_clock(page, name):
    """Open the clock's menu and press a button of it."""
    page.get_by_role("banner").locator(".world-menu > summary").click()
    page.get_by_role("button", name=name).click()


def put_forward(page, name):
    with page.expect_navigation(timeout=A_WEEK):
        press_in_clock(page, name)
    expect(says(page)).to_contain_text("It is now")


def test_from_signing_up_to_the_first_debrief_and_what_if(browse, transactional_db):
    page = browse()
    sign_up(page, "mia")
    start(page, "Mia Lund")
    press_in_clock(page, "Pause")  # or a slow machine gives the stranger time to answer
    expect(page.get_by_role("banner")).to_contain_text("Paused")

    stranger = somebody_to_invite()
    page.goto(stranger.url)
    page.get_by_role("link", name="Connect", exact=True).click()
    coach = page.get_by_role("region", name="Coach")
    page.get_by_label("Your note").fill(POOR)
    expect(coach.get_by_role("status")).to_contain_text("the text that everybody sends")
    invite(page, "We don't know each other", POOR)
    expect(says(page)).to_contain_text("is pending")

    page.get_by_role("link", name="Practice", exact=True).click()
    page.get_by_role("main").get_by_role("link", name=stranger.name).first.click()
    page.get_by_label("2", exact=True).check()
    page.get_by_role("button", name="Bet", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Your bet: 2 in 10 would accept.")

    for _week in range(4):  # three weeks are the longest that anybody takes
        put_forward(page, "A week on")
    if page.get_by_role("button", name="Open the debrief").is_visible():
        page.get_by_role("button", name="Open the debrief").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("in 10")
    expect(main).to_contain_text("What to change first")

    page.get_by_role("link", name="What if").first.click()
    page.get_by_role("textbox", name="Note").fill(BETTER.format(name=stranger.name.split()[0]))
    page.get_by_role("button", name="See the chance").click()
    expect(page.get_by_role("heading", name="Now about")).to_be_visible()

    page.goto("/practice/")
    expect(page.get_by_role("heading", name="The note")).to_be_visible()
