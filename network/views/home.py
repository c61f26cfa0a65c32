from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def home(request):
    """What netsim is; the feed for those who are signed in."""
    if request.user.is_authenticated:
        return redirect("network:feed")
    return render(request, "network/landing.html")
