"""The two answers that views give: a page or a part of it, and a part or a redirect."""

from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers


def page(request, template, context, *, fragment, status=200):
    """Render the whole template, or only its partial `fragment` when htmx asks for a part."""
    if wants_part(request):
        template += f"#{fragment}"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def fragment_or_redirect(request, template, context, to):
    """Answer a POST: a part for htmx; without it, a redirect to a URL, a name or an object."""
    if wants_part(request):
        return render(request, template, context)
    return redirect(to)


def wants_part(request):
    # A boosted link and a restored history entry are whole pages.
    return request.htmx and not (request.htmx.boosted or request.htmx.history_restore_request)
