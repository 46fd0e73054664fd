"""Which keys may sign a record: the first, and each that the one before it named in the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from withus.core.facts.keeping import KeyReplaced
from withus.core.proofs.base64_strict import from_base64, to_base64
from withus.core.proofs.keys import Kind, SigningKey, VerifierKey, read_verifier_key
from withus.core.proofs.refused import Malformed, ProofRefused
from withus.core.verifying.verdict import Step, differs

Change = tuple[int, KeyReplaced]


def key_message(origin: str, new: VerifierKey) -> bytes:
    """Tell the bytes by which a key names the one that signs after it.

    Formula: `withus/key-replaced/v1`, the record's name and the new key's line, a newline after
        each.
    Source: docs/reference/bundle.md.
    """
    return f"withus/key-replaced/v1\n{origin}\n{new.text()}\n".encode()


def name_next_key(origin: str, new: VerifierKey, *, by: SigningKey) -> KeyReplaced:
    """Make the fact by which a key names the one that signs after it.

    Errors: Malformed `key_name`, `key_kind` if the new key could not sign this record's heads.
    Source: RFC 8032.
    """
    fit(new, origin)
    return KeyReplaced(key=new.text(), signature=to_base64(by.sign(key_message(origin, new))))


def names_next(change: KeyReplaced, *, origin: str, by: VerifierKey) -> bool:
    """Tell whether a change of key was signed by the key before it.

    Errors: Malformed `not_base64`, `not_a_key` and as `read_verifier_key`.
    """
    message = key_message(origin, read_verifier_key(change.key))
    try:
        by.verify(message, from_base64(change.signature))
    except ProofRefused:
        return False
    return True


def check_changes(changes: Sequence[Change], *, origin: str, present: VerifierKey) -> None:
    """Refuse changes of key that do not lead one to the next, and to the key that now signs.

    Not: a check of the first change, whose key before it is nowhere in the record; `chain` starts
        from the one the asker kept.
    Errors: Differs `key_unreadable`, `key_not_named`, `key_differs`.
    """
    before: VerifierKey | None = None
    for index, change in changes:
        try:
            key = fit(read_verifier_key(change.key), origin)
            named = before is None or names_next(change, origin=origin, by=before)
        except Malformed as fault:
            raise differs(Step.KEYS, "key_unreadable", index, got=fault.code) from fault
        if not named:
            raise differs(Step.KEYS, "key_not_named", index, got=change.key)
        before = key
    if before is not None and before != present:
        told = before.text(), present.text()
        raise differs(Step.KEYS, "key_differs", changes[-1][0], *told)


def chain(
    trusted: Iterable[VerifierKey], changes: Iterable[Change], *, origin: str
) -> frozenset[VerifierKey]:
    """Tell which keys may sign now, for somebody who trusts these and what they named.

    Formula: for each change in order, if a key that may sign made it, that key gives way to the
        new one.
    Reads: changes that `check_changes` has passed.
    """
    may_sign = frozenset(trusted)
    for _, change in changes:
        by = {key for key in may_sign if names_next(change, origin=origin, by=key)}
        if by:
            may_sign = (may_sign - by) | {read_verifier_key(change.key)}
    return may_sign


def fit(key: VerifierKey, origin: str) -> VerifierKey:
    """Give back a key that can sign a record's heads.

    Errors: Malformed `key_name`, `key_kind`.
    """
    if key.name != origin:
        raise Malformed("key_name")
    if key.kind is not Kind.HEAD:
        raise Malformed("key_kind")
    return key
