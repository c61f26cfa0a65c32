"""My own profile: as others see it, with an Edit beside each part, and the forms behind these."""

from copy import copy

from django.contrib import messages
from django.db.models import OuterRef
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netsim.responses import page

from ..errors import Gone
from ..expressions import SubqueryCount
from ..forms import AboutForm, FaceForm, OpenToWorkForm, ProfileForm
from ..middleware import needs_person
from ..models import Connection, Endorsement, Person, Post, Recommendation
from ..paging import newest_first
from ..strength import Facts, strength
from .answers import posted, refused

FORM = require_http_methods(["GET", "HEAD", "POST"])
WHERE = {  # each step of the strength is taken
    "headline": reverse_lazy("network:profile-top"),
    "job": reverse_lazy("network:entry-add", args=["experience"]),
    "about": reverse_lazy("network:profile-about"),
    "skills": reverse_lazy("network:profile-skills"),
    "place": reverse_lazy("network:profile-top"),
    "education": reverse_lazy("network:entry-add", args=["education"]),
    "earlier": reverse_lazy("network:entry-add", args=["experience"]),
    "face": reverse_lazy("network:profile-face"),
    "connections": reverse_lazy("network:people"),
}


@needs_person
@require_safe
def show(request):
    """My profile, with what it says so far and what would help most."""
    mine = Person.objects.filter(pk=request.person.pk).with_profile(request.person)
    connections = SubqueryCount(Connection.objects.filter(person=OuterRef("pk")))
    endorsed = Endorsement.objects.filter(endorser=OuterRef("pk"))
    recommended = Recommendation.objects.filter(author=OuterRef("pk")).written()
    person = mine.annotate(
        connection_count=connections,
        endorsements_given_count=SubqueryCount(endorsed),
        recommendations_given_count=SubqueryCount(recommended),
    ).get()
    posts = Post.objects.visible_to(person).filter(author=person).for_cards(person)
    found = strength(facts(person, request.person.world))
    context = {
        "person": person,
        "editing": True,
        "strength": found,
        "recommendations": recommendations(request, person),
        "steps": [(step, is_done, WHERE[step.name]) for step, is_done in found.steps],
        "posts": newest_first(posts, request.GET.get("before"), size=10),
    }
    return page(request, "network/person.html", context, fragment=part(request))


def part(request):
    """Which part of a profile htmx asks for."""
    if "recommended" in request.GET:
        return "recommendations"
    return "posts" if "before" in request.GET else "main"


def recommendations(request, person):
    """What shows on a profile, a few at a time, as far as I may see it."""
    me = request.person
    shown = Recommendation.objects.on_profile(person, me).select_related("author")
    shown = shown.with_other_degree(me)
    return newest_first(shown, request.GET.get("recommended"), size=5)


def facts(person, world):
    """What a person of `with_profile` and `connection_count` has."""
    jobs = list(person.experience.all())
    return Facts(
        headline_is_own=person.headline not in ("", world.newcomer.get("headline", "")),
        about=bool(person.about),
        place_and_industry=bool(person.location and person.industry),
        present_job_with_text=any(job.text for job in jobs if job.ended_on is None),
        earlier_jobs=sum(job.ended_on is not None for job in jobs),
        education=bool(person.schools),
        skills=len(person.skill_cards),
        face_chosen=bool(person.avatar_seed),
        connections=person.connection_count,
    )


@needs_person
@FORM
def top(request):
    """Name, headline, place, industry."""
    # A copy: what is refused must not show in the frame of the page.
    form = ProfileForm(posted(request), instance=copy(request.person))
    return edited(request, form, _("Edit the top of your profile"), "top")


@needs_person
@FORM
def about(request):
    form = AboutForm(posted(request), instance=copy(request.person))
    return edited(request, form, _("About you"), "about")


@needs_person
@FORM
def open_to_work(request):
    form = OpenToWorkForm(posted(request), instance=copy(request.person))
    return edited(request, form, _("Open to work"), "open-to-work")


@needs_person
@FORM
def face(request):
    form = FaceForm(posted(request), person=request.person)
    return edited(request, form, _("Choose your face"), "top", faces=True)


def edited(request, form, title, section, **more):
    """The form of a section: shown, shown again with its mistakes, or saved and back.

    `section` is the id of the part of the profile in whose place htmx shows it.
    """
    if request.method == "POST" and form.is_valid():
        try:
            form.save()
        except Gone as gone:
            return refused(request, gone)
        return saved(request, _("Your profile is saved."))
    # The top stands in the frame too, so the whole page comes back when it is saved.
    in_place = request.htmx and section != "top"
    context = {"form": form, "title": title, "section": section, "in_place": in_place, **more}
    status = 422 if form.errors else 200
    return page(request, "network/profile_form.html", context, fragment="form", status=status)


def saved(request, words):
    """To the profile as it now is; htmx takes its section from there."""
    if not request.htmx:
        messages.success(request, words)
    return redirect("network:profile")
