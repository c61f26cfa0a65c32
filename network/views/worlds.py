from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ..middleware import choose_person, needs_person
from ..models import Person


@needs_person
@require_safe
def index(request):
    """The worlds in which I have a person, to change between them."""
    mine = Person.objects.filter(user=request.user).select_related("world").order_by("pk")
    return render(request, "network/worlds.html", {"people": mine})


@require_POST
def enter(request, pk):
    """Work in another of my worlds from now on; `pk` is my person there."""
    person = get_object_or_404(Person.objects.select_related("world"), user=request.user, pk=pk)
    choose_person(request, person)
    messages.success(request, _("You are now in “%(world)s”.") % {"world": person.world.name})
    return redirect("network:feed")
