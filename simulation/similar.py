"""Somebody like the one just explained, to try for real."""

from django.db.models import Case, Exists, F, OuterRef, When
from django.db.models.functions import Abs

from network.models import Connection, Invitation, Person

from .living.strangers import HANDLES


def similar(me, person, traits):
    """A stranger, of the same role if there is one, and of nearly the same level; always the same
    one, and None without anybody. `is_alike` says whether it is the role.
    """
    known = Connection.objects.filter(person=me, other=OuterRef("pk"))
    asked = Invitation.objects.filter(sender=me, recipient=OuterRef("pk"))
    asking = Invitation.objects.filter(sender=OuterRef("pk"), recipient=me)
    strangers = Person.objects.visible_to(me).filter(
        ~Exists(known),
        ~Exists(asked),
        ~Exists(asking.pending()),
        kind=Person.Kind.PERSONA,
        persona__isnull=False,
    )
    is_alike = Case(When(persona__role=traits.role, then=True), default=False)
    others = strangers.exclude(pk=person.pk).exclude(handle__in=HANDLES)
    nearest = others.annotate(is_alike=is_alike)
    return nearest.order_by("-is_alike", Abs(F("persona__level") - traits.level), "pk").first()
