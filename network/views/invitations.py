from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from netsim.responses import page

from ..consequences import consequences
from ..errors import AlreadyConnected, EmployersAreFollowed, Gone, Refusal
from ..forms import InvitationForm, once
from ..middleware import needs_person
from ..models import Invitation, Person
from ..paging import newest_first
from .answers import act, back, posted, refused
from .people import other_person


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request, handle):
    """The invitation form: how I know them, the note, what will happen."""
    person = other_person(request, handle)
    if person.tie.invited and not person.tie.inviting:
        return _pending(request, person)
    if found := obstacle(request, person):
        return refused(request, found, to=person.url)
    form = InvitationForm(posted(request), rules=request.person.world.rules)
    if request.method == "POST" and form.is_valid():
        try:
            return _sent(request, person, _invite(request.person, person, form.cleaned_data))
        except Gone as gone:
            return refused(request, gone)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = asking(person, form)
    return render(request, "network/invite.html", context, status=422 if form.errors else 200)


def asking(person, form):
    """What the page with the invitation form shows."""
    return {
        "person": person,
        "form": form,
        "at_once": consequences(person.tie, person.tie.invite(), person.name),
        "if_accepted": consequences(person.tie, person.tie.connect(), person.name),
    }


def obstacle(request, person):
    """What makes any invitation impossible; a wait is said before the note is written, not after:
    then the form says it, and keeps the note.
    """
    if person.is_employer:
        return EmployersAreFollowed()
    if person.tie.connected:
        return AlreadyConnected()
    if person.tie.inviting or request.method == "POST":
        return None
    return Invitation.objects.too_early(request.person, person)


def _invite(me, person, data):
    key = once(data.pop("key"), person.handle, data["note"])
    return me.invite(person, **data, key=key)


def _sent(request, person, invitation):
    if invitation.status != Invitation.Status.ACCEPTED:
        return _pending(request, person)
    said = _("%(name)s had invited you already, so you are now connected.")
    messages.success(request, said % {"name": person.name})
    return redirect(person)


def _pending(request, person):
    said = _("Your invitation to %(name)s is pending.")
    messages.success(request, said % {"name": person.name})
    return redirect(person)


@needs_person
@require_safe
def received(request):
    waiting = Invitation.objects.awaiting(request.person)
    return _list(request, "network/invitations.html", _with(waiting, "sender", request.person))


@needs_person
@require_safe
def sent(request):
    """What I sent, as I may see it: silent answers look pending (C6)."""
    mine = Invitation.objects.seen_pending_by(request.person).with_answers().with_reminders()
    return _list(request, "network/invitations_sent.html", _with(mine, "recipient", request.person))


def _with(invitations, who, me):
    """Invitations with the other person as their card shows them, and who introduced them, as
    long as `me` sees them (B1).
    """
    return invitations.prefetch_related(
        Prefetch(who, Person.objects.for_cards(me)),
        Prefetch("introduced_by", Person.objects.visible_to(me)),
    )


def _list(request, template, invitations):
    context = {"invitations": newest_first(invitations, request.GET.get("before"))}
    return page(request, template, context, fragment="list")


@act
def accept(request, pk):
    invitation = _to_me(request, pk)
    invitation.accept()
    return _answered(request, invitation, "accepted")


@act
def decline(request, pk):
    invitation = _to_me(request, pk)
    invitation.decline()
    return _answered(request, invitation, "declined")


@act
def unknown(request, pk):
    """ "I don't know this person" (C9)."""
    invitation = _to_me(request, pk)
    invitation.say_unknown()
    return _answered(request, invitation, "unknown")


@act
def withdraw(request, pk):
    invitation = _from_me(request, pk)
    invitation.withdraw()
    return _changed(request, invitation, "withdrawn")


@act
def remind(request, pk):
    invitation = _from_me(request, pk)
    invitation.remind()
    return _changed(request, invitation, "reminded")


def _to_me(request, pk):
    mine = Invitation.objects.filter(recipient=request.person).select_related("sender", "recipient")
    return get_object_or_404(mine, pk=pk)


def _from_me(request, pk):
    mine = Invitation.objects.filter(sender=request.person).select_related("sender", "recipient")
    return get_object_or_404(mine, pk=pk)


def _answered(request, invitation, answer):
    if not request.htmx:
        messages.success(request, _SAID[answer] % {"name": invitation.sender.name})
        return back(request, otherwise="network:invitations")
    context = {"invitation": _now(request, invitation, "sender"), "answer": answer}
    return render(request, "network/invitations.html#card", context)


def _changed(request, invitation, how):
    if not request.htmx:
        messages.success(request, _SAID[how] % {"name": invitation.recipient.name})
        return back(request, otherwise="network:invitations-sent")
    context = {"invitation": _now(request, invitation, "recipient"), how: True}
    return render(request, "network/invitations_sent.html#card", context)


def _now(request, invitation, who):
    """The invitation, and what stands between the two, after the act."""
    it = Invitation.objects.filter(pk=invitation.pk).with_answers().with_reminders()
    return _with(it, who, request.person).get()


_SAID = {
    "accepted": gettext_lazy("You and %(name)s are now connected."),
    "declined": gettext_lazy("You declined. %(name)s is not told."),
    "unknown": gettext_lazy(
        "You said that you do not know %(name)s. They cannot invite you again."
    ),
    "withdrawn": gettext_lazy("Your invitation to %(name)s is withdrawn."),
    "reminded": gettext_lazy("%(name)s is reminded of your invitation."),
}
