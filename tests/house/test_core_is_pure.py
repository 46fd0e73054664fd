"""The inner rooms stand on the standard library; the core has no clock, dice or network."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from tests.house.tree import SOURCE, imported, listed, parsed, python_files, shown

# Signatures, and one canonical form of JSON: each in the one file that wraps it.
WRAPPED = {"core/proofs/keys.py": "cryptography", "core/proofs/canonical.py": "rfc8785"}
MAY_IMPORT = {"core": ("withus.core",), "saying": ("withus.core", "withus.saying")}
OUTSIDE_WORLD = {
    "asyncio",
    "http",
    "locale",
    "multiprocessing",
    "random",
    "secrets",
    "socket",
    "sqlite3",
    "ssl",
    "subprocess",
    "threading",
    "time",
    "urllib",
}
CLOCKS = {"now", "today", "utcnow", "urandom", "uuid4", "uuid1"}


def import_faults(tree: ast.AST, *, ours: tuple[str, ...], where: str) -> list[str]:
    """Name the imports that are neither the standard library nor a room further in."""
    return [
        f"{where}:{line} imports {name}"
        for line, name in imported(tree)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not any(name == room or name.startswith(room + ".") for room in ours)
    ]


def world_faults(tree: ast.AST, *, where: str) -> list[str]:
    """Name the places where the core would reach for a clock, dice or the network."""
    reached = [
        f"{where}:{line} imports {name}"
        for line, name in imported(tree)
        if name.split(".")[0] in OUTSIDE_WORLD
    ]
    clocks = [
        f"{where}:{node.lineno} asks {node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS
    ]
    return reached + clocks


def wrapped(path: Path) -> tuple[str, ...]:
    """Return the package that a file, and no other, may import from outside."""
    name = WRAPPED.get(path.relative_to(SOURCE).as_posix())
    return (name,) if name else ()


def test_core_and_saying_stand_on_the_standard_library() -> None:
    faults = [
        fault
        for room, ours in MAY_IMPORT.items()
        for path in python_files(SOURCE / room)
        for fault in import_faults(parsed(path), ours=(*ours, *wrapped(path)), where=shown(path))
    ]
    assert not faults, listed(faults)


def test_the_core_has_no_clock_dice_or_network() -> None:
    paths = python_files(SOURCE / "core")
    faults = [fault for path in paths for fault in world_faults(parsed(path), where=shown(path))]
    assert not faults, listed(faults)


def test_planted_imports_are_caught() -> None:
    tree = ast.parse("import json\nimport django\nfrom withus.screens import frame\nimport random")
    assert import_faults(tree, ours=("withus.core",), where="x.py") == [
        "x.py:2 imports django",
        "x.py:3 imports withus.screens",
    ]
    assert world_faults(tree, where="x.py") == ["x.py:4 imports random"]


def test_a_planted_clock_is_caught() -> None:
    tree = ast.parse("from datetime import date\nday = date.today()")
    assert world_faults(tree, where="x.py") == ["x.py:2 asks today"]
