"""The published proofs of transparency-dev/merkle: each is taken or refused as its file says."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.house.tree import TESTS
from withus.core.proofs.merkle import TreeHead, verify_consistency, verify_inclusion
from withus.core.proofs.refused import ProofRefused

MERKLE = TESTS / "data" / "vectors" / "merkle"
VECTORS = sorted(MERKLE.rglob("*.json"))


def refused(check: Callable[[], None]) -> bool:
    try:
        check()
    except ProofRefused:
        return True
    return False


def checking(told: dict[str, Any]) -> Callable[[], None]:
    """Return the check that a vector asks for."""
    proof = [b64decode(step) for step in told["proof"] or []]
    if "leafIdx" in told:
        head = TreeHead(told["treeSize"], b64decode(told["root"]))
        leaf, index = b64decode(told["leafHash"]), told["leafIdx"]
        return lambda: verify_inclusion(leaf, index=index, head=head, proof=proof)
    earlier = TreeHead(told["size1"], b64decode(told["root1"]))
    later = TreeHead(told["size2"], b64decode(told["root2"]))
    return lambda: verify_consistency(earlier, later, proof=proof)


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: str(path.relative_to(MERKLE)))
def test_a_published_proof_is_taken_or_refused_as_it_says(path: Path) -> None:
    told = json.loads(path.read_text(encoding="utf-8"))
    assert refused(checking(told)) is told["wantErr"], told["desc"]


def test_all_published_proofs_are_here() -> None:
    told = [json.loads(path.read_text(encoding="utf-8")) for path in VECTORS]
    assert len(told) == 196
    assert sum(each["wantErr"] for each in told) == 184
    assert sum("leafIdx" in each for each in told) == 98
