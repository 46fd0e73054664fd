"""Open a file in a child process, so that a file made to do harm can only end the child."""

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from withus.reading import child, limits
from withus.reading.refusals import REASONS, CannotRead

SOURCE = Path(__file__).resolve().parents[2]
START = "import sys; sys.path.insert(0, sys.argv[1]); from withus.reading.child import main; main()"
KEPT_SETTINGS = ("LD_LIBRARY_PATH",)
CHUNK = 65_536
OUT_OF_TIME = (-signal.SIGPROF, -signal.SIGXCPU)
OUT_OF_MEMORY = (child.TOO_MUCH_MEMORY,)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: its exit status, what it said, and whether it was stopped."""

    status: int
    said: bytes
    late: bool = False


def read_apart(kind: str, content: bytes, start: str = START) -> tuple[str, list[str]]:
    """Read a file in a child process; give its kind and lines, or say why not."""
    ended = run(kind, content, start)
    if ended.late or ended.status in OUT_OF_TIME:
        raise CannotRead("took_too_long")
    if ended.status in OUT_OF_MEMORY:
        raise CannotRead("took_too_much_memory")
    if ended.status not in (child.READ, child.CANNOT):
        raise CannotRead("broken")
    return understood(ended.said)


def understood(said: bytes) -> tuple[str, list[str]]:
    """Take what the child said; believe nothing that is not of the agreed shape."""
    try:
        *lines, last = [json.loads(line) for line in said.splitlines()]
    except ValueError:
        raise CannotRead("broken") from None
    if not isinstance(last, dict) or not all(isinstance(line, str) for line in lines):
        raise CannotRead("broken")
    if "cannot" in last:
        code = str(last["cannot"])
        raise CannotRead(code if code in REASONS else "broken")
    if last.get("lines") != len(lines):
        raise CannotRead("broken")
    return str(last.get("kind")), lines


def run(kind: str, content: bytes, start: str) -> Ended:
    """Start a child, hand it the file, and take what it says until it ends or is stopped."""
    # Isolated and with no settings of ours: nothing the web server knows reaches the child.
    settings = {name: os.environ[name] for name in KEPT_SETTINGS if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-I", "-B", "-c", start, str(SOURCE), kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=settings,
        cwd="/",
    )
    try:
        said, late = exchange(process, content)
    finally:
        if process.poll() is None:
            stop(process)
    return Ended(process.returncode, said, late)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Give a child that has said all a moment to end, then end it."""
    try:
        process.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def exchange(process: subprocess.Popen[bytes], content: bytes) -> tuple[bytes, bool]:
    """Write the file and read the answer, both within the time; tell whether it ran out."""
    to, out = process.stdin, process.stdout
    assert to and out
    deadline = time.monotonic() + limits.CHILD_WALL_SECONDS
    left, said = memoryview(content), bytearray()
    with selectors.DefaultSelector() as waiting, to, out:
        os.set_blocking(to.fileno(), False)
        waiting.register(to, selectors.EVENT_WRITE)
        waiting.register(out, selectors.EVENT_READ)
        while waiting.get_map():
            ready = waiting.select(max(0.0, deadline - time.monotonic()))
            if time.monotonic() >= deadline or len(said) > limits.OUTPUT_BYTES:
                process.kill()
                return b"", True
            for key, _ in ready:
                if key.fileobj is out:
                    piece = os.read(key.fd, CHUNK)
                    said += piece
                    over = not piece
                else:
                    left = hand_over(key.fd, left)
                    over = not left
                if over:
                    waiting.unregister(key.fileobj)
                    (out if key.fileobj is out else to).close()
    return bytes(said), False


def hand_over(pipe: int, left: memoryview) -> memoryview:
    """Write a piece of the file; give what is left, which is nothing if the child is gone."""
    try:
        return left[os.write(pipe, left[:CHUNK]) :]
    except BrokenPipeError:
        return left[:0]
    except BlockingIOError:
        return left
