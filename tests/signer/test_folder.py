"""Files are whole or not there, and every record has a name of its own among them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from withus.signer import folder


def test_each_record_has_a_file_of_its_own_and_none_is_a_folder_above() -> None:
    origins = ["a/b", "a%2Fb", "a.b", ".", "..", "../a", "é" * 150, "é" * 149, "ç" * 150, "a b"]
    names = [folder.quoted(each) for each in origins]
    assert len(set(names)) == len(names)
    assert not [name for name in names if "/" in name or name.startswith(".") or len(name) > 240]


@pytest.mark.parametrize(("of", "name"), [(os, "fsync"), (Path, "replace")])
def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, of: object, name: str
) -> None:
    path = tmp_path / "a"
    folder.write_whole(path, b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(of, name, full)
    with pytest.raises(OSError, match="No space"):
        folder.write_whole(path, b"after")
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_what_is_made_first_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a"
    folder.write_first(path, b"one")
    with pytest.raises(FileExistsError):
        folder.write_first(path, b"two")
    assert path.read_bytes() == b"one"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_what_a_kill_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    for name in (".x.part", "a.key", "a.head"):
        (tmp_path / name).touch()
    folder.clear_scratch(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.head", "a.key"]


def test_a_folder_is_ours_alone(tmp_path: Path) -> None:
    made = folder.make_folder(tmp_path / "signing")
    assert stat.S_IMODE(made.stat().st_mode) == 0o700


def test_only_one_process_holds_the_lock(tmp_path: Path) -> None:
    class Waits(Exception):
        pass

    def taken() -> None:
        raise Waits

    with folder.alone(tmp_path / "lock", taken=taken):
        child = os.fork()
        if child == 0:
            try:
                with folder.alone(tmp_path / "lock", taken=taken):
                    os._exit(0)
            except Waits:
                os._exit(7)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
