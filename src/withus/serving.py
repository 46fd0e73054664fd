"""The three processes that `./run` becomes: the pages, the worker and the signer.

The standard library only. If the worker or the signer ends by itself it is started again, after a
pause. If the pages end, or we are asked to end, all end: the signer last, so that it can still
sign what the others wrote. If we are killed, the kernel tells each of them (on Linux).
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

PAGES = [
    *("-m", "gunicorn", "--worker-class", "gthread", "--workers", "2", "--threads", "4"),
    *("--log-level", "warning", "--no-control-socket", "withus.wsgi:application"),
]
WORKER, SIGNER = ["-m", "withus", "worker"], ["-m", "withus", "signer"]
GLANCE = 0.2  # seconds between two looks at the processes
PATIENCE = 35.0  # seconds from asking a process to end to ending it
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
LIVED = 60.0  # seconds: whoever ran so long is started again after the first pause
PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """A process of ours, and when to start it again."""

    command: Sequence[str]
    process: subprocess.Popen[bytes] = field(init=False)
    began: float = field(init=False)
    pause: float = FIRST_PAUSE
    due: float | None = None  # when to start it again, while it is down

    def start(self) -> None:
        """Start it, in a group of its own: Ctrl+C is for us to hear and to hand on once."""
        self.began, self.due = time.monotonic(), None
        self.process = subprocess.Popen(
            [sys.executable, *self.command],
            process_group=0,
            preexec_fn=_ends_with(os.getpid()),  # noqa: PLW1509  # there is no other thread
        )

    def look_after(self) -> None:
        """If it has ended, start it again after a pause that grows while it keeps on ending."""
        now = time.monotonic()
        if self.due is not None:
            if now >= self.due:
                self.start()
        elif self.process.poll() is not None:
            self.pause = FIRST_PAUSE if now - self.began > LIVED else self.pause
            self.due = now + self.pause
            name, code = self.command[-1], self.process.returncode
            pause = f"{self.pause:.0f} s"
            print(f"The {name} ended ({code}). Starting it again in {pause}.", file=sys.stderr)
            self.pause = min(2 * self.pause, LONGEST_PAUSE)

    def ask_to_end(self) -> None:
        """Ask it to end, if it runs."""
        if self.process.poll() is None:
            self.process.terminate()

    def end_now(self) -> None:
        """End it, if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def main(words: Sequence[str]) -> int:
    """Serve until asked to end, or until the pages end; tell the pages' exit code."""
    asked: list[int] = []
    for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(each, lambda number, _: asked.append(number))
    pages, worker, signer = Child([*PAGES, *words]), Child(WORKER), Child(SIGNER)
    for child in (signer, worker, pages):
        child.start()
    while not asked and pages.process.poll() is None:
        time.sleep(GLANCE)
        worker.look_after()
        signer.look_after()
    end([pages, worker], hurry=lambda: len(asked) > 1)
    end([signer], hurry=lambda: len(asked) > 1)
    code = pages.process.returncode
    return int(code) if code >= 0 else 128 - int(code)


def end(children: Sequence[Child], *, hurry: Callable[[], bool]) -> None:
    """End some of them: they are asked; whoever takes too long, or is asked twice, is not."""
    for child in children:
        child.ask_to_end()
    until = time.monotonic() + PATIENCE
    while any(child.process.poll() is None for child in children):
        if hurry() or time.monotonic() > until:
            break
        time.sleep(GLANCE)
    for child in children:
        child.end_now()


def _ends_with(parent: int) -> Callable[[], None]:
    """Return what makes a new process end when its parent does, however that comes about."""
    if not sys.platform.startswith("linux"):
        return lambda: None
    libc = ctypes.CDLL(None, use_errno=True)

    def tie() -> None:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return tie


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
