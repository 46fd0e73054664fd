"""`withus minutes`: plain words, one document, a saved check; or one line and exit 2."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from tests.house.tree import SOURCE
from withus.cli import main, minutes
from withus.core.minutes.checkfile import Check, from_json, to_json
from withus.core.minutes.corrections import PlaceRead
from withus.core.minutes.series import read_series
from withus.core.minutes.sightings import key_of
from withus.core.minutes.text import numbered
from withus.core.words import Capacity
from withus.reading.limits import FILE_BYTES
from withus.saying.checking.document import document

NAMES = ("Zebedee", "Quillfeather", "Wrenhaven", "Xanthe", "Yardleyson")
TEXT = """Learning Disability Partnership Board
4 November 2025

Present
Zebedee Quillfeather, Director of Adult Social Care, County Council (Chair)
Xanthe Wrenhaven, Community Lead, Hilltop Ventures
Zebedee Yardleyson, Parent carer representative
In attendance
Xanthe Quillfeather, minutes

Apologies
Zebedee Wrenhaven, Expert by experience

1. Action plan
RESOLVED: that the plan be adopted.
"""
EXAMPLE = sorted((SOURCE / "screens" / "checking" / "example").iterdir())


@pytest.fixture
def board(tmp_path: Path) -> str:
    """A file with minutes."""
    path = tmp_path / "board.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


Output = pytest.CaptureFixture[str]


def no_name(text: str) -> bool:
    return not any(name.lower() in text.lower() for name in NAMES)


def test_plain_output_tells_the_figures_within_80_columns(board: str, capsys: Output) -> None:
    assert main(["minutes", board]) == 0
    out, err = capsys.readouterr()
    assert "Learning Disability Partnership Board" in out
    assert "4 November 2025: listed 4, members 3, apologies 1" in out
    assert "B1 How many of the members were the people it is about?" in out
    assert max(map(len, out.splitlines())) <= 80
    assert err == ""
    assert no_name(out)


def test_a_long_name_of_a_board_is_within_80_columns_too(board: str, capsys: Output) -> None:
    name = "Health and Social Care Integration Joint Board of the County " * 3
    assert main(["minutes", board, "--board", name]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_a_real_board_fits_80_columns_and_is_in_order(capsys: Output) -> None:
    assert main(["minutes", *(str(path) for path in reversed(EXAMPLE))]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert out.index("8 February 2024: listed 15") < out.index("4 November 2025: listed 19")
    assert "Member 0" not in out


def test_json_is_one_document_and_the_one_others_build_on(board: str, capsys: Output) -> None:
    assert main(["minutes", board, "--json"]) == 0
    out = capsys.readouterr().out
    assert json.loads(out) == document(read_series([numbered(TEXT)]))
    assert no_name(out)


def test_a_board_that_is_typed_is_told_and_shows_no_name(board: str, capsys: Output) -> None:
    for typed, shown in (
        ("County Carers Board", "County Carers Board"),
        ("Carers Board of Zebedee Quillfeather", "Carers Board of …"),
    ):
        assert main(["minutes", board, "--json", "--board", typed]) == 0
        assert json.loads(capsys.readouterr().out)["board"] == shown


def test_minutes_are_read_from_standard_input(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(TEXT.encode())))
    assert main(["minutes", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["meetings"][0]["listed"] == 4


def unsure_of(capsys: Output) -> int:
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return int(told["meetings"][0]["unsure"] + told["meetings"][0]["other"])


def test_a_saved_check_opens_again_and_holds_the_output(
    board: str, tmp_path: Path, capsys: Output
) -> None:
    saved = tmp_path / "check.json"
    assert main(["minutes", board, "--json", "--save", str(saved)]) == 0
    told = json.loads(saved.read_text("utf-8"))
    assert told["output"] == json.loads(capsys.readouterr().out)
    assert from_json(told).series == read_series([numbered(TEXT)])
    assert no_name(saved.read_text("utf-8"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["board.txt", "check.json"]


def test_corrections_are_kept_for_the_next_time_and_saved_again(
    board: str, tmp_path: Path, capsys: Output
) -> None:
    series = read_series([numbered(TEXT)])
    lead = next(one for one in series.meetings[0].sightings if "Lead" in one.role)
    fact = PlaceRead(key_of(lead.role, lead.organisation), Capacity.DRAWS_ON_SERVICES)
    roles, saved = tmp_path / "roles.json", tmp_path / "next.json"
    roles.write_text(json.dumps(to_json(Check(series, (fact,)))), encoding="utf-8")
    assert main(["minutes", board, "--json", "--roles", str(roles), "--save", str(saved)]) == 0
    told = json.loads(capsys.readouterr().out)["meetings"][0]
    assert (told["draws_on_services"], told["unpaid_carers"]) == (1, 1)
    assert from_json(json.loads(saved.read_text("utf-8"))).corrections == (fact,)


def half_a_zip() -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        package.writestr("word/document.xml", TEXT * 20)
    return whole.getvalue()[:-40]


BAD = {
    "empty": b"",
    "binary": b"\x89PNG\r\n\x1a\n\0\0" + TEXT.encode(),
    "half a zip": half_a_zip(),
    "no minutes": b"<html><body><h1>Soup</h1><p>Zebedee boils it slowly.</p></body></html>",
    "prose": b"A letter to Zebedee Quillfeather about soup.\n\nIt was good soup.\n",
    "entities": b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "Zebedee">]><meeting>&a;</meeting>',
}


def refused(words: list[str], capsys: Output) -> str:
    """Run a command that must be refused, and tell its one line."""
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert no_name(err)
    assert ": found " in err
    assert "; expected " in err
    return err


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_what_cannot_be_used_is_one_line_that_names_the_file(
    content: bytes, board: str, tmp_path: Path, capsys: Output
) -> None:
    bad, saved = tmp_path / "bad.docx", tmp_path / "check.json"
    bad.write_bytes(content)
    line = refused(["minutes", board, str(bad), "--json", "--save", str(saved)], capsys)
    assert line.startswith(f"{bad}: found ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.docx", "board.txt"]


def test_a_file_that_is_not_there_or_is_a_folder_is_one_line(
    tmp_path: Path, capsys: Output
) -> None:
    assert "found no such file" in refused(["minutes", str(tmp_path / "none.txt")], capsys)
    assert refused(["minutes", str(tmp_path)], capsys).startswith(f"{tmp_path}: found ")


def test_too_big_a_file_is_refused_without_reading_all_of_it(
    tmp_path: Path, capsys: Output
) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(2 * FILE_BYTES)
    assert len(minutes._content(str(big))) == FILE_BYTES + 1
    assert "more than 10 MB" in refused(["minutes", str(big)], capsys)


def test_too_many_files_or_meetings_are_refused(
    board: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "13 files" in refused(["minutes", *[board] * 13], capsys)
    monkeypatch.setattr(minutes, "MOST_MEETINGS", 1)
    assert "2 meetings" in refused(["minutes", board, board], capsys)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"\xff\xfe",
        b"[" * 100_000,
        b"[]",
        b'{"format": "withus-check-2"}',
        (
            b'{"format": "withus-check-1", "board": "Zebedee", "source": "", "as_read": 3, '
            b'"corrections": []}'
        ),
    ],
)
def test_corrections_that_cannot_be_read_are_one_line(
    content: bytes, board: str, tmp_path: Path, capsys: Output
) -> None:
    roles = tmp_path / "roles.json"
    roles.write_bytes(content)
    line = refused(["minutes", board, "--roles", str(roles)], capsys)
    assert line.startswith(f"{roles}: found ")
    assert "withus-check-1" in line


def test_corrections_that_are_not_there_are_one_line(
    board: str, tmp_path: Path, capsys: Output
) -> None:
    none = tmp_path / "none.json"
    assert "no such file" in refused(["minutes", board, "--roles", str(none)], capsys)


@pytest.mark.parametrize("where", ["none/check.json", "board.txt/check.json", ".", "folder"])
def test_a_place_that_cannot_be_written_is_one_line_and_leaves_nothing(
    where: str, board: str, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "folder").mkdir()
    line = refused(["minutes", board, "--save", str(tmp_path / where)], capsys)
    assert "cannot be written" in line
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["board.txt", "folder"]


def test_a_check_saved_before_stays_whole_when_a_later_one_fails(
    board: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "check.json"
    saved.write_text("as it was", encoding="utf-8")

    def full(path: Path, text: str, encoding: str) -> None:
        path.write_bytes(text.encode(encoding)[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    refused(["minutes", board, "--save", str(saved)], capsys)
    assert saved.read_text("utf-8") == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["board.txt", "check.json"]


def test_it_runs_as_a_process_and_stops_when_its_reader_does(board: str) -> None:
    command = [sys.executable, "-m", "withus", "minutes"]
    ran = subprocess.run([*command, board, "--json"], capture_output=True, timeout=60, check=True)
    assert json.loads(ran.stdout)["meetings"][0]["listed"] == 4
    assert ran.stderr == b""
    failed = subprocess.run([*command, "none.txt"], capture_output=True, timeout=60, check=False)
    assert (failed.returncode, failed.stdout, failed.stderr.count(b"\n")) == (2, b"", 1)
    with subprocess.Popen([*command, board], stdout=-1, stderr=-1) as stopped:
        assert stopped.stdout and stopped.stderr
        stopped.stdout.close()
        assert stopped.wait(60) == 0
        assert stopped.stderr.read() == b""
