"""`withus backup FOLDER`: everything that cannot be made anew, and the keys in a file apart."""

from __future__ import annotations

import argparse
import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from withus.cli.installation import now, open_installation, refused, written_whole
from withus.core.errors import Refusal
from withus.saying.keeping import kept_safe

KEYS_KEPT = timedelta(days=7)
STAMP = "%Y%m%dT%H%M%SZ"


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "backup",
        help="copy what cannot be made anew into a folder",
        description="Writes a backup and, in a file apart, the keys without which it is noise. "
        "Copies of keys in that folder older than seven days are deleted, so that what was "
        "erased before then opens nowhere. Keep the two in different places.",
    )
    parser.add_argument("folder", metavar="FOLDER", help="where the backup is to lie")
    parser.add_argument("--keys", metavar="FOLDER", help="where the keys are to lie; else beside")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Write both files whole, or neither."""
    try:
        open_installation()
        backup, keys = _write(Path(asked.folder), Path(asked.keys or asked.folder), now())
    except Refusal as refusal:
        return refused(refusal)
    told = {"backup": str(backup), "keys": str(keys), "bytes": backup.stat().st_size}
    print(json.dumps(told, indent=1) if asked.json else kept_safe.backed_up(told))
    return 0


def _write(folder: Path, keys_folder: Path, at: datetime) -> tuple[Path, Path]:
    from withus.stores.record.backup import copy_keys, lines

    stamp = at.strftime(STAMP)
    backup, keys = folder / f"withus-{stamp}.jsonl", keys_folder / f"withus-keys-{stamp}.sqlite3"
    with written_whole(backup) as part, written_whole(keys) as keys_part:
        with part.open("wb") as file:
            part.chmod(0o600)
            file.writelines(lines(made_at=at))
            file.flush()
            os.fsync(file.fileno())
        copy_keys(keys_part)
    _forget_old(keys_folder, at)
    return backup, keys


def _forget_old(folder: Path, at: datetime) -> None:
    """Delete copies of keys that are too old by their name or their file, half-made ones too."""
    oldest = f"withus-keys-{at - KEYS_KEPT:{STAMP}}"
    for old in (*folder.glob("withus-keys-*.sqlite3"), *folder.glob(".withus-keys-*")):
        made = datetime.fromtimestamp(old.stat().st_mtime, at.tzinfo)
        if old.name.removeprefix(".") < oldest or at - made > KEYS_KEPT:
            old.unlink()
