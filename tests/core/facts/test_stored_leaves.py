"""The leaves that are stored are read for ever, each to exactly its fact."""

from __future__ import annotations

import pytest

from tests.core.facts.stored import LEAVES, firsts, store_what_is_missing, stored
from tests.core.facts.story import EVERY, leaves, said
from withus.core.facts import FACTS
from withus.core.facts.encoding import decode

EACH = pytest.mark.parametrize("kind", [kind.TYPE for kind in FACTS])
LEAVES_NOW = list(leaves(EVERY))
REMEDY = "store it: python -m tests.core.facts.stored"


def test_every_type_of_fact_has_a_stored_leaf() -> None:
    there = {path.name.removesuffix(".json") for path in LEAVES.iterdir()}
    assert {kind.TYPE for kind in FACTS} <= there, REMEDY
    assert there <= {kind.TYPE for kind in FACTS}, "a type that was in use is known no more"


@EACH
def test_a_stored_leaf_is_read_to_exactly_its_fact(kind: str) -> None:
    number, one = firsts()[kind], stored(kind)
    entry = decode(one.leaf, index=number, openings=one.openings)
    assert entry.fact == EVERY[number]
    assert type(entry.fact) is type(EVERY[number])
    assert entry.circumstances == said(EVERY[number], number)


@EACH
def test_the_same_fact_still_gives_the_stored_bytes(kind: str) -> None:
    leaf, openings = LEAVES_NOW[firsts()[kind]]
    assert leaf == stored(kind).leaf
    assert {each.path: each for each in openings} == stored(kind).openings


def test_no_stored_leaf_is_written_over() -> None:
    before = {path: path.stat().st_mtime_ns for path in LEAVES.iterdir()}
    store_what_is_missing()
    assert {path: path.stat().st_mtime_ns for path in LEAVES.iterdir()} == before
