from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from netsim.responses import page

from ..middleware import needs_person
from ..models import Event
from ..paging import newest_first
from .answers import act


@needs_person
@require_safe
def index(request):
    """What others did that concerns me, read from the events."""
    notices = Event.objects.notices_for(request.person).select_related("actor", "invitation")
    context = {"notices": newest_first(notices, request.GET.get("before"))}
    for notice in context["notices"]:
        notice.is_unread = notice.pk > request.person.notices_read_up_to
    return page(request, "network/notifications.html", context, fragment="list")


@act
def read(request):
    request.person.read_notices()
    return redirect("network:notifications")
