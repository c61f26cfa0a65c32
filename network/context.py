"""What the frame of every page shows of the signed-in person."""

from django.db.models import Count, Q, Subquery
from django.utils.functional import SimpleLazyObject

from .models import Person


def frame(request):
    """`me`, and `badges` with counts of waiting `invitations` and unread `notices`."""
    me = getattr(request, "person", None)
    return {"me": me, "badges": SimpleLazyObject(lambda: badges(me)) if me else None}


def badges(me):
    """Both counts in one query."""
    notices = me.unread_notices.order_by().values("target").annotate(n=Count("pk")).values("n")
    return (
        Person.objects.filter(pk=me.pk)
        .annotate(
            invitations=Count(
                "received_invitations", filter=Q(received_invitations__status="pending")
            ),
            notifications=Subquery(notices),
        )
        .values("invitations", "notifications")
        .get()
    )
