"""`withus signer`: sign the heads of the records here, for as long as it runs."""

import argparse
import os
from typing import Any


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    about = "sign the records’ heads; ./run starts it with the server"
    commands.add_parser("signer", help=about, description=about).set_defaults(run=run)


def run(_asked: argparse.Namespace) -> int:
    """Sign until asked to end."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "withus.settings")
    import django
    from django.conf import settings

    django.setup()
    from withus.signer.process import serve

    serve(own=settings.WITHUS_SIGNING, mirror=settings.WITHUS_MIRROR)
    return 0
