"""The entries of a copy, read once: each in its form, the tree over them, and what follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from withus.core.bundle import Bundle, Header
from withus.core.facts.encoding import Entry
from withus.core.facts.keeping import KeyReplaced
from withus.core.history.fold import Folding
from withus.core.proofs.merkle import RUN
from withus.core.proofs.tree import Tree
from withus.core.verifying.decoding import decoded
from withus.core.verifying.key_changes import Change
from withus.core.verifying.openings import Elsewhere, Openings
from withus.core.verifying.verdict import Step, Unopened, differs

Progress = Callable[[int, int], object]


@dataclass
class Entries:
    """What was taken in of a record's entries so far."""

    header: Header
    tree: Tree = field(default_factory=Tree)
    folding: Folding = field(default_factory=Folding)
    openings: Openings = field(default_factory=Openings)
    elsewhere: Elsewhere | None = None  # where the openings are checked apart; else they are here
    changes: list[Change] = field(default_factory=list)
    before: datetime | None = None

    def read(self, bundle: Bundle, progress: Progress | None) -> None:
        """Take in every leaf of a copy, one at a time, and their hashes in runs.

        Shape: `progress` is told entries read, and of how many.
        Errors: Differs; NotABundle.
        """
        hashes: list[bytes] = []
        for index, leaf in enumerate(bundle.leaves()):
            hashes.append(sha256(b"\x00" + leaf).digest())
            self.take(decoded(leaf, index, bundle))
            if len(hashes) == RUN:
                self.tree.extend(hashes)
                hashes.clear()
                if progress is not None:
                    progress(self.tree.size, self.header.size)
        self.tree.extend(hashes)

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
        if self.elsewhere is None:
            self.openings.take(entry)
        if isinstance(fact, KeyReplaced):
            self.changes.append((index, fact))

    def read_openings(self, bundle: Bundle) -> Unopened:
        """Have each opening held against what its entry committed to, and count what has none.

        Formula: withdrawn = fields an entry says were withdrawn; erased = what entries say was
            erased, at most what is left; never = the rest.
        Unit: sealed fields.
        Errors: Differs; NotABundle, also `changed_meanwhile` where it was done elsewhere, and not
            over the lines that were read here.
        """
        if self.elsewhere is None:
            opened = self.openings.read(bundle, origin=self.header.origin)
        else:
            opened = self.elsewhere()
            bundle.pass_over_openings()
            if opened.read != bundle.so_far:
                bundle.refuse("changed_meanwhile")
        erasures = self.folding.history().partnership.erasures
        left, withdrawn = opened.fields - opened.opened, opened.withdrawn
        erased = min(sum(each.fact.openings for each in erasures), left - withdrawn)
        return Unopened(opened.fields, withdrawn, erased, left - withdrawn - erased)
