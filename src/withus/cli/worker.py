"""`withus worker`: do the jobs that pages leave for later, for as long as it runs."""

import argparse
import os
from typing import Any


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    about = "do what is left for later; ./run starts it with the server"
    commands.add_parser("worker", help=about, description=about).set_defaults(run=run)


def run(_asked: argparse.Namespace) -> int:
    """Work until asked to end."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "withus.settings")
    import django

    django.setup()
    from withus.jobs import queue, sweeping

    sweeping.plan()
    queue.work()
    return 0
