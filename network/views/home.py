from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ..middleware import choose_person, current_person


@login_not_required
@require_safe
def home(request):
    """What netsim is; the feed for those who are signed in."""
    if request.user.is_authenticated:
        if person := current_person(request):
            choose_person(request, person)  # being seated elsewhere moves nobody who is at work
        return redirect("network:feed")
    return render(request, "network/landing.html")
