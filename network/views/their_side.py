from django.shortcuts import render
from django.views.decorators.http import require_safe

from .. import their_side
from ..middleware import needs_person
from .people import other_person


@needs_person
@require_safe
def show(request, handle):
    """What stands between me and somebody, as they see it at this moment; nothing acts here."""
    me = request.person
    them = other_person(request, handle)
    seen = their_side.me_as_seen_by(them, me)
    context = {
        "them": them,
        "seen": seen,
        "tie": seen.tie,
        "sees_connections": me.shows_connections_to(them, them.tie.connected),
        "sees_open_to_work": me.is_open_to_work_for(them) and me.open_to_work != "nobody",
        "invitations": their_side.invitations(me, them),
        "my_posts": their_side.my_posts(me, them),
    }
    if them.is_simulated:
        context["notices"] = their_side.their_notices(me, them)
        context["posts"], context["hidden"] = their_side.their_feed(me, them)
    return render(request, "network/their_side.html", context)
