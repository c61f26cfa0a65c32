"""What the frame of every page shows of the signed-in person."""

from django.db.models import Count, Q, Subquery
from django.utils.functional import SimpleLazyObject

from .expressions import SubqueryCount
from .models import Conversation, Person


def frame(request):
    """`me`, and `badges`: waiting `invitations`, conversations with unread `messages`, and unread
    `notifications`.
    """
    me = getattr(request, "person", None)
    return {"me": me, "badges": SimpleLazyObject(lambda: badges(me)) if me else None}


def badges(me):
    """All counts in one query."""
    unread = Conversation.objects.of(me).unread().current()
    unread = unread.values("person").annotate(n=Count("pk")).values("n")
    return (
        Person.objects.filter(pk=me.pk)
        .annotate(
            invitations=Count(
                "received_invitations", filter=Q(received_invitations__status="pending")
            ),
            messages=Subquery(unread),
            notifications=SubqueryCount(me.unread_notices.values("pk")),
        )
        .values("invitations", "messages", "notifications")
        .get()
    )
