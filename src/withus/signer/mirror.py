"""The copy of a record's entries outside the database, one a line, and the last signed head.

The entries are safe here before the head that covers them is signed, so whatever a signed head
covers can be brought back.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from withus.core.proofs.checkpoint import read_checkpoint
from withus.core.proofs.merkle import TreeHead, root_over
from withus.core.proofs.refused import Malformed
from withus.core.proofs.signed_note import read_note
from withus.signer.folder import clear_scratch, make_folder, quoted, sync_folder, write_whole
from withus.signer.refusing import WillNotSign

ENTRIES, CHECKPOINT = "entries.jsonl", "checkpoint"


class Mirror:
    """The copy of one record."""

    def __init__(self, folder: Path, origin: str) -> None:
        """Name the files; the folder is made when something is first put in it."""
        self.folder = folder / quoted(origin)
        self._entries = self.folder / ENTRIES

    def head(self, *, length: int) -> TreeHead:
        """Tell the size and root of the entries in the first so many bytes of the copy."""
        return root_over(self.entries(length=length))

    def entries(self, *, length: int) -> Iterator[bytes]:
        """Yield the entries in the first so many bytes of the copy."""
        if not self._entries.exists():
            return
        with self._entries.open("rb") as file:
            while length > 0 and (line := file.readline(length)):
                length -= len(line)
                yield line.removesuffix(b"\n")

    def length(self) -> int:
        """Tell how many bytes are there."""
        return self._entries.stat().st_size if self._entries.exists() else 0

    def begin_again(self, entries: Iterable[bytes]) -> int:
        """Write the copy anew, and tell its length."""
        make_folder(self.folder)
        clear_scratch(self.folder)
        self._entries.unlink(missing_ok=True)
        return self._write(entries)

    def add(self, entries: Sequence[bytes], *, after: int) -> int:
        """Add entries after the first so many bytes, in place of what is there; tell the length.

        What was there was added before a kill, and no signed head covers it.
        """
        make_folder(self.folder)
        if self.length() > after:
            os.truncate(self._entries, after)
        return self._write(entries)

    def _write(self, entries: Iterable[bytes]) -> int:
        with self._entries.open("ab") as file:
            for entry in entries:
                if b"\n" in entry:
                    raise WillNotSign("not_an_entry")
                file.write(entry + b"\n")
            file.flush()
            os.fsync(file.fileno())
            length = file.tell()
        sync_folder(self.folder)
        sync_folder(self.folder.parent)
        return length

    def shown(self) -> int:
        """Tell the size of the last head that was shown here; 0 if none can be read."""
        try:
            return read_checkpoint(read_note((self.folder / CHECKPOINT).read_bytes()).text).size
        except (FileNotFoundError, Malformed):
            return 0

    def show(self, note: bytes) -> None:
        """Put the last signed head beside the entries it covers."""
        path = self.folder / CHECKPOINT
        if not path.exists() or path.read_bytes() != note:
            write_whole(make_folder(self.folder) / CHECKPOINT, note)
