"""The command `withus`: what needs no server works on plain files, without Django."""

import argparse
import os
import sys
from collections.abc import Sequence

from withus.cli import (
    backup,
    bundle,
    check,
    enter,
    erase,
    hand_in,
    invite,
    may_decide,
    minutes,
    power,
    practice,
    rebuild,
    restore,
    set_up,
    signer,
    verify,
    witness,
    words,
    worker,
)

COMMANDS = (
    minutes,
    words,
    power,
    practice,
    bundle,
    verify,
    witness,
    hand_in,
    enter,
    invite,
    check,
    rebuild,
    backup,
    restore,
    set_up,
    erase,
    signer,
    worker,
    may_decide,
)


def main(typed: Sequence[str] | None = None) -> int:
    """Run one command and tell its exit code: 0 done, 1 no, 2 unusable, 3 nobody vouches."""
    about = "Withus: nothing about us without us."
    parser = argparse.ArgumentParser(prog="withus", description=about)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    asked = parser.parse_args(typed)
    try:
        code = int(asked.run(asked))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has read enough; what is left must not fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code
