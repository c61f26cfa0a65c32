from copy import copy

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..forms import ProfileForm
from ..middleware import needs_person
from .answers import posted


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request):
    """The top of my own profile: name, headline, about, place, industry."""
    # A copy: what is refused must not show in the frame of the page.
    form = ProfileForm(posted(request), instance=copy(request.person))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your profile is saved."))
        return redirect("network:profile")
    context = {"form": form}
    return render(request, "network/profile.html", context, status=422 if form.errors else 200)
