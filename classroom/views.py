from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from network.middleware import choose_person

from . import shipped
from .forms import StartForm
from .starting import TooManyWorlds, called, start_world


@require_http_methods(["GET", "HEAD", "POST"])
def start(request):
    """A world of my own, for those who have none or want another."""
    typed = request.POST if request.method == "POST" else None
    form = StartForm(typed, initial={"name": called(request.user)})
    if form.is_valid():
        try:
            person = start_world(request.user, **form.wanted)
        except TooManyWorlds as refusal:
            form.add_error(None, str(refusal))
        else:
            choose_person(request, person)
            return redirect("network:feed")
    context = {"form": form, "scenario": shipped.scenario(shipped.FOR_ONESELF)}
    return render(request, "classroom/start.html", context, status=422 if form.errors else 200)
