"""Heads of a record that somebody kept, held against the record as it is now."""

from __future__ import annotations

from withus.core.proofs.check_code import check_against, check_code, pieces, read_check_code
from withus.core.proofs.checkpoint import Checkpoint
from withus.core.proofs.refused import ProofRefused
from withus.core.proofs.tree import Tree
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Step, VouchedBy, Voucher, differs


def check_heads(trust: Trust, *, tree: Tree, origin: str) -> tuple[Voucher, ...]:
    """Refuse unless each head the asker kept is one that this record had.

    Formula: the root over as many entries as the kept head has, worked out from the entries.
    Not: a word about the entries after it.
    Errors: Differs `head_differs`, `older_than_kept`; Malformed where a check-code that differs
        cannot be any record's, so that it was surely mistyped.
    Source: RFC 9162 section 2.1.4, with the whole tree at hand in place of a proof.
    """
    codes = (checked_code(each, tree=tree, origin=origin) for each in trust.codes(origin))
    kept = (checked_head(each, tree=tree, origin=origin) for each in trust.checkpoints)
    return (*codes, *kept)


def checked_code(text: str, *, tree: Tree, origin: str) -> Voucher:
    """Hold a record against a check-code as it was typed.

    Errors: as `check_heads`.
    """
    found = head_at(pieces(text)[0], tree=tree, origin=origin, kept=text)
    try:
        otherwise = check_against(text, checkpoint=found)
    except ProofRefused as fault:
        read_check_code(text)  # a code that nobody can have printed says nothing about the record
        told = text, check_code(found).text()
        raise differs(Step.HEADS, "head_differs", None, *told) from fault
    return Voucher(VouchedBy.CHECK_CODE, found.size, otherwise=otherwise)


def checked_head(kept: Checkpoint, *, tree: Tree, origin: str) -> Voucher:
    """Hold a record against a head that was kept whole.

    Errors: as `check_heads`.
    """
    text = check_code(kept).text()
    found = head_at(kept.size, tree=tree, origin=origin, kept=text)
    if found != kept:
        raise differs(Step.HEADS, "head_differs", None, text, check_code(found).text())
    return Voucher(VouchedBy.CHECKPOINT, kept.size)


def head_at(size: int, *, tree: Tree, origin: str, kept: str) -> Checkpoint:
    """Tell the head that a record had at a size.

    Errors: Differs `older_than_kept` if it never had that many entries; Malformed as
        `read_check_code`.
    """
    if size > tree.size:
        read_check_code(kept)  # a code that nobody can have printed says nothing about the record
        got = check_code(Checkpoint(origin, tree.size, tree.root())).text()
        raise differs(Step.HEADS, "older_than_kept", None, kept, got)
    return Checkpoint(origin, size, tree.root(size))
