"""What a record has sealed, and how much of it a copy opens: in one pass with all else, or apart.

Openings stand after the entries, and each is held against what its entry sealed. That is a good
part of the work, and whoever has a second core can have it done there: a second reader goes
through the same copy for its openings alone, and tells by a hash what it has read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from withus.core.bundle import Bundle
from withus.core.errors import Refusal
from withus.core.facts.encoding import Entry
from withus.core.facts.keeping import TextWithdrawn
from withus.core.verifying.commitments import Commitments
from withus.core.verifying.decoding import decoded
from withus.core.verifying.verdict import Step, differs


@dataclass(frozen=True, slots=True)
class Opened:
    """How many sealed fields a record has, and what came of them, as far as a copy opens them."""

    fields: int
    opened: int
    withdrawn: int  # without an opening, and an entry says they were withdrawn
    read: tuple[int, bytes]  # lines up to the last opening, and the hash over them


Elsewhere = Callable[[], Opened]
"""Where the openings are checked apart: waits for what they come to, or raises their fault."""


class Openings:
    """The sealed fields of a record, taken in an entry at a time, and then what opens them."""

    def __init__(self) -> None:
        """Start before the first entry."""
        self._sealed = Commitments()
        self._withdrawn: set[tuple[int, str]] = set()

    def take(self, entry: Entry) -> None:
        """Take in the next entry."""
        if entry.sealed:
            self._sealed.add(entry)
        if isinstance(entry.fact, TextWithdrawn):
            self._withdrawn.add((entry.fact.entry, entry.fact.path))

    def read(self, bundle: Bundle, *, origin: str) -> Opened:
        """Hold each opening of a copy against what its entry committed to.

        Unit: sealed fields.
        Errors: Differs; NotABundle.
        """
        opened, hidden = 0, set(self._withdrawn)
        for index, opening in bundle.openings():
            try:
                self._sealed.check(index, opening, origin=origin)
            except Refusal as fault:
                raise differs(Step.OPENINGS, fault.code, index, got=opening.path) from fault
            opened += 1
            hidden.discard((index, opening.path))
        withdrawn = sum(self._sealed.has(*place) for place in hidden)
        return Opened(self._sealed.fields, opened, withdrawn, bundle.so_far)


def check_openings(file: BinaryIO) -> Opened:
    """Go through a copy for its openings alone.

    Shape: a file of bytes, read once from its start to the end of its openings.
    Not: a check of anything else; an entry is only decoded, by the same code as in `verify`.
    Errors: Differs; NotABundle.
    """
    bundle, openings = Bundle(file), Openings()
    header = bundle.header()
    for index, leaf in enumerate(bundle.leaves()):
        openings.take(decoded(leaf, index, bundle))
    return openings.read(bundle, origin=header.origin)
