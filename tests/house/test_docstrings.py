"""What is public in the core says what it tells (house rules, "Docstrings")."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.tree import SOURCE, listed, parsed, python_files, shown

CORE = SOURCE / "core"
LINES = ("Formula", "Shape", "Unit", "Reads", "Not", "Errors", "Source", "Example")


def public_functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """Return the functions of a module, and the methods of its public classes, not begun with _."""
    classes = [n for n in tree.body if isinstance(n, ast.ClassDef) and not n.name.startswith("_")]
    held = [*tree.body, *(node for each in classes for node in each.body)]
    return [n for n in held if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]


def first_sentence(function: ast.FunctionDef) -> str:
    """Return the first paragraph of a docstring as one line, or nothing."""
    return " ".join((ast.get_docstring(function) or "").split("\n\n")[0].split())


def has_a_line(function: ast.FunctionDef) -> bool:
    """Tell whether a docstring has one of the house's lines, such as `Formula:`."""
    lines = (ast.get_docstring(function) or "").splitlines()
    return any(line.strip().startswith(tuple(f"{key}:" for key in LINES)) for line in lines)


def silent(tree: ast.Module, *, where: str) -> list[str]:
    """Name the public functions whose docstring is not a sentence with a full stop."""
    return [
        f"{where}:{function.lineno} {function.name}"
        for function in public_functions(tree)
        if not first_sentence(function).rstrip().endswith(".")
        and not any(line in first_sentence(function) for line in (f"{key}:" for key in LINES))
    ]


def unexplained(path: Path) -> bool:
    """Tell whether a finding's file explains none of its figures."""
    found = public_functions(parsed(path))
    return bool(found) and not any(map(has_a_line, found))


def test_public_functions_of_the_core_say_what_they_tell() -> None:
    faults = [f for path in python_files(CORE) for f in silent(parsed(path), where=shown(path))]
    assert not faults, listed(faults)


def test_findings_give_a_formula_or_another_line_of_the_house() -> None:
    paths = python_files(CORE / "findings") if (CORE / "findings").is_dir() else []
    assert not [shown(path) for path in paths if unexplained(path)]


def test_a_planted_silent_function_is_caught() -> None:
    tree = ast.parse(
        "def silent(): ...\n"
        'def mute():\n "No full stop"\n'
        "def _inner(): ...\n"
        'class Open:\n def heard(self):\n  "It tells who was listed."\n'
    )
    assert silent(tree, where="x.py") == ["x.py:1 silent", "x.py:2 mute"]


def test_a_planted_finding_without_a_formula_is_caught(tmp_path: Path) -> None:
    path = tmp_path / "attendance.py"
    path.write_text('def share():\n    """The share."""\n')
    assert unexplained(path)
    path.with_name("b.py").write_text('def share():\n    """It.\n\n    Formula: a / b\n    """\n')
    assert not unexplained(path.with_name("b.py"))
