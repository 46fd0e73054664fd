"""The folder of somebody who keeps copies: their key, what they keep, what they hand back.

`witness.key` their key; `kept.txt` keys and check-codes, as `withus verify --trust` reads them;
`kept/` the last head of each record; `in/` copies brought; `out/` signed heads to hand back;
`refused/` what was not as it was kept. Every file is written whole, and is safe before we go on.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from withus.core.errors import Refusal
from withus.core.proofs.checkpoint import Checkpoint, read_checkpoint
from withus.core.proofs.keys import KEY_BYTES, Kind, SigningKey, VerifierKey
from withus.core.proofs.refused import Malformed
from withus.core.proofs.signed_note import read_note
from withus.core.verifying.keeping import Known, known_of
from withus.core.verifying.trust import NotTrust, Trust, read_trust, with_kept
from withus.signer.folder import (
    alone,
    clear_scratch,
    make_folder,
    quoted,
    write_first,
    write_whole,
)
from withus.signer.own import key_text, read_key

KEY, KEPT, LOCK = "witness.key", "kept.txt", ".lock"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
HEADING = """\
# What I keep of records. withus witness adds to it; withus verify --trust reads it.
# My own key:
key {key}
"""


class Place:
    """One such folder. Whoever changes anything in it holds its lock."""

    def __init__(self, folder: Path) -> None:
        """Name the folders in it; nothing is made yet."""
        self.folder = folder
        self.brought, self.kept = folder / "in", folder / "kept"
        self.out, self.refused = folder / "out", folder / "refused"

    @contextmanager
    def alone(self, *, taken: Callable[[], None]) -> Iterator[None]:
        """Make the folder, and be the only one at work in it."""
        for each in (self.folder, self.brought, self.kept, self.out, self.refused):
            make_folder(each)
        with alone(self.folder / LOCK, taken=taken):
            for each in (self.folder, self.kept, self.out, self.refused):
                clear_scratch(each)
            yield

    def own_key(self, name: str | None) -> tuple[SigningKey, bool]:
        """Return their key, and whether it was made just now; it is never made a second time."""
        path, made = self.folder / KEY, False
        if not path.exists():
            if (self.folder / KEPT).exists() or any(self.kept.iterdir()):
                raise Refusal("own_key_lost", {"file": str(path)})
            drawn = "witness/" + "".join(secrets.choice(LETTERS) for _ in range(8))
            key = SigningKey(name or drawn, secrets.token_bytes(KEY_BYTES), Kind.COSIGNATURE)
            write_first(path, f"{key_text(key)}\n".encode())
            made = True
        key = self._read_key(path)
        if name is not None and key.name != name:
            raise Refusal("other_name", {"name": key.name})
        if not (self.folder / KEPT).exists():
            write_first(self.folder / KEPT, HEADING.format(key=key.verifier().text()).encode())
        return key, made

    def _read_key(self, path: Path) -> SigningKey:
        try:
            key = read_key(path.read_text(encoding="utf-8").removesuffix("\n"))
        except (Malformed, UnicodeDecodeError):
            raise Refusal("own_key_unreadable", {"file": str(path)}) from None
        if key.kind is not Kind.COSIGNATURE:
            raise Refusal("own_key_unreadable", {"file": str(path)})
        return key

    def trust(self) -> Trust:
        """Read what they keep."""
        path = self.folder / KEPT
        try:
            return read_trust(path.read_text(encoding="utf-8").splitlines())
        except UnicodeDecodeError:
            raise NotTrust("not_text", {"file": str(path)}) from None
        except NotTrust as fault:
            raise NotTrust(fault.code, {**fault.parameters, "file": str(path)}) from None

    def known(self, origin: str, given: tuple[VerifierKey, ...]) -> Known:
        """Return what they keep of a record; refuse where part of it was lost."""
        note = self.note(origin)
        last = None if note is None else self._head(origin, note)
        known = known_of(origin, self.trust(), last=last, given=given)
        if known.size is None and self._handed_back(origin):
            raise Refusal("kept_lost", {"origin": origin, "file": str(self.folder / KEPT)})
        if known.size is not None and not known.keys:
            raise Refusal("key_not_kept", {"origin": origin, "file": str(self.folder / KEPT)})
        return known

    def keys(self, origin: str) -> tuple[VerifierKey, ...]:
        """Return the keys that they keep of a record."""
        return known_of(origin, self.trust(), last=None, given=()).keys

    def _handed_back(self, origin: str) -> bool:
        name = re.compile(re.escape(quoted(origin)) + r"-\d+\.cosigned")
        return any(name.fullmatch(path.name) for path in self.out.iterdir())

    def note(self, origin: str) -> bytes | None:
        """Return the last head kept of a record: with their signature, once they have signed."""
        path = self.kept / quoted(origin)
        return path.read_bytes() if path.exists() else None

    def _head(self, origin: str, note: bytes) -> Checkpoint:
        path = str(self.kept / quoted(origin))
        try:
            head = read_checkpoint(read_note(note).text)
        except Malformed:
            raise Refusal("kept_unreadable", {"file": path}) from None
        if head.origin != origin:
            raise Refusal("kept_unreadable", {"file": path})
        return head

    def remember(self, origin: str, lines: Iterable[str]) -> None:
        """Add to what they keep of a record."""
        path = self.folder / KEPT
        before = path.read_text(encoding="utf-8")
        after = with_kept(before, origin=origin, lines=lines)
        if after != before:
            write_whole(path, after.encode())

    def keep(self, origin: str, note: bytes) -> None:
        """Keep a head in place of the one before it."""
        write_whole(self.kept / quoted(origin), note)

    def hand_back(self, origin: str, size: int, note: bytes) -> Path:
        """Put a signed head where it is to be taken from."""
        path = self.out / f"{quoted(origin)}-{size}.cosigned"
        if not path.exists() or path.read_bytes() != note:
            write_whole(path, note)
        return path

    def show_refused(self, name: str, note: bytes, told: str) -> Path:
        """Keep what was offered and refused, and why; the same is kept once."""
        digest = sha256(note + told.encode()).hexdigest()[:8]
        path = self.refused / f"{quoted(name)}-{digest}.note"
        for each, content in ((path.with_suffix(".txt"), told.encode()), (path, note)):
            with suppress(FileExistsError):
                write_first(each, content)
        return path
