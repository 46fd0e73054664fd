"""What is done with one copy: held against what is kept, then kept, and its head signed.

What will be signed is on the disk before it is signed, and nothing is signed that does not begin
with all that is there. So a kill at any moment never leads to two heads that do not fit together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from withus.cli.witnessing.place import Place
from withus.core.bundle import Bundle, Header
from withus.core.errors import Refusal
from withus.core.proofs.canonical import read_canonical
from withus.core.proofs.checkpoint import cosigned
from withus.core.proofs.keys import SigningKey, VerifierKey
from withus.core.proofs.refused import Malformed, ProofRefused
from withus.core.proofs.signed_note import MOST_BYTES, read_note, verify_note
from withus.core.verifying.entries import Progress
from withus.core.verifying.keeping import Known, Outcome, Taken, by_the_log_alone, taken
from withus.core.verifying.verdict import Failed, Step, Verdict
from withus.reading.side_by_side import verified
from withus.saying.keeping import witness as saying

CHECKPOINT = b'{"checkpoint":'
LONGEST = 2 * MOST_BYTES + 64


@dataclass(frozen=True)
class Keeper:
    """Somebody who keeps copies, at work in their folder, whose lock they hold."""

    place: Place
    own: SigningKey
    given: tuple[VerifierKey, ...]  # records' keys that came by another way
    clock: Callable[[], int]
    progress: Progress

    def take_all(self, files: Iterable[Path]) -> list[Outcome]:
        """Take in copies, of each record the shortest first."""
        return [self.take(file) for file in sorted(files, key=_order)]

    def take(self, file: Path) -> Outcome:
        """Take in one copy."""
        try:
            with _opened(file) as copy:
                return self._take(file, copy)
        except OSError as problem:
            told = Refusal("cannot_write", {"file": str(problem.filename or self.place.folder)})
            return Outcome(str(file), Taken.UNREADABLE, refusal=told)
        except Refusal as refusal:
            return Outcome(str(file), Taken.UNREADABLE, refusal=refusal)

    def _take(self, file: Path, copy: BinaryIO) -> Outcome:
        header = Bundle(copy).header()
        kept = self.place.keys(header.origin)
        given = tuple(key for key in self.given if key.name == header.origin)
        if kept and not set(given) <= set(kept):
            told = kept[0].text(), given[0].text()
            failed = Failed(Step.KEYS, "another_key_given", None, *told)
            return self._refused(Outcome(str(file), Taken.REFUSED, header.origin), copy, failed)
        known = self.place.known(header.origin, given)
        verdict = self._checked(copy, known, header)
        came, failed_at = taken(verdict, known)
        found = Outcome(
            str(file), came, verdict.origin, verdict.size, verdict.head, before=known.size
        )
        if failed_at is not None:
            return self._refused(found, copy, failed_at)
        return found if came is Taken.OLDER else self._kept(found, verdict, known)

    def _checked(self, copy: BinaryIO, known: Known, header: Header) -> Verdict:
        copy.seek(0)
        try:
            verdict = verified(copy, trust=known.trust(header.size), progress=self.progress)
        except Malformed as fault:  # a check-code that was typed into the file of what is kept
            raise Refusal(fault.code, {**fault.parameters, "file": "kept.txt"}) from fault
        if (verdict.origin, verdict.size) != (header.origin, header.size):
            raise Refusal("changed_meanwhile")
        return verdict

    def _refused(self, found: Outcome, copy: BinaryIO, failed: Failed) -> Outcome:
        """Keep the evidence; nothing else is changed."""
        found = _with(found, taken=Taken.REFUSED, failed=failed)
        told = "\n\n".join(saying.refused(found)) + "\n"
        name = f"{found.origin}-{found.size if found.size is not None else 'any'}"
        return _with(found, paper=str(self.place.show_refused(name, offered(copy), told)))

    def _kept(self, found: Outcome, verdict: Verdict, known: Known) -> Outcome:
        assert verdict.signed is not None
        origin, first = verdict.origin, not self.place.keys(verdict.origin)
        key = known.keys[0] if known.keys else verdict.key
        lines = [f"key {key.text()}"] if first else []
        self.place.remember(origin, [*lines, f"head {verdict.head}"])
        note, new = self._cosigned(origin, by_the_log_alone(verdict.signed, key=verdict.key))
        paper = self.place.hand_back(origin, verdict.size, note)
        return _with(
            found,
            taken=Taken.KEPT if new else Taken.AGAIN,
            paper=str(paper),
            key=key.text() if first else None,
            given=bool(known.keys),
        )

    def _cosigned(self, origin: str, signed: bytes) -> tuple[bytes, bool]:
        """Sign a head that was checked, once it is safe; return it, and whether it is new."""
        kept = self.place.note(origin)
        if kept is None or read_note(kept).text != read_note(signed).text:
            self.place.keep(origin, signed)
            kept = signed
        elif self._has_signed(kept):
            return kept, False
        note = cosigned(kept, by=self.own, at=self.clock())
        self.place.keep(origin, note)
        return note, True

    def _has_signed(self, note: bytes) -> bool:
        try:
            verify_note(read_note(note), keys=[self.own.verifier()])
        except ProofRefused as fault:
            if fault.code == "no_known_key":
                return False
            raise
        return True


def offered(copy: BinaryIO) -> bytes:
    """Return the signed head that a copy brings, whatever else it brings; or nothing."""
    copy.seek(0)
    while line := copy.readline(LONGEST):
        if line.startswith(CHECKPOINT) and line.endswith(b"\n"):
            try:
                told = read_canonical(line[:-1], at_most=LONGEST)
            except Malformed:
                return line
            note = told.get("checkpoint") if isinstance(told, dict) else None
            return note.encode() if isinstance(note, str) else line
    return b""


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError:
        raise Refusal("no_such_file", {"file": str(file)}) from None


def _order(file: Path) -> tuple[str, int, str]:
    """Tell where a copy comes among others; one that cannot be read comes first."""
    try:
        with file.open("rb") as copy:
            header = Bundle(copy).header()
    except (OSError, Refusal):
        return "", 0, str(file)
    return header.origin, header.size, str(file)


def _with(found: Outcome, **more: object) -> Outcome:
    return replace(found, **more)  # type: ignore[arg-type]
