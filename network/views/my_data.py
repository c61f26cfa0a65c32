import json

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..middleware import shows_person
from ..models import Person
from ..my_data import my_data


@shows_person
@require_safe
def show(request):
    """What one can take along, and how to leave."""
    people = Person.objects.filter(user=request.user).select_related("world").order_by("pk")
    return render(request, "network/my_data.html", {"people": people})


@require_safe
def download(request):
    """All of it as one file."""
    data = json.dumps(my_data(request.user), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    name = f"netsim-{timezone.now():%Y-%m-%d}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type="application/json", headers=headers)
