"""What pages that read the record cost: queries, bytes and CPU, on records short and long."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]


def measure() -> Iterator[str]:
    """Yield a line for each page, measured in a process and a database of their own."""
    with TemporaryDirectory() as var:
        asked = [sys.executable, "-m", "benchmarks.pages_asked"]
        settings = {"WITHUS_VAR": var, "DJANGO_SETTINGS_MODULE": "withus.settings"}
        env = {**os.environ, **settings}
        done = subprocess.run(
            asked, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, check=True
        )
    yield from done.stdout.splitlines()
