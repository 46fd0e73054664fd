"""Check a copy of a record against what the asker keeps: the copy's own word counts for nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import BinaryIO

from withus.core.bundle import Bundle, Header
from withus.core.history.figures import figures
from withus.core.proofs.canonical import Json, canonical
from withus.core.proofs.check_code import check_code
from withus.core.proofs.checkpoint import Checkpoint, Opened, open_checkpoint, read_checkpoint
from withus.core.proofs.keys import Kind
from withus.core.proofs.refused import Malformed, ProofRefused
from withus.core.proofs.signed_note import Note, read_note
from withus.core.verifying.difference import first_difference
from withus.core.verifying.entries import Entries, Progress
from withus.core.verifying.heads import check_heads
from withus.core.verifying.key_changes import chain, check_changes
from withus.core.verifying.openings import Elsewhere
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import (
    Differs,
    Failed,
    Notes,
    Result,
    Step,
    Unopened,
    Verdict,
    VouchedBy,
    Voucher,
    differs,
)


def verify(
    file: BinaryIO,
    *,
    trust: Trust,
    progress: Progress | None = None,
    openings: Elsewhere | None = None,
) -> Verdict:
    """Tell whether a copy of a record is what it says, and who vouches for it.

    Formula: the steps of `Step`, in order, up to the first that fails.
    Shape: a file of bytes, read once from its start; `progress` is told entries read, and of how
        many; `openings` waits for what `check_openings` comes to over the same file, where that is
        done elsewhere at the same time, and the verdict is the same. It is done here without.
    Reads: `trust` from the asker's own disk; never a key, a head or a figure on the copy's word.
    Not: a check that what was entered is true, nor that everything was entered.
    Errors: NotABundle with the line where it cannot be read; Malformed `check_sum` or
        `word_unknown` where a kept check-code is not the record's and cannot be any record's.
    Source: docs/reference/bundle.md.
    """
    bundle = Bundle(file)
    header = bundle.header()
    checking = Checking(bundle, header, trust, Entries(header, elsewhere=openings))
    try:
        checking.run(progress)
    except Differs as stop:
        return checking.verdict(stop.failed)
    return checking.verdict(None)


@dataclass
class Checking:
    """A check under way: what was found so far."""

    bundle: Bundle
    header: Header
    trust: Trust
    entries: Entries
    checked: list[Step] = field(default_factory=list)
    vouchers: list[Voucher] = field(default_factory=list)
    head: Checkpoint | None = None
    unopened: Unopened | None = None
    unknown: tuple[str, ...] = ()
    signed: bytes | None = None

    def run(self, progress: Progress | None) -> None:
        """Go through the steps, in order.

        Errors: Differs; NotABundle; Malformed.
        """
        self.entries.read(self.bundle, progress)
        self.checked.append(Step.ENTRIES)
        self.unopened = self.entries.read_openings(self.bundle)
        self.checked.append(Step.OPENINGS)
        published, self.signed = self.bundle.figures(), self.bundle.checkpoint()
        note, brought = self.read_head(self.signed)
        self.bundle.end()
        self.checked.append(Step.WHOLE)
        self.check_tree(brought)
        self.check_keys()
        self.check_signature(note)
        self.check_heads()
        self.check_figures(published)

    def read_head(self, signed: bytes) -> tuple[Note, Checkpoint]:
        """Read the head that the copy brings.

        Errors: NotABundle.
        """
        try:
            note = read_note(signed)
            return note, read_checkpoint(note.text)
        except Malformed as fault:
            self.bundle.refuse(fault.code)

    def check_tree(self, brought: Checkpoint) -> None:
        """Hold the entries against the head that the copy brings.

        Errors: Differs `head_of_another`, `tree_differs`.
        """
        tree, origin = self.entries.tree, self.header.origin
        if brought.origin != origin:
            raise differs(Step.TREE, "head_of_another", None, origin, brought.origin)
        self.head = Checkpoint(origin, tree.size, tree.root())
        if brought != self.head:
            told = check_code(brought).text(), check_code(self.head).text()
            raise differs(Step.TREE, "tree_differs", None, *told)
        self.checked.append(Step.TREE)

    def check_keys(self) -> None:
        """Hold the key that the copy brings against the record's own changes of key, and ours.

        Errors: Differs.
        """
        key, origin, changes = self.header.key, self.header.origin, self.entries.changes
        check_changes(changes, origin=origin, present=key)
        ours = [k for k in self.trust.keys if k.kind is Kind.HEAD and k.name == origin]
        may_sign = chain(ours, changes, origin=origin)
        if ours and key not in may_sign:
            expected = ", ".join(sorted(each.text() for each in may_sign))
            raise differs(Step.KEYS, "key_differs", None, expected, key.text())
        self.checked.append(Step.KEYS)

    def check_signature(self, note: Note) -> None:
        """Check who signed the head: the log, and which witnesses the asker knows.

        Errors: Differs.
        """
        known = [each for each in self.trust.keys if each.kind is Kind.COSIGNATURE]
        try:
            opened = open_checkpoint(note.encoded(), keys=[self.header.key, *known])
        except (Malformed, ProofRefused) as fault:
            named = fault.parameters.get("key", self.header.key.name)
            raise differs(Step.SIGNATURE, fault.code, None, got=str(named)) from fault
        self.vouchers += witnesses(opened)
        names = {(each.key.name, each.key.id) for each in opened.vouched}
        others = (s.name for s in note.signatures if (s.name, s.key_id) not in names)
        self.unknown = tuple(sorted(set(others)))
        self.checked.append(Step.SIGNATURE)

    def check_heads(self) -> None:
        """Hold this record against each head the asker kept.

        Errors: Differs; Malformed where a check-code that differs cannot be any record's.
        """
        if self.trust.codes(self.header.origin) or self.trust.checkpoints:
            found = check_heads(self.trust, tree=self.entries.tree, origin=self.header.origin)
            self.vouchers += found
            self.checked.append(Step.HEADS)

    def check_figures(self, published: Json) -> None:
        """Work the figures out again, and hold those published against them.

        Errors: Differs.
        """
        own: Json = figures(self.entries.folding.history())
        if canonical(own) != canonical(published):
            where, expected, got = first_difference(own, published)
            told = f"{where}: {expected}", f"{where}: {got}"
            raise differs(Step.FIGURES, "figures_differ", None, *told)
        self.checked.append(Step.FIGURES)

    def verdict(self, failed: Failed | None) -> Verdict:
        """Tell what it came to."""
        vouchers = [] if failed else [each for each in self.vouchers if each.size]
        result = Result.VERIFIED if vouchers else Result.ONLY_THE_HOST
        return Verdict(
            result=Result.DOES_NOT_VERIFY if failed else result,
            origin=self.header.origin,
            head=None if self.head is None else check_code(self.head).text(),
            size=self.header.size,
            key=self.header.key,
            signed=self.signed,
            vouched_by=tuple(vouchers),
            checked=tuple(self.checked),
            failed=failed,
            unopened=self.unopened,
            notes=self.notes(),
        )

    def notes(self) -> Notes:
        """Tell what does not bear on the verdict."""
        history = self.entries.folding.history()
        whole, boards = history.partnership, history.boards.values()
        return Notes(
            practice=whole.opened is not None and whole.opened.fact.practice,
            odd=tuple(sorted([*whole.odd, *(index for each in boards for index in each.odd)])),
            lost=history.lost,
            unknown_keys=self.unknown,
            key_changes=tuple(index for index, _ in self.entries.changes),
            continues=None if whole.continues is None else whole.continues.fact.origin,
            follows=None if whole.opened is None else whole.opened.fact.follows,
        )


def witnesses(opened: Opened) -> list[Voucher]:
    """Tell which witnesses vouch for all the entries of a head.

    Source: C2SP tlog-cosignature.
    """
    size = opened.checkpoint.size
    return [
        Voucher(VouchedBy.WITNESS, size, name=each.key.name, at=each.at)
        for each in opened.witnesses()
    ]
