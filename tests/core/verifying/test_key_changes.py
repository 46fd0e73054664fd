from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.copies import FIRST_KEY, SECOND_KEY, STOLEN_OR_NOT, WITNESS
from tests.core.facts.story import ORIGIN
from withus.core.facts.keeping import KeyReplaced
from withus.core.proofs.keys import SigningKey
from withus.core.proofs.refused import Malformed
from withus.core.verifying.key_changes import (
    chain,
    check_changes,
    key_message,
    name_next_key,
    names_next,
)
from withus.core.verifying.verdict import Differs, Step

THIRD_KEY = STOLEN_OR_NOT
FIRST, SECOND, THIRD = (key.verifier() for key in (FIRST_KEY, SECOND_KEY, THIRD_KEY))


def change(new: SigningKey, by: SigningKey) -> KeyReplaced:
    """Return the fact by which one key names another."""
    return name_next_key(ORIGIN, new.verifier(), by=by)


BOTH = ((3, change(SECOND_KEY, FIRST_KEY)), (8, change(THIRD_KEY, SECOND_KEY)))


def test_what_is_signed_names_the_record_and_the_new_key() -> None:
    told = f"withus/key-replaced/v1\n{ORIGIN}\n{SECOND.text()}\n"
    assert key_message(ORIGIN, SECOND) == told.encode()


def test_only_the_key_before_it_can_name_the_next() -> None:
    assert names_next(BOTH[0][1], origin=ORIGIN, by=FIRST)
    assert not names_next(BOTH[0][1], origin=ORIGIN, by=SECOND)
    assert not names_next(BOTH[0][1], origin=f"{ORIGIN}2", by=FIRST)


def test_keys_lead_one_to_the_next_from_whichever_was_kept() -> None:
    for kept in (FIRST, SECOND, THIRD):
        assert chain([kept], BOTH, origin=ORIGIN) == {THIRD}
    assert chain([], BOTH, origin=ORIGIN) == frozenset()
    stranger = replace(FIRST, public=bytes(32))
    assert chain([stranger], BOTH, origin=ORIGIN) == {stranger}


def test_changes_that_lead_to_the_key_that_signs_are_passed() -> None:
    check_changes((), origin=ORIGIN, present=FIRST)
    check_changes(BOTH, origin=ORIGIN, present=THIRD)


@pytest.mark.parametrize(
    ("changes", "code", "entry"),
    [
        (BOTH[:1], "key_differs", 3),
        ((BOTH[0], (8, change(THIRD_KEY, FIRST_KEY))), "key_not_named", 8),
        ((BOTH[0], (8, replace(BOTH[1][1], signature="AAAB"))), "key_not_named", 8),
        ((BOTH[0], (8, replace(BOTH[1][1], signature="AAB="))), "key_unreadable", 8),
        ((BOTH[0], (8, replace(BOTH[1][1], key="no key"))), "key_unreadable", 8),
        (((3, replace(BOTH[1][1], key=WITNESS.verifier().text())),), "key_unreadable", 3),
    ],
)
def test_changes_that_do_not_hold_are_refused(
    changes: tuple[tuple[int, KeyReplaced], ...], code: str, entry: int
) -> None:
    with pytest.raises(Differs) as fault:
        check_changes(changes, origin=ORIGIN, present=THIRD)
    failed = fault.value.failed
    assert (failed.step, failed.code, failed.entry) == (Step.KEYS, code, entry)


def test_a_key_of_another_name_or_kind_cannot_be_named() -> None:
    elsewhere, witness = (
        replace(SECOND, name=f"{ORIGIN}2"),
        replace(WITNESS.verifier(), name=ORIGIN),
    )
    for key, code in ((elsewhere, "key_name"), (witness, "key_kind")):
        with pytest.raises(Malformed) as fault:
            name_next_key(ORIGIN, key, by=FIRST_KEY)
        assert fault.value.code == code
