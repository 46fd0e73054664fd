"""A commitment binds a value to one field of one leaf, and one key alone opens it."""

from __future__ import annotations

import hmac
import json
from base64 import urlsafe_b64encode
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.core.facts.any_fact import IDS, WORDS
from tests.core.facts.story import ORIGIN, an_id
from withus.core.errors import Refusal
from withus.core.facts.sealing import Opening, check_opening, commitment, is_commitment

KEY = bytes(range(32))
KIND = "place.made.v1"
OPENING = Opening("post", "Chair", KEY)
LEAF: dict[str, Any] = {
    "origin": ORIGIN,
    "nonce": an_id("n"),
    "type": KIND,
    "sealed": {"post": commitment(OPENING, origin=ORIGIN, nonce=an_id("n"), kind=KIND)},
}


def code_of(opening: Opening, **changes: str) -> str:
    with pytest.raises(Refusal) as refusal:
        check_opening(opening, leaf={**LEAF, **changes})
    return refusal.value.code


@given(WORDS, IDS, some.binary(min_size=32, max_size=32))
def test_a_commitment_is_what_the_standards_give(value: str, nonce: str, key: bytes) -> None:
    parts = [ORIGIN, nonce, KIND, "post", value]
    told = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
    expected = hmac.new(key, told, "sha256").digest()
    found = commitment(Opening("post", value, key), origin=ORIGIN, nonce=nonce, kind=KIND)
    assert found == urlsafe_b64encode(expected).decode().rstrip("=")
    assert is_commitment(found)


def test_what_was_sealed_is_opened() -> None:
    check_opening(OPENING, leaf=LEAF)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"value": "Chairs"}, "opening_differs"),
        ({"value": "chair"}, "opening_differs"),
        ({"value": ""}, "opening_differs"),
        ({"key": KEY[:-1] + b"\x00"}, "opening_differs"),
        ({"key": bytes(32)}, "opening_differs"),
        ({"path": "why"}, "no_such_field"),
        ({"path": ""}, "no_such_field"),
        ({"value": ["Chair"]}, "not_words"),
        ({"value": 5}, "not_words"),
        ({"value": None}, "not_words"),
    ],
)
def test_another_opening_is_refused(change: dict[str, Any], expected: str) -> None:
    assert code_of(replace(OPENING, **change)) == expected


@pytest.mark.parametrize(
    "change", [{"origin": ORIGIN + "/2"}, {"nonce": an_id("m")}, {"type": "place.made.v2"}]
)
def test_an_opening_is_of_one_leaf_alone(change: dict[str, str]) -> None:
    assert code_of(OPENING, **change) == "opening_differs"


def test_each_part_of_what_is_sealed_gives_another_commitment() -> None:
    around = {"origin": ORIGIN, "nonce": an_id("n"), "kind": KIND}
    found = [
        commitment(OPENING, **around),
        commitment(replace(OPENING, value="Chair "), **around),
        commitment(replace(OPENING, path="posts"), **around),
        commitment(replace(OPENING, key=bytes(32)), **around),
        commitment(OPENING, **{**around, "origin": ORIGIN + "/2"}),
        commitment(OPENING, **{**around, "nonce": an_id("m")}),
        commitment(OPENING, **{**around, "kind": "place.made.v2"}),
    ]
    assert len(set(found)) == len(found)


def test_parts_do_not_run_into_one_another() -> None:
    one = commitment(Opening("ab", "c", KEY), origin=ORIGIN, nonce="n", kind=KIND)
    assert one != commitment(Opening("a", "bc", KEY), origin=ORIGIN, nonce="n", kind=KIND)


@pytest.mark.parametrize("key", [b"", KEY[:31], KEY + b"\x00", KEY[:31] + b"\x00\x00", KEY * 2])
def test_a_key_is_exactly_32_bytes_on_both_sides(key: bytes) -> None:
    assert code_of(replace(OPENING, key=key)) == "key_length"
    with pytest.raises(Refusal) as refusal:
        commitment(replace(OPENING, key=key), origin=ORIGIN, nonce=an_id("n"), kind=KIND)
    assert refusal.value.code == "key_length"
    assert refusal.value.parameters == {"found": len(key), "expected": 32}


def test_a_refusal_holds_neither_the_words_nor_the_key() -> None:
    with pytest.raises(Refusal) as refusal:
        check_opening(replace(OPENING, value="Canary"), leaf=LEAF)
    told = repr(refusal.value) + repr(refusal.value.parameters)
    assert "Canary" not in told and "Chair" not in told
    assert repr(KEY)[2:10] not in repr(OPENING)


@pytest.mark.parametrize("text", ["", "A" * 42, "A" * 44, "A" * 42 + "B", "é" * 43, "=" * 43, 5])
def test_what_is_no_commitment_is_told(text: object) -> None:
    assert is_commitment("A" * 43)
    assert is_commitment(text) is False
