"""What the invitations that I have answered were worth."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from netsim.responses import page
from network.middleware import needs_person
from network.models import Invitation
from network.paging import newest_first

from ..inbox import answered_by, judged


@needs_person
@require_safe
def listed(request):
    rows = newest_first(answered_by(request.person), request.GET.get("before"))
    context = {"answered": judged(rows), "next": rows.next}
    return page(request, "simulation/inbox.html", context, fragment="list")


@vary_on_headers("HX-Request")
@needs_person
@require_safe
def show(request, pk):
    """One of them; for htmx the part beneath the answered card, empty where nothing is known of
    its worth. One that waits is not found, labelled or not.
    """
    Status = Invitation.Status
    answers = (Status.ACCEPTED, Status.DECLINED, Status.UNKNOWN)
    mine = Invitation.objects.filter(recipient=request.person, status__in=answers)
    invitation = get_object_or_404(mine, pk=pk)
    found = judged(answered_by(request.person).filter(invitation=invitation))
    if not found:
        return HttpResponse() if request.htmx else redirect("simulation:inbox")
    context = {"answered": found, "one": found[0]}
    return page(request, "simulation/inbox.html", context, fragment="worth")
