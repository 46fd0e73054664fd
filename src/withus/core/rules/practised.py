"""Practice runs, as a live record names them: how much each held, and of what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

LAST_PART = re.compile(r"([-/]practice([-/][0-9]+)?|/[0-9]+)$")


@dataclass(frozen=True, slots=True)
class Run:
    """A practice run, as a live record names it: how much it held, and of what."""

    origin: str
    size: int
    root: str  # of its tree, as base64
    since: date
    entries: Mapping[str, int]  # by type

    def told(self) -> dict[str, Any]:
        """Tell the run as it stands in an entry.

        Shape: origin, size, root, since, entries by type in order of their names.
        """
        return {
            "origin": self.origin,
            "size": self.size,
            "root": self.root,
            "since": self.since.isoformat(),
            "entries": dict(sorted(self.entries.items())),
        }


@dataclass(frozen=True, slots=True)
class Practised:
    """What is known, where a live record is opened, of those who open it: runs of theirs."""

    source: Run | None = None  # the run that goes live
    thrown_away: tuple[Run, ...] = ()  # the first first
    going_on: str | None = None  # another run of theirs that goes on


def follows(practised: Practised) -> dict[str, Any] | None:
    """Tell what the first entry of a live record says of the practice before it.

    Shape: the run that goes live, or the last that was thrown away; under `before`, every other
        that was thrown away, the first first. None where nothing was practised.
    """
    runs = [*practised.thrown_away, *([practised.source] if practised.source else [])]
    if not runs:
        return None
    return {**runs[-1].told(), "before": [each.told() for each in runs[:-1]]}


def stem(origin: str) -> str:
    """Tell the part of a record's name that its practice runs and continuations share.

    Example: withus.example/thornmere for withus.example/thornmere-practice-2, and for
        withus.example/thornmere/practice/2.
    """
    while (found := LAST_PART.sub("", origin)) != origin and "/" in found:
        origin = found
    return origin


def plain(name: str) -> str:
    """Tell a partnership's name as it compares: letters and numbers alone, whatever their case.

    Example: thornmeretogether for "Thornmere  Together!".
    """
    told = unicodedata.normalize("NFKC", name).casefold()
    return "".join(each for each in told if each.isalnum())
