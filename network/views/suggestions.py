"""Putting suggestions aside, and taking them back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from netsim.responses import page

from ..middleware import needs_person
from ..models import Person
from ..paging import by_name
from ..suggestions import suggested
from .answers import act, back
from .people import card_of, other_person


@act
def dismiss(request, handle):
    person = other_person(request, handle)
    request.person.dismiss(person)
    if request.htmx:
        return render(request, "network/_suggestions.html#dismissed", {"person": person})
    messages.success(request, _("%(name)s is not suggested any more.") % {"name": person.name})
    return back(request, otherwise="network:people")


@act
def again(request, handle):
    person = card_of(request, handle)
    request.person.suggest_again(person)
    if request.htmx:
        again = [one for one in suggested(request.person) if one.pk == person.pk]
        context = {"person": again[0] if again else person}
        return render(request, "network/_suggestions.html#card", context)
    messages.success(request, _("%(name)s may be suggested again.") % {"name": person.name})
    return redirect("network:put-aside")


@needs_person
@require_safe
def put_aside(request):
    """Whose suggestion I put aside, to take it back."""
    me = request.person
    people = Person.objects.others(me).filter(dismissed_by__person=me).for_cards(me)
    context = {"people": by_name(people, request.GET.get("after"))}
    return page(request, "network/put_aside.html", context, fragment="list")
