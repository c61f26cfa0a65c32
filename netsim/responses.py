"""What views answer: a page, or the part of it that htmx asks for."""

from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def page(request, template, context, *, fragment, status=200):
    """Render the whole template, or only its partial `fragment` when htmx asks for a part."""
    if wants_part(request):
        template += f"#{fragment}"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def wants_part(request):
    # A boosted link and a restored history entry are whole pages.
    return request.htmx and not (request.htmx.boosted or request.htmx.history_restore_request)
