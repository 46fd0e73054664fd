"""Tests mirror the tree: whoever knows where the code is knows where its tests are."""

from __future__ import annotations

from pathlib import Path

from tests.house.tree import SOURCE, TESTS, functions, parsed, python_files, shown

MIRRORED = (
    *("core", "stores", "actions", "questions", "saying", "reading", "cli", "screens"),
    *("signer", "jobs", "api"),
)


def has_a_place(test: Path, *, tests: Path, source: Path) -> bool:
    """Tell whether a test's folder, or the module it is named after, is in the source."""
    inside = test.relative_to(tests)
    module = source / inside.with_name(inside.name.removeprefix("test_"))
    folder = source / inside.parent
    in_a_room = len(inside.parts) > 1 and (folder.is_dir() or folder.with_suffix(".py").is_file())
    return module.is_file() or module.with_suffix("").is_dir() or in_a_room


def holds_tests(path: Path) -> bool:
    """Tell whether a file has tests, which pytest finds only under the name test_*.py."""
    return any(function.name.startswith("test_") for function in functions(parsed(path)))


def test_each_test_of_a_room_has_its_place_in_the_source() -> None:
    paths = [path for room in MIRRORED for path in (TESTS / room).rglob("test_*.py")]
    assert not [shown(path) for path in paths if not has_a_place(path, tests=TESTS, source=SOURCE)]


def test_tests_are_in_files_where_pytest_finds_them() -> None:
    paths = [path for path in python_files(TESTS) if not path.name.startswith("test_")]
    assert not [shown(path) for path in paths if holds_tests(path)]


def test_files_named_as_tests_hold_tests() -> None:
    paths = [path for path in python_files(TESTS) if path.name.startswith("test_")]
    assert not [shown(path) for path in paths if not holds_tests(path)]


def test_a_planted_test_without_a_place_is_caught(tmp_path: Path) -> None:
    tests, source = tmp_path / "tests", tmp_path / "src"
    (source / "core" / "minutes").mkdir(parents=True)
    (source / "core" / "errors.py").touch()
    for there in ("core/test_errors.py", "core/minutes/test_whole.py", "core/errors/test_all.py"):
        assert has_a_place(tests / there, tests=tests, source=source), there
    for nowhere in ("test_errors.py", "core/gone/test_errors.py"):
        assert not has_a_place(tests / nowhere, tests=tests, source=source), nowhere
