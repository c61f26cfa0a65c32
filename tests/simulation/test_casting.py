"""Who simulated people are, where nobody said so."""

import pytest
from django.core.exceptions import ValidationError

from simulation.casting import cast, role_of
from simulation.models import Persona
from tests.factories import EmployerFactory, LearnerFactory, PersonFactory, job


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Director of operations", "senior_leader"),
        ("Head of planning", "senior_leader"),
        ("Warehouse manager", "hiring_manager"),
        ("Technical recruiter", "recruiter"),
        ("Stock planner", "peer"),
        ("", "peer"),
        ("Headmaster's assistant", "peer"),
    ],
)
def test_a_role_follows_from_the_work(title, role):
    assert role_of(title, is_influencer=False, is_recruiter=False) == role


def test_what_the_editors_chose_comes_first():
    assert role_of("Director", is_influencer=True, is_recruiter=False) == "influencer"
    assert role_of("Planner", is_influencer=False, is_recruiter=True) == "recruiter"


def test_the_same_seed_and_handle_make_the_same_persona():
    assert cast(7, 1, "omar", "peer") == cast(7, 1, "omar", "peer")
    assert cast(7, 1, "omar", "peer") != cast(8, 1, "omar", "peer")


@pytest.mark.django_db
def test_every_persona_of_a_world_comes_alive_once(world, omar):
    PersonFactory()  # of another world
    LearnerFactory(world=world)
    EmployerFactory(world=world)
    noor = PersonFactory(world=world, handle="noor")
    job(noor, title="Head of planning")
    Persona.objects.create(person=omar, role="alumnus", openness=1)

    Persona.objects.enliven(world)
    Persona.objects.enliven(world)

    assert dict(Persona.objects.values_list("person__handle", "role")) == {
        "omar": "alumnus",
        "noor": "senior_leader",
    }
    assert Persona.objects.get(person=omar).openness == 1
    for persona in Persona.objects.all():
        persona.full_clean()


@pytest.mark.parametrize(
    "sessions",
    [None, 5, "ab", [], [[480]], [[540, 480]], [[480, 1441]], [[480.5, 540]], [[float("nan"), 9]]],
)
def test_sessions_are_pairs_of_whole_minutes_in_order(omar, sessions):
    persona = Persona(person=omar, sessions=sessions)

    with pytest.raises(ValidationError) as refused:
        persona.clean()
    assert "pairs of whole minutes" in str(refused.value)
