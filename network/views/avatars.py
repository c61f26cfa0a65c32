from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from .. import avatars


@login_not_required
@require_safe
def avatar(request, version, seed):
    """Public: a picture shows nothing but its own address. Kept by browsers for ever."""
    if version != str(avatars.VERSION):
        raise Http404
    response = HttpResponse(avatars.draw(seed), content_type="image/svg+xml")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    return response
