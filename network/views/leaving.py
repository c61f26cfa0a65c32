"""Leaving a world, and deleting one's account: each asks first and says what will be lost."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..errors import Refusal
from ..leaving import delete_account, leave, losses
from ..middleware import shows_person
from ..models import Person
from .answers import refused

asked_first = require_http_methods(["GET", "HEAD", "POST"])


@shows_person
@asked_first
def leave_world(request, pk):
    """`pk` is my person there."""
    mine = Person.objects.filter(user=request.user).select_related("world")
    person = get_object_or_404(mine, pk=pk)
    if request.method == "POST":
        leave(person)
        said = _("You have left “%(world)s”. What you wrote there is deleted.")
        messages.success(request, said % {"world": person.world.name})
        return redirect("network:worlds")
    return render(request, "network/world_leave.html", {"losses": losses(person)})


@shows_person
@asked_first
@reauthentication_required
def delete_my_account(request):
    """Asks for the password, unless it was given a few minutes ago."""
    if request.method == "POST":
        try:
            delete_account(request.user)
        except Refusal as refusal:
            return refused(request, refusal, to=reverse("network:account-delete"))
        logout(request)
        messages.success(request, _("Your account is deleted. Thank you for practising here."))
        return redirect("network:home")
    mine = Person.objects.filter(user=request.user).select_related("world").order_by("pk")
    context = {"worlds": [losses(person) for person in mine]}
    return render(request, "network/account_delete.html", context)
