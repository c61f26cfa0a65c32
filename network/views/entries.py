"""The lines of my profile: jobs and schools, put there, changed and taken off."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from netsim.responses import page

from ..errors import Gone
from ..forms import EducationForm, ExperienceForm
from ..middleware import needs_person
from .answers import posted, refused
from .profile import edited, saved

FORMS = {"experience": ExperienceForm, "education": EducationForm}
TITLES = {
    "experience": (gettext_lazy("Add a job"), gettext_lazy("Change this job")),
    "education": (gettext_lazy("Add a school"), gettext_lazy("Change this school")),
}


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def add(request, section):
    form = _form_of(section)(posted(request), person=request.person)
    return edited(request, form, TITLES[section][0], section)


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def change(request, section, pk):
    entry = _mine(request, section, pk)
    form = _form_of(section)(posted(request), instance=entry, person=request.person)
    return edited(request, form, TITLES[section][1], section, entry=entry)


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request, section, pk):
    """Ask, then take it off."""
    entry = _mine(request, section, pk)
    if request.method == "POST":
        try:
            entry.remove()
        except Gone as gone:
            return refused(request, gone)
        return saved(request, _("It is no longer on your profile."))
    context = {"entry": entry, "section": section}
    return page(request, "network/profile_remove.html", context, fragment="form")


def _form_of(section):
    try:
        return FORMS[section]
    except KeyError:
        raise Http404 from None


def _mine(request, section, pk):
    mine = _form_of(section)._meta.model.objects.filter(person=request.person)
    return get_object_or_404(mine.select_related("person__world"), pk=pk)
