"""Every refusal of a rule has its words: for a file in one line, for an entry in two sentences."""

from __future__ import annotations

import re

import pytest

from tests.house.tree import SOURCE, python_files
from withus.core.errors import Refusal
from withus.saying.deciding import refusals
from withus.saying.keeping.refusals import said

SAID = re.compile(r'(?:NotARule|NotAFile|Refusal)\(\s*"(\w+)"')
FILES = [*python_files(SOURCE / "core" / "deciding"), SOURCE / "reading" / "rules_file.py"]
RAISED = sorted({code for path in FILES for code in SAID.findall(path.read_text("utf-8"))})
OF_FILES = set(refusals.in_files())


def test_there_are_codes_to_test() -> None:
    assert len(RAISED) > 18
    assert set(refusals.told()) <= set(RAISED)


@pytest.mark.parametrize("code", RAISED)
def test_one_line_names_the_file_the_line_what_was_found_and_what_was_expected(code: str) -> None:
    told = refusals.line(Refusal(code, {"found": "x", "field": "kind"}), file="a.json", at=4)
    assert re.fullmatch(r"a\.json, line 4: found .+; expected .+", told)
    assert "%(" not in told and code not in told
    other = refusals.line(Refusal("never_heard_of"), file="a.json", at=4)
    assert told != other or code == "not_a_rules_file"


@pytest.mark.parametrize("code", sorted(set(RAISED) - OF_FILES))
def test_what_an_entry_is_refused_for_is_said_with_the_number_of_the_rule(code: str) -> None:
    wrong, then = said(Refusal(code, {"rule": 3}))
    assert (wrong, then) != said(Refusal("never_heard_of"))
    assert wrong.startswith("Rule 3: ") and wrong.endswith(".") and then.endswith(".")
    assert "%(" not in wrong + then


def test_a_field_that_is_known_says_what_it_may_hold() -> None:
    refusal = Refusal("value_unknown", {"found": "float", "field": "at_least", "rule": 1})
    told = refusals.line(refusal, file="a.json")
    assert told == (
        "a.json: found “float” for “at_least”; expected a whole number from 1 to 10,000"
    )
