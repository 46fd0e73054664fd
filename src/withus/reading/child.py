"""The child process that opens a file somebody else made. It limits itself before it looks.

Run with the kind of the file as its argument; the file comes in on stdin, and lines of JSON go
out on stdout: each line of text, then how many there were. Exit statuses: READ, CANNOT (the
reason is the last line), BROKEN, TOO_MUCH_MEMORY.
"""

import gc
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import Any

from withus.reading import limits

READ = 0
CANNOT = 10
BROKEN = 11
TOO_MUCH_MEMORY = 12

OPEN_FILES = 64
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
NEVER = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.kill",
    "shutil.",
    "tempfile.",
    "urllib.",
    "ftplib.",
    "http.",
    "webbrowser.",
    "os.startfile",
)


class NotAllowed(BaseException):
    """A parser tried to do more than read; not an Exception, so that none swallows it."""


def limit() -> None:
    """Limit memory, time, files and processes, and refuse to write or to use the network."""
    cap(resource.RLIMIT_AS, limits.CHILD_MEMORY_BYTES)
    cap(resource.RLIMIT_FSIZE, 0)
    cap(resource.RLIMIT_CORE, 0)
    cap(resource.RLIMIT_NOFILE, OPEN_FILES)
    cap(resource.RLIMIT_NPROC, 0)
    cap(resource.RLIMIT_CPU, round(limits.CHILD_WALL_SECONDS))
    # Whole seconds are all RLIMIT_CPU can do; this timer ends the process a little finer.
    signal.setitimer(signal.ITIMER_PROF, limits.CHILD_WORK_SECONDS)
    sys.addaudithook(watch)


def cap(what: int, most: int) -> None:
    """Lower a limit for good, never above what is already allowed."""
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop whatever would write a file, start a process or reach the network."""
    if event.startswith(NEVER) or (event == "open" and writes(arguments)):
        raise NotAllowed(event)


def writes(arguments: tuple[Any, ...]) -> bool:
    """Tell whether a file would be opened for writing."""
    _, mode, flags = arguments
    return bool(flags & WRITES) if isinstance(flags, int) else "w" in (mode or "")


def reader_of(kind: str) -> Callable[[bytes], tuple[str, list[str]]]:
    """Fetch the reader of a kind of file; only its own parser is loaded."""
    if kind == "html":
        from withus.reading.page import page_lines

        return page_lines
    if kind == "docx":
        from withus.reading.word import word_lines

        return lambda content: ("docx", word_lines(content))
    if kind == "docx text":
        from withus.reading.word_text import word_text

        return lambda content: ("docx text", word_text(content))
    if kind == "pdf":
        from withus.reading.pdf import pdf_lines

        return lambda content: ("pdf", pdf_lines(content))
    from withus.reading.moderngov_xml import moderngov_lines

    return lambda content: ("moderngov", moderngov_lines(content))


def tell(*said: object) -> None:
    """Write each thing as a line of JSON."""
    sys.stdout.write("".join(json.dumps(one) + "\n" for one in said))


def read(kind: str, content: bytes) -> int:
    """Read one file and tell its lines, or why not; give the exit status."""
    from withus.reading.refusals import CannotRead

    try:
        found, lines = reader_of(kind)(content)
        if not lines:
            raise CannotRead("empty")
        tell(*lines, {"kind": found, "lines": len(lines)})
    except CannotRead as reason:
        tell({"cannot": reason.code})
        return CANNOT
    except MemoryError:
        return TOO_MUCH_MEMORY
    except (Exception, NotAllowed):  # noqa: BLE001
        # A parser may fail in any way on a file made to break it; all of them mean the same.
        return BROKEN
    return READ


def main() -> None:
    """Limit this process, read stdin, and end without tidying up."""
    limit()
    # This process is short: freeing rings of objects would only take its time.
    gc.disable()
    try:
        status = read(sys.argv[-1], sys.stdin.buffer.read(limits.FILE_BYTES + 1))
        sys.stdout.flush()
    except MemoryError:
        status = TOO_MUCH_MEMORY
    os._exit(status)
