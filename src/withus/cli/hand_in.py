"""`withus hand-in NOTE --of LINE`: take a signature from somebody who keeps a copy."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from withus.cli.installation import now, open_installation, refused
from withus.core.errors import Refusal
from withus.core.proofs.keys import VerifierKey, read_verifier_key
from withus.core.proofs.refused import Malformed
from withus.core.proofs.signed_note import MOST_BYTES
from withus.saying.keeping import witness as saying


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "hand-in",
        help="take a signature from somebody who keeps a copy",
        description="On an installation: takes a head that somebody who keeps a copy has signed "
        "(withus witness), and keeps their signature, so that copies carry it from then on. 1 if "
        "the head or the signature is not what it says.",
    )
    parser.add_argument("note", metavar="NOTE", help="the file they sent; - for standard input")
    parser.add_argument(
        "--of", required=True, metavar="LINE", help="their key, as they sent it themselves"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Take the signature, and say whose it is and of what."""
    try:
        open_installation()
        by, content = _key(asked.of), _content(asked.note)
        return _taken(asked, by, content)
    except Refusal as refusal:
        return refused(refusal)


def _taken(asked: argparse.Namespace, by: VerifierKey, content: bytes) -> int:
    from withus.stores.record.cosignatures import NotTaken, hand_in

    try:
        row, new = hand_in(content, by=by, now=now())
    except NotTaken as refusal:
        refused(refusal)
        return 1
    except Malformed:
        raise Refusal("not_a_signed_head", {"file": asked.note}) from None
    told = {"record": row.log.origin, "size": row.size, "name": by.name, "at": row.at, "new": new}
    print(json.dumps(told, ensure_ascii=False, indent=1) if asked.json else saying.handed_in(told))
    return 0


def _key(line: str) -> VerifierKey:
    try:
        return read_verifier_key(line.strip().removeprefix("key "))
    except Malformed:
        raise Refusal("not_a_key_line") from None


def _content(name: str) -> bytes:
    try:
        if name == "-":
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with Path(name).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise Refusal("no_such_file", {"file": name}) from None
