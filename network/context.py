"""What the frame of every page shows of the signed-in person."""

from datetime import UTC, datetime
from functools import cache

from django.db import connection
from django.db.models import Count, Q, Subquery
from django.utils.functional import SimpleLazyObject

from .expressions import SubqueryCount
from .models import Conversation, Person

# Stand for whoever asks in the text of the query, which is made once: making it takes ten times as
# long as running it, on every page.
ANYBODY = {"pk": -101, "world_id": -102, "notices_read_up_to": -103}
ANY_TIME = datetime(1, 2, 3, tzinfo=UTC)


def frame(request):
    """`me`, and `badges`: waiting `invitations`, conversations with unread `messages`, and unread
    `notifications`.
    """
    me = getattr(request, "person", None)
    return {"me": me, "badges": SimpleLazyObject(lambda: badges(me)) if me else None}


def badges(me):
    """All counts in one query."""
    sql, stand_ins = _counting(tuple(me.quiet))
    mine = {value: getattr(me, name) for name, value in ANYBODY.items()} | {ANY_TIME: me.joined_at}
    with connection.cursor() as cursor:
        cursor.execute(sql, [mine.get(value, value) for value in stand_ins])
        counts = cursor.fetchone()
    return dict(zip(("invitations", "messages", "notifications"), counts, strict=True))


@cache
def _counting(quiet):
    anybody = Person(**ANYBODY, joined_at=ANY_TIME, quiet=list(quiet))
    return counts_of(anybody).query.sql_with_params()


def counts_of(me):
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
    )
