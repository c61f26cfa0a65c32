"""Bets on answers, their debriefs, and what would have been if."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netsim.responses import page
from network.middleware import needs_person
from network.paging import newest_first
from network.views.answers import act

from ..debriefing import Told, judgement_of, list_of, sent_by
from ..errors import NeverDecided, NotDecided
from ..forms import PredictionForm, WhatIfForm
from ..models import Debrief, Prediction
from ..similar import similar
from ..what_if import WhatIf


@needs_person
@require_safe
def listed(request):
    """What I asked simulated people, the newest first."""
    rows = newest_first(list_of(request.person), request.GET.get("before"))
    context = {
        "debriefs": [Told(one) for one in rows],
        "next": rows.next,
        "judgement": judgement_of(request.person),
    }
    return page(request, "simulation/debriefs.html", context, fragment="list")


@needs_person
@require_safe
def show(request, pk):
    """The debrief of an invitation; for htmx the bet on it."""
    told = _mine(request, pk)
    context = {"told": told, "form": _bet(told)}
    if told.is_explained:
        context["similar"] = similar(request.person, told.recipient, told.decision.seen.traits)
    return page(request, "simulation/debrief.html", context, fragment="bet")


@act
def predict(request, pk):
    told = _mine(request, pk)
    form = PredictionForm(request.POST)
    if not form.is_valid():
        context = {"told": told, "form": form}
        return page(request, "simulation/debrief.html", context, fragment="bet", status=422)
    Prediction.objects.predict(told.invitation, form.cleaned_data["tenths"])
    if not request.htmx:
        words = _("Your bet stands. You can change it until the debrief is open.")
        messages.success(request, words)
        return redirect("simulation:debrief", pk)
    told = _mine(request, pk)
    context = {"told": told, "form": _bet(told), "saved": True}
    return render(request, "simulation/debrief.html#bet", context)


@act
def unseal(request, pk):
    """The learner wants to know what became of a silent invitation."""
    told = _mine(request, pk)
    try:
        Debrief.objects.open(told.invitation)
    except (NotDecided, NeverDecided) as not_yet:
        messages.info(request, str(not_yet))
    return redirect("simulation:debrief", pk)


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def what_if(request, pk):
    """What would have been if; computed and shown, and nowhere written."""
    told = _mine(request, pk)
    if not told.is_explained:
        return redirect("simulation:debrief", pk)
    given = request.POST if request.method == "POST" else None
    form = WhatIfForm(given, decision=told.decision)
    context = {"told": told, "form": form}
    if form.is_valid():
        context["result"] = WhatIf(told, form.given)
    status = 422 if form.errors else 200
    return page(request, "simulation/what_if.html", context, fragment="what-if", status=status)


def _mine(request, pk):
    """One of my own; another's, another world's and none give the same 404."""
    return Told(get_object_or_404(sent_by(request.person), pk=pk))


def _bet(told):
    """The form of a bet, with the one that stands."""
    stands = {"tenths": told.prediction.tenths} if told.prediction else {}
    return PredictionForm(initial=stands)
