"""Journeys meet the program as a person does: they import the browser and nothing of ours."""

from __future__ import annotations

import ast
import sys

from tests.house.tree import TESTS, imported, listed, parsed, python_files, shown

THE_BROWSER = {"playwright", "axe_playwright_python", "pytest"}
REACHING_IN = {"importlib", "runpy", "pkgutil", "sqlite3"}
JOURNEYS = "tests.journeys"


def inside(tree: ast.AST, *, where: str) -> list[str]:
    """Name the imports by which a journey would look inside the program."""
    faults = []
    for line, name in imported(tree):
        first = name.split(".")[0]
        outside = first in sys.stdlib_module_names or first in THE_BROWSER
        own = name == JOURNEYS or name.startswith(JOURNEYS + ".")
        if first in REACHING_IN or not (outside or own):
            faults.append(f"{where}:{line} imports {name}")
    called = [n for n in ast.walk(tree) if isinstance(n, ast.Name)]
    return faults + [
        f"{where}:{n.lineno} calls {n.id}" for n in called if n.id in ("__import__", "exec", "eval")
    ]


def test_journeys_import_nothing_but_the_browser() -> None:
    paths = python_files(TESTS / "journeys")
    assert paths
    faults = [fault for path in paths for fault in inside(parsed(path), where=shown(path))]
    assert not faults, listed(faults)


def test_planted_looks_inside_are_caught() -> None:
    tree = ast.parse(
        "import re\nfrom playwright.sync_api import Page\nfrom tests.journeys.pages import x\n"
        "import withus.core\nfrom django.urls import reverse\nfrom tests.core import y\n"
        "import importlib\n__import__('withus')\n"
    )
    assert inside(tree, where="x.py") == [
        "x.py:4 imports withus.core",
        "x.py:5 imports django.urls",
        "x.py:6 imports tests.core",
        "x.py:7 imports importlib",
        "x.py:8 calls __import__",
    ]
