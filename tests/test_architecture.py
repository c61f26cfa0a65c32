"""The arrows between the apps point downwards, and netsim's own modules are below them all."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ["netsim", "accounts", "network", "simulation", "classroom"]
# Where everything is put together: these name what they switch on.
COMPOSITION = {"netsim/settings.py", "netsim/urls.py"}


def files():
    return [
        path.relative_to(ROOT)
        for layer in LAYERS
        for path in sorted((ROOT / layer).rglob("*.py"))
        if str(path.relative_to(ROOT)) not in COMPOSITION
    ]


def imported(path):
    """The modules that a file imports, wherever in the file it does so."""
    package = path.parent.parts
    for node in ast.walk(ast.parse((ROOT / path).read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            yield ".".join([*above, *filter(None, [node.module])])


def layer_of(module):
    return module.split(".")[0]


def offenders(paths, is_wrong):
    """The wrong imports of each file that has any."""
    found = {str(path): list(filter(is_wrong, imported(path))) for path in paths}
    return {path: modules for path, modules in found.items() if modules}


@pytest.mark.parametrize("layer", LAYERS)
def test_an_app_imports_only_from_the_layers_below(layer):
    above = LAYERS[LAYERS.index(layer) + 1 :]
    own = [path for path in files() if path.parts[0] == layer]

    assert offenders(own, lambda module: layer_of(module) in above) == {}


def test_nothing_but_the_tests_imports_tests():
    assert offenders(files(), lambda module: layer_of(module) == "tests") == {}


def test_pages_of_the_network_know_what_is_above_by_its_url_only():
    """Pages compose by URL: no template of an upper app is included by a lower one."""
    for template in sorted((ROOT / "templates/network").rglob("*.html")):
        text = template.read_text()
        assert [app for app in ("simulation", "classroom") if f'"{app}/' in text] == []


def test_a_model_file_imports_no_view_form_or_template_code():
    models = [path for path in files() if "models" in path.parts or path.name == "models.py"]
    outward = ("django.shortcuts", "django.http", "django.template", "django.forms")

    assert offenders(models, lambda module: module.startswith(outward)) == {}
