from django.shortcuts import render
from django.views.decorators.http import require_safe

from network.middleware import needs_person
from network.rulebook import GRADES, RULEBOOK, limits

from .. import how_it_works
from ..deciding import delays
from ..models import Agenda


@needs_person
@require_safe
def show(request):
    """Every rule and weight of this world, with where each comes from."""
    rules = request.person.world.rules
    agenda = Agenda.objects.filter(world=request.person.world).first() or Agenda()
    shares, caps = how_it_works.rubric()
    context = {
        "rulebook": [
            (title, [(rule, rule.said(rules)) for rule in part]) for title, part in RULEBOOK.items()
        ],
        "rule_grades": GRADES.items(),
        "limits": limits(rules),
        "agenda": agenda,
        "own": how_it_works.own_figures(request.person),
        "parts": how_it_works.parts(agenda.model_version),
        "rates": how_it_works.rates(),
        "chances": how_it_works.chances(),
        "shares": shares,
        "caps": caps,
        "evidence": how_it_works.evidence(),
        "median_hours": delays.MEDIAN.total_seconds() / 3600,
        "never_days": delays.NEVER.days,
    }
    return render(request, "simulation/how_it_works.html", context)
