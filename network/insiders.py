"""Whom one knows at an employer: the warm way to a job there."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from .models import Connection, Person

MOST = 12  # people of one degree


@dataclass(frozen=True)
class Insiders:
    """People who work there now: 1st degree, 2nd degree, and how many more."""

    first: list
    second: list
    others: int


def insiders(viewer, employer):
    """Each person with ties and mutuals; in the order of their names."""
    staff = Person.objects.others(viewer).working_at(employer)
    mine = Connection.objects.filter(person=viewer)
    known = Exists(mine.filter(other=OuterRef("pk")))
    near = Exists(Connection.objects.filter(person=OuterRef("pk"), other__in=mine.values("other")))
    first = _shown(staff.filter(known), viewer)
    second = _shown(staff.filter(~known, near), viewer)
    return Insiders(first, second, staff.count() - len(first) - len(second))


def _shown(staff, viewer):
    return list(staff.with_ties(viewer).with_mutuals(viewer).order_by("name_key", "pk")[:MOST])
