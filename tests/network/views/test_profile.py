import pytest

from network.models import Education, Person, Skill
from tests.everyone import signed_in
from tests.factories import job, publish
from tests.network.views.words import is_part, said, texts, visible

NEW = {
    "name": "Mia Lind",
    "headline": "Looks for a first job",
    "location": "Gdańsk",
    "industry": "Shipping",
}
FORMS = ["top", "about", "face", "open-to-work", "skills", "experience/new", "education/new"]


def now(person):
    return Person.objects.get(pk=person.pk)


def test_my_profile_is_as_others_see_it_with_an_edit_beside_each_part(as_mia, mia):
    pilot = job(mia, text="Brought 90 ships in.")
    school = Education.objects.enter(mia, school="Harbour College", started_in=2020)
    Skill.objects.enter(mia, "Rowing")
    publish(mia, "Tide tables")
    response = as_mia.get("/profile/")

    for words in ("Harbour pilot", "Brought 90 ships in.", "Harbour College", "Rowing"):
        assert words in visible(response)
    for edit in (*FORMS, f"experience/{pilot.pk}", f"education/{school.pk}"):
        assert f'href="/profile/edit/{edit}/"' in response.text
    assert texts(response) == ["Tide tables"]
    assert "/profile/edit/" not in as_mia.get(mia.url).text


def test_what_helps_most_next_is_named_to_me_alone(as_mia, mia, everyone):
    page = visible(as_mia.get("/profile/"))

    assert "Your profile: Just begun 0 of 9 things done" in page
    assert "Best next step: Write a headline of your own" in page
    for who, url in ((mia, mia.url), (everyone.connection, mia.url)):
        assert "things done" not in visible(signed_in(who).get(url))


def test_a_headline_that_everybody_began_with_does_not_count(as_mia, mia):
    mia.world.newcomer = {"headline": "Student"}
    mia.world.save()
    mia.revise(headline="Student")
    assert "0 of 9 things done" in visible(as_mia.get("/profile/"))

    mia.revise(headline="Student of harbours")
    assert "1 of 9 things done" in visible(as_mia.get("/profile/"))


def test_i_change_the_top_of_my_profile(as_mia, mia):
    response = as_mia.post("/profile/edit/top/", NEW, follow=True)

    assert said(response) == ["Your profile is saved."]
    assert {field: getattr(now(mia), field) for field in NEW} == NEW
    assert "Looks for a first job" in visible(as_mia.get(mia.url))
    assert mia.acts.latest("pk").verb == "revised"


def test_i_say_something_about_myself(as_mia, mia):
    as_mia.post("/profile/edit/about/", {"about": "First line\n\nSecond line"})

    assert now(mia).about == "First line\n\nSecond line"


def test_the_form_begins_with_what_stands(as_mia, mia):
    mia.revise(headline="Pilot")

    assert 'value="Pilot"' in as_mia.get("/profile/edit/top/").text


def test_an_empty_form_is_refused_and_not_taken_for_a_visit(as_mia, mia):
    response = as_mia.post("/profile/edit/top/", {})

    assert response.status_code == 422
    assert "Give a name; an alias is fine." in visible(response)
    assert now(mia).name == "Mia"


def test_what_was_refused_stands_in_the_form_and_nowhere_else(as_mia):
    response = as_mia.post("/profile/edit/top/", {**NEW, "name": ""})

    assert response.status_code == 422
    assert response.text.count("Looks for a first job") == 1
    assert response.context["me"].headline == ""


def test_fields_that_are_not_in_the_form_are_not_changed(as_mia, mia):
    more = {"is_influencer": "on", "is_recruiter": "on", "kind": "persona", "handle": "admin"}
    as_mia.post("/profile/edit/top/", {**NEW, **more})
    mine = now(mia)

    assert (mine.is_influencer, mine.is_recruiter, mine.kind, mine.handle) == (
        False,
        False,
        "learner",
        "mia",
    )


def test_saving_touches_nothing_but_the_fields_of_the_form(as_mia, mia, everyone, monkeypatch):
    """Notices that were read in another tab meanwhile stay read."""
    from network.forms import ProfileForm

    valid = ProfileForm.is_valid

    def slow(form):
        everyone.stranger.follow(mia)
        mia.read_notices()
        return valid(form)

    monkeypatch.setattr(ProfileForm, "is_valid", slow)
    as_mia.post("/profile/edit/top/", NEW)

    assert now(mia).notices_read_up_to > 0


def test_a_person_who_was_removed_meanwhile_does_not_come_back(as_mia, mia, monkeypatch):
    from network.forms import ProfileForm

    valid = ProfileForm.is_valid
    monkeypatch.setattr(ProfileForm, "is_valid", lambda form: (mia.remove(), valid(form))[1])

    response = as_mia.post("/profile/edit/top/", NEW)

    assert response.url == "/people/"
    assert not Person.objects.filter(world=mia.world_id, handle="mia").exists()


@pytest.mark.parametrize("form", FORMS)
def test_htmx_gets_each_form_in_the_place_of_its_part(htmx, form):
    part = {"face": "top", "experience/new": "experience", "education/new": "education"}
    response = htmx.get(f"/profile/edit/{form}/")

    assert is_part(response)
    assert f'<section class="card" id="profile-{part.get(form, form)}">' in response.text
    assert "<h1" not in response.text


def test_htmx_gets_its_part_of_the_profile_when_it_is_saved(htmx, says):
    response = htmx.post("/profile/edit/about/", {"about": "Reads tide tables."}, follow=True)

    assert is_part(response)
    assert 'id="profile-about"' in response.text
    assert "Reads tide tables." in visible(response)
    assert says(htmx) == []


@pytest.mark.parametrize(
    ("choice", "sees", "recruiter_sees"),
    [("nobody", False, False), ("everybody", True, True), ("recruiters", False, True)],
)
def test_who_sees_that_i_am_open_to_work(as_mia, mia, everyone, choice, sees, recruiter_sees):
    as_mia.post("/profile/edit/open-to-work/", {"open_to_work": choice})
    browser, recruiter = signed_in(everyone.connection), everyone.new("gloria", "persona")
    recruiter.is_recruiter = True

    for url in (mia.url, "/search/?q=mia"):
        assert ("Open to work" in visible(browser.get(url))) == sees
    assert now(mia).is_open_to_work_for(recruiter) == recruiter_sees
    assert now(mia).is_open_to_work_for(mia) == (choice != "nobody")


def test_a_choice_nobody_offered_is_refused(as_mia, mia):
    response = as_mia.post("/profile/edit/open-to-work/", {"open_to_work": "martians"})

    assert response.status_code == 422
    assert now(mia).open_to_work == "nobody"


def test_i_choose_a_face_and_everybody_sees_it(as_mia, mia, everyone):
    page = as_mia.get("/profile/edit/face/")
    assert page.text.count('type="radio"') == 24
    assert "/avatar/1/mia.svg" in signed_in(everyone.connection).get(mia.url).text

    as_mia.post("/profile/edit/face/", {"avatar_seed": "mia-face-7"})

    assert "/avatar/1/mia-face-7.svg" in signed_in(everyone.connection).get(mia.url).text


@pytest.mark.parametrize("seed", ["", "omar", "mia-face-24", "../mia", "MIA"])
def test_other_faces_are_refused(as_mia, mia, seed):
    response = as_mia.post("/profile/edit/face/", {"avatar_seed": seed})

    assert response.status_code in (400, 422)
    assert now(mia).avatar_seed == ""
