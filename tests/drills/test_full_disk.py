"""The disk is full: whoever writes is told so, nothing is half there, and with room it goes on.

In the tests the system lets no file grow beyond a size, which needs no rights; in the drill the
files lie on a file system of eight megabytes, mounted where only the program sees it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.signer.processes import Place, tables
from withus.core.errors import Refusal
from withus.saying.keeping import refusals

SIZE = "8m"
MOUNT = f'mount -t tmpfs -o size={SIZE} none "$0" && exec "$@"'
REMEDY = "No small file system could be mounted. Run this drill as root, on Linux."


def apart(folder: Path) -> list[str]:
    """Return the words before a command that then sees a small file system in a folder.

    It is mounted for that command and those it starts, and goes with the last of them.
    """
    become = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    return ["unshare", "--mount", *become, "sh", "-c", MOUNT, str(folder)]


def what_came_of_it(folder: Path, kind: str) -> dict[str, Any]:
    """Run the program on a small disk; it may say nothing beside what it tells."""
    before = apart(folder) if kind == "tmpfs" else []
    if before and subprocess.run([*before, "true"], capture_output=True, check=False).returncode:
        pytest.fail(REMEDY)
    words = [sys.executable, "-m", "tests.drills.on_a_small_disk"]
    ended = subprocess.run(
        [*before, *words, str(folder), str(tables().folder), kind],
        env=Place(folder).environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stderr
    return dict(json.loads(ended.stdout))


@pytest.mark.parametrize("kind", ["limit", pytest.param("tmpfs", marks=pytest.mark.drill)])
def test_a_full_disk_is_told_in_plain_words_and_with_room_everything_goes_on(
    tmp_path: Path, kind: str
) -> None:
    told = what_came_of_it(tmp_path, kind)
    print(f"\n{kind}: {json.dumps(told, indent=1)}")
    for when in ("before", "unsigned", "after"):
        assert told[when].keys() == {"acked", "codes", "faults"}, when
        assert told[when]["codes"] == told[when]["faults"] == []
    assert told["full"]["faults"] == []
    assert told["full"]["codes"] == ["no_room"]
    assert "failed" not in told["full"]
    assert told["full"]["refused"] > 10
    for command in ("backup", "bundle"):
        code, said = told["copies while full"][command]
        assert code == 2
        assert "no room" in said
        assert said.count("\n") == 1
        assert told["copies after"][command] == [0, ""]
    assert told["copies while full"]["files"] == 0, "neither the backup nor the keys alone"
    assert told["copies after"]["files"] == 2
    assert told["left"] == []
    assert "Trying again." in told["signer while full"]
    assert "Traceback" not in told["signer while full"]


@pytest.mark.parametrize("code", ["no_room", "no_room_there"])
def test_the_words_say_that_nothing_is_kept_and_what_to_do(code: str) -> None:
    wrong, then = refusals.said(Refusal(code, {"file": "/backups/withus.jsonl"}))
    assert "no room" in wrong
    assert then.startswith("Make room")
