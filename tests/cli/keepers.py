"""Somebody who keeps copies of the story's record in a folder of their own, and what is there."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.core.copies import FIRST_KEY, SIGNED_AT, Copy, copy_of
from tests.core.facts.story import ORIGIN, STORY
from withus.cli import main
from withus.core.facts.keeping import KeyReplaced
from withus.core.proofs.checkpoint import Checkpoint, cosigned, open_checkpoint, read_checkpoint
from withus.core.proofs.keys import SigningKey
from withus.core.proofs.signed_note import read_note
from withus.signer.folder import quoted
from withus.signer.own import read_key

PLAIN = tuple(fact for fact in STORY if not isinstance(fact, KeyReplaced))
HONEST = copy_of(PLAIN)
Out = pytest.CaptureFixture[str]


def first(size: int) -> Copy:
    """Return an honest copy of the first entries of the record."""
    openings = tuple(each for each in HONEST.openings if each[0] < size)
    return replace(HONEST, entries=HONEST.entries[:size], openings=openings)


@dataclass
class KeepsCopies:
    """Somebody's folder, and the command at work in it."""

    folder: Path
    out: Out

    def bring(self, copy: Copy | bytes, name: str = "brought") -> str:
        """Write a copy to a file outside the folder."""
        path = self.folder.parent / f"{name}.bundle"
        path.write_bytes(copy if isinstance(copy, bytes) else copy.content())
        return str(path)

    def run(self, *words: str, code: int = 0) -> Any:
        """Run the command on the folder and return its document."""
        found = main(["witness", str(self.folder), *words, "--json"])
        said = self.out.readouterr()
        assert found == code, said.err + said.out
        return json.loads(said.out)

    def take(self, copy: Copy | bytes, *words: str, code: int = 0) -> dict[str, Any]:
        """Take in one copy, and return what came of it."""
        (found,) = self.run(self.bring(copy), *words, code=code)["copies"]
        return dict(found)

    @property
    def key(self) -> SigningKey:
        """Return their key."""
        return read_key((self.folder / "witness.key").read_text().strip())

    @property
    def trust(self) -> Path:
        """Return the file of what they keep."""
        return self.folder / "kept.txt"

    @property
    def kept(self) -> Checkpoint:
        """Return the last head they keep of the record."""
        note = (self.folder / "kept" / quoted(ORIGIN)).read_bytes()
        return read_checkpoint(read_note(note).text)

    def signed(self) -> list[Checkpoint]:
        """Return every head that has their signature, anywhere but in the evidence, checked."""
        found = []
        for path in self.folder.rglob("*"):
            ours = path.is_file() and path.parent.name != "refused"
            content = path.read_bytes() if ours else b""
            if f"\n— {self.key.name} ".encode() in content:
                opened = open_checkpoint(content, keys=[FIRST_KEY.verifier(), self.key.verifier()])
                assert len(opened.witnesses()) == 1
                found.append(opened.checkpoint)
        return found

    def everything(self) -> dict[str, bytes]:
        """Return every file in the folder, with what it holds."""
        paths = [path for path in self.folder.rglob("*") if path.is_file()]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in paths}

    def witnessed(self, copy: Copy) -> Copy:
        """Return a copy whose head they have signed as well."""
        return replace(copy, signed=cosigned(copy.note(), by=self.key, at=SIGNED_AT))
