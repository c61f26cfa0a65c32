"""Error pages. They are rendered without the request, so they need no session and no database."""

import logging
import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

RETRY_AFTER = 5  # seconds

logger = logging.getLogger("netsim")


def words(status, template=None, headers=None, request=None, **context):
    """The page for a status: its own template, or 400.html with a `sentence`.

    Who seems to be signed in is shown the places of their world. Only the cookie says so: whether
    its session still stands would have to be asked of the database.
    """
    context["has_places"] = request is not None and settings.SESSION_COOKIE_NAME in request.COOKIES
    try:
        content = render_to_string(template or f"{status}.html", context)
    except Exception:
        # The templates themselves may be what is broken.
        logger.exception("The page for status %s could not be rendered.", status)
        content = f"<!doctype html><title>{status}</title><p>{_('Something went wrong.')}</p>"
    return HttpResponse(content, status=status, headers=headers)


def bad_request(request, exception):
    return words(400, request=request)


def forbidden(request, exception):
    return words(403, request=request)


def not_found(request, exception):
    return words(404, request=request)


def csrf_failure(request, reason=""):
    return words(403, "403_csrf.html", request=request)


def server_error(request):
    if database_is_away(sys.exc_info()[1]):
        return words(503, headers={"Retry-After": str(RETRY_AFTER)}, request=request)
    return words(500, request=request)


def database_is_away(error):
    """Also when it is merely too busy: every such error asks for the same patience."""
    return any(isinstance(cause, OperationalError | InterfaceError) for cause in causes(error))


def causes(error):
    while error:
        yield error
        error = error.__cause__ or error.__context__
