"""What can be told of a plan's words: by capacity, and of whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from withus.core.wording.shares import Part, TakenOut


@dataclass(frozen=True, slots=True)
class WhoseWords:
    """Whose words a plan is made of. A name is the code of a capacity, or UNPLACED."""

    texts: int
    words: int
    shares: Mapping[str, Part]
    survival: Mapping[str, Part]
    taken_out: Mapping[str, TakenOut]
    older: Part  # than the first affected person's presence
    mine: Part | None = None  # of whoever asks
