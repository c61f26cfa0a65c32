"""Coaching knows only the note, the facts and its lists of words."""

import ast

import pytest

from simulation.coaching.lexicon import FOLDER
from tests.simulation.test_purity import ALLOWED, CLOCKS, imported

MODULES = sorted(FOLDER.parent.glob("*.py"))
TEXT = {"bisect", "pathlib", "re", "regex", "unicodedata", "network.text"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_imports_nothing_that_asks_or_changes(path):
    tree = ast.parse(path.read_text())
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    assert set(imported(tree)) - ALLOWED - TEXT == set()
    assert called & CLOCKS == set()
