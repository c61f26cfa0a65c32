"""Every URL was asked for and every template rendered by some test; read at the end of a run."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.template import engines
from django.template.loader import get_template
from django.urls import URLPattern, get_resolver

from tests import pages_seen


def test_every_url_was_asked_for():
    assert sorted(routes() - pages_seen.urls) == []


def test_every_template_was_rendered():
    assert sorted(name for name, path in templates() if path not in pages_seen.templates) == []


def test_every_part_of_a_template_was_rendered_alone():
    assert sorted(name for name, path in parts() if path not in pages_seen.templates) == []


def routes():
    """All of ours; of the administration only the pages that we wrote."""
    return {route for route, view in all_views() if is_ours(route, view)}


def all_views(patterns=None, prefix=""):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = str(pattern.pattern)
        route = prefix + route.removeprefix("^") if prefix else route
        if isinstance(pattern, URLPattern):
            yield route, pattern.callback
        else:
            yield from all_views(pattern.url_patterns, route)


def is_ours(route, view):
    return not route.startswith("admin/") or not view.__module__.startswith("django.")


def templates():
    """Names and paths of our own template files."""
    for folder in folders():
        for path in folder.rglob("*.html"):
            yield str(path.relative_to(folder)), str(path)


def folders():
    own = [Path(config.path) / "templates" for config in apps.get_app_configs()]
    everywhere = [*map(Path, engines["django"].engine.dirs), *own]
    return [
        path
        for path in everywhere
        if path.is_relative_to(settings.BASE_DIR)
        and not path.is_relative_to(settings.BASE_DIR / ".venv")
    ]


def parts():
    for name, path in templates():
        for part in get_template(name).template.extra_data.get("partials", {}):
            yield f"{name}#{part}", f"{path}#{part}"
