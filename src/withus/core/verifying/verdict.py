"""What checking a copy of a record comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from withus.core.errors import Refusal
from withus.core.proofs.keys import VerifierKey


class Result(StrEnum):
    """What a copy comes to; one that cannot be read comes to no verdict, but to a refusal."""

    VERIFIED = "verified"  # against what the asker kept
    ONLY_THE_HOST = "only_the_host"  # agrees with itself; nobody else vouches for it
    DOES_NOT_VERIFY = "does_not_verify"


class Step(StrEnum):
    """What is checked, in this order."""

    ENTRIES = "entries"  # each is of this record, in its form, and none is earlier than the last
    OPENINGS = "openings"  # each opens the field it says it opens
    WHOLE = "whole"  # the file is as it was written
    TREE = "tree"  # the entries are those of the signed head
    KEYS = "keys"  # whoever signs was named by the one before
    SIGNATURE = "signature"  # the head is signed
    HEADS = "heads"  # what the asker kept is the start of this record
    FIGURES = "figures"  # those published are what follows from the entries


class VouchedBy(StrEnum):
    """Who but the host vouches for a record."""

    CHECK_CODE = "check_code"  # one the asker kept
    CHECKPOINT = "checkpoint"  # one the asker kept
    WITNESS = "witness"  # one whose key the asker kept


@dataclass(frozen=True, slots=True)
class Voucher:
    """Something that vouches for the first entries of a record, so many of them."""

    by: VouchedBy
    size: int
    name: str | None = None  # a witness's
    at: int | None = None  # when a witness signed: whole seconds since the start of 1970, UTC
    otherwise: tuple[int, ...] = ()  # words of a check-code typed otherwise than printed, from 1


@dataclass(frozen=True, slots=True)
class Failed:
    """Where a copy stops being what it says: the step, the entry if any, and both sides."""

    step: Step
    code: str
    entry: int | None = None
    expected: str | None = None
    got: str | None = None


@dataclass(frozen=True, slots=True)
class Unopened:
    """The sealed fields that came without an opening, by why, as far as the record tells.

    `erased` is what the record says was erased, and never more than is left beside `withdrawn`.
    """

    sealed: int
    withdrawn: int
    erased: int
    never: int


@dataclass(frozen=True, slots=True)
class Notes:
    """What does not bear on the verdict, and whoever reads it may want to know."""

    practice: bool
    odd: tuple[int, ...]  # entries that fit nothing before them
    lost: tuple[int, ...]  # entries that refer to nothing in the record
    unknown_keys: tuple[str, ...]  # names under signatures that the asker keeps no key for
    key_changes: tuple[int, ...]  # entries by which another key signs from there on
    continues: str | None  # the record that this one goes on from, part of which was lost
    follows: Mapping[str, Any] | None = None  # what its first entry says of those before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What checking a copy came to."""

    result: Result
    origin: str
    head: str | None  # size and check-code; None if it was not reached
    size: int  # entries, as the copy says; it cannot be read with more or fewer
    key: VerifierKey  # that the copy brings
    signed: bytes | None  # the signed head that it brings; None if it was not reached
    vouched_by: tuple[Voucher, ...]
    checked: tuple[Step, ...]
    failed: Failed | None
    unopened: Unopened | None  # None if it was not reached
    notes: Notes

    @property
    def vouched(self) -> int:
        """Tell how many entries, from the first on, somebody other than the host vouches for.

        Unit: entries.
        """
        return max((each.size for each in self.vouched_by), default=0)


class Differs(Refusal):
    """Stop at what does not verify."""

    def __init__(self, failed: Failed) -> None:
        """Keep where it stopped."""
        super().__init__(failed.code)
        self.failed = failed

    def __reduce__(self) -> tuple[type[Differs], tuple[Failed]]:
        """Tell how it is made again in another process."""
        return type(self), (self.failed,)


def differs(
    step: Step, code: str, entry: int | None, *told: str, got: str | None = None
) -> Differs:
    """Make the stop at what does not verify.

    Shape: `told` is what was expected and what was found, in this order, or nothing.
    """
    expected = told[0] if told else None
    return Differs(Failed(step, code, entry, expected, told[1] if told else got))
