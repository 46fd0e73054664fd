"""The repository speaks of its subject: not of how it was made, nor of where packages come from."""

from __future__ import annotations

import re

import pytest

from tests.house.tree import ROOT, listed, our_words, shown

HERE = "tests/house/test_wording.py"
HOW_IT_WAS_MADE = (
    r"\bAI[- ](?:assistant|agent|generated|written|model|tool|session)",
    r"\bas an AI\b",
    r"\blanguage model",
    r"\bLLMs?\b",
    r"\b(?:coding|sub)[- ]?agents?\b",
    r"\bchat ?(?:bot|gpt)\b",
    r"\b(?:claude|anthropic|openai|copilot)\b",
    r"\b(?:this|next|last|previous|earlier|later) session\b",
    r"\bco-authored-by\b",
    r"\bgenerated (?:by|with) (?:an? )?(?:AI|model|assistant)\b",
)
WHERE_FROM = (
    r"\bpypi\.(?:org|python)",
    r"\bpythonhosted\b",
    r"\bregistry\.(?:npmjs|yarnpkg)",
    r"\bindex-url\s*=",
    r"\bfind-links\s*=",
)
NOT_DONE = (r"\bTODO\b", r"\bFIXME\b", r"\bXXX\b", r"@pytest\.mark\.skip", r"pytest\.skip\(")
EXEMPT = {HERE, "LICENSE"}


def found_in(text: str, *, patterns: tuple[str, ...], where: str) -> list[str]:
    """Name the lines of a text that hold what it should not."""
    wanted = re.compile("|".join(patterns), re.IGNORECASE if patterns is not NOT_DONE else 0)
    return [
        f"{where}:{number} {found.group()}"
        for number, line in enumerate(text.splitlines(), start=1)
        if (found := wanted.search(line))
    ]


@pytest.mark.parametrize(
    "patterns", [HOW_IT_WAS_MADE, WHERE_FROM, NOT_DONE], ids=["making", "fetching", "not done"]
)
def test_the_repository_speaks_of_its_subject(patterns: tuple[str, ...]) -> None:
    assert len(our_words()) > 20, "few files were found: is this test looking in the right place?"
    faults = [
        fault
        for path, text in our_words()
        if path not in EXEMPT
        for fault in found_in(text, patterns=patterns, where=path)
    ]
    assert not faults, listed(faults)


@pytest.mark.parametrize(
    ("patterns", "planted"),
    [
        (HOW_IT_WAS_MADE, "Written in the previous session"),
        (HOW_IT_WAS_MADE, "an AI assistant made this"),
        (WHERE_FROM, "from https://pypi.org/simple"),
        (NOT_DONE, "x = 1  # TODO: later"),
        (NOT_DONE, "@pytest.mark.skipif(True)"),
    ],
)
def test_planted_words_are_caught(patterns: tuple[str, ...], planted: str) -> None:
    assert found_in(planted, patterns=patterns, where="x") != []


@pytest.mark.parametrize(
    "fine", ["the working session of the board", 'scope="session"', "a letting agent", "User-Agent"]
)
def test_words_of_our_subject_pass(fine: str) -> None:
    assert found_in(fine, patterns=HOW_IT_WAS_MADE, where="x") == []


def test_the_rule_exempts_only_itself_and_the_licence() -> None:
    assert {path for path, _ in our_words()} >= EXEMPT
    assert shown(ROOT / HERE) == HERE
