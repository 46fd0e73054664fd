"""Signatures of those who keep a copy: taken only under our own heads, and kept for good."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from tests.core.facts.story import ORIGIN, START
from tests.core.proofs.signing import AT, OTHER_WITNESS, WITNESS, code_of, key
from tests.kept import a_record, committed
from tests.signer.records import without_guards
from tests.stores.record.signing import LOG_KEY, sign, signed_record
from withus.core.errors import Refusal
from withus.core.proofs.checkpoint import Checkpoint, cosigned, open_checkpoint, signed
from withus.core.proofs.keys import Kind, SigningKey, VerifierKey
from withus.core.proofs.signed_note import read_note, with_signature
from withus.core.proofs.tree import Tree
from withus.core.verify import verify
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Result, VouchedBy
from withus.stores.record import backup, cosignatures
from withus.stores.record.check import check
from withus.stores.record.copying import copy_lines
from withus.stores.record.cosignatures import hand_in, with_cosignatures
from withus.stores.record.hashes import Stored
from withus.stores.record.heads import last_head
from withus.stores.record.models import Cosignature
from withus.stores.record.read import find_log
from withus.stores.record.tables import Difference


@pytest.fixture
def head(db: None) -> bytes:
    """Write the story's record and sign its head."""
    return signed_record()


def take(note: bytes, by: SigningKey = WITNESS, at: int = AT) -> tuple[Cosignature, bool]:
    """Have a head signed by somebody who keeps a copy, and hand it in."""
    return hand_in(cosigned(note, by=by, at=at), by=by.verifier(), now=START)


def refused(note: bytes, by: VerifierKey) -> str:
    """Return why a note is not taken; it must not be, and nothing is kept then."""
    before = Cosignature.objects.count()
    code = code_of(lambda: hand_in(note, by=by, now=START))
    assert Cosignature.objects.count() == before
    return code


def copied(*trusted: SigningKey) -> list[tuple[VouchedBy, str | None]]:
    """Return who vouches for a copy, to somebody who keeps these keys."""
    file = io.BytesIO(b"".join(copy_lines(find_log(ORIGIN), opened=False)))
    verdict = verify(file, trust=Trust(tuple(each.verifier() for each in trusted)))
    assert verdict.result is not Result.DOES_NOT_VERIFY
    return [(each.by, each.name) for each in verdict.vouched_by]


@a_record
def test_a_signature_is_kept_once_with_its_time(head: bytes) -> None:
    row, new = take(head)
    assert new
    assert (row.size, row.key, row.at) == (find_log(ORIGIN).size, WITNESS.verifier().text(), AT)
    assert take(head) == (row, False)
    assert take(head, at=AT + 60) == (row, False)
    assert Cosignature.objects.get().at == AT


@a_record
def test_a_copy_carries_every_signature_of_its_head(head: bytes) -> None:
    assert copied(WITNESS, OTHER_WITNESS) == []
    take(head)
    take(head, OTHER_WITNESS)
    names = {(VouchedBy.WITNESS, each.name) for each in (WITNESS, OTHER_WITNESS)}
    assert set(copied(WITNESS, OTHER_WITNESS)) == names
    assert copied(OTHER_WITNESS) == [(VouchedBy.WITNESS, OTHER_WITNESS.name)]
    assert copied() == []


@a_record
def test_a_signature_of_an_older_head_is_kept_and_not_put_under_a_later_one(head: bytes) -> None:
    older = sign(find_log(ORIGIN), 5)
    row, _ = take(older)
    assert row.size == 5
    assert copied(WITNESS) == []
    assert not list(check(find_log(ORIGIN)))


@a_record
def test_a_head_that_is_not_ours_is_not_taken(head: bytes) -> None:
    log, by = find_log(ORIGIN), WITNESS.verifier()
    forked = signed(Checkpoint(ORIGIN, log.size, bytes(32)), by=LOG_KEY)
    unsigned = signed(Checkpoint(ORIGIN, 4, Tree(Stored(log), size=log.size).root(4)), by=LOG_KEY)
    elsewhere = signed(Checkpoint("a.example/none", 4, bytes(32)), by=key("a.example/none"))
    for note, why in (
        (forked, "head_not_ours"),
        (unsigned, "no_such_head"),
        (elsewhere, "no_such_record"),
    ):
        assert refused(cosigned(note, by=WITNESS, at=AT), by) == why


@a_record
def test_a_signature_that_is_not_by_that_key_is_not_taken(head: bytes) -> None:
    good = cosigned(head, by=WITNESS, at=AT)
    impostor = SigningKey(WITNESS.name, bytes(32), Kind.COSIGNATURE)
    line = read_note(good).signatures[-1]
    spoilt = good.replace(line.line().encode()[-9:], b"AAAAAAA=\n")
    twice = good + line.line().encode()
    assert refused(head, WITNESS.verifier()) == "not_signed_so"
    assert refused(good, OTHER_WITNESS.verifier()) == "not_signed_so"
    assert refused(cosigned(head, by=impostor, at=AT), WITNESS.verifier()) == "not_signed_so"
    assert refused(twice, WITNESS.verifier()) == "not_signed_so"
    assert refused(spoilt, WITNESS.verifier()) in ("not_signed_so", "not_base64")
    assert refused(head, LOG_KEY.verifier()) == "not_of_a_keeper"
    assert refused(b"not a note", WITNESS.verifier()) == "not_a_note"


@a_record
def test_a_key_that_looks_like_anothers_takes_nobodys_place(
    head: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(head)
    alike = SigningKey(WITNESS.name, bytes(32), Kind.COSIGNATURE)
    monkeypatch.setattr(VerifierKey, "id", property(lambda _: b"same"))
    with without_guards():
        Cosignature.objects.all().delete()
    take(head)
    assert refused(cosigned(head, by=alike, at=AT), alike.verifier()) == "another_key_alike"


@a_record
def test_no_more_are_taken_than_any_reader_takes(head: bytes) -> None:
    for number in range(63):
        take(head, key(f"keeper.example/{number}", Kind.COSIGNATURE))
    assert refused(cosigned(head, by=WITNESS, at=AT), WITNESS.verifier()) == "signed_by_too_many"
    last = last_head(find_log(ORIGIN))
    assert last is not None
    assert len(read_note(with_cosignatures(last)).signatures) == 64


@a_record
def test_the_database_refuses_to_change_or_delete_a_signature(head: bytes) -> None:
    take(head)
    for act in (
        lambda: Cosignature.objects.update(at=1),
        lambda: Cosignature.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
            act()
    assert Cosignature.objects.get().at == AT


@a_record
def test_the_check_names_a_signature_that_was_changed(head: bytes) -> None:
    row, _ = take(head)
    log = find_log(ORIGIN)
    assert not list(check(log))
    other = with_signature(
        read_note(head), read_note(cosigned(head, by=WITNESS, at=1)).signatures[-1]
    )
    changes: list[tuple[dict[str, Any], str]] = [
        ({"size": 3}, "size"),
        ({"at": 1}, "at"),
        ({"key": OTHER_WITNESS.verifier().text()}, "signature"),
        ({"key": "x"}, "signature"),
        ({"signature": other.signatures[-1].line().strip()}, "at"),
        ({"signature": ""}, "signature"),
    ]
    for change, column in changes:
        with transaction.atomic():
            with without_guards():
                Cosignature.objects.update(**change)
            (found,) = check(log)
            assert (found.table, found.column) == ("record_cosignature", column)
            transaction.set_rollback(True)
    assert Difference("record_cosignature", f"{row.size} {WITNESS.name}", "at") not in check(log)


@a_record
def test_a_backup_holds_the_signatures_and_brings_them_back(head: bytes) -> None:
    take(head)
    take(head, OTHER_WITNESS)
    written = [line for line in backup.lines(made_at=START) if line.startswith(b'{"cosignature"')]
    assert len(written) == 2
    log = find_log(ORIGIN)
    before, rows = (
        list(cosignatures.written(log)),
        list(Cosignature.objects.order_by("key").values()),
    )
    with without_guards():
        Cosignature.objects.all().delete()
    for each in before:
        cosignatures.bring_back(log, each)  # type: ignore[arg-type]
    assert list(cosignatures.written(log)) == before
    kept = [{**row, "id": None} for row in Cosignature.objects.order_by("key").values()]
    assert kept == [{**row, "id": None} for row in rows]
    assert not list(check(log))


@committed
def test_a_signature_handed_in_twice_at_once_is_kept_once(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = cosigned(signed_record(), by=WITNESS, at=AT)
    plain = cosignatures._check_room

    def first(*given: object) -> None:
        monkeypatch.setattr(cosignatures, "_check_room", plain)
        hand_in(note, by=WITNESS.verifier(), now=START)

    monkeypatch.setattr(cosignatures, "_check_room", first)
    row, new = hand_in(note, by=WITNESS.verifier(), now=START + timedelta(days=1))
    assert not new
    assert Cosignature.objects.get() == row
    assert row.handed_in_at == START


@a_record
def test_what_was_handed_in_opens_with_the_keys_of_all(head: bytes) -> None:
    take(head)
    last = last_head(find_log(ORIGIN))
    assert last is not None
    keys = [LOG_KEY.verifier(), WITNESS.verifier()]
    opened = open_checkpoint(with_cosignatures(last), keys=keys)
    assert [each.at for each in opened.witnesses()] == [AT]
    with pytest.raises(Refusal):
        open_checkpoint(with_cosignatures(last), keys=[OTHER_WITNESS.verifier()])
