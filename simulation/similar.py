"""Somebody like the one just explained, to try for real."""

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Abs

from network.models import Connection, Invitation, Person


def similar(me, person, traits):
    """A stranger of the same role and nearly the same level, always the same one; None without."""
    known = Connection.objects.filter(person=me, other=OuterRef("pk"))
    asked = Invitation.objects.filter(sender=me, recipient=OuterRef("pk"))
    asking = Invitation.objects.filter(sender=OuterRef("pk"), recipient=me)
    strangers = Person.objects.visible_to(me).filter(
        ~Exists(known),
        ~Exists(asked),
        ~Exists(asking.pending()),
        kind=Person.Kind.PERSONA,
        persona__role=traits.role,
    )
    nearest = strangers.exclude(pk=person.pk).order_by(
        Abs(F("persona__level") - traits.level), "pk"
    )
    return nearest.first()
