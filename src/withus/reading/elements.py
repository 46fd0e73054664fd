"""XML in pieces, with document types and entities refused."""

from typing import Protocol
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from withus.reading.refusals import CannotRead


class Pieces(Protocol):
    """Gives bytes a piece at a time, and no bytes at the end."""

    def read(self) -> bytes:
        """Give the next piece."""


class Hearer(Protocol):
    """Hears the elements and the words of XML in order."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take an opening element."""

    def end(self, tag: str) -> None:
        """Take a closing element."""

    def data(self, words: str) -> None:
        """Take words."""

    def close(self) -> None:
        """Take the end."""


def parse(pieces: Pieces, hearer: Hearer) -> None:
    """Read XML to its end without building a tree; refuse any document type."""
    parser = DefusedXMLParser(target=hearer, forbid_dtd=True)
    try:
        while piece := pieces.read():
            parser.feed(piece)
        parser.close()
    except DefusedXmlException as problem:
        raise CannotRead("xml_entities") from problem
    except (ParseError, LookupError, ValueError) as problem:
        raise CannotRead("broken") from problem
