import uuid
from datetime import date

import pytest

from network.models import Education, Experience
from tests.factories import EmployerFactory, job
from tests.network.views.words import is_part, said, visible

ADD = "/profile/edit/experience/new/"
PILOT = {
    "title": "Pilot",
    "employer_name": "Tideline",
    "started_on": "2020-05",
    "ended_on": "2023-01",
    "text": "Brought ships in.",
}
SCHOOL = {"school": "Harbour College", "degree": "BSc", "field": "Tides", "started_in": "2014"}


def listed(person):
    return [
        (job.title, job.employer, job.employer_name, job.started_on, job.ended_on)
        for job in Experience.objects.filter(person=person)
    ]


def test_i_add_change_and_remove_a_job(as_mia, mia):
    response = as_mia.post(ADD, PILOT, follow=True)

    assert said(response) == ["Your profile is saved."]
    assert listed(mia) == [("Pilot", None, "Tideline", date(2020, 5, 1), date(2023, 1, 1))]
    mine = f"/profile/edit/experience/{Experience.objects.get().pk}/"
    assert 'value="2020-05"' in as_mia.get(mine).text

    as_mia.post(mine, {**PILOT, "title": "Chief pilot", "ended_on": ""})
    assert listed(mia) == [("Chief pilot", None, "Tideline", date(2020, 5, 1), None)]

    assert "Chief pilot, Tideline" in visible(as_mia.get(f"{mine}remove/"))
    as_mia.post(f"{mine}remove/")
    assert listed(mia) == []
    assert [act.verb for act in mia.acts.order_by("-pk")[:3]] == ["revised"] * 3


def test_an_employer_of_this_world_is_linked_however_its_name_is_typed(as_mia, mia, everyone):
    harbour = EmployerFactory(world=everyone.world, handle="harbour", name="Café Harbour")
    EmployerFactory(world=everyone.outsider.world, handle="tideline", name="Tideline")
    assert '<option value="Café Harbour">' in as_mia.get(ADD).text

    as_mia.post(ADD, {**PILOT, "employer_name": "cafe HARBOUR"})
    as_mia.post(ADD, PILOT)

    assert {(employer, name) for _, employer, name, *_ in listed(mia)} == {
        (harbour, "Café Harbour"),
        (None, "Tideline"),
    }


def test_an_employer_that_i_cannot_see_is_not_offered(as_mia, mia, everyone):
    harbour = EmployerFactory(world=everyone.world, handle="harbour", name="Café Harbour")
    mia.block(harbour)

    assert "Café Harbour" not in as_mia.get(ADD).text
    as_mia.post(ADD, {**PILOT, "employer_name": "Café Harbour"})
    assert [employer for _, employer, *_ in listed(mia)] == [None]


def test_a_form_sent_twice_adds_one_job(as_mia, mia):
    for _ in range(2):
        as_mia.post(ADD, {**PILOT, "key": KEY})
    assert len(listed(mia)) == 1

    as_mia.post(ADD, {**PILOT, "key": KEY, "title": "Lock keeper"})
    assert len(listed(mia)) == 2


KEY = str(uuid.uuid4())


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("title", "", "Say what you did there."),
        ("title", "\u200b\u2060", "Say what you did there."),
        ("title", "x" * 101, "This has 101 characters; the most is 100. Shorten it."),
        ("employer_name", "", "Say where it was"),
        ("started_on", "", "Say since when, such as 2024-09."),
        *(
            ("started_on", typed, "Write a year and a month, such as 2024-09.")
            for typed in ("0000-00", "2024-13", "1899-12", "10000-01", "May 2024", "٢٠٢٤-٠٥", "1e9")
        ),
        ("started_on", "2027-02", "This month is still to come in this world."),
        ("ended_on", "2019-01", "“From” is later than “to”. Correct one of the two."),
        ("text", "x" * 1001, "This has 1001 characters; the most is 1000. Shorten it."),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_kept(as_mia, mia, field, typed, words):
    response = as_mia.post(ADD, {**PILOT, field: typed})

    assert response.status_code == 422
    assert words in visible(response)
    assert 'value="Pilot"' in response.text or field == "title"
    assert listed(mia) == []


def test_who_and_where_are_not_taken_from_the_form(as_mia, mia, everyone):
    harbour = EmployerFactory(world=everyone.outsider.world, handle="harbour")
    as_mia.post(ADD, {**PILOT, "person": everyone.stranger.pk, "employer": harbour.pk})

    assert [job.person for job in Experience.objects.all()] == [mia]
    assert [job.employer for job in Experience.objects.all()] == [None]


def test_a_job_that_was_removed_in_another_tab_does_not_come_back(as_mia, mia, monkeypatch):
    from network.forms import ExperienceForm

    mine = job(mia)
    valid = ExperienceForm.is_valid
    monkeypatch.setattr(ExperienceForm, "is_valid", lambda form: (mine.remove(), valid(form))[1])
    as_mia.post(f"/profile/edit/experience/{mine.pk}/", PILOT)

    assert listed(mia) == []


def test_i_add_change_and_remove_a_school(as_mia, mia):
    as_mia.post("/profile/edit/education/new/", SCHOOL)
    school = Education.objects.get(person=mia)
    mine = f"/profile/edit/education/{school.pk}/"
    as_mia.post(mine, {**SCHOOL, "ended_in": "2017"})
    school.refresh_from_db()

    assert (school.degree, school.started_in, school.ended_in) == ("BSc", 2014, 2017)

    as_mia.post(f"{mine}remove/")
    assert not Education.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed"),
    [("started_in", t) for t in ("", "0", "-1", "1899", "2100", "1.5", "1e9", "9" * 400)]
    + [("ended_in", "2013"), ("school", " ")],
)
def test_years_that_cannot_be_are_refused(as_mia, field, typed):
    response = as_mia.post("/profile/edit/education/new/", {**SCHOOL, field: typed})

    assert response.status_code == 422
    assert not Education.objects.exists()


def test_htmx_is_asked_in_the_place_of_the_part(htmx, mia):
    response = htmx.get(f"/profile/edit/experience/{job(mia).pk}/remove/")

    assert is_part(response)
    assert 'id="profile-experience"' in response.text
