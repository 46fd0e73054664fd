"""Each head grows from the last and covers every entry; over a changed past, none is signed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from django.db import OperationalError, connection

from tests.core.facts.story import ORIGIN
from tests.signer.records import a_signer, add, heads, open_record, sign, without_guards
from withus.signer import process, signing
from withus.signer import record as one_record
from withus.signer.mirror import Mirror
from withus.signer.process import Rounds, WritesElsewhere, only_its_own
from withus.stores.record.check import check
from withus.stores.record.heads import records, waiting
from withus.stores.record.models import Errand, Leaf, Log, SignedHead, Subtree
from withus.stores.record.read import leaves

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture(autouse=True)
def log() -> Log:
    return open_record()


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the signer said, as it says it."""
    told: list[str] = []
    monkeypatch.setattr(signing.logger, "critical", told.append)
    monkeypatch.setattr(signing.logger, "warning", lambda line, *of: told.append(line % of))
    return told


def grown(log: Log) -> Log:
    log.refresh_from_db()
    return log


def test_each_look_signs_what_is_new_and_nothing_twice(tmp_path: Path, log: Log) -> None:
    signer = a_signer(tmp_path)
    for count in (0, 1, 6, 0, 30):
        if count:
            add(count)
        signer.sign(records())
    assert [head.size for head in heads(tmp_path)] == [1, 2, 8, 38]
    assert list(check(grown(log))) == []  # which holds each head against the entries


def test_the_errands_of_covered_entries_are_done_with_the_head(tmp_path: Path) -> None:
    assert [each.origin for each in waiting()] == [ORIGIN]
    sign(tmp_path)
    assert waiting() == []
    add(2)
    Errand.objects.filter(done_at=None).update(kind="letter")
    sign(tmp_path)
    assert Errand.objects.filter(done_at=None).count() == 1, "another errand is not the signer's"


def test_a_long_record_is_signed_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log: Log
) -> None:
    monkeypatch.setattr(one_record, "AT_A_TIME", 7)
    add(19)
    sign(tmp_path)
    assert [head.size for head in heads(tmp_path)] == [7, 14, 20]
    assert list(check(grown(log))) == []


def test_each_record_has_a_key_and_a_copy_of_its_own(tmp_path: Path, log: Log) -> None:
    other = open_record("withus.example/elsewhere")
    add(3, origin=other.origin)
    sign(tmp_path)
    assert heads(tmp_path)[-1].size == 1
    assert heads(tmp_path, other.origin)[-1].size == 4
    copies = tmp_path / "mirror" / "withus.example%2Felsewhere" / "entries.jsonl"
    assert copies.read_bytes() == b"".join(each + b"\n" for each in leaves(grown(other)))
    shown = copies.with_name("checkpoint").read_bytes()
    assert shown == bytes(SignedHead.objects.get(log=other).note)


@pytest.mark.parametrize("again", [False, True], ids=["at work", "started again"])
def test_fewer_entries_than_were_signed_are_refused(
    tmp_path: Path, said: list[str], again: bool
) -> None:
    add(9)
    signer = sign(tmp_path)
    with without_guards():
        Leaf.objects.filter(index__gte=6).delete()
    Log.objects.update(size=6)
    signer = a_signer(tmp_path) if again else signer
    for _ in range(3):
        signer.sign(records())
    assert [head.size for head in heads(tmp_path)] == [10]
    assert len(said) == 1
    assert "10 entries were signed; the database holds 6 of them" in said[0]
    assert "withus restore" in said[0]


def rewrite(index: int) -> None:
    """Change one entry in the database, and its hash with it, as somebody careful would."""
    row = Leaf.objects.get(index=index)
    with without_guards():
        content = bytes(row.content).replace(b"council", b"charity")
        assert content != bytes(row.content)
        Leaf.objects.filter(index=index).update(content=content)


def test_a_changed_entry_is_refused_at_the_next_start(tmp_path: Path, said: list[str]) -> None:
    add(9)
    sign(tmp_path)
    rewrite(6)
    add(1)
    sign(tmp_path)
    assert [head.size for head in heads(tmp_path)] == [10]
    assert "Entry 6 is not what it was when it was signed" in said[0]


def test_a_changed_entry_is_found_while_at_work_and_nothing_more_signed(
    tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("withus.signer.patrol.STEP", 4)
    add(9)
    signer = sign(tmp_path)
    rewrite(6)
    for _ in range(3):  # ten entries, four at a time
        signer.patrol(records())
    assert "Entry 6 is not" in said[0]
    add(1)
    signer.sign(records())
    assert [head.size for head in heads(tmp_path)] == [10]
    assert signer.not_now == {ORIGIN}


def test_a_patrol_walks_through_every_record_in_turn(
    tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("withus.signer.patrol.STEP", 4)
    add(9)
    open_record("withus.example/elsewhere")
    signer = sign(tmp_path)
    for _ in range(20):
        signer.patrol(records())
    assert said == []


def test_with_its_copy_gone_a_change_is_still_refused(tmp_path: Path, said: list[str]) -> None:
    add(9)
    sign(tmp_path)
    (tmp_path / "mirror" / "withus.example%2Fthornmere" / "entries.jsonl").unlink()
    rewrite(6)
    sign(tmp_path)
    assert "some are not what they were" in said[0]
    assert not (tmp_path / "mirror" / "withus.example%2Fthornmere" / "entries.jsonl").exists()


def test_a_hole_among_new_entries_is_refused(tmp_path: Path, said: list[str]) -> None:
    add(9)
    with without_guards():
        Leaf.objects.filter(index=5).delete()
    sign(tmp_path)
    assert heads(tmp_path) == []
    assert "Entries are missing" in said[0]


def test_wrong_hashes_in_the_database_are_told_once_and_never_believed(
    tmp_path: Path, said: list[str]
) -> None:
    add(9)
    signer = sign(tmp_path)
    with without_guards():
        Subtree.objects.update(digest=b"\0" * 32)
    Log.objects.update(peaks=b"\0" * 64)
    for _ in range(2):
        signer.sign(records())
    assert len(said) == 1
    assert "withus check" in said[0]
    add(1)
    signer.sign(records())
    found = [head.size for head in heads(tmp_path)]
    assert found == [10, 11]


def test_a_head_that_somebody_else_wrote_is_refused(tmp_path: Path, said: list[str]) -> None:
    sign(tmp_path)
    with without_guards():
        SignedHead.objects.update(note=b"somebody's")
    sign(tmp_path)
    assert "a head that is not ours" in said[0]


def test_a_head_that_was_deleted_is_written_again_as_it_was(tmp_path: Path) -> None:
    sign(tmp_path)
    before = bytes(SignedHead.objects.get().note)
    with without_guards():
        SignedHead.objects.all().delete()
    sign(tmp_path)
    assert bytes(SignedHead.objects.get().note) == before


def test_our_files_from_an_older_backup_are_refused(tmp_path: Path, said: list[str]) -> None:
    own = tmp_path / "own" / "withus.example%2Fthornmere.head"
    sign(tmp_path)
    older = own.read_bytes()
    add(3)
    sign(tmp_path)
    own.write_bytes(older)
    sign(tmp_path)
    with without_guards():
        SignedHead.objects.filter(size=4).delete()  # the copy still shows it
    sign(tmp_path)
    assert ["stop at 1 entries" in line for line in said] == [True, True]


def test_lost_own_files_are_refused_and_no_second_key_is_made(
    tmp_path: Path, said: list[str]
) -> None:
    sign(tmp_path)
    for path in (tmp_path / "own").iterdir():
        path.unlink()
    sign(tmp_path)
    assert list((tmp_path / "own").iterdir()) == []
    assert "is missing" in said[0]


def test_a_lost_or_spoilt_copy_is_written_anew(tmp_path: Path, said: list[str], log: Log) -> None:
    add(9)
    signer = sign(tmp_path)
    copy = tmp_path / "mirror" / "withus.example%2Fthornmere" / "entries.jsonl"
    whole = copy.read_bytes()
    copy.write_bytes(whole.replace(b"council", b"charity", 1))
    sign(tmp_path)
    assert copy.read_bytes() == whole
    copy.unlink()
    add(1)
    signer.sign(records())
    assert copy.read_bytes().startswith(whole)
    assert copy.read_bytes().count(b"\n") == 11
    assert said == []


def test_a_full_disk_is_told_once_and_signed_after(
    tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    signer = a_signer(tmp_path)

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device", "entries.jsonl")

    with monkeypatch.context() as patch:
        patch.setattr(Mirror, "add", full)
        for _ in range(3):
            signer.sign(records())
    assert said == [
        f"{ORIGIN}: not signed for now: No space left on device (entries.jsonl). Trying again."
    ]
    assert signer.not_now == {ORIGIN}
    assert heads(tmp_path) == []
    signer.sign(records())
    assert [head.size for head in heads(tmp_path)] == [1]
    assert signer.not_now == set()


def test_a_write_without_room_in_a_file_or_the_database_is_told_in_words(
    tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = sqlite3.OperationalError("database or disk is full")
    engine.sqlite_errorcode = sqlite3.SQLITE_FULL
    rounds = Rounds(a_signer(tmp_path))
    monkeypatch.setattr(process, "close_old_connections", list)  # the test's own stays open
    for fault in (OSError(28, "No space left on device"), OperationalError("full")):

        def full(*_: object, met: Exception = fault, **__: object) -> int:
            raise met from engine

        with monkeypatch.context() as patch:
            patch.setattr(Mirror, "add", full)
            rounds.one(every=True)
            rounds.one(every=True)
    assert said == [
        f"{ORIGIN}: not signed for now: No space left on device. Trying again.",
        "The database cannot be used (no room on the disk). Trying again.",
    ]
    rounds.one(every=True)
    assert [head.size for head in heads(tmp_path)] == [1]


def test_nothing_is_asked_of_the_database_beyond_heads_and_errands(tmp_path: Path) -> None:
    add(3)
    with connection.execute_wrapper(only_its_own):
        sign(tmp_path).patrol(records())
        with pytest.raises(WritesElsewhere):
            Log.objects.update(size=0)
        with pytest.raises(WritesElsewhere):
            SignedHead.objects.update(size=0)
