"""Tests run many times over, each time by a fork of a process that has read the libraries already.

To start Python and read pytest and the libraries takes longer than most of the tests take. Nothing
of the house is read before the fork: each finds the code as it is at that moment.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Self

import pytest

# The processor's time, so that a busy machine does not make a fault look found.
SECONDS, BYTES = 20, 2**31
LIBRARIES = [
    *("hypothesis.strategies", "rfc8785", "django.db"),
    "cryptography.hazmat.primitives.asymmetric.ed25519",
]


class Asked:
    """The process that forks, and the house whose tests it is asked to run."""

    def __init__(self, house: Path) -> None:
        """Start it in the house."""
        self.house = house
        paths = os.pathsep.join((str(house / "src"), str(house)))
        self._process = subprocess.Popen(
            [sys.executable, "-B", "-m", "tests.core.forked"],
            cwd=house,
            env={**os.environ, "PYTHONPATH": paths},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        """Be asked until the end of a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._process.communicate()

    def passes(self, words: Sequence[str]) -> bool:
        """Tell whether pytest, called with these words, is content."""
        asking, answer = self._process.stdin, self._process.stdout
        assert asking is not None and answer is not None
        print(json.dumps(list(words)), file=asking, flush=True)
        told = answer.readline()
        assert told, "the process that runs the tests has ended"
        return int(told) == 0


def answer_all() -> None:
    """Answer each line of words with what pytest comes to."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            run(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(status, flush=True)


def run(words: list[str]) -> None:
    """Run pytest and end, without a word and within the time and the memory."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    try:
        os._exit(pytest.main(words))
    finally:
        os._exit(1)


if __name__ == "__main__":
    for library in LIBRARIES:
        import_module(library)
    answer_all()
