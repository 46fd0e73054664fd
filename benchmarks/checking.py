"""How much work a pasted set of six meetings is, from the form to the page; beside bare splitting.

The peer is the least that any reader must do: split the same texts into lines and fields.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
MINUTES = ROOT / "tests" / "data" / "minutes" / "published"
TIMES = 15


def measure() -> Iterator[str]:
    """Yield a line for each figure, in milliseconds of CPU."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "withus.settings")
    import django

    django.setup()
    from django.test import Client

    paths = [p for p in sorted(MINUTES.rglob("*.txt")) if p.parent.name != "tsc-marks"]
    six = [path.read_text("utf-8") for path in paths][:6]
    client = Client(headers={"host": "localhost"})

    def ask() -> None:
        answer = client.post("/check/", {"minutes": six})
        assert answer.status_code == 200, answer.status_code

    def split() -> None:
        for text in six:
            for line in text.split("\n"):
                re.split(r"[,;:\t]", line)

    began = time.process_time()
    ask()
    yield f"first answer, warm-up included: {1000 * (time.process_time() - began):.0f} ms of CPU"
    ours, peer = cpu(ask), cpu(split)
    yield f"six meetings pasted, page made: median {ours:.1f} ms of CPU (budget 300)"
    yield f"bare splitting of the same text: median {peer:.2f} ms; ratio {ours / peer:.0f}"
    answer = client.post("/check/", {"minutes": six})
    yield f"the page of people weighs {len(answer.content)} bytes, its sheet apart"


def cpu(act: Callable[[], object]) -> float:
    """Tell the median CPU time of an act, in milliseconds."""
    took = []
    for _ in range(TIMES):
        began = time.process_time()
        act()
        took.append(1000 * (time.process_time() - began))
    return median(took)
