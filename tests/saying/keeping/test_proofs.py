"""Every refusal of a proof has its plain sentence and says what to do next."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.tree import SOURCE, parsed, python_files
from withus.core.errors import Refusal
from withus.core.proofs.refused import Malformed, ProofRefused
from withus.saying.keeping.proofs import line, said, sentences

REFUSED = {"Malformed", "ProofRefused"}
OUR_WORDS = re.compile(r"\b(merkle|hash|root|leaf|tree|checkpoint|tile|json|base64|index)", re.I)
EVERY: dict[str, str | int] = {
    **dict.fromkeys(("found", "expected", "position", "size", "index", "wrong", "first"), 7),
    "maybe": "acorn, apron",
    "key": "withus.example/northtown",
}


def codes(tree: ast.AST) -> Iterator[str]:
    """Yield the first word of each refusal that is made; a word that is not plain is a fault."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in REFUSED:
            assert node.args and isinstance(node.args[0], ast.Constant), ast.unparse(node)
            yield str(node.args[0].value)


RAISED = {code for path in python_files(SOURCE / "core" / "proofs") for code in codes(parsed(path))}


def test_every_code_has_a_sentence_and_no_other_has() -> None:
    assert len(RAISED) > 35
    assert sentences().keys() - {"other"} == RAISED


@pytest.mark.parametrize("code", sorted(RAISED))
def test_a_sentence_says_what_is_wrong_and_what_next_in_plain_words(code: str) -> None:
    wrong, then = said(ProofRefused(code, dict(EVERY)))
    for told in (wrong, then):
        assert told.endswith(".") and told[0] == told[0].upper()
        assert "%" not in told and "?" not in told
        assert not OUR_WORDS.search(told), told


def test_a_refusal_is_told_with_its_figures_or_without_them() -> None:
    assert line(Malformed("words_counted", {"found": 11, "expected": 12})) == (
        "A check-code has 12 words; this has 11. "
        "Look at the code again and type it as it is printed: the number, then twelve words."
    )
    assert said(Malformed("words_counted"))[0] == "A check-code has ? words; this has ?."


def test_an_unknown_refusal_is_still_told() -> None:
    assert said(Refusal("of_another_kind")) == sentences()["other"]


def test_a_planted_code_is_found() -> None:
    assert list(codes(ast.parse('raise Malformed("a", {"b": 1})\nRefusal("c")'))) == ["a"]
