"""Signatures under our signed heads by those who keep a copy, as they hand them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from withus.core.errors import Refusal
from withus.core.proofs.canonical import Json
from withus.core.proofs.checkpoint import read_checkpoint
from withus.core.proofs.keys import Kind, VerifierKey, read_verifier_key
from withus.core.proofs.refused import Malformed, ProofRefused
from withus.core.proofs.signed_note import (
    Note,
    Signature,
    read_note,
    read_signature,
    verify_signature,
    with_signature,
)
from withus.stores.record.models import Cosignature, Log, SignedHead
from withus.stores.record.read import find_log
from withus.stores.record.tables import Difference

LONGEST_KEY = 400
TABLE = "record_cosignature"


class NotTaken(Refusal):
    """Say no to what was handed in, though it can be read."""


def hand_in(content: bytes, *, by: VerifierKey, now: datetime) -> tuple[Cosignature, bool]:
    """Keep a signature that somebody made under a head of ours; tell whether it is new here.

    Nothing under the head but the signature by this key is looked at.
    """
    note = read_note(content)
    told = read_checkpoint(note.text)
    log = find_log(told.origin)
    facts: dict[str, str | int] = {"origin": told.origin, "size": told.size, "name": by.name}
    signature, at = _signature(note, by, facts)
    with transaction.atomic():
        head = SignedHead.objects.filter(log=log, size=told.size).first()
        if head is None:
            raise NotTaken("no_such_head", facts)
        if read_note(bytes(head.note)).text != note.text:
            raise NotTaken("head_not_ours", facts)
        found = Cosignature.objects.filter(log=log, size=told.size, key=by.text()).first()
        if found is not None:
            return found, False
        _check_room(head, by, signature, facts)
        row = Cosignature(log=log, size=told.size, key=by.text(), handed_in_at=now)
        row.signature, row.at = signature.line().removesuffix("\n"), at
        return _written(row)


def _written(row: Cosignature) -> tuple[Cosignature, bool]:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # somebody else hands in the same just now
        return Cosignature.objects.get(log=row.log, size=row.size, key=row.key), False
    return row, True


def _signature(note: Note, by: VerifierKey, facts: dict[str, str | int]) -> tuple[Signature, int]:
    """Return the one signature by a key under a note, and when it was made."""
    if by.kind is not Kind.COSIGNATURE or len(by.text()) > LONGEST_KEY:
        raise NotTaken("not_of_a_keeper", facts)
    made = [each for each in note.signatures if (each.name, each.key_id) == (by.name, by.id)]
    if len(made) != 1:
        raise NotTaken("not_signed_so", facts)
    try:
        at = verify_signature(note.text, made[0], by=by).at
    except ProofRefused:
        raise NotTaken("not_signed_so", facts) from None
    assert at is not None
    return made[0], at


def _check_room(
    head: SignedHead, by: VerifierKey, signature: Signature, facts: dict[str, str | int]
) -> None:
    """Refuse a signature that would take another's place, or with which no one reads the head."""
    note = read_note(with_cosignatures(head))
    if any((each.name, each.key_id) == (by.name, by.id) for each in note.signatures):
        raise NotTaken("another_key_alike", facts)
    try:
        read_note(with_signature(note, signature).encoded())
    except Malformed:
        raise NotTaken("signed_by_too_many", facts) from None


def with_cosignatures(head: SignedHead) -> bytes:
    """Return a signed head with every signature under it that was handed in."""
    note = read_note(bytes(head.note))
    rows = Cosignature.objects.filter(log=head.log_id, size=head.size).order_by("key")
    for line in rows.values_list("signature", flat=True):
        note = with_signature(note, read_signature(line))
    return note.encoded()


def written(log: Log) -> Iterator[Json]:
    """Yield each signature as a backup holds it."""
    for row in Cosignature.objects.filter(log=log).order_by("size", "key").iterator():
        yield {
            "size": row.size,
            "key": row.key,
            "signature": row.signature,
            "at": row.at,
            "handed_in_at": row.handed_in_at.isoformat(),
        }


def bring_back(log: Log, told: Mapping[str, Any]) -> None:
    """Write a signature as a backup holds it."""
    handed_in = datetime.fromisoformat(told["handed_in_at"])
    Cosignature.objects.create(log=log, **{**told, "handed_in_at": handed_in})


def differences(log: Log) -> Iterator[Difference]:
    """Yield each signature that is not under a head of ours, or not by its key at its time."""
    heads = SignedHead.objects.filter(log=log)
    notes = {size: bytes(note) for size, note in heads.values_list("size", "note")}
    for row in Cosignature.objects.filter(log=log).order_by("size", "key"):
        wrong = _wrong(row, notes)
        if wrong is not None:
            yield Difference(TABLE, f"{row.size} {row.key.partition('+')[0]}", wrong)


def _wrong(row: Cosignature, notes: Mapping[int, bytes]) -> str | None:
    if row.size not in notes:
        return "size"
    try:
        by = read_verifier_key(row.key)
        signature = read_signature(row.signature)
        found = verify_signature(read_note(notes[row.size]).text, signature, by=by)
    except Refusal:
        return "signature"
    if (signature.name, signature.key_id) != (by.name, by.id) or by.kind is not Kind.COSIGNATURE:
        return "key"
    return None if found.at == row.at else "at"
