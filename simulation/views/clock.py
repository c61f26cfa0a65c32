"""The clock on every page: its pulse, and what moves it by hand."""

from functools import wraps

from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRefresh

from network.paging import whole_number
from network.views.answers import act, back
from network.worldtime import worlddate

from .. import clock
from ..controls import JUMPS, may_control


@act
def pulse(request):
    """An open page says that somebody looks. One that waits for a jump is told when it is there;
    another one only makes haste, since somebody may be writing on it.
    """
    world, waits = request.person.world, "jumping" in request.POST
    if clock.pulse(world) or (waits and clock.is_jumping(world)):
        return _part(request, jumping=waits, hurrying=True)
    return _arrived(request) if waits else _part(request)


pulse.stays = True  # nobody pressed anything, so the other tabs stay where they are


def control(view):
    """A view that moves the clock: the same 404 as ever for who may not."""

    @act
    @wraps(view)
    def wrapped(request):
        if not may_control(request.user, request.person.world):
            raise Http404
        return view(request, request.person.world)

    return wrapped


@control
def pause(request, world):
    clock.pause(world)
    return _as_it_is(request)


@control
def resume(request, world):
    clock.resume(world)
    return _as_it_is(request)


@control
def speed(request, world):
    speed = whole_number(request.POST.get("speed"))
    if speed not in clock.SPEEDS:
        raise Http404
    clock.set_speed(world, speed)
    return _as_it_is(request)


@control
def jump(request, world):
    """To the next event, the next morning or a week on; what is long goes on with the pulses, and
    where no script sends them as far as one answer may take.
    """
    if request.POST.get("to") not in JUMPS:
        raise Http404
    moment, stops_at_news = JUMPS[request.POST["to"]]
    far = {} if request.htmx else {"most": None}
    if clock.jump(world, moment(world.now), stops_at_news, **far):
        return _arrived(request)
    if request.htmx:
        return _part(request, jumping=True, hurrying=True)
    messages.info(
        request,
        _(
            "A lot happens on the way. The clock goes on while a page is open; if it stands still, "
            "press again."
        ),
    )
    return back(request)


def _as_it_is(request):
    clock.look(request.person.world)
    return _part(request, controls=True) if request.htmx else back(request)


def _part(request, **shown):
    """The time, the counts of what waits, and after a press the `controls` as they now are."""
    context = {"world": request.person.world, **shown}
    return render(request, "simulation/_pulse.html", context)


def _arrived(request):
    """Much may have happened, so the page comes back whole."""
    world = request.person.world
    messages.success(
        request, _("It is now %(time)s.") % {"time": worlddate(world.now, world.started_at)}
    )
    return HttpResponseClientRefresh() if request.htmx else back(request)
