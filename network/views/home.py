from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render


@login_not_required
def home(request):
    """What netsim is; the feed for those who are signed in."""
    if request.user.is_authenticated:
        return redirect("network:feed")
    return render(request, "network/landing.html")
