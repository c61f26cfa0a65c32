import pytest
from django.contrib.messages import get_messages

from network.errors import JobClosed
from network.models import Application, Job, SavedJob
from network.views import jobs
from tests.everyone import signed_in
from tests.factories import EmployerFactory, PersonFactory, connect, open_job, works_at
from tests.network.views.words import is_part, said, visible

LETTER = "I have read tide tables since I was nine."


@pytest.fixture
def harbour(everyone):
    return EmployerFactory(
        world=everyone.world,
        handle="harbour",
        name="Harbour Works",
        location="Selmouth",
        industry="Maritime",
    )


@pytest.fixture
def pilot(harbour):
    return open_job(harbour)


def titles(response):
    return [job.title for job in response.context["jobs"]]


def refusals(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_open_jobs_the_newest_first(as_mia, pilot, harbour, everyone):
    open_job(harbour, "Cook")
    open_job(harbour, "Deckhand").close()
    open_job(EmployerFactory(world=everyone.outsider.world), "Elsewhere")

    assert titles(as_mia.get("/jobs/")) == ["Cook", "Harbour pilot"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=harbour+pilot", ["Harbour pilot"]),
        ("q=bread", ["Baker"]),
        ("q=nothing", []),
        ("contract=internship", ["Baker"]),
        ("contract=for-ever", ["Baker", "Harbour pilot"]),
        ("industry=Maritime", ["Harbour pilot"]),
        ("employer=harbour", ["Harbour pilot"]),
        ("employer=mia", ["Baker", "Harbour pilot"]),
        ("known=yes", ["Harbour pilot"]),
        ("known=yes&contract=internship", []),
        ("q=a%00b", []),
        ("before=x", ["Baker", "Harbour pilot"]),
    ],
)
def test_jobs_are_searched_and_filtered(as_mia, everyone, pilot, query, found):
    bakery = EmployerFactory(world=everyone.world, name="Bakery", industry="Bread")
    open_job(bakery, "Baker", contract="internship")
    works_at(everyone.connection, pilot.employer)

    assert titles(as_mia.get(f"/jobs/?{query}")) == found


def test_a_filter_stays_on_the_next_page(htmx, harbour):
    for number in range(22):
        open_job(harbour, f"Pilot {number}", contract="internship")
        open_job(harbour, f"Cook {number}")

    first = htmx.get("/jobs/?q=pilot&contract=internship")
    more = f"/jobs/?q=pilot&amp;contract=internship&amp;before={first.context['jobs'].next}"

    assert is_part(first)
    assert more in first.text
    assert titles(htmx.get(more.replace("&amp;", "&"))) == ["Pilot 1", "Pilot 0"]


def test_jobs_of_employers_hidden_from_me_are_nowhere(as_mia, mia, pilot):
    Job.objects.save_for_later(mia, pilot.pk)
    mia.apply(pilot, LETTER)
    pilot.employer.block(mia)

    for url in ("/jobs/", "/jobs/saved/", "/jobs/applications/", "/employers/", "/notifications/"):
        page = as_mia.get(url)
        assert "Harbour pilot" not in page.text
        assert "Harbour Works" not in page.text
        assert "Maritime" not in page.text


def test_a_job_shows_whom_i_know_there_and_who_posted_it(as_mia, everyone, harbour):
    job = open_job(harbour, contact=everyone.stranger)
    works_at(everyone.connection, harbour)
    works_at(everyone.stranger, harbour)
    works_at(everyone.followed, harbour)
    connect(everyone.stranger, everyone.connection)

    page = visible(as_mia.get(job.url))

    assert "Guide ships in and out." in page
    assert "You know 1 person there" in page
    assert page.index("Connected 1st") < page.index("You both know Connection")
    assert "1 more person works here." in page
    assert page.endswith("How this world works")
    assert "Posted by Stranger" in page


@pytest.mark.parametrize(
    ("both", "said"),
    [
        (["Ada", "Bo"], "You both know Ada and Bo"),
        (["Ada", "Bo", "Cy"], "You both know Ada, Bo and Cy"),
        (["Ada", "Bo", "Cy", "Di"], "You both know Ada, Bo, Cy and others"),
    ],
)
def test_whom_we_both_know_reads_as_a_sentence(as_mia, everyone, harbour, both, said):
    works_at(everyone.stranger, harbour)
    for name in both:
        one = PersonFactory(world=harbour.world, name=name)
        connect(everyone.stranger, one)
        connect(everyone.mia, one)

    page = visible(as_mia.get(open_job(harbour).url))
    assert said in " ".join(page.split()).replace(" ,", ",")


def test_an_application_is_withdrawn_from_the_list_of_them(as_mia, mia, pilot):
    mia.apply(pilot, "I can do it.")
    page = as_mia.get("/jobs/applications/")
    assert f'href="{pilot.url}withdraw/"' in page.text

    assert "You cannot apply for this job a second time" in as_mia.get(f"{pilot.url}withdraw/").text
    as_mia.post(f"{pilot.url}withdraw/")
    assert "/withdraw/" not in as_mia.get("/jobs/applications/").text


def test_there_is_nothing_to_withdraw_when_the_job_is_closed(as_mia, mia, pilot):
    mia.apply(pilot, "I can do it.")
    pilot.close()
    assert "/withdraw/" not in as_mia.get("/jobs/applications/").text


def test_a_contact_hidden_from_me_is_not_named(as_mia, mia, everyone, harbour):
    job = open_job(harbour, contact=everyone.stranger)
    everyone.stranger.block(mia)

    page = visible(as_mia.get(job.url))

    assert "Stranger" not in page
    assert "Posted by" not in page
    assert "Nobody works here whom you know" in page


def test_saving_and_forgetting(as_mia, pilot):
    as_mia.post(f"{pilot.url}save/")

    assert titles(as_mia.get("/jobs/saved/")) == ["Harbour pilot"]

    pilot.close()
    assert "Closed" in visible(as_mia.get("/jobs/saved/"))

    as_mia.post(f"{pilot.url}forget/")

    assert titles(as_mia.get("/jobs/saved/")) == []
    assert "You have saved no jobs yet" in visible(as_mia.get("/jobs/saved/"))


def test_htmx_gets_the_button_that_changed(htmx, pilot):
    response = htmx.post(f"{pilot.url}save/")

    assert is_part(response)
    assert f'id="job-{pilot.pk}-saving"' in response.text
    assert visible(response) == "Saved Harbour pilot"
    assert visible(htmx.post(f"{pilot.url}forget/")) == "Save Harbour pilot"


def test_applying_and_finding_the_letter_again(as_mia, mia, pilot):
    assert "Apply: Harbour pilot" in visible(as_mia.get(f"{pilot.url}apply/"))

    response = as_mia.post(f"{pilot.url}apply/", {"letter": LETTER})

    assert response.url == pilot.url
    assert Application.objects.get().letter == LETTER
    page = as_mia.get(pilot.url)
    assert said(page) == ["Your application to Harbour Works is sent."]
    assert f"{pilot.url}apply/" not in page.text
    assert LETTER in visible(as_mia.get("/jobs/applications/"))


def test_pressed_twice_it_is_sent_once_and_nobody_is_scolded(as_mia, pilot):
    for _ in range(2):
        response = as_mia.post(f"{pilot.url}apply/", {"letter": LETTER})
        assert set(refusals(response)) == {"Your application to Harbour Works is sent."}
    assert Application.objects.count() == 1


def test_an_empty_or_long_letter_stands_in_the_form_again(as_mia, pilot):
    empty = as_mia.post(f"{pilot.url}apply/", {"letter": " \u200b"})
    long = as_mia.post(f"{pilot.url}apply/", {"letter": "x" * 2001})

    assert (empty.status_code, long.status_code) == (422, 422)
    assert "Write a few sentences first." in visible(empty)
    assert "This has 2001 characters; the most is 2000." in visible(long)
    assert "x" * 2001 in long.text
    assert not Application.objects.exists()


def test_who_has_applied_or_comes_late_is_told_so_on_the_job_s_page(as_mia, mia, harbour):
    mia.apply(applied := open_job(harbour), LETTER)
    (closed := open_job(harbour)).close()

    for job, words in ((applied, "applied for this job already"), (closed, "This job is closed")):
        response = as_mia.get(f"{job.url}apply/")
        assert response.url == job.url
        assert words in refusals(response)[-1]
    assert "closed" in refusals(as_mia.post(f"{closed.url}apply/", {"letter": LETTER}))[-1]


def test_withdrawing_asks_first(as_mia, mia, pilot):
    mia.apply(pilot, LETTER)
    ask = as_mia.get(f"{pilot.url}withdraw/")

    assert "You cannot apply for this job a second time." in visible(ask)
    assert Application.objects.standing().exists()

    response = as_mia.post(f"{pilot.url}withdraw/")

    assert response.url == pilot.url
    assert not Application.objects.standing().exists()
    page = visible(as_mia.get(pilot.url))
    assert "Your application is withdrawn." in page
    assert "You withdrew your application." in page
    assert "Withdrawn" in visible(as_mia.get("/jobs/applications/"))
    assert "already" in refusals(as_mia.post(f"{pilot.url}withdraw/"))[-1]


def test_an_employer_who_blocks_while_i_write_leads_to_the_jobs(as_mia, pilot, monkeypatch):
    form = as_mia.get(f"{pilot.url}apply/")
    assert form.status_code == 200
    seen = jobs._seen

    def seen_and_then_blocked(request, pk):
        job = seen(request, pk)
        job.employer.block(request.person)
        return job

    monkeypatch.setattr(jobs, "_seen", seen_and_then_blocked)
    response = as_mia.post(f"{pilot.url}apply/", {"letter": LETTER})

    assert response.url == "/jobs/"
    assert refusals(response) == ["This job is not here any more. Go back to Jobs to find others."]


def test_a_job_closed_while_i_look_cannot_be_withdrawn_from(as_mia, mia, pilot):
    mia.apply(pilot, LETTER)
    pilot.close()
    response = as_mia.post(f"{pilot.url}withdraw/")

    assert refusals(response) == [str(JobClosed())]


def test_lists_of_mine_page_by_key(as_mia, mia, harbour, monkeypatch):
    monkeypatch.setattr(jobs, "SIZE", 2)
    offered = [open_job(harbour, f"Job {number}") for number in range(3)]
    for job in reversed(offered):
        Job.objects.save_for_later(mia, job.pk)
        mia.apply(job, LETTER)

    for tab in ("saved", "applications"):
        first = as_mia.get(f"/jobs/{tab}/")
        rest = as_mia.get(f"/jobs/{tab}/?before={first.context['jobs'].next}")
        assert (titles(first), titles(rest)) == (["Job 0", "Job 1"], ["Job 2"])


def test_what_others_save_and_send_is_not_mine(as_mia, everyone, pilot):
    Job.objects.save_for_later(everyone.stranger, pilot.pk)
    everyone.stranger.apply(pilot, LETTER)

    page = as_mia.get("/jobs/")

    assert "Applied" not in visible(page)
    assert LETTER not in as_mia.get(pilot.url).text
    assert titles(as_mia.get("/jobs/saved/")) == titles(as_mia.get("/jobs/applications/")) == []
    assert SavedJob.objects.count() == 1


def test_empty_lists_say_what_to_do(as_mia):
    assert "No open jobs now" in visible(as_mia.get("/jobs/"))
    assert "No job found" in visible(as_mia.get("/jobs/?q=pilot"))
    assert "You have not applied yet" in visible(as_mia.get("/jobs/applications/"))


def test_what_a_simulated_person_was_told_names_the_job(as_mia, everyone, harbour):
    pia = everyone.new("pia", "persona")
    pia.follow(harbour)
    open_job(harbour)

    assert "Harbour Works: opened a job: Harbour pilot" in visible(
        as_mia.get(f"{pia.url}their-side/")
    )


def test_notifications_lead_to_the_job(as_mia, mia, harbour, everyone):
    mia.follow(harbour)
    job = open_job(harbour)
    mia.apply(job, LETTER)
    job.close()

    page = as_mia.get("/notifications/")

    assert "Harbour Works has a new job: Harbour pilot." in visible(page)
    assert "Harbour Works closed a job that you applied for: Harbour pilot." in visible(page)
    assert f'href="{job.url}"' in page.text
    assert "has a new job" not in signed_in(everyone.stranger).get("/notifications/").text
