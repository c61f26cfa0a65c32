"""What every answer has, and who may have one."""

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware as DjangoLoginRequired
from django.db import Error, connection
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django_htmx.http import HttpResponseClientRedirect

from .errors import causes

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")
)
# A deadlock, a serialisation failure, a unique index, and a row that somebody removed meanwhile.
LOST = {"40P01", "40001", "23505", "23503"}


class HealthMiddleware:
    """`/healthz`: asked by machines, by any host name, without a session."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info != "/healthz":
            return self.get_response(request)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except Error:
            return HttpResponse("database away", status=503, content_type="text/plain")
        return HttpResponse("ok", content_type="text/plain")


class PrivacyMiddleware:
    """Nothing is kept by the browser, unless the view says so; at sign-out it forgets the rest."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        session_cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
        if session_cookie is not None and session_cookie["max-age"] == 0:
            # Not "cookies": that would take those of neighbouring sites too.
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


class LoginRequiredMiddleware(DjangoLoginRequired):
    def handle_no_permission(self, request, view_func):
        login = self.get_login_url(view_func)
        if request.htmx:
            # The whole page moves, to a fixed address: no sign-in form inside a card.
            return HttpResponseClientRedirect(resolve_url(login))
        if request.method == "POST":
            return redirect(login)  # its address shows nothing when it is opened
        return super().handle_no_permission(request, view_func)


class OnceMoreMiddleware:
    """Runs a view again, once, after it lost a race in the database. The last in the list.

    Who lost a deadlock can win now; who met a unique index can see the row now and say so; who
    wrote about somebody who left in that moment finds nobody now.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if hasattr(request, "runs_once_more") or not lost_a_race(exception):
            return None
        request.runs_once_more = True
        return self.get_response(request)


def lost_a_race(error):
    states = {getattr(cause, "sqlstate", None) for cause in causes(error)}
    return bool(states & LOST)
