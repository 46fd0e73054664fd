"""What somebody keeps of a record on their own disk, and so need not take anyone's word for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from withus.core.errors import Refusal
from withus.core.proofs.check_code import pieces
from withus.core.proofs.checkpoint import Checkpoint
from withus.core.proofs.keys import VerifierKey, check_name, read_verifier_key
from withus.core.proofs.refused import Malformed

MOST_HEADS = 200  # of one record: the last covers all before it, and the file stays short


class NotTrust(Refusal):
    """Say which line of what somebody keeps cannot be read."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Keys, check-codes as they were typed, and heads, all from the asker's own disk."""

    keys: tuple[VerifierKey, ...] = ()
    heads: tuple[str, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    of: tuple[tuple[str, str], ...] = ()  # a record's name, and a check-code of that record alone

    def codes(self, origin: str) -> tuple[str, ...]:
        """Tell the check-codes to hold a record against: its own, and those of no record named.

        Shape: as they were typed, in the order in which they stand.
        """
        return (*self.heads, *(code for name, code in self.of if name == origin))


def read_trust(lines: Iterable[str]) -> Trust:
    """Read what somebody keeps, one thing a line.

    Shape: `key NAME+ID+KEY` or `head SIZE WORDS`; check-codes after a line `record NAME`, up to
        the next such line, are of that record alone; empty lines and those that begin with # are
        passed over.
    Errors: NotTrust with the line, counted from 1, and the code of what is wrong with it.
    Example: `head 1204 acorn ... zebra`.
    """
    keys: dict[str, VerifierKey] = {}
    heads: list[str] = []
    of: list[tuple[str, str]] = []
    record = ""
    for number, line in enumerate(lines, start=1):
        word, _, rest = line.strip().partition(" ")
        try:
            if word == "key":
                key = read_verifier_key(rest.strip())
                keys[key.text()] = key
            elif word == "head":
                code = read_head(rest)
                if record:
                    of.append((record, code))
                else:
                    heads.append(code)
            elif word == "record":
                check_name(record := rest.strip())
            elif word and not word.startswith("#"):
                raise Malformed("not_trust")
        except Malformed as fault:
            raise NotTrust(fault.code, {**fault.parameters, "line": number}) from fault
    return Trust(tuple(keys.values()), tuple(heads), of=tuple(of))


def read_head(text: str) -> str:
    """Give back a check-code as it was typed, if it has a size and twelve words.

    Not: a check that the words are of the list; `check_against` forgives more than that.
    Errors: Malformed `no_size`, `words_counted`.
    """
    pieces(text)
    return text.strip()


def with_kept(text: str, *, origin: str, lines: Iterable[str]) -> str:
    """Write more of what somebody keeps of a record under its name; what stands there stays.

    Formula: at the end of what stands after `record NAME`, each line that is not there yet; of the
        check-codes under that name the last 200.
    Shape: text that `read_trust` reads -> the same and more.
    """
    told = text.splitlines()
    title = f"record {origin}"
    if title not in map(str.strip, told):
        told += ["", title]
    start = [line.strip() for line in told].index(title) + 1
    later = (at for at in range(start, len(told)) if told[at].strip().startswith("record "))
    end = next(later, len(told))
    here = told[start:end]
    while here and not here[-1].strip():
        here.pop()
    here += [line for line in lines if line not in here]
    codes = [line for line in here if line.startswith("head ")]
    old = set(codes[:-MOST_HEADS])
    here = [line for line in here if line not in old]
    rest = told[end:]
    return "\n".join([*told[:start], *here, *(["", *rest] if rest else []), ""])
