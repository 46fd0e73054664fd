"""`withus verify BUNDLE`: whether a copy of a record holds, against what the asker keeps."""

import argparse
import json
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from withus.core.bundle import NotABundle
from withus.core.errors import Refusal
from withus.core.proofs.refused import Malformed
from withus.core.verifying.trust import NotTrust, Trust, read_head, read_trust
from withus.core.verifying.verdict import Result, Verdict
from withus.reading.side_by_side import verified
from withus.saying.keeping import copies
from withus.saying.keeping.document import document
from withus.saying.keeping.verdict import report

WIDTH = 80
CODES = {Result.VERIFIED: 0, Result.DOES_NOT_VERIFY: 1, Result.ONLY_THE_HOST: 3}
TRUST_BYTES = 2**20


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "verify",
        help="whether a copy of a record holds",
        description="Checks a copy of a record (withus-bundle-1) against what you keep yourself: "
        "0 it agrees with that; 3 it agrees with itself and only the host vouches for it; 1 it "
        "does not verify; 2 it cannot be read.",
    )
    parser.add_argument("bundle", metavar="BUNDLE", help="the copy; - for standard input")
    parser.add_argument("--trust", metavar="FILE", help="keys and check-codes you keep")
    parser.add_argument(
        "--head",
        action="append",
        default=[],
        metavar='"SIZE WORDS"',
        help="a check-code you kept; may be given again",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Check the copy and print what it comes to; 2 and one line where it cannot be."""
    try:
        verdict = _verdict(asked, _trust(asked))
    except _Unreadable as fault:
        print(copies.line(fault.refusal, file=fault.file), file=sys.stderr)
        return 2
    if asked.json:
        print(json.dumps(document(verdict), ensure_ascii=False, indent=1))
    else:
        print("\n\n".join(_filled(told) for told in report(verdict)))
    return CODES[verdict.result]


def _filled(told: str) -> str:
    """Fit a paragraph in the width; a copy's own words may move no cursor."""
    shown = "".join(c if c.isprintable() else "\ufffd" for c in told)
    return textwrap.fill(shown, WIDTH, break_long_words=False, break_on_hyphens=False)


class _Unreadable(Exception):
    """Say which of the files, or what else was given, cannot be read."""

    def __init__(self, refusal: Refusal, file: str) -> None:
        super().__init__(refusal.code)
        self.refusal, self.file = refusal, file


def _trust(asked: argparse.Namespace) -> Trust:
    kept = _trust_in(asked.trust) if asked.trust else Trust()
    try:
        heads = tuple(read_head(text) for text in asked.head)
    except Malformed as fault:
        raise _Unreadable(fault, "--head") from fault
    return replace(kept, heads=(*kept.heads, *heads))


def _trust_in(name: str) -> Trust:
    with _opened(name) as file:
        content = file.read(TRUST_BYTES + 1)
    try:
        if len(content) > TRUST_BYTES:
            raise NotTrust("too_long")
        return read_trust(content.decode().splitlines())
    except UnicodeDecodeError as fault:
        raise _Unreadable(NotTrust("not_text"), name) from fault
    except Refusal as fault:
        raise _Unreadable(fault, name) from fault


def _verdict(asked: argparse.Namespace, trust: Trust) -> Verdict:
    try:
        with _opened(asked.bundle) as file:
            return verified(file, trust=trust, progress=Progress().tell)
    except NotABundle as fault:
        raise _Unreadable(fault, asked.bundle) from fault
    except Malformed as fault:
        raise _Unreadable(fault, asked.trust or "--head") from fault


def _opened(name: str) -> BinaryIO:
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as fault:
        raise _Unreadable(Refusal("no_such_file"), name) from fault


class Progress:
    """Tells on a terminal, once a second, how far it has come."""

    def __init__(self) -> None:
        self._next = time.monotonic() + 1

    def tell(self, done: int, whole: int) -> None:
        if time.monotonic() >= self._next and sys.stderr.isatty():
            print(f"Checked {done:,} of {whole:,} entries", file=sys.stderr)
            self._next = time.monotonic() + 1
