"""Set words, lines and tables out as lines of text, one row of a table on one line."""

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from withus.reading.limits import LINES
from withus.reading.refusals import CannotRead

BULLET = "* "
MOST_ROWS_IN_COLUMNS = 2
LABEL = re.compile(
    r".{0,60}:|"
    r"(?:those |members |also )?(?:present|attend\w*|in attendance|apolog\w*|absent)\b.{0,40}",
    re.IGNORECASE,
)


Cells = list[list[str]]


@dataclass(slots=True)
class Table:
    """A table being read: its finished rows, the finished cells of the open row, the open cell."""

    rows: list[Cells] = field(default_factory=list)
    cells: Cells = field(default_factory=list)
    cell: list[str] | None = None
    in_row: bool = False
    frames: set[int] = field(default_factory=set)


class Layout:
    """Takes a document's words in reading order and gives its lines."""

    def __init__(self) -> None:
        """Start with an empty page."""
        self.lines: list[str] = []
        self._words: list[str] = []
        self._tables: list[Table] = []
        self._bullet = False
        self._term = False
        self._set = 0

    def add(self, words: str) -> None:
        """Add to the line being set."""
        self._words.append(words)

    def end_line(self) -> None:
        """Finish the line, if there is anything on it."""
        if not self._words:
            return
        line = "".join(self._words).strip()
        self._words.clear()
        if line:
            self._put(BULLET + line if self._bullet else line)
            self._bullet = False

    def blank(self) -> None:
        """Leave a blank line, outside tables and after something."""
        self.end_line()
        if not self._tables and self.lines and self.lines[-1]:
            self._put("")

    def bullet(self) -> None:
        """Begin an entry of a list."""
        self.end_line()
        self._bullet = True

    def close_term(self) -> None:
        """End a term; what it means may follow on the same line."""
        self._term = bool(self._words)

    def open_meaning(self) -> None:
        """Set a meaning beside its term, or below where the term is a heading of people."""
        if self._term and self._words and not LABEL.fullmatch("".join(self._words).strip()):
            self.add("\t")
        else:
            self.end_line()
        self._term = False

    def open_table(self) -> None:
        """Begin a table; one inside a cell makes that row a frame, not a row of facts."""
        self.end_line()
        if self._tables and self._tables[-1].cell is not None:
            self._tables[-1].frames.add(len(self._tables[-1].rows))
        self._tables.append(Table())

    def close_table(self) -> None:
        """End a table and set it, with whatever is still open in it."""
        if not self._tables:
            return
        self.close_row()
        for line in table_lines(self._tables.pop()):
            self._put(line)

    def open_row(self) -> None:
        """Begin a row."""
        if not self._tables:
            self.open_table()
        self.close_row()
        self._tables[-1].in_row = True

    def open_cell(self) -> None:
        """Begin a cell, and a row or a table where the file forgot it."""
        if not self._tables or not self._tables[-1].in_row:
            self.open_row()
        self.close_cell()
        self._tables[-1].cell = []

    def close_cell(self) -> None:
        """End a cell."""
        self.end_line()
        self._bullet = False
        table = self._tables[-1] if self._tables else None
        if table and table.cell is not None:
            table.cells.append(table.cell)
            table.cell = None

    def close_row(self) -> None:
        """End a row."""
        self.close_cell()
        if self._tables and self._tables[-1].in_row:
            table = self._tables[-1]
            table.rows.append(table.cells)
            table.cells, table.in_row = [], False

    def finish(self) -> list[str]:
        """Close what is open and give the lines."""
        self.end_line()
        while self._tables:
            self.close_table()
        return self.lines

    def _put(self, line: str) -> None:
        """Set a line where it belongs: in the innermost open cell, else on the page."""
        self._set += 1
        if self._set > LINES * 4:
            raise CannotRead("too_many_lines")
        for table in reversed(self._tables):
            if table.cell is not None:
                table.cell.append(line)
                return
        self.lines.append(line)
        if len(self.lines) > LINES:
            raise CannotRead("too_many_lines")


def table_lines(table: Table) -> list[str]:
    """Set a table: a list in columns down each of them, all else row by row."""
    if not table.frames and in_columns(table.rows):
        columns = zip_longest(*table.rows, fillvalue=[])
        return [line for column in columns for cell in column for line in cell]
    lines = []
    for number, cells in enumerate(table.rows):
        framed = number in table.frames
        lines += [line for cell in cells for line in cell] if framed else row_lines(cells)
    return lines


def in_columns(rows: list[Cells]) -> bool:
    """Tell whether a table only sets a list in columns, under headings or none."""
    if not rows or len(rows) > MOST_ROWS_IN_COLUMNS:
        return False
    *headings, lists = rows
    filled = [cell for cell in lists if cell]
    many = len(filled) > 1 and all(len(cell) > 1 for cell in filled)
    return many and all(len(cell) < 2 for cells in headings for cell in cells)


def row_lines(cells: Cells) -> list[str]:
    """Set one row: its cells with tabs between; its only cell, or a label's people, as lines."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2:
        return [line for cell in filled for line in cell]
    first, last = filled[0], filled[-1]
    if len(filled) == 2 and len(last) > 1 and len(first) == 1 and LABEL.fullmatch(first[0]):
        return [*first, *last]
    return ["\t".join(in_one(cell) for cell in cells).rstrip()]


def in_one(cell: list[str]) -> str:
    """Join the lines of a cell with a space."""
    return " ".join(line.removeprefix(BULLET) for line in cell).replace("\t", " ")
