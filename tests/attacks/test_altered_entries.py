"""Entries with any part of them replaced by anything: refused or folded, and never a fault."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

import pytest

from tests.core.copies import Copy, whole_copy
from withus.core.bundle import NotABundle
from withus.core.errors import Refusal
from withus.core.facts.encoding import decode
from withus.core.proofs.canonical import canonical
from withus.core.verifying.verdict import Result

COPY = whole_copy()
ANYTHING: list[Any] = [
    None, True, False, 0, 1, -1, 28, 2**31, 2**53 - 1, "", "x", "A" * 22, "2026-11-02", "host",
    "2026-11-02T09:00:00.000000Z", "2026-02-30", "1/5", "draws_on_services", "\u0000", "\uffff",
    [], [[]], ["x", "a"], ["standard"], [None], {}, {"": 1}, {"a": {"b": []}}, [{"from": 3}],
]  # fmt: skip


def altered(dice: random.Random, leaf: bytes) -> bytes:
    """Return a leaf in which one part, at any depth, is another."""
    whole = json.loads(leaf)
    inside = whole
    while True:
        name = dice.choice(sorted(inside)) if isinstance(inside, dict) else 0
        deeper = inside[name]
        if isinstance(deeper, dict | list) and deeper and dice.random() < 0.8:
            inside = deeper
        else:
            inside[name] = dice.choice(ANYTHING)
            return canonical(whole)


def check_one(dice: random.Random) -> str:
    """Alter one entry as its host could, and hold that the answer is one of those there are."""
    place = dice.randrange(len(COPY.entries))
    leaf = altered(dice, COPY.entries[place])
    entries = (*COPY.entries[:place], leaf, *COPY.entries[place + 1 :])
    try:
        decode(leaf, index=place)
    except Refusal:
        copy = replace(COPY, entries=entries, published={}, openings=())
        return outcome(copy)
    found = outcome(replace(COPY, entries=entries, openings=()))
    assert found != Result.VERIFIED
    return found


def outcome(copy: Copy) -> str:
    try:
        return copy.verified().result
    except NotABundle:
        return "not a bundle"


@pytest.mark.parametrize("seed", range(4))
def test_an_altered_entry_is_answered_and_breaks_nothing(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    found = {check_one(dice) for _ in range(100)}
    assert found >= {Result.DOES_NOT_VERIFY, "not a bundle"}


@pytest.mark.drill
def test_20000_altered_entries_are_answered_and_break_nothing() -> None:
    dice = random.Random(20_000)  # noqa: S311
    for _ in range(20_000):
        check_one(dice)


def test_a_version_that_is_true_is_not_version_1() -> None:
    with pytest.raises(Refusal):
        decode(COPY.entries[0].replace(b'"v":1', b'"v":true'), index=0)
