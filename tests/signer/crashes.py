"""A signer that is killed: before, or after, each thing it does that outlives it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from withus.signer import record
from withus.signer.mirror import Mirror


class Killed(BaseException):
    """Stand in for the end of a process; nothing of ours catches it."""


class Steps:
    """Count the steps, and end at one of them."""

    def __init__(self, last: int | None) -> None:
        """Take how many steps are done before the end; None: all."""
        self.last = last
        self.done = 0

    def step(self) -> None:
        if self.done == self.last:
            raise Killed
        self.done += 1

    def around(self, act: Callable[..., Any]) -> Callable[..., Any]:
        """Make an act end the process just before it, or just after."""

        def acted(*given: Any, **named: Any) -> Any:
            self.step()
            answer = act(*given, **named)
            self.step()
            return answer

        return acted


@contextmanager
def killed_after(last: int | None) -> Iterator[Steps]:
    """Kill the signer after so many steps: files made, synced, cut, renamed; rows written."""
    steps = Steps(last)
    outlives: list[tuple[Any, str]] = [
        *((os, name) for name in ("fsync", "truncate", "link")),
        *((Path, name) for name in ("replace", "mkdir", "unlink")),
        *((record, name) for name in ("publish",)),
        *((tempfile, name) for name in ("mkstemp",)),
        *((Mirror, name) for name in ("add", "show")),
    ]
    patches = [patch.object(of, name, steps.around(getattr(of, name))) for of, name in outlives]
    for each in patches:
        each.start()
    try:
        yield steps
    finally:
        for each in patches:
            each.stop()
