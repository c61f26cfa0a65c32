from django.views.decorators.http import require_safe

from netsim.responses import page

from ..middleware import needs_person
from ..models import Person, ProfileView
from ..paging import newest_first


@needs_person
@require_safe
def index(request):
    """Who looked at my profile, the last look of each, newest first."""
    me = request.person
    views = newest_first(ProfileView.objects.seen_by(me), request.GET.get("before"))
    viewers = Person.objects.others(me).with_ties(me).in_bulk([view.viewer_id for view in views])
    for view in views:
        view.person = viewers.get(view.viewer_id)  # None: left or blocked in this very moment
    return page(request, "network/viewers.html", {"views": views}, fragment="list")
