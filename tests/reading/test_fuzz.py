"""Spoilt files are read or refused, and nothing else. The drill reads a thousand."""

from __future__ import annotations

from collections import Counter

from tests.reading.fuzzing import good_files, outcome, spoilt_files
from withus.reading.refusals import REASONS

SEED = 20_251_104


def test_the_good_files_are_all_read() -> None:
    assert {kind: outcome(content) for kind, content in good_files().items()} == dict.fromkeys(
        good_files(), "read"
    )


def test_forty_spoilt_files_are_read_or_refused() -> None:
    came = Counter(outcome(content) for _, content in spoilt_files(SEED, 40))
    assert came.total() == 40
    assert came.keys() <= {"read", *REASONS}
    assert came["read"] and came["broken"], "these were not spoilt as they should be"


def test_the_same_seed_spoils_files_the_same_way() -> None:
    first = [content for kind, content in spoilt_files(SEED, 20) if kind != "word"]
    again = [content for kind, content in spoilt_files(SEED, 20) if kind != "word"]
    assert first == again
