"""A receipt shows one entry to be in the record, with nothing else at hand but the keys."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.proofs.signing import (
    ENTRIES,
    LOG,
    TREE,
    WITNESS,
    code_of,
    every_flip,
    log_signed,
    witnessed,
)
from withus.core.errors import Refusal
from withus.core.proofs.receipt import Receipt, read_receipt, verify_receipt

KEYS = [LOG.verifier(), WITNESS.verifier()]


def receipt(index: int = 5, *, size: int = 24, extra: bytes = b"") -> Receipt:
    return Receipt(index, TREE.inclusion(index, size=size), log_signed(size), extra)


@pytest.mark.parametrize("size", [1, 2, 7, 24])
def test_a_receipt_comes_back_and_verifies_for_every_entry(size: int) -> None:
    for index in range(size):
        told = receipt(index, size=size)
        assert read_receipt(told.encoded()) == told
        assert verify_receipt(told, entry=ENTRIES[index], keys=KEYS).checkpoint.size == size


def test_a_receipt_is_for_one_entry_only() -> None:
    for index in range(24):
        if index != 5:
            asking = lambda i=index: verify_receipt(receipt(), entry=ENTRIES[i], keys=KEYS)  # noqa: E731
            assert code_of(asking) == "root_differs"


def test_every_flip_of_a_receipt_is_refused() -> None:
    for changed in every_flip(receipt().encoded()):
        with pytest.raises(Refusal):
            verify_receipt(read_receipt(changed), entry=ENTRIES[5], keys=KEYS)


def test_a_size_that_a_bare_proof_cannot_tell_is_told_by_the_signature() -> None:
    told = replace(receipt(0, size=5), checkpoint=log_signed(5).replace(b"\n5\n", b"\n7\n"))
    asking = lambda: verify_receipt(read_receipt(told.encoded()), entry=ENTRIES[0], keys=KEYS)  # noqa: E731
    assert code_of(asking) == "signature_differs"


def test_the_extra_comes_along_and_nobody_vouches_for_it() -> None:
    told = receipt(extra=b"anything")
    assert read_receipt(told.encoded()) == told
    other = replace(told, extra=b"something else")
    assert verify_receipt(other, entry=ENTRIES[5], keys=KEYS).checkpoint.size == 24


def test_a_witnessed_receipt_names_the_witness() -> None:
    told = replace(receipt(), checkpoint=witnessed())
    opened = verify_receipt(read_receipt(told.encoded()), entry=ENTRIES[5], keys=KEYS)
    assert [each.key.name for each in opened.witnesses()] == [WITNESS.name]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b"@v1", b"@v2", "not_a_receipt"),
        (b"index 5", b"index 05", "not_a_receipt"),
        (b"index 5", b"index -5", "not_a_receipt"),
        (b"index 5", b"index 9223372036854775808", "not_a_receipt"),
        (b"index 5", b"extra \nindex 5", "not_a_receipt"),
        (b"index 5", b"extra AAA\nindex 5", "not_base64"),
        (b"index 5", b"extra AAAA\nextra AAAA\nindex 5", "not_a_receipt"),
        (b"index 5\n", b"index 5\nAAAA\n", "not_a_receipt"),
        (b"index 5\n", b"index 5\n\n", "not_a_checkpoint"),
        (b"index 5\n", b"index 5\r\n", "not_a_receipt"),
        (b"index 5\n", b"", "not_a_receipt"),
        (b"index 5\n", b"\n", "not_a_receipt"),
        (b"index 5\n", b"extra AAAA\n\n", "not_a_receipt"),
        (b"c2sp", b"\xc32sp", "not_a_receipt"),
    ],
)
def test_other_forms_are_refused(old: bytes, new: bytes, code: str) -> None:
    changed = receipt().encoded().replace(old, new, 1)
    assert code_of(lambda: read_receipt(changed)) == code


def test_a_receipt_longer_than_any_tree_is_deep_is_refused() -> None:
    deepest = replace(receipt(), proof=(bytes(32),) * 63)
    assert read_receipt(deepest.encoded()) == deepest
    told = replace(receipt(), proof=(bytes(32),) * 64)
    assert code_of(lambda: read_receipt(told.encoded())) == "not_a_receipt"


def test_what_stands_before_the_checkpoint_is_at_most_64_kib() -> None:
    longest = Receipt(1_000, (), log_signed(), bytes(49_122))
    assert longest.encoded().index(b"\n\n") == 65_536
    assert read_receipt(longest.encoded()) == longest
    longer = replace(longest, index=10_000)
    assert code_of(lambda: read_receipt(longer.encoded())) == "not_a_receipt"


def test_an_index_is_at_most_that_of_the_largest_log() -> None:
    last = 2**63 - 1
    assert read_receipt(replace(receipt(), index=last).encoded()).index == last
    beyond = replace(receipt(), index=last + 1).encoded()
    assert code_of(lambda: read_receipt(beyond)) == "not_a_receipt"
