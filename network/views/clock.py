from django.shortcuts import render

from .answers import act


@act
def pulse(request):
    """An open page says that somebody is looking: the world's clock moves on."""
    request.person.world.pulse()
    return render(request, "network/_clock.html", {"world": request.person.world})


pulse.stays = True  # nobody pressed anything, so the other tabs stay where they are
