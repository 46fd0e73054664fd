"""Every reason for signing nothing more has words of its own, and says what to do next."""

from __future__ import annotations

import ast

import pytest

from tests.house.tree import SOURCE, parsed, python_files
from withus.core.errors import Refusal
from withus.saying.keeping.signing import why_not

ORIGIN = "withus.example/thornmere"
EVERYTHING: dict[str, str | int] = {"signed": 10, "found": 6, "entry": 3, "file": "a.key"}
RAISED = sorted(
    {
        node.args[0].value
        for path in python_files(SOURCE / "signer")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "WillNotSign"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }
)


def test_there_are_reasons_to_tell() -> None:
    assert len(RAISED) > 7


@pytest.mark.parametrize("code", RAISED)
def test_every_reason_is_one_line_of_its_own_and_says_what_next(code: str) -> None:
    line = why_not(Refusal(code, EVERYTHING), origin=ORIGIN)
    assert line.startswith(f"{ORIGIN}: nothing more is signed. ")
    assert code not in line
    assert "\n" not in line
    assert line != why_not(Refusal("unknown", EVERYTHING), origin=ORIGIN)
    assert any(word in line for word in ("withus restore", "backup", "Find out"))


def test_a_reason_without_words_is_told_by_its_code() -> None:
    assert "(hash_length)" in why_not(Refusal("hash_length"), origin=ORIGIN)
