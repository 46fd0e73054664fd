"""Every refusal has its words, on the screen and as one line."""

from __future__ import annotations

import re

import pytest

from tests.house.tree import SOURCE, python_files
from withus.core.errors import Refusal
from withus.core.minutes.reading import NotMinutes
from withus.core.minutes.strict import NotACheckFile
from withus.reading.refusals import REASONS, unreadable
from withus.saying.checking import refusals

SAID = re.compile(r'(?:Refusal|NotMinutes|NotACheckFile)\(\s*"(\w+)"')
ROOMS = ("core/minutes", "core/findings", "reading", "screens/checking", "screens/frame")
CHECKING = [path for room in ROOMS for path in python_files(SOURCE / room)]
CHECKING += [SOURCE / "cli" / "minutes.py"]
RAISED = sorted(
    {code for path in CHECKING for code in SAID.findall(path.read_text("utf-8"))} | set(REASONS)
)
EVERYTHING: dict[str, str | int] = {"file": "minutes.txt", "where": "meeting 3", "lines": 4}


def test_there_are_codes_to_test() -> None:
    assert len(RAISED) > len(REASONS) + 8


@pytest.mark.parametrize("code", RAISED)
def test_every_code_raised_anywhere_has_words_and_what_to_do_next(code: str) -> None:
    told = refusals.told(Refusal(code, EVERYTHING))
    other = refusals.told(Refusal("broken", EVERYTHING))
    assert code == "broken" or told != other
    for sentence in (told.wrong, told.next):
        assert sentence[0].isupper() or sentence.startswith("minutes.txt")
        assert sentence.endswith((".", ")."))
        assert "%(" not in sentence
        assert code not in sentence or "_" not in code


@pytest.mark.parametrize("code", RAISED)
def test_a_refusal_that_knows_no_file_still_has_words(code: str) -> None:
    told = refusals.told(Refusal(code))
    assert told.wrong and "%(" not in told.wrong


def test_a_code_nobody_knows_is_a_damaged_file() -> None:
    assert refusals.told(Refusal("never_heard_of")) == refusals.told(Refusal("broken"))


@pytest.mark.parametrize("code", REASONS)
def test_one_line_names_the_file_what_was_found_and_what_was_expected(code: str) -> None:
    found, expected = REASONS[code]
    line = refusals.line(unreadable(code, "minutes.txt"))
    assert line == f"minutes.txt: found {found}; expected {expected}"


@pytest.mark.parametrize(
    ("refusal", "line"),
    [
        (
            NotMinutes("not_minutes", {"lines": 4, "file": "a.txt"}),
            (
                "a.txt: found no list of people; expected minutes with a heading such as "
                "Present, Attendance or Apologies"
            ),
        ),
        (
            NotACheckFile("not_a_check", {"where": "meeting 3", "file": "a.json"}),
            "a.json: found something else in “meeting 3”; expected a withus-check-1 file",
        ),
        (
            NotMinutes("too_long", {"lines": 4}),
            "input: found more lines than minutes have; expected the page that says who was there",
        ),
    ],
)
def test_refusals_of_the_core_are_one_line_too(refusal: Refusal, line: str) -> None:
    assert refusals.line(refusal) == line


def test_a_file_whose_name_has_two_lines_is_told_in_one() -> None:
    assert "\n" not in refusals.line(unreadable("empty", "a\nb.txt"))
