"""How views that act answer: back to where the person was, with the refusal in words if any."""

from functools import wraps
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from ..errors import Gone, Refusal
from ..middleware import needs_person
from ..reach import unreached


def act(view):
    """A view that acts: POST only, as somebody; a refusal shows the page as it now is."""

    @needs_person
    @require_POST
    @wraps(view)
    def wrapped(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Refusal as refusal:
            return refused(request, refusal)

    return wrapped


def posted(request):
    """What a form is bound to: also nothing at all, when nothing at all was sent."""
    return request.POST if request.method == "POST" else None


def refused(request, refusal, to=None):
    """Say the refusal on the page as it now is; a person who is gone leads to the people."""
    messages.error(request, str(refusal))
    if isinstance(refusal, Gone):
        return lead(request, reverse("network:people"))
    if to:
        return lead(request, to)
    return HttpResponseClientRefresh() if request.htmx else back(request)


def say_unreached(request, post, comment=None):
    """Say on the next page whom the mentions do not reach."""
    if words := words_of_unreached(request.person, post, comment):
        messages.info(request, words)


def words_of_unreached(author, post, comment=None):
    """The sentence about it; "" when they reach everybody."""
    if not (names := unreached(author, post, comment)):
        return ""
    return ngettext(
        "%(names)s cannot see this post, so the mention does not reach them.",
        "%(names)s cannot see this post, so the mentions do not reach them.",
        len(names),
    ) % {"names": get_text_list(names, _("and"))}


def back(request, otherwise="network:feed"):
    """To the page of ours that the request came from."""
    came_from = _split(request.headers.get("Referer", ""))
    if came_from.netloc == request.get_host() and _is_page(came_from.path):
        return redirect(came_from.path + (f"?{came_from.query}" if came_from.query else ""))
    return redirect(otherwise)


def lead(request, url):
    """To another page, as a whole even when htmx asked."""
    if not request.htmx:
        return redirect(url)
    response = HttpResponse()
    response["HX-Redirect"] = url
    return response


def _split(address):
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _is_page(path):
    try:
        return path.startswith("/") and not path.startswith("//") and bool(resolve(path))
    except Resolver404:
        return False
