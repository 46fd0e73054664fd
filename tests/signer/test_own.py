"""The signer's own files: made once, whole, for nobody else to read; never made anew."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from withus.signer.edge import EMPTY
from withus.signer.own import Own, Signed, key_text, read_key
from withus.signer.refusing import WillNotSign

ORIGIN = "withus.example/thornmere"


def an_own(folder: Path) -> Own:
    own = Own(folder, ORIGIN)
    own.begin(signed_before=False)
    own.keep(Signed(EMPTY.grown([b"{}"] * 5), 15))
    return own


def test_the_key_is_made_once_and_only_we_may_read_it(tmp_path: Path) -> None:
    first = Own(tmp_path, ORIGIN)
    assert first.begin(signed_before=False) == Signed()
    path = tmp_path / "withus.example%2Fthornmere.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.with_suffix(".head").stat().st_mode) == 0o600
    second = Own(tmp_path, ORIGIN)
    assert second.begin(signed_before=False) == Signed()
    assert second.key() == first.key()
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        path.name.replace(".key", ".head"),
        path.name,
    ]


def test_a_key_is_one_line_and_is_read_from_no_other_spelling(tmp_path: Path) -> None:
    key = an_own(tmp_path).key()
    text = key_text(key)
    assert read_key(text) == key
    assert text.startswith(f"PRIVATE+KEY+{ORIGIN}+")
    assert key.secret.hex() not in repr(key)
    for wrong in (text + " ", text.replace("PRIVATE+KEY+", ""), text[:-4] + "AAAA"):
        with pytest.raises(Exception, match=r"not_a_key|not_base64|key_length|key_name"):
            read_key(wrong)


def test_the_last_head_is_read_as_it_was_kept(tmp_path: Path) -> None:
    an_own(tmp_path)
    edge = EMPTY.grown([b"{}"] * 5)
    assert Own(tmp_path, ORIGIN).begin(signed_before=True) == Signed(edge, 15)


@pytest.mark.parametrize("ending", ["key", "head"])
def test_a_lost_file_is_not_made_anew(tmp_path: Path, ending: str) -> None:
    an_own(tmp_path)
    (tmp_path / f"withus.example%2Fthornmere.{ending}").unlink()
    with pytest.raises(WillNotSign, match="own_file_lost"):
        Own(tmp_path, ORIGIN).begin(signed_before=True)


@pytest.mark.parametrize(
    ("ending", "spoil"),
    [
        ("key", lambda _: b""),
        ("key", lambda told: b"\xff" + told),
        ("key", lambda told: told.replace(b"thornmere", b"thornmore")),
        ("head", lambda _: b""),
        ("head", lambda told: told[:-20]),
        ("head", lambda told: told.replace(b"\\n5\\n", b"\\n7\\n")),
        ("head", lambda told: told.replace(b"withus-head-1", b"withus-head-2")),
        ("head", lambda _: b"[]\n"),
    ],
)
def test_a_spoilt_file_is_refused(tmp_path: Path, ending: str, spoil: object) -> None:
    own = an_own(tmp_path)
    path = tmp_path / f"withus.example%2Fthornmere.{ending}"
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    asked = own.key if ending == "key" else lambda: own.begin(signed_before=True)
    with pytest.raises(WillNotSign, match="own_file_unreadable"):
        asked()
