"""Where things are in the repository, for the tests that read all of it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "withus"
TESTS = ROOT / "tests"
NOT_OURS = {".git", ".venv", "var", "node_modules", "build", "dist"}
OTHERS_WORDS = TESTS / "data"
BINARY = {".docx", ".pdf", ".png", ".jpg", ".mo", ".pyc", ".ico", ".gz", ".zip"}


def python_files(folder: Path) -> list[Path]:
    """Return the Python files under a folder, in order of their paths."""
    return [
        path for path in walk(folder) if path.suffix == ".py" and OTHERS_WORDS not in path.parents
    ]


def walk(folder: Path) -> Iterator[Path]:
    """Yield the files under a folder that belong to the repository."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            hidden_cache = path.name.endswith(("_cache", "__pycache__", ".egg-info"))
            if path.name not in NOT_OURS | {".hypothesis"} and not hidden_cache:
                yield from walk(path)
        else:
            yield path


@cache
def our_words() -> tuple[tuple[str, str], ...]:
    """Return the path and text of every file we wrote; what others published is not ours."""
    ours = (
        path
        for path in walk(ROOT)
        if path.suffix not in BINARY and OTHERS_WORDS not in path.parents
    )
    return tuple((shown(path), path.read_text(encoding="utf-8")) for path in ours)


def shown(path: Path) -> str:
    """Return a path as a reader of the repository would write it."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name


@cache
def parsed(path: Path) -> ast.Module:
    """Return a Python file as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return every function and method in a tree."""
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and full name of every module a tree imports from outside its folder."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.lineno, node.module


def listed(faults: Iterable[str]) -> str:
    """Return faults as lines, for the message of a failing test."""
    return "\n" + "\n".join(faults)
