"""A copy of a record checked by two processes side by side, where each has a core to itself.

The second goes through the same file for its openings alone. It takes nothing in but the file,
says what they come to in one go, and ends whenever the first does, however that comes about.
"""

from __future__ import annotations

import gc
import os
import pickle
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import BinaryIO

from withus.core.errors import Refusal
from withus.core.verify import verify
from withus.core.verifying.entries import Progress
from withus.core.verifying.openings import Elsewhere, Opened, check_openings
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Verdict

FEWEST_BYTES = 2**24  # one core checks a shorter copy before a second process has gained anything
# Isolated, so that it finds modules where this process does, and never in the folder of a copy.
START = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from withus.reading.side_by_side import second; second(sys.argv[1])"
)


class CameToNothing(Exception):
    """Say that the second process ended without an answer."""


def verified(file: BinaryIO, *, trust: Trust, progress: Progress) -> Verdict:
    """Check a copy as `verify` does, on two cores where that is quicker; raise what it raises.

    Whatever becomes of the second process, the verdict is the same: at worst it takes longer.
    """
    gc.disable()  # nothing here refers in circles, and a long record is millions of parts
    try:
        with suppress(CameToNothing), openings_aside(file) as openings:
            return verify(file, trust=trust, progress=progress, openings=openings)
        file.seek(0)
        return verify(file, trust=trust, progress=progress)
    finally:
        gc.enable()


@contextmanager
def openings_aside(file: BinaryIO) -> Iterator[Elsewhere | None]:
    """Have the openings of a copy checked by a second process, or by none if that gains nothing."""
    process = started(file.name) if cores() > 1 and is_long(file) else None
    if process is None:
        yield None
        return
    with process:
        try:
            yield partial(answer, process)
        finally:
            process.kill()


def cores() -> int:
    """Tell how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_long(file: BinaryIO) -> bool:
    """Tell whether this is a long file that another process can open by its name."""
    name = getattr(file, "name", None)
    if not isinstance(name, str):
        return False
    try:
        here, there = os.fstat(file.fileno()), Path(name).stat()
    except OSError:
        return False
    long = stat.S_ISREG(here.st_mode) and here.st_size >= FEWEST_BYTES
    return long and os.path.samestat(here, there)


def started(name: str) -> subprocess.Popen[bytes] | None:
    """Start the second process; None where none can be started."""
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-c", START, name, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None


def answer(process: subprocess.Popen[bytes]) -> Opened:
    """Wait for what the second process found; raise the fault that it found."""
    assert process.stdout
    told = process.stdout.read()
    if process.wait() != 0 or not told:
        raise CameToNothing
    found = pickle.loads(told)  # noqa: S301  nobody but our own process wrote it
    if isinstance(found, Opened):
        return found
    raise found


def second(name: str) -> None:
    """Be the second process: tell what the openings of a copy come to, or their fault."""
    Thread(target=end_with_the_first, daemon=True).start()
    gc.disable()
    found: Opened | Refusal
    try:
        with Path(name).open("rb") as file:
            found = check_openings(file)
    except Refusal as fault:
        found = fault
    sys.stdout.buffer.write(pickle.dumps(found))


def end_with_the_first() -> None:
    """Wait for the end of what the first never writes, which comes when it ends, and end too."""
    while os.read(0, 1):
        pass
    os._exit(1)
