"""Names are the field's own words (house rules, "Names")."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.house.tree import SOURCE, TESTS, functions, listed, parsed, python_files, shown

NOT_OUR_WORDS = {
    "user",
    "stakeholder",
    "item",
    "object",
    "data",
    "manager",
    "handler",
    "helper",
    "util",
}
# Rooms in which an item is one of an agenda, as their facts say.
OF_MEETINGS = {"meeting", "deciding", "in_meetings", "in_the_room", "decisions", "minutes_of"}
# Names that Python's, lxml's and Django's own classes call us by.
CALLED_BY_OTHERS = {"data", "get_context_data", "handle_data", "receive_data_chunk"}


def words_of(name: str) -> list[str]:
    """Split a name such as `AgendaItems` or `agenda_items` into words, one of each."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_")
    return [word.removesuffix("s") if word != "s" else word for word in apart]


def names_in(tree: ast.AST) -> list[tuple[int, str]]:
    """Return the line and name of every function and class."""
    named = [n for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]
    return [(n.lineno, n.name) for n in (*named, *functions(tree))]


def is_not_our_word(name: str, path: Path | None = None) -> bool:
    """Tell whether a name holds a word we don't use; an item of an agenda is the field's word."""
    if name in CALLED_BY_OTHERS:
        return False
    if path is not None and OF_MEETINGS & set(path.relative_to(SOURCE).with_suffix("").parts):
        return bool((NOT_OUR_WORDS - {"item"}) & set(words_of(name)))
    spoken = "_".join(words_of(name)).replace("agenda_item", "agenda")
    return bool(NOT_OUR_WORDS & set(spoken.split("_")))


def is_a_sentence(name: str) -> bool:
    """Tell whether a test's name says something: three words at least after `test_`."""
    return len(name.split("_")) >= 4


def test_modules_are_named_in_the_fields_words() -> None:
    paths = [*python_files(SOURCE), *python_files(TESTS)]
    assert not [shown(path) for path in paths if is_not_our_word(path.stem)]


def test_functions_and_classes_are_named_in_the_fields_words() -> None:
    faults = [
        f"{shown(path)}:{line} {name}"
        for path in python_files(SOURCE)
        for line, name in names_in(parsed(path))
        if is_not_our_word(name, path)
    ]
    assert not faults, listed(faults)


def test_the_names_of_tests_are_sentences() -> None:
    faults = [
        f"{shown(path)}:{function.lineno} {function.name}"
        for path in python_files(TESTS)
        for function in functions(parsed(path))
        if function.name.startswith("test_") and not is_a_sentence(function.name)
    ]
    assert not faults, listed(faults)


def test_planted_names_are_caught() -> None:
    for name in ("UserList", "meeting_helpers", "get_item", "DataManager", "objects"):
        assert is_not_our_word(name), name
    for name in ("AgendaItemAsked", "reuse", "update", "capacities", "dates", "handle_data"):
        assert not is_not_our_word(name), name
    assert not is_a_sentence("test_meeting")
