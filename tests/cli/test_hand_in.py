"""`withus hand-in`: from somebody's folder to the host, and back in the next copy."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.keepers import KeepsCopies, Out
from tests.cli.test_record_commands import emptied
from tests.core.facts.story import ORIGIN
from tests.core.proofs.signing import OTHER_WITNESS
from tests.kept import a_record, committed
from tests.stores.record.signing import signed_record
from withus.cli import main
from withus.stores.record.models import Cosignature


@pytest.fixture
def keeps(db: None, tmp_path: Path, capsys: Out) -> KeepsCopies:
    """Return somebody who was given a copy of a record here, and signed it."""
    signed_record()
    keeps = KeepsCopies(tmp_path / "ours", capsys)
    assert main(["bundle", ORIGIN, "--to", str(tmp_path / "copy.bundle")]) == 0
    capsys.readouterr()
    (told,) = keeps.run(str(tmp_path / "copy.bundle"))["copies"]
    assert told["result"] == "kept"
    return keeps


def paper(keeps: KeepsCopies) -> str:
    """Return the file they hand back."""
    (path,) = (keeps.folder / "out").iterdir()
    return str(path)


def line(keeps: KeepsCopies) -> str:
    """Return the line of their key."""
    return keeps.key.verifier().text()


@a_record
def test_what_they_signed_is_in_the_next_copy(keeps: KeepsCopies, tmp_path: Path) -> None:
    assert main(["hand-in", paper(keeps), "--of", line(keeps), "--json"]) == 0
    told = json.loads(keeps.out.readouterr().out)
    assert (told["record"], told["name"], told["new"]) == (ORIGIN, keeps.key.name, True)
    copy = str(tmp_path / "next.bundle")
    assert main(["bundle", ORIGIN, "--to", copy]) == 0
    (tmp_path / "theirs.txt").write_text(f"key {line(keeps)}\n")
    keeps.out.readouterr()
    assert main(["verify", copy, "--trust", str(tmp_path / "theirs.txt"), "--json"]) == 0
    (voucher,) = json.loads(keeps.out.readouterr().out)["vouched_by"]
    assert (voucher["by"], voucher["name"]) == ("witness", keeps.key.name)


@a_record
def test_it_says_whose_signature_it_is_in_one_line(
    keeps: KeepsCopies, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = io.BytesIO(Path(paper(keeps)).read_bytes())
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=content))
    assert main(["hand-in", "-", "--of", f"key {line(keeps)}"]) == 0
    assert "who keeps a copy, signed" in keeps.out.readouterr().out
    assert main(["hand-in", paper(keeps), "--of", line(keeps)]) == 0
    assert "already" in keeps.out.readouterr().out


@a_record
def test_what_does_not_hold_is_no_and_what_cannot_be_read_is_unusable(
    keeps: KeepsCopies, tmp_path: Path
) -> None:
    other = OTHER_WITNESS.verifier().text()
    assert main(["hand-in", paper(keeps), "--of", other]) == 1
    odd = tmp_path / "odd"
    odd.write_bytes(b"x")
    assert main(["hand-in", str(odd), "--of", line(keeps)]) == 2
    odd.write_bytes(b"x" * 70_000)
    assert main(["hand-in", str(odd), "--of", line(keeps)]) == 2
    assert main(["hand-in", str(tmp_path / "none"), "--of", line(keeps)]) == 2
    assert main(["hand-in", paper(keeps), "--of", "x"]) == 2
    told = keeps.out.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 5)
    assert not Cosignature.objects.exists()


@committed
def test_a_backup_and_a_restore_bring_it_back(keeps: KeepsCopies, tmp_path: Path) -> None:
    assert main(["hand-in", paper(keeps), "--of", line(keeps)]) == 0
    before = list(Cosignature.objects.values("size", "key", "signature", "at", "handed_in_at"))
    keeps.out.readouterr()
    assert main(["backup", str(tmp_path / "kept"), "--json"]) == 0
    made = json.loads(keeps.out.readouterr().out)
    emptied()
    assert main(["restore", made["backup"], "--keys", made["keys"]]) == 0
    fields = ("size", "key", "signature", "at", "handed_in_at")
    assert list(Cosignature.objects.values(*fields)) == before
    assert main(["check"]) == 0
