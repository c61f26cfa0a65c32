from datetime import timedelta

from django.views.decorators.http import require_safe

from netsim.responses import page

from ..feed import feed
from ..forms import PostForm
from ..middleware import needs_person
from ..paging import whole_number

FIRST_STEPS = timedelta(days=7)  # of the world, in which the feed says where to begin


@needs_person
@require_safe
def show(request):
    me, before = request.person, whole_number(request.GET.get("before"))
    context = {
        "posts": feed(me, before=before),
        "form": PostForm(rules=me.world.rules),
        "is_new": not before and me.world.now - me.joined_at < FIRST_STEPS,
    }
    return page(request, "network/feed.html", context, fragment="list")
