"""The coach beside the invitation form: what proof-reading would catch, and a list that fades."""

from django.shortcuts import render

from network.forms import InvitationForm
from network.views.answers import act, refused
from network.views.invitations import asking, obstacle
from network.views.people import other_person

from ..drafting import help_for, slips_in
from ..models import Persona

MOST_READ = 20_000  # characters of a note; what is longer is too long anyhow


@act
def coach(request, handle):
    """What to correct in the note as it stands; without htmx, the whole form again."""
    person = other_person(request, handle)
    form = InvitationForm(initial=request.POST.dict(), rules=request.person.world.rules)
    note = request.POST.get("note", "")[:MOST_READ]
    context = {
        "note": note.strip(),
        "slips": slips_in(note, request.person, person),
        "lines": help_for(request.person),
        "register": Persona.objects.register_of(person),
        "person": person,
    }
    if request.htmx:
        return render(request, "simulation/coach.html#answer", context)
    if found := obstacle(request, person):
        return refused(request, found, to=person.url)
    return render(request, "simulation/coach.html", context | asking(person, form))


coach.stays = True  # nothing has changed, so the other tabs stay where they are
