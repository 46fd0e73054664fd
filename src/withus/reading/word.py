"""A Word document to lines: paragraphs and tables in order, without what was struck out."""

import zipfile
import zlib
from io import BytesIO

from withus.reading.elements import parse
from withus.reading.layout import Layout
from withus.reading.limits import ENTRIES_IN_ZIP, UNPACKED_BYTES
from withus.reading.refusals import CannotRead
from withus.reading.text import set_lines

WORDS = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MAIN = "word/document.xml"
LOCKED = 0x1
CHUNK = 65_536
STRUCK = frozenset("del moveFrom delText instrText pPrChange rPrChange tblPrChange".split())
OFF = frozenset(("0", "false", "off"))


def word_lines(content: bytes) -> list[str]:
    """Give the lines of the main text: no headers, footers, notes or comments."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            check_package(package)
            reader = WordReader()
            parse(Unpacked(package, main_part(package)), reader)
    except zipfile.BadZipFile as problem:
        whole = b"PK\x05\x06" in content[-66_000:]
        raise CannotRead("broken" if whole else "half_a_zip") from problem
    # The third is what zipfile says of a compression that it does not know.
    except (zlib.error, EOFError, NotImplementedError, OSError, KeyError, ValueError) as problem:
        raise CannotRead("broken") from problem
    return set_lines(reader.layout.finish())


def check_package(package: zipfile.ZipFile) -> None:
    """Refuse, by what the zip says of itself, what is too much or not a Word document."""
    entries = package.infolist()
    if len(entries) > ENTRIES_IN_ZIP or sum(e.file_size for e in entries) > UNPACKED_BYTES:
        raise CannotRead("too_much_inside")
    names = {entry.filename for entry in entries}
    if "[Content_Types].xml" not in names or not any(n.startswith("word/") for n in names):
        raise CannotRead("not_a_docx")
    if any(entry.flag_bits & LOCKED for entry in entries):
        raise CannotRead("encrypted")


def main_part(package: zipfile.ZipFile) -> str:
    """Find the main text; nearly always word/document.xml, but the package may say otherwise."""
    names = package.namelist()
    if MAIN in names:
        return MAIN
    relations = Relations()
    if "_rels/.rels" in names:
        parse(Unpacked(package, "_rels/.rels"), relations)
    if relations.main not in names:
        raise CannotRead("not_a_docx")
    return relations.main


class Unpacked:
    """One part of the package in pieces; counts what really comes out, whatever was declared."""

    def __init__(self, package: zipfile.ZipFile, name: str) -> None:
        """Read the named part."""
        self._part = package.open(name)
        self._came_out = 0

    def read(self) -> bytes:
        """Give the next piece, or nothing at the end."""
        piece = self._part.read(CHUNK)
        self._came_out += len(piece)
        if self._came_out > UNPACKED_BYTES:
            raise CannotRead("too_much_inside")
        return piece


class Relations:
    """Hears the package's relations and keeps the name of the main part."""

    main = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take a relation; external ones are never followed."""
        kind = attributes.get("Type", "")
        if tag == RELATED and kind.endswith("/officeDocument") and not self.main:
            self.main = attributes.get("Target", "").lstrip("/")

    def end(self, tag: str) -> None:
        """Relations hold nothing that matters at their end."""

    def data(self, words: str) -> None:
        """Relations have no text."""

    def close(self) -> None:
        """Nothing is left to do."""


class WordReader:
    """Hears the elements of the main text in order and sets them out."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self.layout = Layout()
        self._skipping = 0
        self._in_words = False
        self._in_run = False
        self._hidden_run = False
        self._repeats = False
        self._had_words = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take an opening element; anything unknown is looked through, as w:sdt is."""
        name = word_name(tag)
        if self._skipping or name in STRUCK or tag == FALLBACK:
            self._skipping += 1
        elif name in TABLE_STARTS:
            TABLE_STARTS[name](self.layout)
            self._repeats = False
        elif name in ("p", "r"):
            self._start_words(name)
        elif name == "t":
            self._in_words = True
        elif name == "vMerge":
            self._repeats = setting(attributes, "continue") == "continue"
        elif name == "vanish":
            self._hidden_run = setting(attributes, "true") not in OFF
        elif name in MARKS:
            self._mark(name)

    def end(self, tag: str) -> None:
        """Take a closing element."""
        if self._skipping:
            self._skipping -= 1
            return
        name = word_name(tag)
        if name == "t":
            self._in_words = False
        elif name == "r":
            self._in_run = self._hidden_run = False
        elif name == "p":
            self._end_paragraph()
        elif name in TABLE_ENDS:
            TABLE_ENDS[name](self.layout)
            self._repeats = False

    def data(self, words: str) -> None:
        """Take the words of a run that is shown."""
        if self._in_words and not (self._skipping or self._hidden_run or self._repeats):
            self.layout.add(words)
            self._had_words = True

    def close(self) -> None:
        """Nothing is left to do at the end."""

    def _start_words(self, name: str) -> None:
        """Begin a paragraph or a run."""
        self._in_run = name == "r"
        self._hidden_run = False
        if name == "p":
            self.layout.end_line()
            self._had_words = False

    def _end_paragraph(self) -> None:
        """End a paragraph; an empty one is a blank line."""
        if self._had_words:
            self.layout.end_line()
        else:
            self.layout.blank()
        self._had_words = False

    def _mark(self, name: str) -> None:
        """Take a break, a tab or a special hyphen."""
        # Outside a run, a tab only says where tab stops are.
        if self._hidden_run or self._repeats or not self._in_run:
            return
        if name in ("br", "cr"):
            self.layout.end_line()
        else:
            self.layout.add(MARKS[name])


def word_name(tag: str) -> str:
    """Give an element's short name if it is one of Word's own, else nothing."""
    for namespace in WORDS:
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    return ""


def setting(attributes: dict[str, str], default: str) -> str:
    """Give an element's w:val."""
    for namespace in WORDS:
        if namespace + "val" in attributes:
            return attributes[namespace + "val"]
    return default


MARKS = {"br": "", "cr": "", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
TABLE_STARTS = {"tbl": Layout.open_table, "tr": Layout.open_row, "tc": Layout.open_cell}
TABLE_ENDS = {"tbl": Layout.close_table, "tr": Layout.close_row, "tc": Layout.close_cell}
