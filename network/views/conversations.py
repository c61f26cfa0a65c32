"""Messages: the list of conversations, and one conversation at a time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import reswap, retarget

from netsim.responses import page

from ..errors import AlreadyCongratulated, Gone, NewsIsOver, Refusal, TooManyMessages
from ..forms import MessageForm, once
from ..middleware import needs_person
from ..models import Connection, Conversation, Person
from ..models.message import obstacle
from ..paging import newest_first, whole_number
from ..phrases import PHRASES, filled
from ..talk import news, talk
from .answers import act, posted, refused
from .people import who_wrote


@needs_person
@require_safe
def index(request):
    """My conversations, those with the newest messages first; `?archived` shows what I put away."""
    mine = Conversation.objects.of(request.person).select_related("other", "newest")
    mine = mine.annotate(degree=Connection.objects.degree(request.person, "other"))
    archived = "archived" in request.GET
    mine = mine.archived() if archived else mine.current()
    context = {
        "archived": archived,
        "conversations": newest_first(mine, request.GET.get("before"), by="newest_id"),
    }
    return page(request, "network/messages.html", context, fragment="list")


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def show(request, handle):
    """What the two of us wrote, the newest at the bottom; to look at it is to read it."""
    person = who_wrote(request, handle)
    if request.method == "POST":
        return _write(request, person)
    return _whole(request, person, _form(request, person))


@act
def since(request, handle):
    """An open page asks what came after the lines it has; nothing when all is as it was."""
    person = who_wrote(request, handle)
    after = request.POST.get("after")
    lines = news(request.person, person, after)
    context = _context(request, person, lines, after)
    if not lines and context["is_read"] == ("read" in request.POST):
        return HttpResponse(status=204)
    return render(request, "network/conversation.html#news", context)


since.stays = True  # nobody pressed anything, so the other tabs stay where they are


@act
def archive(request, handle):
    """As far as the page knew: what came since brings the conversation back."""
    conversation = _mine(request, handle)
    conversation.archive(whole_number(request.POST.get("up_to")))
    said = _("Your conversation with %(name)s is in the archive until a new message comes.")
    messages.success(request, said % {"name": conversation.other.name})
    return redirect("network:messages")


@act
def unarchive(request, handle):
    conversation = _mine(request, handle)
    conversation.unarchive()
    said = _("Your conversation with %(name)s is among your messages again.")
    messages.success(request, said % {"name": conversation.other.name})
    return redirect("network:messages")


def _mine(request, handle):
    mine = Conversation.objects.of(request.person).select_related("other")
    return get_object_or_404(mine, other__handle=handle)


def _form(request, person):
    occasion = _occasion(request, person)
    start = {"text": filled(request.GET.get("template"), person.name)}
    if occasion and not occasion.is_done:
        start = {"text": occasion.text(person.name), "occasion": occasion.key}
    form = MessageForm(posted(request), rules=request.person.world.rules, initial=start)
    form.about = occasion
    return form


def _occasion(request, person):
    """What this message congratulates on, None when it is about something else."""
    key = request.POST.get("occasion") or request.GET.get("occasion")
    if not key or not person.tie.connected:
        return None
    news = Person.objects.filter(pk=person.pk).with_occasions(request.person).first()
    return next((one for one in news.occasions if one.key == key), None) if news else None


def _whole(request, person, form, status=200):
    """The page, or only its lines when htmx asks for older ones."""
    lines = talk(request.person, person, request.GET.get("before"))
    context = _context(request, person, lines) | {
        "form": form,
        "phrases": PHRASES,
        "obstacle": obstacle(request.person, person, person.tie.connected),
    }
    return page(request, "network/conversation.html", context, fragment="lines", status=status)


def _context(request, person, lines, after=None):
    """The lines, taken as read, and whether the other has read mine."""
    side = Conversation.objects.filter(person=request.person, other=person).first()
    if side:
        side.read(lines.newest)
    return {
        "person": person,
        "lines": lines,
        "conversation": side,
        "newest": lines.newest or whole_number(after) or 0,
        "is_read": Conversation.objects.has_read(person, request.person),
    }


def _write(request, person):
    form = _form(request, person)
    if not form.is_valid():
        return _not_sent(request, person, form)
    said = form.cleaned_data
    key = once(said["key"], person.handle, said["text"], said["occasion"])
    try:
        if said["occasion"]:
            request.person.congratulate(person, said["occasion"], said["text"], key=key)
        else:
            request.person.write(person, said["text"], key=key)
    except Gone as gone:
        return refused(request, gone)
    except Refusal as refusal:
        if isinstance(refusal, AlreadyCongratulated | NewsIsOver):
            form.data = form.data.copy()
            form.data["occasion"] = ""  # sent again it is an ordinary message
        form.add_error(None, str(refusal))
        return _not_sent(request, person, form, refusal)
    return _sent(request, person)


def _sent(request, person):
    if not request.htmx:
        return redirect(f"{person.messages_url}#newest")
    after = request.POST.get("after")
    context = _context(request, person, news(request.person, person, after), after)
    form = MessageForm(rules=request.person.world.rules)
    form.fields["text"].widget.attrs["autofocus"] = True  # for the next one
    context |= {"form": form, "sent": True}
    return render(request, "network/conversation.html#sent", context)


def _not_sent(request, person, form, refusal=None):
    """The form with what was typed and why it was not sent; 429 after too many at once."""
    flood = isinstance(refusal, TooManyMessages)
    status = 429 if flood else 422
    if request.htmx:
        context = {
            "person": person,
            "form": form,
            "obstacle": obstacle(request.person, person, person.tie.connected),
        }
        response = render(request, "network/conversation.html#form", context, status=status)
        response = reswap(retarget(response, "#message-form"), "outerHTML")
    else:
        response = _whole(request, person, form, status)
    if flood:
        response["Retry-After"] = str(refusal.seconds)
    return response
