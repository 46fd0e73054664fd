"""Files that survive a power cut: written whole or not at all, and only we may read them."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

if sys.platform == "win32":  # somebody who keeps copies may do so there
    import msvcrt
else:
    import fcntl

LONGEST, SHOWN = 200, 100  # a name of a file may have 255 bytes, its ending included


def quoted(origin: str) -> str:
    """Return a record's name as the name of a file: one for each record, and never a folder's."""
    name = quote(origin, safe="")
    if len(name) > LONGEST:
        return f"{name[:SHOWN]}~{sha256(origin.encode()).hexdigest()}"
    return f"%2E{name[1:]}" if name.startswith(".") else name


def make_folder(path: Path) -> Path:
    """Make a folder that only we may enter, if it is not there."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place of what was there: after a power cut, one or the other is whole."""
    scratch = _scratch(path, content)
    try:
        scratch.replace(path)
    except OSError:
        scratch.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_first(path: Path, content: bytes) -> None:
    """Make a file that is never written again; refuse with FileExistsError if it is there."""
    scratch = _scratch(path, content)
    try:
        os.link(scratch, path)
    finally:
        scratch.unlink()
    sync_folder(path.parent)


def _scratch(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def sync_folder(path: Path) -> None:
    """See to it that the names in a folder survive a power cut."""
    if sys.platform == "win32":  # which does so itself
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clear_scratch(path: Path) -> None:
    """Delete what a kill left half-written."""
    for each in path.glob(".*.part"):
        each.unlink()


@contextmanager
def alone(path: Path, *, taken: Callable[[], None]) -> Iterator[None]:
    """Wait until no other process holds a lock, and hold it; the kernel lets go when we end."""
    with path.open("w") as file:
        if not _locked(file.fileno()):
            taken()
            while not _locked(file.fileno(), wait=True):
                pass
        yield


def _locked(handle: int, *, wait: bool = False) -> bool:
    """Take a lock, and tell whether we have it; Windows waits no longer than ten seconds."""
    if sys.platform == "win32":
        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True
