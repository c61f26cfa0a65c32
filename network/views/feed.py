from django.views.decorators.http import require_safe

from netsim.responses import page

from ..feed import feed
from ..forms import PostForm
from ..middleware import needs_person
from ..paging import whole_number


@needs_person
@require_safe
def show(request):
    posts = feed(request.person, before=whole_number(request.GET.get("before")))
    context = {"posts": posts, "form": PostForm(rules=request.person.world.rules)}
    return page(request, "network/feed.html", context, fragment="list")
