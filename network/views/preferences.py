from copy import copy

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..forms import SettingsForm
from ..middleware import needs_person
from .answers import posted


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request):
    """Who may come near me, and what they may see."""
    form = SettingsForm(posted(request), instance=copy(request.person))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your settings are saved."))
        return redirect("network:settings")
    context = {"form": form}
    return render(request, "network/settings.html", context, status=422 if form.errors else 200)
