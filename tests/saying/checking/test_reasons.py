"""Why a line was read as it was."""

from __future__ import annotations

import re

import pytest

from tests.house.tree import SOURCE, python_files
from withus.core.minutes.capacity import Reason
from withus.core.minutes.terms import terms
from withus.saying.checking import reasons

CORE = "\n".join(path.read_text("utf-8") for path in python_files(SOURCE / "core" / "minutes"))
WORDLESS = sorted(
    set(re.findall(r'Reason\("(\w+)"(?:, "", "\w+")?\)', CORE))
    | set(re.findall(r'doubt="(\w+)"', CORE))
)
ASKS = sorted(
    {term.ask for term in terms().capacities if term.ask}
    | set(re.findall(r'Reason\([^)]*, "(\w+)"\)', CORE))
)


@pytest.mark.parametrize("code", [code for code in WORDLESS if code != "on_the_list"])
def test_every_reason_without_deciding_words_has_words_of_its_own(code: str) -> None:
    assert "“" not in reasons.reason(Reason(code))


@pytest.mark.parametrize("code", ASKS)
def test_everything_to_be_asked_has_its_question(code: str) -> None:
    assert re.search(r"[aA]sk\.$", reasons.ask((Reason("post", "lead", code),)))


def test_there_are_reasons_and_questions_to_test() -> None:
    assert len(WORDLESS) > 5
    assert len(ASKS) > 4


def test_the_words_that_decided_are_quoted() -> None:
    post, heading = Reason("services", "director"), Reason("heading_carer", "carers")
    assert reasons.reason(post) == "the words “director”"
    assert reasons.why((heading, post)) == (
        "listed under a heading with “carers”; the words “director”"
    )


def test_being_on_the_list_needs_no_words_and_nothing_to_ask_is_nothing() -> None:
    assert reasons.why((Reason("on_the_list"),)) == ""
    assert reasons.ask((Reason("on_the_list"), Reason("x", "y", "what_nobody_asks"))) == ""
