"""Published files in, lines of text out: a document each, or a refusal that names the file."""

from collections.abc import Sequence

from withus.reading import limits
from withus.reading.apart import read_apart
from withus.reading.kinds import kind_of
from withus.reading.refusals import CannotRead, Unreadable, unreadable
from withus.reading.shapes import Document, Offered
from withus.reading.text import plain_lines

__all__ = ["Document", "Offered", "Unreadable", "read_file", "read_files"]


def read_file(offered: Offered) -> Document:
    """Read one file by what is in it; raise Unreadable, which never quotes the file."""
    try:
        kind, lines = kind_and_lines(offered.content)
    except CannotRead as reason:
        # From None: the parser's own words could hold words of the file.
        raise unreadable(reason.code, offered.name) from None
    return Document(offered.name, kind, tuple(lines))


def read_files(offered: Sequence[Offered]) -> list[Document]:
    """Read several files in order; refuse the first that cannot be read, too big ones first."""
    if len(offered) > limits.FILES:
        raise unreadable("too_many_files", offered[limits.FILES].name)
    together = 0
    for one in offered:
        if len(one.content) > limits.FILE_BYTES:
            raise unreadable("too_big", one.name)
        together += len(one.content)
        if together > limits.TOGETHER_BYTES:
            raise unreadable("too_much_together", one.name)
    return [read_file(one) for one in offered]


def kind_and_lines(content: bytes) -> tuple[str, list[str]]:
    """Read text here, and everything that needs a parser in a process of its own."""
    if len(content) > limits.FILE_BYTES:
        raise CannotRead("too_big")
    kind = kind_of(content)
    if kind != "text":
        return read_apart(kind, content)
    lines = plain_lines(content)
    if not lines:
        raise CannotRead("empty")
    return kind, lines
