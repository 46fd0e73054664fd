"""What somebody keeps of a record on their own disk, and so need not take anyone's word for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from withus.core.errors import Refusal
from withus.core.proofs.check_code import pieces
from withus.core.proofs.checkpoint import Checkpoint
from withus.core.proofs.keys import VerifierKey, read_verifier_key
from withus.core.proofs.refused import Malformed


class NotTrust(Refusal):
    """Say which line of what somebody keeps cannot be read."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Keys, check-codes as they were typed, and heads, all from the asker's own disk."""

    keys: tuple[VerifierKey, ...] = ()
    heads: tuple[str, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()


def read_trust(lines: Iterable[str]) -> Trust:
    """Read what somebody keeps, one thing a line.

    Shape: `key NAME+ID+KEY` or `head SIZE WORDS`; empty lines and those that begin with # are
        passed over.
    Errors: NotTrust with the line, counted from 1, and the code of what is wrong with it.
    Example: `head 1204 acorn ... zebra`.
    """
    keys: dict[str, VerifierKey] = {}
    heads: list[str] = []
    for number, line in enumerate(lines, start=1):
        word, _, rest = line.strip().partition(" ")
        try:
            if word == "key":
                key = read_verifier_key(rest.strip())
                keys[key.text()] = key
            elif word == "head":
                heads.append(read_head(rest))
            elif word and not word.startswith("#"):
                raise Malformed("not_trust")
        except Malformed as fault:
            raise NotTrust(fault.code, {**fault.parameters, "line": number}) from fault
    return Trust(tuple(keys.values()), tuple(heads))


def read_head(text: str) -> str:
    """Give back a check-code as it was typed, if it has a size and twelve words.

    Not: a check that the words are of the list; `check_against` forgives more than that.
    Errors: Malformed `no_size`, `words_counted`.
    """
    pieces(text)
    return text.strip()
