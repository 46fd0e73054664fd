"""`withus worker`: do the jobs that pages leave for later, for as long as it runs."""

import argparse
from typing import Any

from withus.cli.installation import open_installation, refused
from withus.core.errors import Refusal


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    about = "do what is left for later; ./run starts it with the server"
    commands.add_parser("worker", help=about, description=about).set_defaults(run=run)


def run(_asked: argparse.Namespace) -> int:
    """Work until asked to end."""
    try:
        open_installation()
    except Refusal as refusal:
        return refused(refusal)
    from withus.jobs import queue, sweeping
    from withus.jobs.posting import Postman

    sweeping.plan()
    postman = Postman()
    postman.start()
    try:
        queue.work()
    finally:
        postman.end()
    return 0
