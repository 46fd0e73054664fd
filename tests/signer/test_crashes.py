"""Killed at any step, the signer signs no second root for a size, and the next one catches up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from tests.signer.crashes import Killed, killed_after
from tests.signer.records import a_signer, add, heads, open_record
from withus.core.proofs.checkpoint import Checkpoint, signed
from withus.core.proofs.merkle import root_over
from withus.signer import record as one_record
from withus.stores.record.heads import waiting
from withus.stores.record.models import Log
from withus.stores.record.read import leaves

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def roots(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, int], set[bytes]]:
    """Return every root that was ever signed, by record and size."""
    found: dict[tuple[str, int], set[bytes]] = defaultdict(set)

    def noted(checkpoint: Checkpoint, **by: Any) -> bytes:
        found[checkpoint.origin, checkpoint.size].add(checkpoint.root)
        return signed(checkpoint, **by)

    monkeypatch.setattr(one_record, "signed", noted)
    return found


class Case:
    """A record and a signer's files of their own, for one kill."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder / name
        self.folder.mkdir()
        self.log = open_record(f"withus.example/{name}")
        self.copy = self.folder / "mirror" / f"withus.example%2F{name}" / "entries.jsonl"

    def add(self, count: int) -> None:
        add(count, origin=self.log.origin)

    def sign(self) -> None:
        a_signer(self.folder).sign([Log.objects.get(origin=self.log.origin)])

    def is_whole(self) -> None:
        """Sign once more, and hold everything against the entries."""
        self.sign()
        self.log.refresh_from_db()
        entries, found = list(leaves(self.log)), heads(self.folder, self.log.origin)
        assert found[-1].size == len(entries) == self.log.size
        for head in found:
            assert head.head() == root_over(entries[: head.size])
        assert self.copy.read_bytes() == b"".join(each + b"\n" for each in entries)
        assert self.log.origin not in [each.origin for each in waiting()]


def the_first_head(case: Case) -> None:
    case.add(4)


def a_later_head(case: Case) -> None:
    case.sign()
    case.add(4)


def a_lost_copy(case: Case) -> None:
    case.add(4)
    case.sign()
    case.copy.unlink()


@pytest.mark.parametrize("before", [the_first_head, a_later_head, a_lost_copy])
def test_a_kill_at_any_step_is_made_good_by_the_next_signer(
    tmp_path: Path, roots: dict[tuple[str, int], set[bytes]], before: Callable[[Case], None]
) -> None:
    last, ended = 0, False
    while not ended:
        case = Case(tmp_path, f"step-{last}")
        before(case)
        with killed_after(last), suppress(Killed):
            case.sign()
            ended = True
        case.add(2)
        case.is_whole()
        last += 1
    assert last > 8
    assert max(map(len, roots.values())) == 1


def test_a_database_put_back_after_a_kill_never_gets_a_second_root(
    tmp_path: Path, roots: dict[tuple[str, int], set[bytes]]
) -> None:
    last, ended = 0, False
    while not ended:
        case = Case(tmp_path, f"step-{last}")
        case.sign()
        with transaction.atomic():
            case.add(4)
            with killed_after(last), suppress(Killed):
                case.sign()
                ended = True
            transaction.set_rollback(True)
        case.add(4)  # as many, and others
        case.sign()
        last += 1
    assert max(map(len, roots.values())) == 1
    assert {size for _, size in roots} == {1, 5}
