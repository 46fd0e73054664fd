"""A QR code as one path, to be drawn in the page."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4  # modules of white around it, which readers need


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code: how many modules across, its white border included, and the dark ones."""

    size: int
    path: str


def qr(text: str) -> Qr:
    """Tell how to draw a text as a QR code, one step of the path for each dark run of a row."""
    rows = segno.make(text, error="m", micro=False, boost_error=False).matrix
    steps = []
    for down, row in enumerate(rows):
        along = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                steps.append(f"M{along + QUIET} {down + QUIET}h{length}v1h-{length}z")
            along += length
    return Qr(len(rows) + 2 * QUIET, "".join(steps))
