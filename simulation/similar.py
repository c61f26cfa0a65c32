"""Somebody like the one just explained, to try for real."""

from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import MD5, Abs, Concat, Greatest

from network.models import Connection, Invitation, Person

from .living.strangers import HANDLES

NEAR = 1  # levels apart; who is nearer is no better


def similar(me, person, traits):
    """A stranger whom I may invite, of the same role if there is one, in the same field and of
    nearly the same level as far as there is.

    After each person it is somebody else, as hashing spreads them, and always the same one for as
    long as I may invite them; None without anybody. `is_alike` says whether it is the role.
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
    is_near = Case(When(~Q(industry="") & Q(industry=person.industry), then=True), default=False)
    apart = Greatest(Abs(F("persona__level") - traits.level), NEAR)
    spread = MD5(Concat("handle", Value(f"|{person.handle}|{me.handle}|{me.world.seed}")))
    nearest = others.annotate(is_alike=is_alike, is_near=is_near)
    return nearest.order_by("-is_alike", "-is_near", apart, spread, "pk").first()
