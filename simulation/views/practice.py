from django.shortcuts import render
from django.views.decorators.http import require_safe

from network.middleware import needs_person

from ..skills.reading import standings


@needs_person
@require_safe
def skills(request):
    """Where I stand in each skill, and what brings me on."""
    return render(request, "simulation/practice.html", {"standings": standings(request.person)})
