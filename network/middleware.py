"""Who the signed-in user is in the world they work in: `request.person`."""

from functools import wraps

from django.db.models import F
from django.shortcuts import redirect
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from .models import Person
from .paging import whole_number

SESSION_KEY = "person"


class PersonMiddleware:
    """Set `request.person`; without one, pages of the network lead to the start page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        request.person = None
        if hasattr(view, "needs_person") and request.user.is_authenticated:
            request.person = current_person(request, stays=getattr(view, "stays", False))
            if request.person is None and view.needs_person:
                start = redirect("classroom:start")
                return HttpResponseClientRedirect(start.url) if request.htmx else start


def current_person(request, stays=False):
    """The person chosen in this session, else the one as whom the user worked last; None without.

    An act says whom its page showed (`acting_as`): a tab left open in another world acts there,
    and the session moves with it unless it `stays`.
    """
    mine = Person.objects.filter(user=request.user).select_related("world__rules", "user")
    chosen = request.session.get(SESSION_KEY)
    shown = whole_number(request.POST.get("acting_as"))
    if shown and shown != chosen and (person := mine.filter(pk=shown).first()):
        if not stays:
            choose_person(request, person)
        return person
    lately = mine.order_by(F("entered_at").desc(nulls_last=True), "-pk")
    return (chosen and mine.filter(pk=chosen).first()) or lately.first()


def choose_person(request, person):
    """Work as `person`, one of the user's own, from now on in this session."""
    request.session[SESSION_KEY] = person.pk
    Person.objects.filter(pk=person.pk).update(entered_at=timezone.now())


def needs_person(view):
    """Mark a view that acts as somebody in a world."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        return view(request, *args, **kwargs)

    wrapped.needs_person = True
    return wrapped


def shows_person(view):
    """Mark a view for every user that shows who one is in a world, if one is somebody there."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        return view(request, *args, **kwargs)

    wrapped.needs_person = False
    return wrapped
