"""Put the pieces of text on a PDF page together into lines and table cells."""

from dataclasses import dataclass
from typing import Any

from withus.reading.limits import LINES
from withus.reading.refusals import CannotRead

# All in heights of the letters in use.
SAME_LINE = 0.6
CELL_GAP = 1.5
LETTER_WIDTH = 0.5
# Letters differ in width, so the longer the words the less their end is known.
DOUBT_A_LETTER = 0.12
SAME_PLACE = 0.3
NEXT_LINE = 1.8
NEXT_COLUMN = 2.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, where they start (y grows upwards), and how high their letters are."""

    words: str
    x: float
    y: float
    size: float

    def end(self) -> float:
        """Guess where the words end, on the generous side."""
        letters = len(self.words.strip())
        return self.x + letters * self.size * (LETTER_WIDTH + DOUBT_A_LETTER)


class PageLines:
    """Takes pieces in the order the page draws them and gives lines."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self._lines: list[str] = []
        self._line: list[str] = []
        self._row: list[Piece] = []
        self._cell_x = 0.0
        self._cells = 0
        self._space = False

    def take(self, words: str, page: Any, text: Any, font: Any, size: Any) -> None:
        """Take one piece as the PDF library tells it."""
        if not words.strip():
            self._space = self._space or bool(words)
            return
        first, *others = words.strip("\n").split("\n")
        piece = placed(first, page, text, size)
        self._join(piece)
        for line in others:
            self._end_line()
            self._begin(Piece(line, piece.x, piece.y - piece.size, piece.size))

    def finish(self) -> list[str]:
        """Give the lines."""
        self._end_line()
        return self._lines

    def _join(self, piece: Piece) -> None:
        """Put a piece on the line, in its next cell, or on a line of its own."""
        if not self._row:
            self._begin(piece)
            return
        last = self._row[-1]
        height = max(piece.size, last.size)
        beside = abs(piece.y - last.y) < SAME_LINE * height
        if beside and piece.x >= last.x:
            self._beside(piece, last, height)
        elif not beside and self._back_in_row(piece, height):
            self._new_cell(piece)
        elif self._continues_cell(piece, last, height):
            self._append(" ", piece)
        else:
            self._end_line()
            self._begin(piece)

    def _beside(self, piece: Piece, last: Piece, height: float) -> None:
        """Put a piece on the same line: in a new cell if there is a wide gap."""
        if piece.x - last.end() > CELL_GAP * height:
            self._new_cell(piece)
        else:
            self._append(" " if self._space else "", piece)

    def _back_in_row(self, piece: Piece, height: float) -> bool:
        """Tell whether the page went back up to a further cell of this row."""
        near = any(abs(piece.y - other.y) < SAME_LINE * height for other in self._row)
        return near and piece.x > self._cell_x + NEXT_COLUMN * height

    def _continues_cell(self, piece: Piece, last: Piece, height: float) -> bool:
        """Tell whether a piece is the next line of a cell that is not the first."""
        below = 0 < last.y - piece.y < NEXT_LINE * height
        return self._cells > 0 and below and abs(piece.x - self._cell_x) < SAME_PLACE * height

    def _begin(self, piece: Piece) -> None:
        """Begin a line."""
        self._cell_x = piece.x
        self._append("", piece)

    def _new_cell(self, piece: Piece) -> None:
        """Begin a further cell."""
        self._cells += 1
        self._cell_x = piece.x
        self._append("\t", Piece(piece.words.lstrip(), piece.x, piece.y, piece.size))

    def _append(self, between: str, piece: Piece) -> None:
        """Add words to the line."""
        self._space = False
        self._line += [between, piece.words]
        self._row.append(piece)

    def _end_line(self) -> None:
        """Finish the line."""
        line = "".join(self._line).strip()
        if line:
            self._lines.append(line)
        if len(self._lines) > LINES:
            raise CannotRead("too_many_lines")
        self._line, self._row = [], []
        self._cells, self._space = 0, False


def placed(words: str, page: Any, text: Any, size: Any) -> Piece:
    """Say where on the page words stand: the text's own place, moved as the page is moved."""
    a, b, c, d, e, f = (float(number) for number in page)
    x, y = float(text[4]), float(text[5])
    height = abs(float(size) * (float(text[3]) or float(text[1]) or 1.0) * (d or b or 1.0))
    return Piece(words, a * x + c * y + e, b * x + d * y + f, height or 1.0)
