"""An edge grows into the same root as the whole tree, and proves that it grew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from withus.core.proofs.checkpoint import check_grown
from withus.core.proofs.merkle import root_over
from withus.core.proofs.refused import ProofRefused
from withus.signer.edge import EMPTY, Edge


def entries(count: int) -> list[bytes]:
    return [f"entry {number}".encode() for number in range(count)]


@given(steps=st.lists(st.integers(0, 40), max_size=6))
def test_growing_in_steps_gives_the_root_of_the_whole(steps: list[int]) -> None:
    whole, edge = entries(sum(steps)), EMPTY
    for step in steps:
        edge = edge.grown_for("a", whole[edge.size : edge.size + step])
    expected = root_over(whole)
    assert (edge.size, edge.head("a").root) == (expected.size, expected.root)
    assert len(edge.peaks) == edge.size.bit_count()


def test_an_edge_with_a_changed_hash_cannot_prove_that_it_grew() -> None:
    edge = EMPTY.grown(entries(7))
    spoilt = Edge(7, (edge.peaks[0], edge.peaks[1], b"\0" * 32))
    assert spoilt.head("a") != edge.head("a")
    assert spoilt.grown(entries(1)).head("a") != edge.grown(entries(1)).head("a")


def test_a_head_of_another_record_is_not_its_growth() -> None:
    edge = EMPTY.grown(entries(3))
    with pytest.raises(ProofRefused, match="origin_differs"):
        check_grown(edge.head("a"), edge.head("b"), proof=())
