"""A thousand spoilt files, each within its time and its memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from withus.reading.limits import MEGABYTE
from withus.reading.refusals import REASONS

ROOT = Path(__file__).parents[2]
MEASURE = """
import runpy, sys
sys.path[:0] = ["src", "."]
runpy.run_module("tests.reading.fuzzing", run_name="__main__")
"""


@pytest.mark.drill
def test_a_thousand_spoilt_files_stay_within_two_seconds_and_two_hundred_megabytes() -> None:
    told = subprocess.run(
        [sys.executable, "-c", MEASURE, "1", "1000"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    figures = json.loads(told.stdout)
    sys.stdout.write(f"\n{told.stdout}")
    assert sum(figures["outcomes"].values()) == 1_000
    assert figures["outcomes"].keys() <= {"read", *REASONS}
    assert figures["slowest"] <= 2
    assert figures["peak"] <= 200 * MEGABYTE
