from tests.network.views.words import said, visible

NEW = {
    "name": "Mia Lind",
    "headline": "Looks for a first job",
    "about": "First line\n\nSecond line",
    "location": "Gdańsk",
    "industry": "Shipping",
}


def test_i_change_the_top_of_my_profile(as_mia, mia):
    response = as_mia.post("/profile/", NEW, follow=True)

    assert said(response) == ["Your profile is saved."]
    mia.refresh_from_db()
    assert {field: getattr(mia, field) for field in NEW} == NEW
    assert "Looks for a first job" in visible(as_mia.get(mia.url))


def test_the_form_begins_with_what_stands(as_mia, mia):
    mia.headline = "Pilot"
    mia.save()

    assert 'value="Pilot"' in as_mia.get("/profile/").text


def test_an_empty_form_is_refused_and_not_taken_for_a_visit(as_mia, mia):
    response = as_mia.post("/profile/", {})

    assert response.status_code == 422
    assert "Give a name; an alias is fine." in visible(response)
    mia.refresh_from_db()
    assert mia.name == "Mia"


def test_what_was_refused_stands_in_the_form_and_nowhere_else(as_mia):
    response = as_mia.post("/profile/", {**NEW, "name": ""})

    assert response.status_code == 422
    assert response.text.count("Looks for a first job") == 1
    assert response.context["me"].headline == ""


def test_saving_touches_nothing_but_the_fields_of_the_form(as_mia, mia, everyone, monkeypatch):
    """Notices that were read in another tab meanwhile stay read."""
    from network.forms import ProfileForm

    valid = ProfileForm.is_valid

    def slow(form):
        everyone.stranger.follow(mia)
        mia.read_notices()
        return valid(form)

    monkeypatch.setattr(ProfileForm, "is_valid", slow)
    as_mia.post("/profile/", NEW)

    mia.refresh_from_db()
    assert mia.notices_read_up_to > 0


def test_a_person_who_was_removed_meanwhile_does_not_come_back(as_mia, mia, monkeypatch):
    from network.forms import ProfileForm
    from network.models import Person

    valid = ProfileForm.is_valid
    monkeypatch.setattr(ProfileForm, "is_valid", lambda form: (mia.remove(), valid(form))[1])
    as_mia.raise_request_exception = False

    as_mia.post("/profile/", NEW)

    assert not Person.objects.filter(world=mia.world_id, handle="mia").exists()
