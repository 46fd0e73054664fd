from __future__ import annotations

import re

from tests.house.tree import SOURCE
from withus.core.errors import Refusal
from withus.saying.keeping import copies, failures

CHECKING = [
    SOURCE / "core" / "bundle.py",
    SOURCE / "core" / "verify.py",
    *(SOURCE / "core" / "verifying").glob("*.py"),
]


def codes(pattern: str) -> set[str]:
    """Return the codes that checking a copy gives in some way."""
    return {found for path in CHECKING for found in re.findall(pattern, path.read_text("utf-8"))}


def test_every_refusal_that_reading_a_copy_gives_has_its_words() -> None:
    found = codes(r'refuse\(\s*"(\w+)"')
    assert len(found) >= 8
    assert found <= copies._told().keys()


def test_everything_that_does_not_verify_has_its_words() -> None:
    found = codes(r'differs\(\s*Step\.\w+, "(\w+)"')
    assert len(found) >= 10
    assert found <= failures._why().keys()


def test_a_refusal_is_one_line_with_file_line_found_and_expected() -> None:
    told = copies.line(Refusal("breaks_off", {"line": 7}), file="a\nb.bundle")
    assert told == (
        "a b.bundle, line 7: found a file that breaks off; expected a whole copy; ask for it again"
    )


def test_a_refusal_without_words_of_its_own_is_told_all_the_same() -> None:
    assert copies.line(Refusal("never_heard_of"), file="x").startswith("x: found something else")
