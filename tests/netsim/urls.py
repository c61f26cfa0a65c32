"""Views that go wrong on purpose."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError
from django.http import HttpResponse
from django.urls import path
from psycopg import errors

from netsim.urls import (  # noqa: F401
    handler400,
    handler403,
    handler404,
    handler500,
    urlpatterns,
)

LOST = {
    "deadlock": (OperationalError, errors.DeadlockDetected),
    "serialization": (OperationalError, errors.SerializationFailure),
    "unique": (IntegrityError, errors.UniqueViolation),
    "check": (IntegrityError, errors.CheckViolation),
    "away": (OperationalError, errors.AdminShutdown),
}
tries = []


@login_not_required
def lose(request, how, times):
    """Fails in the way that `how` names, so many times."""
    tries.append(request.POST.get("note"))
    if len(tries) <= times:
        error, cause = LOST[how]
        raise error from cause()
    return HttpResponse("done")


@login_not_required
def break_down(request):
    raise ZeroDivisionError


@login_not_required
def forbid(request):
    raise PermissionDenied


urlpatterns = [
    path("forbidden/", forbid),
    path("lose/<how>/<int:times>/", lose),
    path("broken/", break_down),
    *urlpatterns,
]
