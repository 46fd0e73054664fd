"""`withus signer`: sign the heads of the records here, for as long as it runs."""

import argparse
from typing import Any

from withus.cli.installation import open_installation, refused
from withus.core.errors import Refusal


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    about = "sign the records’ heads; ./run starts it with the server"
    commands.add_parser("signer", help=about, description=about).set_defaults(run=run)


def run(_asked: argparse.Namespace) -> int:
    """Sign until asked to end."""
    try:
        open_installation()
    except Refusal as refusal:
        return refused(refusal)
    from django.conf import settings

    from withus.signer.process import serve

    serve(own=settings.WITHUS_SIGNING, mirror=settings.WITHUS_MIRROR)
    return 0
