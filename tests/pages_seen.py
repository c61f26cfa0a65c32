"""Notes which URLs answered and which templates were rendered, over the whole run.

When all ran that runs by itself, tests/pages_missed.py says which were left out, and the run fails.
"""

from functools import wraps

import pytest
from django.core.handlers.base import BaseHandler
from django.test.signals import template_rendered

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


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node, error):
    """A process of a shared-out run is done: take over its notes."""
    seen = getattr(node, "workeroutput", {}).get("pages_seen", ([], []))
    urls.update(seen[0])
    templates.update(seen[1])


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    if is_part_of_a_run(session.config):
        session.config.workeroutput["pages_seen"] = (sorted(urls), sorted(templates))
    elif missed(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    lines = missed(config)
    if lines:
        terminalreporter.section("Pages that no test asked for", red=True)
        for line in lines:
            terminalreporter.line(line)


def missed(config):
    """What no test asked for or rendered; nothing when a part of the suite was left out."""
    from tests.pages_missed import everything

    return sorted(everything() - urls - templates) if is_whole(config) else []


def is_part_of_a_run(config):
    return hasattr(config, "workerinput")


def is_whole(config):
    """Whether all was run that is run by itself, so that nothing may be missing."""
    return is_for_all(config) and config.option.markexpr != "exhaustive"


def is_for_all(config):
    """Whether no part of the suite was chosen; what wants the machine for itself is one."""
    chosen = config.option
    narrowed = (
        chosen.keyword
        or chosen.collectonly
        or getattr(chosen, "lf", False)
        or chosen.deselect
        or chosen.ignore
        or chosen.markexpr not in ("", "not slow", "not slow and not exhaustive", "exhaustive")
    )
    paths = {path.rstrip("/") for path in config.args}
    return not narrowed and paths in ({str(config.rootpath)}, set(config.getini("testpaths")))
