"""Files and functions stay small enough to read in one sitting (house rules, "Sizes")."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

import pytest

from tests.house.tree import ROOT, SOURCE, TESTS, functions, listed, parsed, python_files, shown

MOST_ARGUMENTS = 5


def without_its_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count a function's lines; the docstring that the house asks for is not held against it."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    first = function.body[0]
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1)


def spread_faults(sizes: list[int], *, middle: int, most: int, top: int) -> list[str]:
    """Say how sizes break: median at most `middle`, 95 % at most `most`, none over `top`."""
    above = sum(size > most for size in sizes)
    checks = {
        f"the median is {median(sizes)}, more than {middle}": median(sizes) > middle,
        f"{above} of {len(sizes)} are over {most}": above * 20 > len(sizes),
        f"the largest is {max(sizes)}, more than {top}": max(sizes) > top,
    }
    return [fault for fault, broken in checks.items() if broken]


def argument_faults(tree: ast.AST, *, where: str) -> list[str]:
    """Name the functions that take more than five arguments, not counting self and cls."""
    faults = []
    for function in functions(tree):
        told = function.args
        named = [a.arg for a in (*told.posonlyargs, *told.args, *told.kwonlyargs)]
        count = len([name for name in named if name not in ("self", "cls")])
        if count > MOST_ARGUMENTS:
            faults.append(f"{where}:{function.lineno} {function.name} takes {count} arguments")
    return faults


def only_forwards(tree: ast.Module) -> bool:
    """Tell whether a module holds imports and nothing of its own."""
    body = [node for node in tree.body if not is_a_string(node) and not names_what_is_public(node)]
    return bool(body) and all(isinstance(node, ast.Import | ast.ImportFrom) for node in body)


def is_a_string(node: ast.stmt) -> bool:
    """Tell whether a statement is a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def names_what_is_public(node: ast.stmt) -> bool:
    """Tell whether a statement is `__all__ = ...`."""
    return isinstance(node, ast.Assign) and "__all__" in [ast.unparse(t) for t in node.targets]


def lines_in(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(("folder", "top"), [(SOURCE, 500), (TESTS, 600)], ids=["src", "tests"])
def test_files_are_short(folder: Path, top: int) -> None:
    sizes = {shown(path): lines_in(path) for path in python_files(folder) if lines_in(path)}
    longest = sorted(sizes.items(), key=lambda pair: -pair[1])[:8]
    assert not (found := spread_faults([*sizes.values()], middle=100, most=300, top=top)), (
        found,
        longest,
    )


@pytest.mark.parametrize("folder", [SOURCE, TESTS], ids=["src", "tests"])
def test_functions_are_short(folder: Path) -> None:
    sizes = {
        f"{shown(path)}:{function.lineno} {function.name}": without_its_docstring(function)
        for path in python_files(folder)
        for function in functions(parsed(path))
    }
    longest = sorted(sizes.items(), key=lambda pair: -pair[1])[:8]
    assert not (found := spread_faults([*sizes.values()], middle=10, most=40, top=60)), (
        found,
        longest,
    )


def test_the_script_run_is_as_short_as_a_file_may_be() -> None:
    assert lines_in(ROOT / "run") <= 300


def test_functions_take_at_most_five_arguments() -> None:
    paths = [*python_files(SOURCE), *python_files(TESTS)]
    faults = [f for path in paths for f in argument_faults(parsed(path), where=shown(path))]
    assert not faults, listed(faults)


def test_no_module_only_forwards() -> None:
    modules = [path for path in python_files(SOURCE) if path.name != "__init__.py"]
    assert not [shown(path) for path in modules if only_forwards(parsed(path))]


def test_a_planted_long_file_is_caught() -> None:
    assert spread_faults([10] * 99 + [501], middle=100, most=300, top=500) == [
        "the largest is 501, more than 500"
    ]
    assert len(spread_faults([301] * 2 + [101] * 9, middle=100, most=300, top=500)) == 2


def test_a_planted_sixth_argument_is_caught() -> None:
    tree = ast.parse("class A:\n def five(self, a, b, c, d, *, e): ...\n def six(a,b,c,d,e,f): ...")
    assert argument_faults(tree, where="x.py") == ["x.py:3 six takes 6 arguments"]


def test_a_planted_forwarding_module_is_caught() -> None:
    assert only_forwards(ast.parse('"""Words."""\nfrom a import b\n__all__ = ["b"]'))
    assert not only_forwards(ast.parse("from a import b\nb()"))


def test_a_docstring_is_not_counted_as_length() -> None:
    written = functions(ast.parse('def f():\n """One.\n\n Two.\n """\n return 1'))[0]
    assert without_its_docstring(written) == 2
