"""A note comes back as it was signed; altered, it is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.proofs.signing import AT, LOG, OTHER_WITNESS, WITNESS, code_of, every_flip, key
from tests.core.proofs.test_keys import NEUMANN
from withus.core.errors import Refusal
from withus.core.proofs.keys import Kind, SigningKey, VerifierKey, read_verifier_key
from withus.core.proofs.signed_note import (
    MOST_SIGNATURES,
    Note,
    Signature,
    Vouched,
    cosign,
    cosigned_message,
    read_note,
    sign,
    verify_note,
    with_signature,
)

AFTER = 2**63  # the first time beyond the standard
TEXT = "One line.\n\nAnother, é.\n"
# The example in Go's package of signed notes.
PUBLISHED = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZIn"
    "NIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
).encode()
LETTERS = st.characters(codec="utf-8").filter(lambda letter: letter >= " ") | st.just("\n")
TEXTS = st.text(LETTERS).map(lambda text: text + "\n")


def signed_by(*keys: SigningKey, text: str = TEXT) -> Note:
    note = Note(text, ())
    for each in keys:
        head = each.kind is Kind.HEAD
        made = sign(text, by=each) if head else cosign(text, by=each, at=AT)
        note = with_signature(note, made)
    return note


def publics(*keys: SigningKey) -> list[VerifierKey]:
    return [each.verifier() for each in keys]


def test_the_published_example_is_taken_and_no_flip_of_it() -> None:
    neumann = read_verifier_key(NEUMANN)
    assert verify_note(read_note(PUBLISHED), keys=[neumann]) == (Vouched(neumann, None),)
    for changed in every_flip(PUBLISHED):
        with pytest.raises(Refusal):
            verify_note(read_note(changed), keys=[neumann])


@given(TEXTS)
def test_any_text_comes_back_with_who_vouches_for_it(text: str) -> None:
    note = signed_by(LOG, WITNESS, text=text)
    assert read_note(note.encoded()) == note
    ours = publics(WITNESS, LOG)
    assert verify_note(note, keys=ours) == (Vouched(ours[1], None), Vouched(ours[0], AT))


def test_no_flip_of_a_witnessed_note_vouches_for_what_was_not_signed() -> None:
    """A flip in a key's name or four bytes makes it unknown, which others may still vouch over."""
    note = signed_by(LOG, WITNESS)
    for changed in every_flip(note.encoded()):
        try:
            read = read_note(changed)
            vouched = verify_note(read, keys=publics(LOG, WITNESS))
        except Refusal:
            continue
        assert read.text == note.text
        assert len(vouched) == 1


def test_keys_that_were_not_asked_about_are_passed_over() -> None:
    note = signed_by(OTHER_WITNESS, LOG)
    assert [each.key for each in verify_note(note, keys=publics(LOG, WITNESS))] == publics(LOG)
    assert code_of(lambda: verify_note(note, keys=publics(WITNESS))) == "no_known_key"
    assert code_of(lambda: verify_note(note, keys=[])) == "no_known_key"
    assert code_of(lambda: verify_note(Note(TEXT, ()), keys=publics(LOG))) == "no_known_key"


def test_two_keys_of_one_name_are_told_apart_by_their_four_bytes() -> None:
    new = SigningKey(LOG.name, bytes(range(32)))
    note = signed_by(LOG, new)
    for ours in ([LOG], [new], [LOG, new]):
        assert [each.key for each in verify_note(note, keys=publics(*ours))] == publics(*ours)
    assert code_of(lambda: verify_note(signed_by(LOG), keys=publics(new))) == "no_known_key"


def test_one_wrong_signature_of_a_known_key_spoils_the_note() -> None:
    note = signed_by(LOG, WITNESS)
    good, other = note.signatures
    wrong = replace(other, signed=other.signed[:-1] + bytes([other.signed[-1] ^ 1]))
    spoilt = replace(note, signatures=(good, wrong))
    asking = lambda: verify_note(spoilt, keys=publics(LOG, WITNESS))  # noqa: E731
    assert code_of(asking) == "signature_differs"
    assert verify_note(spoilt, keys=publics(LOG))


def test_a_key_signs_a_note_once() -> None:
    note = signed_by(LOG)
    twice = replace(note, signatures=note.signatures * 2)
    assert code_of(lambda: verify_note(twice, keys=publics(LOG))) == "signed_twice"
    assert code_of(lambda: verify_note(note, keys=publics(LOG, LOG))) == "key_twice"
    later = cosign(TEXT, by=WITNESS, at=AT + 9)
    again = with_signature(with_signature(signed_by(WITNESS, LOG), later), later)
    assert [each.at for each in verify_note(again, keys=publics(WITNESS, LOG))] == [None, AT + 9]


def test_another_keys_signature_is_not_taken_under_this_ones_name() -> None:
    made = sign(TEXT, by=key("mallory.example"))
    forged = Signature(LOG.name, LOG.verifier().id, made.signed)
    note = Note(TEXT, (forged,))
    assert code_of(lambda: verify_note(note, keys=publics(LOG))) == "signature_differs"


def test_a_witness_signs_the_time_too() -> None:
    note = signed_by(WITNESS)
    (made,) = note.signatures
    for at in (0, AT + 1, AFTER - 1, AFTER):
        moved = replace(made, signed=at.to_bytes(8, "big") + made.signed[8:])
        asking = lambda m=moved: verify_note(Note(TEXT, (m,)), keys=publics(WITNESS))  # noqa: E731
        assert code_of(asking) == "signature_differs"


def test_a_time_beyond_the_standard_is_refused_even_if_it_was_signed() -> None:
    at = AFTER
    signed = WITNESS.sign(cosigned_message(TEXT, at=at))
    made = Signature(WITNESS.name, WITNESS.verifier().id, at.to_bytes(8, "big") + signed)
    asking = lambda: verify_note(Note(TEXT, (made,)), keys=publics(WITNESS))  # noqa: E731
    assert code_of(asking) == "signature_differs"


def test_a_logs_and_a_witnesss_signature_do_not_stand_for_each_other() -> None:
    one = SigningKey("a", bytes(32))
    two = replace(one, kind=Kind.COSIGNATURE)
    message = f"cosignature/v1\ntime {AT}\n{TEXT}"
    made = sign(message, by=one)
    as_witness = Signature("a", two.verifier().id, AT.to_bytes(8, "big") + made.signed)
    # the same secret, kept for both, could: so a key is kept for one kind, as the standard asks
    assert verify_note(Note(TEXT, (as_witness,)), keys=publics(two))
    assert code_of(lambda: sign(TEXT, by=two)) == "key_kind"
    assert code_of(lambda: cosign(TEXT, by=one, at=AT)) == "key_kind"
    assert code_of(lambda: verify_note(signed_by(one), keys=publics(two))) == "no_known_key"


@pytest.mark.parametrize("at", [0, AFTER - 1])
def test_the_first_and_the_last_time_of_the_standard_can_be_signed(at: int) -> None:
    note = Note(TEXT, (cosign(TEXT, by=WITNESS, at=at),))
    assert [each.at for each in verify_note(note, keys=publics(WITNESS))] == [at]


@pytest.mark.parametrize("at", [-1, AFTER])
def test_a_time_beyond_the_standard_is_not_signed(at: int) -> None:
    assert code_of(lambda: cosign(TEXT, by=WITNESS, at=at)) == "time_beyond"


@pytest.mark.parametrize(
    "text", ["", "a", "a\tb\n", "a\r\n", "\x00\n", "\ud800\n", chr(0xDFFF) + "\n"]
)
def test_a_text_that_no_note_can_carry_is_not_signed(text: str) -> None:
    assert code_of(lambda: sign(text, by=LOG)) == "not_a_note"
    assert code_of(lambda: cosign(text, by=WITNESS, at=AT)) == "not_a_note"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("\n\n—", "\n—", "not_a_note"),
        ("— ", "- ", "not_a_note"),
        ("— ", "—  ", "not_a_note"),
        ("=\n", "=", "not_a_note"),
        ("=\n", "=\n\n", "not_a_note"),
        ("=\n", "=\r\n", "not_a_note"),
        ("=\n", "=\nand more\n", "not_a_note"),
        ("=\n", "\n", "not_base64"),
        ("PeterNeumann", "Peter+Neumann", "key_name"),
        ("problem is", "problem\tis", "not_a_note"),
    ],
)
def test_other_forms_of_a_note_are_refused(old: str, new: str, code: str) -> None:
    changed = PUBLISHED.decode().replace(old, new).encode()
    assert changed != PUBLISHED
    assert code_of(lambda: read_note(changed)) == code


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\n\n", b"\xff\n\n", b"a\n\n\xe2\x80\x94 a AAAAAA==\n"]
)
def test_what_is_no_note_is_refused(content: bytes) -> None:
    assert code_of(lambda: read_note(content)) == "not_a_note"


def test_a_note_carries_at_most_64_signatures() -> None:
    keys = [key(f"witness{n}.example", Kind.COSIGNATURE) for n in range(MOST_SIGNATURES)]
    full = signed_by(*keys)
    assert len(verify_note(read_note(full.encoded()), keys=publics(*keys))) == 64
    one_more = cosign(TEXT, by=WITNESS, at=AT)
    assert code_of(lambda: with_signature(full, one_more)) == "too_many_signatures"
    over = replace(full, signatures=(*full.signatures, one_more))
    assert code_of(lambda: read_note(over.encoded())) == "not_a_note"
    long = signed_by(LOG, text="a" * 65_536 + "\n")
    assert code_of(lambda: read_note(long.encoded())) == "too_long"
    longest = signed_by(LOG, text="\n")
    room = 65_536 - len(longest.encoded())
    longest = signed_by(LOG, text="a" * room + "\n")
    assert len(longest.encoded()) == 65_536
    assert read_note(longest.encoded()) == longest
