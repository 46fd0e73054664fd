from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.house.tree import SOURCE, python_files
from withus.core.errors import Refusal
from withus.core.verifying.keeping import Outcome, Taken
from withus.core.verifying.verdict import Failed, Step
from withus.saying.keeping import witness

FILES = [SOURCE / "cli" / "witness.py", *python_files(SOURCE / "cli" / "witnessing")]
SAID = re.compile(r'Refusal\(\s*"(\w+)"')
CODES = sorted({code for path in FILES for code in SAID.findall(path.read_text("utf-8"))})
FOUND = Outcome("a.bundle", Taken.KEPT, "withus.example/thornmere", 1_204, "1204 acorn zebra")


@pytest.mark.parametrize("code", CODES)
def test_every_refusal_of_somebodys_folder_is_one_line_with_its_words(code: str) -> None:
    told = witness.line(Refusal(code), file="a.bundle")
    assert told != witness.line(Refusal("never_heard_of"), file="a.bundle")
    assert "\n" not in told and "%(" not in told and "witness" not in told


def test_there_are_refusals_to_test() -> None:
    assert len(CODES) >= 9


@pytest.mark.parametrize("taken", [each for each in Taken if each is not Taken.UNREADABLE])
def test_every_outcome_has_its_words_the_answer_first(taken: Taken) -> None:
    failed = Failed(Step.HEADS, "older_than_kept") if taken is Taken.REFUSED else None
    told = witness.report(replace(FOUND, taken=taken, failed=failed, before=900, paper="p"))
    assert len(told) >= 2
    assert not [each for each in told if "witness" in each or "%(" in each or "None" in each]
    assert told[0].startswith("STOP.") is (taken is Taken.REFUSED)


def test_one_entry_is_said_as_one() -> None:
    told = witness.report(Outcome("a", Taken.OLDER, "r", 1, "1 x", before=2))
    assert "it ends at 1 entry, and you keep 2 entries" in told[0]


def test_the_host_is_told_whose_signature_it_is() -> None:
    told = {"name": "ulo.example", "record": "r", "size": 9, "new": True}
    assert "ulo.example, who keeps a copy, signed r up to entry 9" in witness.handed_in(told)
    assert "already" in witness.handed_in({**told, "new": False})
