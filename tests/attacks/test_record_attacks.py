"""A dishonest host, whoever passes copies on, and a thief of keys, against what was kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.core.copies import FIRST_KEY, STOLEN_OR_NOT, WITNESS, Copy, copy_of, verified
from tests.core.facts.story import STORY, keys, leaves, said
from withus.core.bundle import NotABundle
from withus.core.facts import joining as f
from withus.core.facts.encoding import decode, encode
from withus.core.facts.fact import Fact
from withus.core.facts.keeping import EntryConfirmed, KeyReplaced
from withus.core.facts.sealing import Opening
from withus.core.proofs.canonical import Json
from withus.core.proofs.checkpoint import cosigned, signed
from withus.core.verifying.key_changes import name_next_key
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Failed, Result, Step

PLAIN = tuple(fact for fact in STORY if not isinstance(fact, KeyReplaced))
HONEST = copy_of(PLAIN)
KEPT = 12
"""What somebody kept is from when the record had so many entries."""
KEPT_CODE = Trust(heads=(HONEST.code(KEPT),))
KEY = FIRST_KEY.verifier()
Rewriting = Callable[[list[bytes]], list[bytes]]


def entry(fact: Fact, number: int) -> bytes:
    """Return the leaf of a fact as if it were the so-manyth."""
    leaf, _ = encode(
        fact,
        origin=HONEST.head().origin,
        said=said(fact, number),
        nonce="A" * 22,
        keys=keys(fact, number),
    )
    return leaf


ANOTHER = EntryConfirmed(entry=3, how=STORY[13].how, right=False)  # type: ignore[attr-defined]


def changed(entries: list[bytes]) -> list[bytes]:
    return [*entries[:5], entry(replace(STORY[5], chair=True), 5), *entries[6:]]  # type: ignore[call-arg]


def deleted(entries: list[bytes]) -> list[bytes]:
    return [*entries[:9], *entries[10:]]


def inserted(entries: list[bytes]) -> list[bytes]:
    return [*entries[:9], entry(ANOTHER, 8), *entries[9:]]


def reordered(entries: list[bytes]) -> list[bytes]:
    day_only = entries[2]
    return [*entries[:2], entries[3], day_only, *entries[4:]]


def made_anew(entries: list[bytes]) -> list[bytes]:
    return [entry(ANOTHER, number) for number in range(len(entries))]


REWRITINGS = [changed, deleted, inserted, reordered, made_anew]


def rewritten(rewriting: Rewriting) -> Copy:
    """Return a copy of the record as the host would rather have it, signed by its own key."""
    entries = tuple(rewriting(list(HONEST.entries)))
    unsealed = {entry: index for index, entry in enumerate(entries)}
    openings = sorted(
        (
            (unsealed[HONEST.entries[index]], each)
            for index, each in HONEST.openings
            if HONEST.entries[index] in unsealed
        ),
        key=lambda place: (place[0], place[1].path),
    )
    return replace(HONEST, entries=entries, openings=tuple(openings))


def failure(copy: Copy, trust: Trust | None = None) -> Failed:
    """Return where a copy fails; it must."""
    verdict = copy.verified(trust)
    assert verdict.result is Result.DOES_NOT_VERIFY
    assert verdict.failed is not None
    return verdict.failed


@pytest.mark.parametrize("rewriting", REWRITINGS)
def test_a_rewritten_record_is_refused_by_whoever_kept_a_check_code(rewriting: Rewriting) -> None:
    found = failure(rewritten(rewriting), KEPT_CODE)
    assert (found.step, found.code) == (Step.HEADS, "head_differs")
    assert found.expected == KEPT_CODE.heads[0]


@pytest.mark.parametrize("rewriting", REWRITINGS)
def test_a_rewritten_record_has_only_the_hosts_word_for_whoever_kept_nothing(
    rewriting: Rewriting,
) -> None:
    assert rewritten(rewriting).verified().result is Result.ONLY_THE_HOST
    assert rewritten(rewriting).verified(Trust(keys=(KEY,))).result is Result.ONLY_THE_HOST


@pytest.mark.parametrize("rewriting", REWRITINGS)
def test_a_rewritten_record_cannot_bear_the_old_head(rewriting: Rewriting) -> None:
    found = failure(replace(rewritten(rewriting), signed=HONEST.note()))
    assert (found.step, found.code) == (Step.TREE, "tree_differs")


def test_an_entry_put_back_in_time_after_the_fact_is_refused_by_anyone() -> None:
    entries = (*HONEST.entries, entry(ANOTHER, 3))
    found = failure(replace(HONEST, entries=entries))
    assert (found.step, found.code, found.entry) == (Step.ENTRIES, "time_runs_back", len(PLAIN))
    assert (found.expected, found.got) == ("2026-11-02T09:26:00+00:00", "2026-11-02T09:03:00+00:00")


def test_two_entries_may_be_of_one_time() -> None:
    entries = (*HONEST.entries, entry(ANOTHER, len(PLAIN) - 1))
    assert replace(HONEST, entries=entries).verified().failed is None


def test_a_tail_signed_again_is_only_the_hosts_word_before_which_the_kept_head_stands() -> None:
    tail = entry(replace(STORY[20], early=False), 40)  # type: ignore[call-arg]
    copy = replace(HONEST, entries=(*HONEST.entries[:20], tail), openings=HONEST.openings[:5])
    verdict = copy.verified(KEPT_CODE)
    assert (verdict.result, verdict.vouched, verdict.size) == (Result.VERIFIED, KEPT, 21)
    assert failure(copy, Trust(heads=(HONEST.code(21),))).code == "head_differs"


def test_a_record_cut_short_is_older_than_what_was_kept() -> None:
    copy = copy_of(PLAIN[: KEPT - 1])
    assert copy.verified().result is Result.ONLY_THE_HOST
    for kept in (KEPT_CODE, Trust(checkpoints=(HONEST.head(KEPT),))):
        assert failure(copy, kept).code == "older_than_kept"


def test_a_stolen_key_does_not_help_against_a_kept_check_code_or_a_witness() -> None:
    copy = rewritten(changed)
    kept_more = Trust(keys=(KEY, WITNESS.verifier()), heads=KEPT_CODE.heads)
    assert failure(copy, kept_more).code == "head_differs"
    old_witness = cosigned(HONEST.note(), by=WITNESS, at=1).decode().splitlines()[-1]
    forged = copy.note() + old_witness.encode() + b"\n"
    found = failure(replace(copy, signed=forged), Trust(keys=(WITNESS.verifier(),)))
    assert (found.step, found.code) == (Step.SIGNATURE, "signature_differs")


def test_a_copy_that_brings_its_own_key_is_believed_by_nobody_who_kept_one() -> None:
    copy = replace(HONEST, by=STOLEN_OR_NOT)
    assert copy.verified().result is Result.ONLY_THE_HOST
    assert failure(copy, Trust(keys=(KEY,))).code == "key_differs"
    posing = replace(copy, brings=FIRST_KEY)
    assert failure(posing).step is Step.SIGNATURE


@pytest.mark.parametrize("by", [FIRST_KEY, STOLEN_OR_NOT], ids=["old key", "any other"])
def test_a_next_key_counts_only_if_the_one_before_it_named_it(by: object) -> None:
    origin, new = KEY.name, STOLEN_OR_NOT
    change = name_next_key(origin, new.verifier(), by=by)  # type: ignore[arg-type]
    copy = copy_of((*PLAIN[:20], change), by=new)
    assert copy.verified().result is Result.ONLY_THE_HOST
    if by is FIRST_KEY:
        assert copy.verified(Trust(keys=(KEY,))).failed is None
        old = replace(copy, by=FIRST_KEY)  # a key that named another may sign no more
        assert failure(old, Trust(keys=(KEY,))).code == "key_differs"
        assert failure(old).code == "key_differs"
    else:
        assert failure(copy, Trust(keys=(KEY,))).code == "key_differs"


def test_figures_that_do_not_follow_are_refused_whatever_else_holds() -> None:
    told = HONEST.figures()
    assert isinstance(told, dict)
    boards = {name: {**board, "vacant": 0} for name, board in told["boards"].items()}
    altered: list[Json] = [{**told, "boards": boards}, {**told, "size": 28}, {}, [], "none", True]
    for published in altered:
        copy = replace(HONEST, published=published, witnesses=(WITNESS,))
        kept = Trust(keys=(WITNESS.verifier(),), heads=(HONEST.code(),))
        assert failure(copy, kept).step is Step.FIGURES
        assert copy.verified(kept).vouched_by == ()
        assert failure(copy).step is Step.FIGURES
    assert failure(replace(HONEST, published={**told, "boards": boards})).got == (
        f"boards/{next(iter(boards))}/vacant: 0"
    )


def with_opening(index: int, opening: Opening) -> Copy:
    """Return the copy with one opening in place of the one that belongs there."""
    rest = [each for each in HONEST.openings if (each[0], each[1].path) != (index, opening.path)]
    both = sorted([*rest, (index, opening)], key=lambda place: (place[0], place[1].path))
    return replace(HONEST, openings=tuple(both))


FIRST = HONEST.openings[0][1]


@pytest.mark.parametrize(
    ("index", "opening", "code"),
    [
        (0, replace(FIRST, key=bytes(32)), "opening_differs"),
        (0, replace(FIRST, value="What the host would rather have said."), "opening_differs"),
        (0, replace(FIRST, path="report"), "no_such_field"),
        (0, replace(FIRST, path="name"), "no_such_field"),
        (1, FIRST, "no_such_field"),
        (4_000, FIRST, "no_such_field"),
        (6, HONEST.openings[2][1], "opening_differs"),
    ],
)
def test_an_opening_that_opens_nothing_is_refused(index: int, opening: Opening, code: str) -> None:
    found = failure(with_opening(index, opening))
    assert (found.step, found.code, found.entry) == (Step.OPENINGS, code, index)


@pytest.mark.parametrize("key", [FIRST.key + b"\0", FIRST.key[:-1], b""])
def test_a_key_of_another_length_cannot_be_brought(key: bytes) -> None:
    with pytest.raises(NotABundle) as fault:
        with_opening(0, replace(FIRST, key=key)).verified()
    assert fault.value.code == "not_32_bytes"


def test_an_entry_of_another_record_is_refused() -> None:
    foreign = HONEST.entries[4].replace(b"/thornmere", b"/elsewhere")
    copy = replace(HONEST, entries=(*HONEST.entries[:4], foreign, *HONEST.entries[5:]))
    with_figures = replace(copy, published={}, signed=HONEST.note())
    found = failure(with_figures)
    assert (found.step, found.code, found.entry) == (Step.ENTRIES, "origin_differs", 4)
    assert (found.expected, found.got) == (KEY.name, "withus.example/elsewhere")


def test_the_head_of_another_record_is_refused() -> None:
    other = replace(FIRST_KEY, name="withus.example/elsewhere")
    head = replace(HONEST.head(), origin=other.name)
    found = failure(replace(HONEST, signed=signed(head, by=other)))
    assert (found.step, found.code) == (Step.TREE, "head_of_another")


def test_a_type_from_a_later_program_cannot_be_read_here() -> None:
    later = HONEST.entries[4].replace(b"rules.set.v1", b"rules.set.v9")
    entries = (*HONEST.entries[:4], later, *HONEST.entries[5:])
    with pytest.raises(NotABundle) as fault:
        replace(HONEST, entries=entries, published={}).verified()
    assert (fault.value.code, fault.value.parameters["line"]) == ("type_unknown", 6)


def test_erasing_openings_changes_neither_head_nor_figures() -> None:
    bare = replace(HONEST, openings=())
    assert bare.code() == HONEST.code()
    assert bare.verified(KEPT_CODE).result is Result.VERIFIED


def test_the_stories_that_are_told_here_are_records() -> None:
    assert [leaf for leaf, _ in leaves(PLAIN)] == list(HONEST.entries)
    assert isinstance(decode(HONEST.entries[5], index=5).fact, f.PlaceMade)
    assert verified(HONEST.content(), KEPT_CODE).result is Result.VERIFIED
