"""Views that go wrong on purpose."""

from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError, OperationalError
from django.http import HttpResponse
from django.urls import path
from psycopg import errors

from netsim.urls import handler400, handler500, urlpatterns  # noqa: F401

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


urlpatterns = [
    path("lose/<how>/<int:times>/", lose),
    path("broken/", break_down),
    *urlpatterns,
]
