from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from netsim.responses import page

from ..middleware import needs_person
from ..models import Event, Person
from ..paging import by_name, newest_first, whole_number
from .answers import act
from .my_network import FEW


@needs_person
@require_safe
def index(request):
    """What others did that concerns me, read from the events."""
    notices = notices_of(request.person)
    news = Person.objects.none()
    if not (request.htmx or request.GET.get("before")):
        news = Person.objects.to_congratulate(request.person).for_cards(request.person)
    context = {
        "news": by_name(news, None, size=FEW),
        "notices": marked(newest_first(notices, request.GET.get("before")), request.person),
        "newest": request.person.newest_notice,
    }
    return page(request, "network/notifications.html", context, fragment="list")


@act
def since(request):
    """What came after the newest notice that an open page knows (`after`); often nothing."""
    after = whole_number(request.POST.get("after")) or 0
    news = newest_first(notices_of(request.person).filter(pk__gt=after), None)
    if not news:
        return HttpResponse(status=204)
    context = {
        "notices": marked(news, request.person),
        "newest": news[0].pk,
        "was_empty": not after,
    }
    return render(request, "network/notifications.html#news", context)


since.stays = True  # nobody pressed anything


def notices_of(reader):
    """What the reader is told, with who did it as their card shows them."""
    about = ("invitation", "introduction__target", "community", "endorsement__skill", "job")
    notices = Event.objects.notices_for(reader).select_related("recommendation", *about)
    return notices.prefetch_related(Prefetch("actor", Person.objects.with_ties(reader)))


def marked(notices, reader):
    """Each with whether the reader has not read it (`is_unread`)."""
    for notice in notices:
        notice.is_unread = notice.pk > reader.notices_read_up_to
    return notices


@act
def read(request):
    """Up to what the page knew of: what came since stays new."""
    request.person.read_notices(whole_number(request.POST.get("up_to")))
    return redirect("network:notifications")
