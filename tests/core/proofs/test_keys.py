"""A key has one line, one name and four bytes to be known by."""

from __future__ import annotations

import pytest

from tests.core.proofs.signing import LOG, WITNESS, code_of, every_flip
from withus.core.errors import Refusal
from withus.core.proofs.base64_strict import to_base64
from withus.core.proofs.keys import Kind, SigningKey, VerifierKey, read_verifier_key

# Published keys: the checksum database of Go, and the example in its package of signed notes.
GO = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"


@pytest.mark.parametrize("text", [GO, NEUMANN, LOG.verifier().text(), WITNESS.verifier().text()])
def test_a_key_comes_back_from_its_line(text: str) -> None:
    assert read_verifier_key(text).text() == text


def test_a_flipped_bit_of_a_line_is_never_the_same_key() -> None:
    for changed in every_flip(GO.encode()):
        try:
            key = read_verifier_key(changed.decode())
        except (Refusal, UnicodeDecodeError):
            continue
        raise AssertionError(key)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_a_key"),
        ("a+00000000", "not_a_key"),
        ("a+00000000+", "not_a_key"),
        (f"a+00000000+{to_base64(bytes([2]) + bytes(32))}", "not_a_key"),
        (f"a+00000000+{to_base64(bytes([1]) + bytes(31))}", "key_length"),
        (f"a+00000000+{to_base64(bytes([1]) + bytes(32))}", "key_id"),
        (f"+00000000+{to_base64(bytes([1]) + bytes(32))}", "key_name"),
        (GO.replace("033de0ae", "033DE0AE"), "key_id"),
        (GO + "\n", "not_base64"),
    ],
)
def test_other_lines_are_refused_by_name(text: str, code: str) -> None:
    assert code_of(lambda: read_verifier_key(text)) == code


@pytest.mark.parametrize(
    "name", ["", "a b", "a+b", "a\tb", "a\u00a0b", "a\u2028b", "a\x1b", "\ud800", chr(0xDFFF)]
)
def test_a_name_that_no_line_can_carry_is_refused(name: str) -> None:
    assert code_of(lambda: VerifierKey(name, bytes(32))) == "key_name"
    assert code_of(lambda: SigningKey(name, bytes(32))) == "key_name"


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_keys_are_32_bytes_long(length: int) -> None:
    assert code_of(lambda: VerifierKey("a", bytes(length))) == "key_length"
    assert code_of(lambda: SigningKey("a", bytes(length))) == "key_length"


def test_name_kind_and_public_half_all_change_the_id() -> None:
    key = LOG.verifier()
    others = [
        VerifierKey(key.name + "/2", key.public),
        VerifierKey(key.name, key.public, Kind.COSIGNATURE),
        VerifierKey(key.name, WITNESS.verifier().public),
    ]
    assert len({key.id, *(other.id for other in others)}) == 4


def test_a_secret_is_not_shown() -> None:
    assert repr(LOG.secret) not in repr(LOG)


@pytest.mark.parametrize("signature", [b"", bytes(64), bytes(65)])
def test_what_is_no_signature_is_refused(signature: bytes) -> None:
    assert code_of(lambda: LOG.verifier().verify(b"a", signature)) == "signature_differs"
    assert code_of(lambda: VerifierKey("a", b"\xff" * 32).verify(b"a", bytes(64)))
