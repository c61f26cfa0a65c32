"""Recommendations: writing one, asking for one, and what each of the two may do with it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netsim.responses import page

from ..errors import Gone, Refusal
from ..forms import NoteForm, RecommendationForm
from ..middleware import needs_person
from ..models import Recommendation
from ..models.pair import refusal_to_give
from ..paging import newest_first, whole_number
from .answers import act, back, posted, refused
from .people import other_person

FORM = require_http_methods(["GET", "HEAD", "POST"])


@needs_person
@require_safe
def index(request):
    """What waits for me: to answer, to write, or to change."""
    return _list(request, "waiting", Recommendation.objects.waiting_for(request.person))


@needs_person
@require_safe
def given(request):
    return _list(request, "given", Recommendation.objects.given_by(request.person))


@needs_person
@require_safe
def mine(request):
    """What shows on my profile, what I hide, and what I have asked for."""
    return _list(request, "mine", Recommendation.objects.about(request.person))


def _list(request, tab, recommendations):
    found = recommendations.select_related("author", "recipient").with_other_degree(request.person)
    context = {"tab": tab, "recommendations": newest_first(found, request.GET.get("before"))}
    return page(request, "network/recommendations.html", context, fragment="list")


@needs_person
@FORM
def recommend(request, handle):
    """Write one for a connection, or write it anew."""
    me, person = request.person, other_person(request, handle)
    if obstacle := refusal_to_give(me, person, person.tie.connected):
        return refused(request, obstacle, to=person.url)
    standing = Recommendation.objects.filter(author=me, recipient=person).first()
    form = RecommendationForm(posted(request), rules=me.world.rules, initial=_said(standing))
    if request.method == "POST" and form.is_valid():
        try:
            me.recommend(person, **form.cleaned_data)
        except Gone as gone:
            return refused(request, gone)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            said = _("%(name)s has your recommendation now, and decides whether it shows.")
            messages.success(request, said % {"name": person.name})
            return redirect(person)
    context = {"person": person, "form": form, "standing": standing}
    return render(request, "network/recommend.html", context, status=_status(form))


def _said(standing):
    fields = ("relationship", "place", "text", "revision")
    return {name: getattr(standing, name) for name in fields} if standing else {"revision": 0}


@needs_person
@FORM
def ask(request, handle):
    """Ask a connection to recommend me."""
    me, person = request.person, other_person(request, handle)
    if obstacle := refusal_to_give(me, person, person.tie.connected):
        return refused(request, obstacle, to=person.url)
    form = NoteForm(
        posted(request),
        rules=me.world.rules,
        label=_("Your note"),
        help_text=_("Say what they could write about: something that you did together."),
    )
    if request.method == "POST" and form.is_valid():
        try:
            me.ask_recommendation(person, form.cleaned_data["note"])
        except Gone as gone:
            return refused(request, gone)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            said = _("You have asked %(name)s for a recommendation.")
            messages.success(request, said % {"name": person.name})
            return redirect(person)
    context = {
        "person": person,
        "form": form,
        "title": _("Ask %(name)s for a recommendation") % {"name": person.name},
        "press": _("Ask"),
        "leave": person.url,
    }
    return render(request, "network/recommendation_ask.html", context, status=_status(form))


def _status(form):
    return 422 if form.errors else 200


@needs_person
@FORM
def send_back(request, pk):
    """Ask the author for a change."""
    recommendation = _to_me(request, pk)
    form = NoteForm(
        posted(request),
        rules=request.person.world.rules,
        label=_("What should change?"),
        help_text=_("For example a name, a year, or something that you would rather not show."),
    )
    if request.method == "POST" and form.is_valid():
        try:
            recommendation.send_back(form.cleaned_data["note"])
        except Refusal as refusal:
            return refused(request, refusal, to=_index())
        said = _("You have asked %(name)s for a change.")
        messages.success(request, said % {"name": recommendation.author.name})
        return redirect(_index())
    context = {
        "person": recommendation.author,
        "recommendation": recommendation,
        "form": form,
        "title": _("Ask for a change"),
        "press": _("Ask for a change"),
        "leave": _index(),
    }
    return render(request, "network/recommendation_ask.html", context, status=_status(form))


@needs_person
@FORM
def take_back(request, pk):
    """Ask, then take back what I wrote or what I asked for."""
    begun = Recommendation.objects.begun_by(request.person).select_related("author", "recipient")
    recommendation = get_object_or_404(begun, pk=pk)
    if request.method == "POST":
        try:
            recommendation.take_back(request.person)
        except Refusal as refusal:
            return refused(request, refusal, to=_index())
        messages.success(request, _("It is taken back."))
        tab = "mine" if recommendation.is_asked else "given"
        return redirect(f"network:recommendations-{tab}")
    context = {"recommendation": recommendation}
    return render(request, "network/recommendation_take_back.html", context)


@act
def accept(request, pk):
    """Only the text that the page showed."""
    recommendation = _to_me(request, pk)
    recommendation.accept(whole_number(request.POST.get("revision")) or 0)
    return _stepped(request, recommendation, _("It shows on your profile now."))


@act
def decline(request, pk):
    recommendation = _to_me(request, pk)
    recommendation.decline()
    said = _("You declined. %(name)s is not told.") % {"name": recommendation.author.name}
    return _stepped(request, recommendation, said)


@act
def hide(request, pk):
    recommendation = _to_me(request, pk)
    recommendation.hide()
    return _stepped(request, recommendation, _("It no longer shows on your profile."))


@act
def show(request, pk):
    recommendation = _to_me(request, pk)
    recommendation.show()
    return _stepped(request, recommendation, _("It shows on your profile again."))


@act
def let_pass(request, pk):
    """Not write what somebody asked for."""
    asked = Recommendation.objects.filter(author=request.person)
    recommendation = get_object_or_404(asked.select_related("author", "recipient"), pk=pk)
    recommendation.let_pass()
    said = _("You let it pass. %(name)s is not told.") % {"name": recommendation.recipient.name}
    return _stepped(request, recommendation, said)


def _index():
    return reverse("network:recommendations")


def _to_me(request, pk):
    """What was written for me; not what I only asked for."""
    written = Recommendation.objects.written().filter(recipient=request.person)
    return get_object_or_404(written.select_related("author", "recipient"), pk=pk)


def _stepped(request, recommendation, said):
    """The card as it now is, with what was done."""
    if not request.htmx:
        messages.success(request, said)
        return back(request, otherwise="network:recommendations")
    now = Recommendation.objects.filter(pk=recommendation.pk).with_other_degree(request.person)
    recommendation.other_degree = now.values_list("other_degree", flat=True).first()
    context = {"recommendation": recommendation, "said": said}
    return render(request, "network/recommendations.html#card", context)
