"""Personas are edited in the administration; what is due and what was decided is looked at."""

import pytest

from simulation.models import Decision, Due, Persona
from tests.factories import PersonFactory
from tests.simulation.moves import days, lucky

pytestmark = pytest.mark.django_db
FORM = {
    "role": "recruiter",
    "level": "2",
    "register": "either",
    "openness": "0.9",
    "busyness": "0.5",
    "selectivity": "0.5",
    "utc_offset": "60",
    "workdays": "0,1,2",
    "sessions": "[[540, 600]]",
}


@pytest.fixture
def decided(monkeypatch, world, mia, omar, persona):
    lucky(monkeypatch, "decline")
    mia.invite(omar, "unknown")
    days(world, 22)
    mia.invite(PersonFactory(world=world, handle="noor"), "unknown")
    days(world, 0)


def test_a_persona_is_edited(admin_client, persona):
    url = f"/admin/simulation/persona/{persona.pk}/change/"
    assert admin_client.get(url).status_code == 200

    assert admin_client.post(url, FORM).status_code == 302
    persona.refresh_from_db()
    assert (persona.role, persona.openness, persona.workdays) == ("recruiter", 0.9, [0, 1, 2])


@pytest.mark.parametrize(
    "wrong",
    [
        {"sessions": "[[600, 540]]"},
        {"sessions": "[[0, 90], [60, 120]]"},
        {"sessions": "[]"},
        {"sessions": "[5]"},
        {"sessions": '{"a": 1}'},
        {"sessions": '[["a", "b"]]'},
        {"workdays": "7"},
        {"openness": "1.2"},
        {"role": "wizard"},
    ],
)
def test_what_makes_no_schedule_is_said_in_the_form(admin_client, persona, wrong):
    response = admin_client.post(f"/admin/simulation/persona/{persona.pk}/change/", FORM | wrong)

    assert response.status_code == 200
    assert response.context["errors"]
    persona.refresh_from_db()
    assert persona.role == "peer"


@pytest.mark.parametrize("table", ["persona", "due", "decision"])
def test_lists_are_searched_in_few_queries(
    admin_client, decided, table, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        response = admin_client.get(f"/admin/simulation/{table}/?q=omar")
    assert response.status_code == 200


def test_decisions_and_what_is_due_are_only_looked_at(admin_client, decided):
    due, decision = Due.objects.get(), Decision.objects.get()

    for url in (f"due/{due.pk}", f"decision/{decision.pk}"):
        assert admin_client.get(f"/admin/simulation/{url}/change/").status_code == 200
        for act in ("change", "delete"):
            assert admin_client.post(f"/admin/simulation/{url}/{act}/").status_code == 403
    for table in ("due", "decision"):
        assert admin_client.get(f"/admin/simulation/{table}/add/").status_code == 403
    assert Persona.objects.count() == 2
