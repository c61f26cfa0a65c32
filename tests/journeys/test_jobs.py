"""From an employer to a job, through somebody who works there; told what becomes of it."""

from playwright.sync_api import expect

from network.models import Job
from tests.factories import connect, works_at
from tests.journeys.steps import card, find, says, with_and_without_scripts

LETTER = "I count stock on Fridays, and I have found eleven surprises."


@with_and_without_scripts
def test_the_warm_way_to_a_job(browse, seat, world, scripts):
    mia, omar = seat("Mia Lund"), seat("Omar Haddad")
    ninebridge = world.people.get(handle="ninebridge-freight")
    works_at(omar, ninebridge)
    connect(mia, omar)
    page = browse(mia.user, java_script_enabled=scripts)
    job = Job.objects.get(title="Supply planner, first role")

    page.goto("/people/")
    find(page, "ninebrige logistics")
    page.get_by_role("main").get_by_role("link", name="Employers", exact=True).click()
    page.get_by_role("link", name="Ninebridge Freight").click()
    people = page.get_by_role("region", name="People you can reach there")
    expect(people).to_contain_text("Omar Haddad")
    expect(people).to_contain_text("You both know Kofi Brandt")

    planner = card(page, job.title)
    planner.get_by_role("button", name="Save").click()
    expect(planner.get_by_role("button", name="Saved")).to_be_visible()
    planner.get_by_role("link", name=job.title).click()
    page.get_by_role("link", name="Apply", exact=True).click()
    page.get_by_label("Your letter").fill(LETTER)
    page.get_by_role("button", name="Send application").click()
    expect(says(page)).to_contain_text("Your application to Ninebridge Freight is sent.")

    page.goto("/jobs/saved/")
    expect(card(page, job.title)).to_contain_text("Applied")
    page.get_by_role("main").get_by_role("link", name="My applications").click()
    page.get_by_text("Your letter").click()
    expect(page.get_by_text(LETTER)).to_be_visible()

    job.close()
    ninebridge.open_job("Night dispatcher", "Keep the night calm.")
    page.goto("/notifications/")
    told = page.get_by_role("main")
    expect(told).to_contain_text("has a new job: Night dispatcher.")
    expect(told).to_contain_text("closed a job that you applied for: Supply planner, first role.")


@with_and_without_scripts
def test_two_who_apply_and_one_who_thinks_again(browse, seat, world, scripts):
    mia, omar = seat("Mia Lund"), seat("Omar Haddad")
    job = Job.objects.get(title="Transport coordinator, evenings")
    mias, omars = (browse(one.user, java_script_enabled=scripts) for one in (mia, omar))

    for page in (mias, omars):
        page.goto("/jobs/?q=evenings")
        card(page, job.title).get_by_role("link", name=job.title).click()
        page.get_by_role("link", name="Apply", exact=True).click()
        page.get_by_label("Your letter").fill(LETTER)
        page.get_by_role("button", name="Send application").click()
        expect(says(page)).to_contain_text("is sent.")
    mias.get_by_role("link", name="Withdraw my application").click()
    mias.get_by_role("button", name="Withdraw", exact=True).click()
    expect(mias.get_by_role("main")).to_contain_text("You withdrew your application.")

    job.close()
    omars.goto("/notifications/")
    expect(omars.get_by_role("main")).to_contain_text("closed a job that you applied for")
    omars.get_by_role("link", name="Look").first.click()
    expect(omars.get_by_role("main")).to_contain_text("This job was closed on")
    mias.goto("/notifications/")
    expect(mias.get_by_role("main")).not_to_contain_text("closed a job")
