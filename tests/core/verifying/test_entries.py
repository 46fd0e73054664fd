from __future__ import annotations

import io
from dataclasses import replace

import pytest

from tests.core.copies import whole_copy
from withus.core.verify import verify
from withus.core.verifying import entries
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Failed, Step

COPY = whole_copy()


def test_entries_are_hashed_in_runs_and_each_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "RUN", 9)
    told: list[tuple[int, int]] = []
    verdict = verify(
        io.BytesIO(COPY.content()), trust=Trust(), progress=lambda *each: told.append(each)
    )
    assert told == [(9, 28), (18, 28), (27, 28)]
    assert verdict.head == COPY.code()


@pytest.mark.parametrize(
    ("was", "now", "got"),
    [(b'"practice":false', b'"practice":1', "practice"), (b'"v":1', b'"v":2', "not_a_leaf")],
)
def test_a_leaf_that_is_no_entry_is_told_by_its_field_or_its_fault(
    was: bytes, now: bytes, got: str
) -> None:
    first = COPY.entries[0].replace(was, now)
    assert first != COPY.entries[0]
    altered = replace(COPY, entries=(first, *COPY.entries[1:]), published={})
    assert altered.verified().failed == Failed(Step.ENTRIES, "not_an_entry", 0, None, got)
