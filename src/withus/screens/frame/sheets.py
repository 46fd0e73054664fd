"""Addresses of our own files, each with a mark of what is in it."""

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class MarkedFiles(StaticFilesStorage):
    """Adds ?v=... so that a browser may keep a file for long and still see a change at once."""

    def url(self, name: str | None) -> str:
        return f"{super().url(name)}?v={mark(name or '')}"


@cache
def mark(name: str) -> str:
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(f"No static file is called {name!r}. Is its folder in static/?")
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:10]
