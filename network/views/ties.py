"""Following, disconnecting and blocking: what one person does to another on a profile."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..consequences import consequences
from ..errors import NotConnected, Refusal
from ..middleware import needs_person
from ..models import Person
from .answers import act, back, refused
from .people import other_person


@act
def follow(request, handle):
    request.person.follow(other_person(request, handle))
    return _card_or_back(request, handle)


@act
def unfollow(request, handle):
    request.person.unfollow(other_person(request, handle))
    return _card_or_back(request, handle)


@act
def unblock(request, handle):
    """Also whom I do not block any more: a second click changes nothing."""
    person = _whom_i_block(request, handle) or other_person(request, handle)
    request.person.unblock(person)
    messages.success(
        request,
        _("You no longer block %(name)s. Nothing that stood before comes back.")
        % {"name": person.name},
    )
    return redirect("network:blocked")


@act
def mute(request, handle):
    """Keep somebody's posts out of my feed; they go on being followed, and are not told."""
    person = other_person(request, handle)
    request.person.mute(person)
    said = _("Your feed shows no posts of %(name)s now. Only you know.")
    messages.success(request, said % {"name": person.name})
    return back(request)


@act
def unmute(request, handle):
    person = other_person(request, handle)
    request.person.unmute(person)
    said = _("Your feed shows the posts of %(name)s again.")
    messages.success(request, said % {"name": person.name})
    return back(request, otherwise="network:muted")


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def disconnect(request, handle):
    """Ask, with what would change, then remove the connection (C17)."""
    person = other_person(request, handle)
    if not person.tie.connected:
        return refused(request, NotConnected(), to=person.url)
    if request.method == "POST":
        try:
            request.person.disconnect(person, "keep_following" in request.POST)
        except Refusal as refusal:
            return refused(request, refusal, to=person.url)
        said = _("You are no longer connected with %(name)s.")
        messages.success(request, said % {"name": person.name})
        return redirect(person)
    alone = person.tie.disconnect(keep_following=True)
    context = {
        "person": person,
        "can_keep_following": alone.following and not person.refusal_to_be_followed(alone),
        "preview": consequences(person.tie, person.tie.disconnect(), person.name),
        "preview_keeping": consequences(person.tie, alone, person.name),
    }
    return render(request, "network/disconnect.html", context)


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def block(request, handle):
    """Ask, with what would change, then block (B1)."""
    if person := _whom_i_block(request, handle):
        return _blocked(request, person)
    person = other_person(request, handle)
    if request.method == "POST":
        try:
            request.person.block(person)
        except Refusal as refusal:
            return refused(request, refusal)
        return _blocked(request, person)
    preview = consequences(person.tie, person.tie.block(), person.name)
    return render(request, "network/block.html", {"person": person, "preview": preview})


def _whom_i_block(request, handle):
    return Person.objects.filter(blocked_by__blocker=request.person, handle=handle).first()


def _blocked(request, person):
    messages.success(request, _("You have blocked %(name)s.") % {"name": person.name})
    return redirect("network:blocked")


def _card_or_back(request, handle):
    """In a list the person's card; on a profile the profile as it now is."""
    if request.htmx and (request.htmx.target or "").startswith("person-"):
        context = {"person": other_person(request, handle)}
        return render(request, "network/people.html#card", context)
    return redirect("network:person", handle) if request.htmx else back(request)
