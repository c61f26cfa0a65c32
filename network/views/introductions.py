"""Asking to be introduced, and answering those who ask."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from netsim.responses import page

from ..errors import Gone, Refusal
from ..forms import IntroductionForm, once
from ..middleware import needs_person
from ..models import Introduction, Invitation, Person
from ..paging import newest_first
from ..phrases import to_be_introduced
from .answers import act, back, posted, refused
from .people import other_person


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request, handle, through):
    """The form: what the target is to read, which the one in between reads first."""
    person = other_person(request, handle)
    between = _between(request, person, through)
    rules = request.person.world.rules
    start = {"note": to_be_introduced(person.name, between.name, rules.note_length)}
    form = IntroductionForm(posted(request), rules=rules, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            return _asked(request, person, between, form.cleaned_data)
        except Gone as gone:
            return refused(request, gone)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"person": person, "between": between, "form": form}
    return render(request, "network/introduce.html", context, status=422 if form.errors else 200)


def _between(request, person, handle):
    """Somebody whom both know; 404 for everybody else."""
    both = Person.objects.mutual(request.person, person).with_ties(request.person)
    if person.is_employer:
        raise Http404
    return get_object_or_404(both, handle=handle)


def _asked(request, person, between, data):
    key = once(data["key"], person.handle, between.handle, data["note"])
    request.person.ask_to_be_introduced(between, person, data["note"], key=key)
    said = _("You asked %(between)s to introduce you to %(name)s.")
    messages.success(request, said % {"between": between.name, "name": person.name})
    return redirect(person)


@needs_person
@require_safe
def received(request):
    """Who asks me to introduce them."""
    waiting = Introduction.objects.awaiting(request.person)
    return _list(request, "network/introductions.html", waiting, "asker")


@needs_person
@require_safe
def asked(request):
    """Whom I asked, as I may see it: silent answers look open (C6)."""
    mine = Introduction.objects.seen_open_by(request.person)
    return _list(request, "network/introductions_asked.html", mine, "through")


def _list(request, template, requests, other):
    shown = _with(requests, other, request.person)
    context = {"introductions": newest_first(shown, request.GET.get("before"))}
    return page(request, template, context, fragment="list")


def _with(requests, other, me):
    """Requests with the two others as their cards show them."""
    return requests.prefetch_related(
        Prefetch(other, Person.objects.for_cards(me)),
        Prefetch("target", Person.objects.with_ties(me)),
    )


@act
def pass_on(request, pk):
    introduction = _to_me(request, pk)
    invitation = introduction.pass_on()
    connected = invitation.status == Invitation.Status.ACCEPTED
    return _answered(request, introduction, "connected" if connected else "passed")


@act
def decline(request, pk):
    introduction = _to_me(request, pk)
    introduction.decline()
    return _answered(request, introduction, "declined")


@act
def withdraw(request, pk):
    mine = Introduction.objects.filter(asker=request.person).select_related("through", "target")
    introduction = get_object_or_404(mine, pk=pk)
    introduction.withdraw()
    return _changed(request, introduction, "withdrawn", "introductions_asked", "through")


def _to_me(request, pk):
    mine = Introduction.objects.filter(through=request.person).select_related("asker", "target")
    return get_object_or_404(mine, pk=pk)


def _answered(request, introduction, answer):
    return _changed(request, introduction, answer, "introductions", "asker")


def _changed(request, introduction, answer, template, other):
    if not request.htmx:
        names = {one: getattr(introduction, one).name for one in ("asker", "through", "target")}
        messages.success(request, _SAID[answer] % names)
        return back(request, otherwise="network:introductions")
    now = _with(Introduction.objects.filter(pk=introduction.pk), other, request.person).get()
    context = {"introduction": now, "answer": answer}
    return render(request, f"network/{template}.html#card", context)


_SAID = {
    "passed": gettext_lazy("%(asker)s's invitation has gone to %(target)s, with your name."),
    "connected": gettext_lazy("%(target)s had invited %(asker)s. They are connected now."),
    "declined": gettext_lazy("You declined. %(asker)s is not told."),
    "withdrawn": gettext_lazy("%(through)s is not asked any more."),
}
