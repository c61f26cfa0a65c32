from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from netsim.responses import page

from ..middleware import needs_person
from ..models import Event
from ..paging import newest_first, whole_number
from .answers import act


@needs_person
@require_safe
def index(request):
    """What others did that concerns me, read from the events."""
    notices = Event.objects.notices_for(request.person)
    notices = notices.select_related("actor", "invitation", "job")
    context = {
        "notices": newest_first(notices, request.GET.get("before")),
        "newest": request.person.newest_notice,
    }
    for notice in context["notices"]:
        notice.is_unread = notice.pk > request.person.notices_read_up_to
    return page(request, "network/notifications.html", context, fragment="list")


@act
def read(request):
    """Up to what the page knew of: what came since stays new."""
    request.person.read_notices(whole_number(request.POST.get("up_to")))
    return redirect("network:notifications")
