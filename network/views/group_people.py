"""The people of a group: its members, who asks to join, whom a moderator has removed."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from netsim.responses import page

from ..errors import Refusal
from ..middleware import needs_person
from ..models import Membership, Person
from ..paging import by_name
from .answers import act, refused
from .groups import frame_of, moderated_group, seen_group


@needs_person
@require_safe
def members(request, slug):
    """Of a private group for its members only (P5)."""
    group = seen_group(request, slug)
    if group.is_private and group.standing not in Membership.INSIDE:
        raise Http404
    return _list(request, group, "members", group.members_seen_by(request.person))


@needs_person
@require_safe
def requests(request, slug):
    group = moderated_group(request, slug)
    asking = group.waiting_for(request.person, Membership.Standing.ASKING)
    return _list(request, group, "requests", asking)


@needs_person
@require_safe
def removed(request, slug):
    group = moderated_group(request, slug)
    removed = group.waiting_for(request.person, Membership.Standing.REMOVED)
    return _list(request, group, "removed", removed)


def _list(request, group, tab, people):
    context = frame_of(request, group, tab)
    context["people"] = by_name(people.with_ties(request.person), request.GET.get("after"))
    return page(request, "network/group_people.html", context, fragment="list")


@act
def admit(request, slug, handle):
    return _answered(request, slug, handle, "admit")


@act
def decline(request, slug, handle):
    return _answered(request, slug, handle, "decline")


@act
def allow_back(request, slug, handle):
    return _answered(request, slug, handle, "allow_back")


@act
def appoint(request, slug, handle):
    return _answered(request, slug, handle, "appoint")


def _answered(request, slug, handle, verb):
    """Do it to somebody whom I can see; htmx gets their card, which says what was done."""
    group = moderated_group(request, slug)
    person = _somebody(request, handle)
    getattr(group, verb)(request.person, person)
    said = _SAID[verb] % {"name": person.name}
    if request.htmx:
        context = frame_of(request, group, "") | {"person": person, "said": said}
        return render(request, "network/group_people.html#card", context)
    messages.success(request, said)
    return redirect(f"network:{_WHERE[verb]}", group.slug)


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request, slug, handle):
    """Ask, then remove a member, who is told."""
    group = moderated_group(request, slug)
    seats = group.memberships.filter(standing=Membership.Standing.MEMBER)
    person = get_object_or_404(
        Person.objects.others(request.person).filter(memberships__in=seats), handle=handle
    )
    if request.method == "POST":
        try:
            group.remove_member(request.person, person)
        except Refusal as refusal:
            return refused(request, refusal, to=f"{group.url}members/")
        messages.success(request, _("%(name)s is removed from the group.") % {"name": person.name})
        return redirect("network:group-members", group.slug)
    return render(request, "network/group_remove.html", {"group": group, "person": person})


def _somebody(request, handle):
    people = Person.objects.others(request.person).with_ties(request.person)
    return get_object_or_404(people, handle=handle)


_SAID = {
    "admit": gettext_lazy("%(name)s is a member now, and is told."),
    "decline": gettext_lazy("%(name)s is not let in, and is told."),
    "allow_back": gettext_lazy("%(name)s may join again, and is told."),
    "appoint": gettext_lazy("%(name)s is a moderator now, and is told."),
}
_WHERE = {
    "admit": "group-requests",
    "decline": "group-requests",
    "allow_back": "group-removed",
    "appoint": "group-members",
}
