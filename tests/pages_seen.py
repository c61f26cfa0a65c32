"""Notes which URLs answered and which templates were rendered, over the whole run.

tests/test_coverage_of_pages.py reads the notes, last of all.
"""

from functools import wraps

import pytest
from django.core.handlers.base import BaseHandler
from django.test.signals import template_rendered

LAST = "test_coverage_of_pages.py"
SIGN_IN = ("/accounts/login/", "/admin/login/")

urls = set()  # routes that gave something else than an error or the way to the sign-in page
templates = set()  # absolute paths; a part that was rendered alone as path#part


def pytest_configure(config):
    answer = BaseHandler.get_response

    @wraps(answer)
    def noted(self, request):
        response = answer(self, request)
        note_url(request, response)
        return response

    BaseHandler.get_response = noted
    template_rendered.connect(note_template)


def note_url(request, response):
    leads_to = response.get("Location") or response.get("HX-Redirect") or ""
    if request.resolver_match and response.status_code < 400 and not leads_to.startswith(SIGN_IN):
        urls.add(request.resolver_match.route)


def note_template(sender, template, **kwargs):
    templates.add(template.origin.name)
    if "PartialTemplate" in type(template).__name__:
        templates.add(f"{template.origin.name}#{template.name}")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """The reading of the notes comes last, and only when everything else ran before."""
    last = [item for item in items if item.path.name == LAST]
    items[:] = [item for item in items if item not in last] + last
    if not is_whole(config):
        for item in last:
            item.add_marker(pytest.mark.skip("reads what the whole suite asked for"))


def is_whole(config):
    """Whether nothing of the suite was left out, nor given to another process."""
    chosen = config.option
    narrowed = chosen.keyword or getattr(chosen, "lf", False) or chosen.deselect or chosen.ignore
    paths = {path.rstrip("/") for path in config.args}
    everything = paths == set(config.getini("testpaths")) or paths == {str(config.rootpath)}
    shared_out = hasattr(config, "workerinput")
    return everything and not narrowed and not shared_out and chosen.markexpr in ("", "not slow")
