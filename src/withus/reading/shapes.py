"""What comes in and what goes out of the reading room."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offered:
    """A file as somebody offers it: the name they gave it, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of one file, in reading order; the cells of a table row are joined with tabs."""

    name: str
    kind: str
    lines: tuple[str, ...]
