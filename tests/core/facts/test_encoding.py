"""A fact becomes a leaf and comes back; no other leaf is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.core.facts.any_fact import ANY_FACT, ORIGINS, circumstances
from tests.core.facts.story import DAY, EVERY, ORIGIN, an_id, keys, leaves, said
from withus.core.errors import Refusal
from withus.core.facts import FACTS
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.circumstances import Circumstances
from withus.core.facts.encoding import Entry, decode, encode
from withus.core.facts.fact import Fact, Missing, layout
from withus.core.facts.sealing import Opening, commitment
from withus.core.proofs.canonical import LARGEST_LEAF, canonical, read_leaf

TAKEN = next(n for n, fact in enumerate(EVERY) if isinstance(fact, f.PlaceTaken))
MADE = next(n for n, fact in enumerate(EVERY) if isinstance(fact, f.PlaceMade))
LEAVES = list(leaves(EVERY))
CANARY = "Blodwen Ap Canary"


def code_of(asking: Callable[..., object], *given: object, **named: object) -> tuple[str, object]:
    """Return the code and the field of what is refused."""
    with pytest.raises(Refusal) as refusal:
        asking(*given, **named)
    return refusal.value.code, refusal.value.parameters.get("field")


def written(fact: Fact, **changes: Any) -> tuple[bytes, tuple[Opening, ...]]:
    """Write a fact as the story would."""
    given = {"origin": ORIGIN, "said": said(fact, 1), "nonce": an_id("n"), "keys": keys(fact, 1)}
    return encode(fact, **{**given, **changes})


def altered(number: int, change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return a leaf of the story with something changed."""
    leaf: Any = read_leaf(LEAVES[number][0])
    change(leaf)
    return canonical(leaf)


def by_path(openings: tuple[Opening, ...]) -> dict[str, Opening]:
    """Return openings as decoding takes them."""
    return {each.path: each for each in openings}


@settings(max_examples=200)
@given(ANY_FACT, some.data(), ORIGINS)
def test_any_fact_comes_back_from_its_leaf(fact: Fact, draw: some.DataObject, origin: str) -> None:
    around = draw.draw(circumstances(type(fact)))
    content, openings = written(fact, origin=origin, said=around)
    entry = decode(content, index=5, openings=by_path(openings))
    assert entry == Entry(
        origin=origin,
        index=5,
        nonce=an_id("n"),
        circumstances=around,
        fact=fact,
        sealed=entry.sealed,
    )
    assert written(entry.fact, origin=origin, said=entry.circumstances) == (content, openings)
    never = dict.fromkeys(layout(type(fact)).sealed, Missing.NEVER)
    assert decode(content, index=5).fact == replace(fact, **never)


@pytest.mark.parametrize("number", range(len(EVERY)))
def test_a_leaf_has_its_keys_and_no_others(number: int) -> None:
    leaf: Any = read_leaf(LEAVES[number][0])
    wrong = [{**leaf, "more": None}]
    for name in leaf:
        others = {each: value for each, value in leaf.items() if each != name}
        wrong += [others, {**others, name + "s": leaf[name]}]
    for each in wrong:
        assert code_of(decode, canonical(each), index=number)[0] == "not_a_leaf"


@pytest.mark.parametrize("part", ["clear", "sealed"])
@pytest.mark.parametrize("number", range(len(EVERY)))
def test_a_fact_has_its_fields_and_no_others(number: int, part: str) -> None:
    leaf: Any = read_leaf(LEAVES[number][0])
    wrong = [{**leaf[part], "more": None}]
    for name in leaf[part]:
        others = {each: value for each, value in leaf[part].items() if each != name}
        wrong += [others, {**others, name + "s": leaf[part][name]}]
    for each in wrong:
        content = canonical({**leaf, part: each})
        assert code_of(decode, content, index=number)[0] == "fields_differ"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"v": 2}, "not_a_leaf"),
        ({"v": True}, "not_a_leaf"),
        ({"v": "1"}, "not_a_leaf"),
        ({"type": "place.taken.v2"}, "type_unknown"),
        ({"type": "place.taken"}, "type_unknown"),
        ({"type": None}, "type_unknown"),
        ({"type": ["place.taken.v1"]}, "type_unknown"),
        ({"type": "place.left.v1"}, "fields_differ"),
        ({"clear": []}, "fields_differ"),
        ({"sealed": None}, "fields_differ"),
        ({"origin": None}, "not_a_leaf"),
        ({"sealed": {"person": "AAAA"}}, "not_a_leaf"),
        ({"sealed": {"person": None}}, "not_a_leaf"),
        ({"sealed": {"person": "é" * 43}}, "not_a_leaf"),
        ({"sealed": {"person": "A" * 42 + "B"}}, "not_a_leaf"),  # its spare bits are set
        ({"nonce": "AAAA"}, "not_the_form"),
        ({"nonce": None}, "not_the_form"),
    ],
)
def test_another_leaf_is_refused_by_name(change: dict[str, object], code: str) -> None:
    content = altered(TAKEN, lambda each: each.update(change))
    assert code_of(decode, content, index=TAKEN)[0] == code


@pytest.mark.parametrize("other", [b"[]", b"null", b'"leaf"', b"1"])
def test_what_is_no_mapping_is_no_leaf(other: bytes) -> None:
    assert code_of(decode, other, index=0)[0] == "not_a_leaf"


def test_a_field_of_another_form_is_named() -> None:
    content = altered(MADE, lambda each: each["clear"].update(chair=1))
    assert code_of(decode, content, index=MADE) == ("not_the_form", "chair")
    fact = replace(EVERY[MADE], tags=["b", "a"])  # type: ignore[call-arg]
    assert code_of(written, fact) == ("not_the_form", "tags")


@given(some.integers(0, len(EVERY) - 1), some.data())
def test_a_flipped_bit_gives_another_entry_or_none(number: int, draw: some.DataObject) -> None:
    content, _ = LEAVES[number]
    bit = draw.draw(some.integers(0, 8 * len(content) - 1))
    flipped = bytearray(content)
    flipped[bit // 8] ^= 1 << bit % 8
    try:
        entry = decode(bytes(flipped), index=0)
    except Refusal:
        return
    assert entry != decode(content, index=0)


def test_a_leaf_is_no_longer_than_a_tile_can_hold() -> None:
    def corrected(length: int) -> k.EntryCorrected:
        return k.EntryCorrected(entry=1, field="name", value="a" * length)

    room = LARGEST_LEAF - len(written(corrected(0))[0])
    assert len(written(corrected(room))[0]) == LARGEST_LEAF == 65_535
    assert code_of(written, corrected(room + 1))[0] == "too_long"


def test_long_words_do_not_lengthen_a_leaf() -> None:
    report = replace(EVERY[MADE], post="word " * 50_000)  # type: ignore[call-arg]
    assert len(written(report)[0]) == len(written(EVERY[MADE])[0])


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.TYPE)
def test_what_is_sealed_never_stands_in_the_leaf(kind: type[Fact]) -> None:
    fact = next(each for each in EVERY if isinstance(each, kind))
    form = layout(kind)
    people = {path: an_id(CANARY) for path in form.sealed if path == "person"}
    words = {path: CANARY for path in form.sealed if path not in people}
    content, openings = written(replace(fact, **people, **words))
    assert an_id(CANARY).encode() not in content and CANARY.encode() not in content
    assert not any(each.key in content for each in openings)
    assert {each.value for each in openings} == {*people.values(), *words.values()}
    assert not any(repr(each.key) in repr(openings) for each in openings)


def test_there_is_a_key_for_each_sealed_field_and_no_other() -> None:
    fact = EVERY[TAKEN]
    for wrong in ({}, {"person": bytes(32), "post": bytes(32)}, {"post": bytes(32)}):
        assert code_of(written, fact, keys=wrong)[0] == "keys_differ"
    for size in (0, 31, 33):
        assert code_of(written, fact, keys={"person": bytes(size)})[0] == "key_length"


@pytest.mark.parametrize(
    "words", ["e\u0301", "one\r\ntwo", "one\rtwo", *Missing, None, 5, b"words", ["words"]]
)
def test_words_are_sealed_in_one_spelling_or_not_at_all(words: object) -> None:
    assert written(replace(EVERY[MADE], post="é\none\ttwo"))  # type: ignore[call-arg]
    fact = replace(EVERY[MADE], post=words)  # type: ignore[call-arg]
    assert code_of(written, fact) == ("not_the_form", "post")


@pytest.mark.parametrize("person", ["Bo", "", an_id("Bo") + "A", *Missing, None, 5])
def test_a_person_is_sealed_by_id_alone(person: object) -> None:
    fact = replace(EVERY[TAKEN], person=person)  # type: ignore[call-arg]
    assert code_of(written, fact) == ("not_the_form", "person")


def test_words_that_a_commitment_opens_are_read_as_they_were_sealed() -> None:
    unnormal = Opening("person", "e\u0301\r", bytes(32))
    content = altered(TAKEN, lambda each: each["sealed"].update(person=commit(each, unnormal)))
    entry = decode(content, index=TAKEN, openings={"person": unnormal})
    assert entry.fact == replace(EVERY[TAKEN], person=unnormal.value)  # type: ignore[call-arg]


def commit(leaf: dict[str, Any], opening: Opening) -> str:
    """Return the commitment that a leaf would hold."""
    origin, nonce, kind = leaf["origin"], leaf["nonce"], leaf["type"]
    return commitment(opening, origin=origin, nonce=nonce, kind=kind)


@pytest.mark.parametrize("missing", Missing)
def test_why_a_field_is_not_opened_is_told(missing: Missing) -> None:
    content = LEAVES[TAKEN][0]
    entry = decode(content, index=TAKEN, openings={"person": missing})
    assert entry.fact == replace(EVERY[TAKEN], person=missing)  # type: ignore[call-arg]
    assert code_of(written, entry.fact) == ("not_the_form", "person")


def test_an_opening_opens_its_own_field_alone() -> None:
    content, (opening,) = LEAVES[TAKEN]
    for path, offered in {
        "place": opening,
        "shown_as": Missing.ERASED,
        "nothing": Missing.ERASED,
        "person": replace(opening, path="place"),
    }.items():
        assert code_of(decode, content, index=TAKEN, openings={path: offered})[0] == "no_such_field"


def test_the_day_of_an_entry_is_that_of_the_log() -> None:
    for number, (content, _) in enumerate(LEAVES):
        assert decode(content, index=number).day == DAY


def test_circumstances_are_checked_before_a_leaf_is_written() -> None:
    nobody = Circumstances(at=DAY, by=None)
    assert code_of(written, EVERY[TAKEN], said=nobody)[0] == "actor_expected"
    assert code_of(written, EVERY[TAKEN], nonce="AAAA")[0] == "not_the_form"
