"""Every refusal of an entry, or of a command about the record, has its words."""

from __future__ import annotations

import re

import pytest

from tests.house.tree import SOURCE, python_files
from withus.core.errors import Refusal
from withus.saying.keeping import refusals

RAISED_BY = (
    "Refusal|NotAllowed|NotALeaf|NotSo|FitsNothing|RebuildNeeded|NoSuchRecord|NotKnown|NotOpened"
    "|NotTaken|RepeatDiffers|CodeVoid"
)
SAID = re.compile(rf'(?:{RAISED_BY})\(\s*"(\w+)"')
ROOMS = ("core/facts", "core/rules", "stores", "actions")
COMMANDS = (
    "installation",
    "enter",
    "check",
    "rebuild",
    "backup",
    "restore",
    "erase",
    "hand_in",
    "invite",
)
FILES = [path for room in ROOMS for path in python_files(SOURCE / room)]
FILES += [SOURCE / "cli" / f"{name}.py" for name in COMMANDS]
RAISED = sorted({code for path in FILES for code in SAID.findall(path.read_text("utf-8"))})


def test_there_are_codes_to_test() -> None:
    assert len(RAISED) > 40


@pytest.mark.parametrize("code", RAISED)
def test_every_code_has_what_is_wrong_and_what_to_do_next(code: str) -> None:
    wrong, then = refusals.said(Refusal(code))
    assert (wrong, then) != refusals.said(Refusal("never_heard_of"))
    assert f"({code})" not in wrong
    for sentence in (wrong, then):
        assert sentence.endswith((".", ").", "?"))
        assert "%(" not in sentence


def test_a_line_of_a_file_is_named() -> None:
    assert refusals.line(Refusal("place_held", {"line": 4})).startswith("Line 4: ")
