"""Whoever asks is told of the code as it is at that moment."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.core import forked

WORDS = ["-p", "no:django", "-p", "no:cacheprovider", "test_one.py"]


def test_each_fork_runs_the_tests_as_they_are_then(tmp_path: Path) -> None:
    room = tmp_path / "tests" / "core"
    room.mkdir(parents=True)
    shutil.copy2(forked.__file__, room / "forked.py")
    (tmp_path / "test_one.py").write_text(
        "from one import one\n\ndef test_one():\n    assert one\n"
    )
    found = []
    with forked.Asked(tmp_path) as asked:
        for one in ("one = 1", "one = 0", "one = 2", "one = "):
            (tmp_path / "one.py").write_text(one)
            found.append(asked.passes(WORDS))
    assert found == [True, False, True, False]
