"""The child's limits bite: each of these would do harm if it could."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from withus.reading import child, limits
from withus.reading.apart import read_apart, run, understood
from withus.reading.refusals import CannotRead

# Starts the child as it always starts, with a reader that misbehaves in place of a parser.
PLANTED = """
import sys
sys.path.insert(0, sys.argv[1])
from withus.reading import child, limits
limits.CHILD_WORK_SECONDS = 0.4
def reader(content):
    {body}
    return "text", ["read"]
child.reader_of = lambda kind: reader
child.main()
"""


def planted(body: str) -> str:
    return PLANTED.format(body=body)


def refused_with(body: str) -> str:
    with pytest.raises(CannotRead) as refused:
        read_apart("text", b"words", planted(body))
    return refused.value.code


def test_a_reader_that_behaves_is_heard() -> None:
    assert read_apart("text", b"words", planted("pass")) == ("text", ["read"])


def test_a_memory_hog_is_stopped() -> None:
    assert (
        refused_with("kept = [bytearray(20_000_000) for _ in range(20)]") == "took_too_much_memory"
    )


def test_a_hog_that_hides_it_is_stopped_all_the_same() -> None:
    body = "import mmap; mmap.mmap(-1, 400_000_000)"
    assert refused_with(body) == "broken"


def test_a_reader_that_never_ends_is_stopped() -> None:
    started = time.monotonic()
    assert refused_with("\n    while True: pass") == "took_too_long"
    assert time.monotonic() - started < 2


def test_a_sleeper_is_woken_and_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHILD_WALL_SECONDS", 0.5)
    started = time.monotonic()
    assert refused_with("import time; time.sleep(60)") == "took_too_long"
    assert time.monotonic() - started < 2


def test_a_child_that_never_stops_talking_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "OUTPUT_BYTES", 1_000_000)
    assert refused_with("\n    while True: child.tell('x' * 9_000)") == "took_too_long"


def test_no_file_is_written(tmp_path: Path) -> None:
    planned = tmp_path / "left-behind"
    assert refused_with(f"open({str(planned)!r}, 'w').write('x')") == "broken"
    low = f"import os; os.write(os.open({str(planned)!r}, os.O_CREAT | os.O_WRONLY), b'x')"
    assert refused_with(low) == "broken"
    assert not planned.exists()


def test_no_process_is_started(tmp_path: Path) -> None:
    made = tmp_path / "made"
    assert refused_with(f"import os; os.system('touch {made}')") == "broken"
    assert refused_with(f"import subprocess; subprocess.run(['touch', {str(made)!r}])") == "broken"
    assert not made.exists()


def test_the_network_is_not_used() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        port = server.getsockname()[1]
        calling = f"import socket; socket.create_connection(('127.0.0.1', {port}))"
        assert refused_with(calling) == "broken"
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_crash_and_an_uncaught_error_are_a_damaged_file() -> None:
    assert refused_with("import os, signal; os.abort()") == "broken"
    assert refused_with("raise ZeroDivisionError") == "broken"


def test_exit_statuses_are_told_apart_and_errors_are_not_printed(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert run("html", b"<p>x</p>", planted("pass")).status == child.READ
    assert run("text", b"", planted("raise ValueError('a name')")).status == child.BROKEN
    assert run("text", b"", planted("raise MemoryError")).status == child.TOO_MUCH_MEMORY
    assert capfd.readouterr() == ("", "")


def test_nothing_the_server_knows_reaches_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WITHUS_SECRET", "not for the child")
    body = "import os; assert 'WITHUS_SECRET' not in os.environ and os.getcwd() == '/'"
    assert read_apart("text", b"", planted(body)) == ("text", ["read"])


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"not JSON",
        b'"a line"\n',
        b'"a line"\n{"kind": "text", "lines": 2}\n',
        b'1\n{"kind": "text", "lines": 1}\n',
        b'{"cannot": "<b>made up</b>"}\n',
        b'{"cannot": ["empty"]}\n',
    ],
)
def test_a_child_that_says_something_else_is_not_believed(said: bytes) -> None:
    with pytest.raises(CannotRead) as refused:
        understood(said)
    assert refused.value.code == "broken"
