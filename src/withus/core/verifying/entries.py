"""The entries of a copy, read once: each in its form, the tree over them, and what follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from withus.core.bundle import Bundle, Header
from withus.core.errors import Refusal
from withus.core.facts.encoding import Entry, decode
from withus.core.facts.keeping import KeyReplaced, TextWithdrawn
from withus.core.history.fold import Folding
from withus.core.proofs.merkle import RUN
from withus.core.proofs.refused import Malformed
from withus.core.proofs.tree import Tree
from withus.core.verifying.commitments import Commitments
from withus.core.verifying.key_changes import Change
from withus.core.verifying.verdict import Step, Unopened, differs

Progress = Callable[[int, int], object]


@dataclass
class Entries:
    """What was taken in of a record's entries so far."""

    header: Header
    tree: Tree = field(default_factory=Tree)
    folding: Folding = field(default_factory=Folding)
    sealed: Commitments = field(default_factory=Commitments)
    changes: list[Change] = field(default_factory=list)
    withdrawn: set[tuple[int, str]] = field(default_factory=set)
    before: datetime | None = None

    def read(self, bundle: Bundle, progress: Progress | None) -> None:
        """Take in every leaf of a copy, one at a time, and their hashes in runs.

        Shape: `progress` is told entries read, and of how many.
        Errors: Differs; NotABundle.
        """
        hashes: list[bytes] = []
        for index, leaf in enumerate(bundle.leaves()):
            hashes.append(sha256(b"\x00" + leaf).digest())
            self.take(self.entry(leaf, index, bundle))
            if len(hashes) == RUN:
                self.tree.extend(hashes)
                hashes.clear()
                if progress is not None:
                    progress(self.tree.size, self.header.size)
        self.tree.extend(hashes)

    def entry(self, leaf: bytes, index: int, bundle: Bundle) -> Entry:
        """Decode an entry.

        Errors: NotABundle for bytes that are no leaf at all, or a type that came later than this
            program; Differs for anything else that no entry can be.
        """
        try:
            return decode(leaf, index=index)
        except Malformed as fault:
            bundle.refuse(fault.code, line=index + 2)
        except Refusal as fault:
            if fault.code == "type_unknown":
                bundle.refuse(fault.code, line=index + 2)
            got = str(fault.parameters.get("field", fault.code))
            raise differs(Step.ENTRIES, "not_an_entry", index, got=got) from fault

    def take(self, entry: Entry) -> None:
        """Take in the next entry, if it is of this record and not of a time before the last.

        Errors: Differs `origin_differs`, `time_runs_back`.
        """
        index, fact, at = entry.index, entry.fact, entry.circumstances.at
        if entry.origin != self.header.origin:
            told = self.header.origin, entry.origin
            raise differs(Step.ENTRIES, "origin_differs", index, *told)
        if isinstance(at, datetime):
            if self.before is not None and at < self.before:
                told = self.before.isoformat(), at.isoformat()
                raise differs(Step.ENTRIES, "time_runs_back", index, *told)
            self.before = at
        self.folding.take(entry)
        if entry.sealed:
            self.sealed.add(entry)
        if isinstance(fact, KeyReplaced):
            self.changes.append((index, fact))
        elif isinstance(fact, TextWithdrawn):
            self.withdrawn.add((fact.entry, fact.path))

    def read_openings(self, bundle: Bundle) -> Unopened:
        """Hold each opening against what its entry committed to, and count what has none.

        Formula: withdrawn = fields an entry says were withdrawn; erased = what entries say was
            erased, at most what is left; never = the rest.
        Unit: sealed fields.
        Errors: Differs; NotABundle.
        """
        opened, hidden, origin = 0, set(self.withdrawn), self.header.origin
        for index, opening in bundle.openings():
            try:
                self.sealed.check(index, opening, origin=origin)
            except Refusal as fault:
                raise differs(Step.OPENINGS, fault.code, index, got=opening.path) from fault
            opened += 1
            hidden.discard((index, opening.path))
        erasures = self.folding.history().partnership.erasures
        left = self.sealed.fields - opened
        withdrawn = sum(self.sealed.has(*place) for place in hidden)
        erased = min(sum(each.fact.openings for each in erasures), left - withdrawn)
        return Unopened(self.sealed.fields, withdrawn, erased, left - withdrawn - erased)
