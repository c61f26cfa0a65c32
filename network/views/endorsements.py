"""Endorsing what a connection lists among their skills."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from netsim.responses import page

from ..middleware import needs_person
from ..models import Endorsement, Person, Skill
from ..paging import by_name
from .answers import act, back
from .people import other_person


@act
def endorse(request, handle, pk):
    skill = _listed(other_person(request, handle), pk)
    request.person.endorse(skill)
    return _skill_or_back(request, handle, skill)


@act
def unendorse(request, handle, pk):
    skill = _listed(other_person(request, handle), pk)
    request.person.unendorse(skill)
    return _skill_or_back(request, handle, skill)


@needs_person
@require_safe
def endorsers(request, handle, pk):
    """Everybody whom I may see who endorses a skill (P6)."""
    person = get_object_or_404(Person.objects.visible_to(request.person), handle=handle)
    skill = _listed(person, pk)
    given = Endorsement.objects.filter(skill=skill)
    people = Person.objects.visible_to(request.person).filter(
        pk__in=given.seen_by(request.person).values("endorser")
    )
    context = {
        "person": person,
        "skill": skill,
        "people": by_name(people.for_cards(request.person), request.GET.get("after")),
    }
    return page(request, "network/endorsers.html", context, fragment="list")


def _listed(person, pk):
    return get_object_or_404(Skill, person=person, pk=pk)


def _skill_or_back(request, handle, skill):
    """The skill as it now stands on the profile."""
    if not request.htmx:
        return back(request)
    person = other_person(request, handle)
    cards = Skill.objects.filter(pk=skill.pk).with_endorsements(request.person)
    context = {
        "person": person,
        "tie": person.tie,
        "skill": get_object_or_404(cards.values(json=Skill.CARD))["json"],
    }
    return render(request, "network/person.html#skill", context)
