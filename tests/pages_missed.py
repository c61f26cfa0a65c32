"""What a run of the whole suite has to ask for: see tests/pages_seen.py."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.template import engines
from django.template.loader import get_template
from django.urls import URLPattern, get_resolver


def everything():
    """Each URL and each template file of ours, and each part of one as path#part."""
    return routes() | set(templates()) | set(parts())


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
    """Paths of our own template files."""
    return (str(path) for folder in folders() for path in folder.rglob("*.html"))


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
    for folder in folders():
        for path in folder.rglob("*.html"):
            template = get_template(str(path.relative_to(folder))).template
            for part in template.extra_data.get("partials", {}):
                yield f"{path}#{part}"
