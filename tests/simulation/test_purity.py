"""Deciding knows only what comes in: no queries, no clock, no chance but the hashed one."""

import ast
from pathlib import Path

import pytest

import simulation

ROOT = Path(simulation.__file__).parent
PURE = [
    *(ROOT / f"{name}.py" for name in ("calibration", "chance", "judgement", "sayings", "voices")),
    *sorted((ROOT / "deciding").glob("*.py")),
]
ALLOWED = {
    "collections.abc",
    "dataclasses",
    "datetime",
    "django.utils.translation",
    "enum",
    "functools",
    "hashlib",
    "itertools",
    "math",
    "statistics",
    "types",
}
CLOCKS = {"now", "today", "utcnow"}


def imported(tree):
    """The modules from outside the package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.name)
def test_a_pure_module_imports_nothing_that_asks_or_changes(path):
    tree = ast.parse(path.read_text())
    modules = set(imported(tree))
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    assert modules - ALLOWED == set()
    assert called & CLOCKS == set()
