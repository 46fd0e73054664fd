"""Which processes came from which, as the kernel tells it."""

from __future__ import annotations

import re
from pathlib import Path

PARENT = re.compile(r"^PPid:\s+(\d+)$", re.MULTILINE)
GONE = re.compile(r"^State:\s+[ZX]", re.MULTILINE)


def children(of: int) -> dict[int, str]:
    """Return the processes that one started and that still run, with their command lines."""
    found = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            status = (path / "status").read_text()
            line = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue  # it has just ended
        parent = PARENT.search(status)
        if parent and int(parent[1]) == of and not GONE.search(status):
            found[int(path.name)] = line
    return found


def family(of: int) -> dict[int, str]:
    """Return all that one started, and what those started."""
    found = children(of)
    for each in list(found):
        found |= family(each)
    return found


def runs(process: int) -> bool:
    """Tell whether a process still runs."""
    try:
        return not GONE.search(Path(f"/proc/{process}/status").read_text())
    except OSError:
        return False
