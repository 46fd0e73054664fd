from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.core.copies import FIRST_KEY, WITNESS, whole_copy
from tests.house.tree import ROOT
from withus.cli import main

COPY = whole_copy()
BLOCKED = """
import sys

class Without:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("django", "psycopg", "sqlite3", "multiprocessing"):
            raise ImportError("not installed: " + name)

sys.meta_path.insert(0, Without())
from withus.cli import main

sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def kept(tmp_path: Path) -> str:
    """Write the copy to a file."""
    path = tmp_path / "thornmere.bundle"
    path.write_bytes(COPY.content())
    return str(path)


def trust_file(folder: Path, *lines: str) -> str:
    path = folder / "kept.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_a_copy_alone_has_only_the_hosts_word(
    kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", kept]) == 3
    told = capsys.readouterr()
    assert told.out.startswith("This copy agrees with itself. Only the host vouches for it.\n")
    assert told.err == ""


def test_a_kept_check_code_is_told_with_what_it_leaves_to_the_hosts_word(
    kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", kept, "--head", COPY.code(10)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith("This copy agrees with what you kept.")
    assert "the first 10 entries are as they were then" in told
    assert "For the last 18 entries there is only the host’s word." in told


def test_a_file_of_what_was_kept_is_read(
    kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ("# mine", f"key {FIRST_KEY.verifier().text()}", f"key {WITNESS.verifier().text()}")
    assert main(["verify", kept, "--trust", trust_file(tmp_path, *lines)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "ulo.example/witness, who keeps a copy, signed all 28 entries" in told


@pytest.mark.parametrize("more", [[], ["--json"]], ids=["text", "json"])
def test_what_does_not_verify_ends_with_1(
    kept: str, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    other = replace(COPY, entries=COPY.entries[:9]).code()
    assert main(["verify", kept, "--head", other, *more]) == 0
    shorter = replace(COPY, entries=(*COPY.entries[1:9], COPY.entries[0])).code()
    capsys.readouterr()
    assert main(["verify", kept, "--head", shorter, *more]) == 1
    assert COPY.code(9).split()[1] in capsys.readouterr().out


def test_text_fits_80_columns(
    kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["verify", kept, "--head", COPY.code(3)])
    main(["verify", kept])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_json_is_one_document_with_the_keys_others_build_on(
    kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", kept, "--head", COPY.code(), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    asked = {"result", "head", "vouched_by", "checked", "failed", "unopened"}
    assert asked <= told.keys()
    assert told["head"] == COPY.code()
    assert told["unopened"] == {"withdrawn": 0, "erased": 0, "never": 0}
    assert told["failed"] is None


def test_json_tells_where_it_fails(
    kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.bundle"
    openings = ((0, replace(COPY.openings[0][1], value="Other.")), *COPY.openings[1:])
    path.write_bytes(replace(COPY, openings=openings).content())
    assert main(["verify", str(path), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["failed"]["entry"], told["failed"]["got"]) == (0, "about")
    assert (told["head"], told["unopened"], told["vouched_by"]) == (None, None, [])


@pytest.mark.parametrize(
    ("line", "found"),
    [("kex", "another kind of line"), ("head 4", "0 words"), ("key x", "no key")],
)
def test_a_line_of_trust_that_cannot_be_read_ends_with_2(
    line: str, found: str, kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = trust_file(tmp_path, "# mine", line)
    assert main(["verify", kept, "--trust", path]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{path}, line 2: found {found}; expected ")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (["verify", "not-there"], "not-there: found no such file; expected"),
        (["verify", "LICENSE"], "LICENSE, line 1: found another kind of line; expected"),
        (["verify", "docs"], "docs: found no such file; expected"),
        (["verify", "LICENSE", "--head", "twelve words"], "--head: found no size; expected"),
        (["verify", "LICENSE", "--trust", "docs/start/result.png"], "docs/start/result.png: found"),
    ],
)
def test_what_cannot_be_used_ends_with_2_and_one_line(
    words: list[str],
    begins: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(words) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert told.err.startswith(begins)


def test_a_check_code_that_was_surely_mistyped_is_not_held_against_the_record(
    kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    size, *words = COPY.code().split()
    swapped = " ".join([size, words[1], words[0], *words[2:]])
    assert main(["verify", kept, "--head", swapped]) == 2
    assert capsys.readouterr().err.startswith("--head: found a check-code in which a word")
    assert main(["verify", kept, "--head", COPY.code().replace("28 ", "29 ")]) == 2


def test_a_copy_can_be_piped_in(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = SimpleNamespace(buffer=io.BytesIO(COPY.content()))
    monkeypatch.setattr(sys, "stdin", piped)
    assert main(["verify", "-"]) == 3


def test_what_a_copy_says_moves_no_cursor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.bundle"
    path.write_bytes(replace(COPY, published="\x1b[2J\x9b2J").content())
    assert main(["verify", str(path)]) == 1
    assert not {"\x1b", "\x9b"} & set(capsys.readouterr().out)


@pytest.mark.parametrize("code", [0, 3])
def test_it_needs_neither_django_nor_a_database(kept: str, code: int) -> None:
    head = ["--head", COPY.code(5)] if code == 0 else []
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, "verify", kept, *head],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, "")
