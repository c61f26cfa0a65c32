"""My skills, in an order of my own."""

from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from netsim.responses import page

from ..errors import Gone, Refusal
from ..forms import SkillForm
from ..middleware import needs_person
from ..models import Skill
from ..models.profile import MOST_SKILLS
from .answers import act, posted, refused


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request):
    """The list with what can be done to each, and a line for a new one."""
    form = SkillForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            Skill.objects.enter(request.person, form.cleaned_data["name"])
        except Gone as gone:
            return refused(request, gone)
        except Refusal as refusal:
            form.add_error("name", str(refusal))
        else:
            return redirect("network:profile-skills")
    context = {
        "form": form,
        "skills": Skill.objects.filter(person=request.person),
        "most": MOST_SKILLS,
    }
    status = 422 if form.errors else 200
    return page(request, "network/profile_skills.html", context, fragment="form", status=status)


@act
def up(request, pk):
    _mine(request, pk).move(-1)
    return redirect("network:profile-skills")


@act
def down(request, pk):
    _mine(request, pk).move(1)
    return redirect("network:profile-skills")


@act
def remove(request, pk):
    _mine(request, pk).remove()
    return redirect("network:profile-skills")


def _mine(request, pk):
    mine = Skill.objects.filter(person=request.person).select_related("person__world")
    return get_object_or_404(mine, pk=pk)
