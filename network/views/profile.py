from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..forms import ProfileForm
from ..middleware import needs_person


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request):
    """The top of my own profile: name, headline, about, place, industry."""
    form = ProfileForm(request.POST or None, instance=request.person)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your profile is saved."))
        return redirect("network:profile")
    context = {"form": form}
    return render(request, "network/profile.html", context, status=422 if form.errors else 200)
