"""Tables: cells drawn with pipes, slashes or wide gaps; heading rows; who a row says came."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from withus.core.minutes.terms import columns
from withus.core.minutes.text import LONGEST_LINE, Line, plain, without_asides

LEAST_SLASHED = 3  # lines with " / " before it is read as the edge of a cell
_NAMED = ("name", "role", "body", "came", "apologies", "status", "initials")
_SHOWN = ("name", "role", "body")
_STATUS = ("came", "apologies", "status")
TICKS = "✓✔☑√■"
_PIPES = re.compile(r"\s*\|(.*)\|\s*$")
_RULE = re.compile(r"[\s|:=+_-]+$")
_STUCK = re.compile(r"(\([A-Z][A-Za-z]{1,3}\))(?=[A-Z][a-z])")
_WIDE_GAP = re.compile(r"(?<=[^\s;]) {3,}(?=\S)")
_SLASH = re.compile(r"(?:^| +)/(?= |$) ?")
_BAR = re.compile(r"(?<=\S) +\|(?: +|$)")
_SPACE = re.compile(r"[\u00a0\u2000-\u200a\u202f\u3000]")
_CURLY = str.maketrans("{}", "()")
_UNSEEN = re.compile(r"[\u200b-\u200f\ufeff\u00ad\0]")


@dataclass(frozen=True, slots=True)
class Columns:
    """The kind of each column, left to right."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row as one line of text, and whether it says that the person was away, or nothing."""

    text: str
    away: bool = False
    said_nothing: bool = False


def with_slashes(lines: Sequence[Line]) -> list[Line]:
    """Tell the lines with " / " or " | " as the edge of a cell, where several lines have it so.

    Shape: spaces of every width become plain ones, and no line is longer than LONGEST_LINE.
    """
    clean = _letters_told([Line(line.number, _clean(line.text)) for line in lines])
    for edge in (_SLASH, _BAR):
        if sum(_is_row(edge, line.text) for line in clean) >= LEAST_SLASHED:
            return [Line(line.number, _as_tabs(edge, line.text)) for line in clean]
    return clean


def _is_row(edge: re.Pattern[str], text: str) -> bool:
    return bool(edge.search(text)) and not _PIPES.match(text)


def _as_tabs(edge: re.Pattern[str], text: str) -> str:
    """A line with no empty cell at its ends."""
    return "\t".join(cell.strip() for cell in edge.split(text)).strip()


# A legend above the list: "P = Present, A = Apologies, DNA = Did not attend".
_LEGEND = re.compile(r"\bP\s?[=–:-]\s?Present\b.*\bA\s?[=–:-]\s?Apologies\b", re.I)
# "Jo Bloggs Carer Present": a column of who came, with nothing left between the columns.
_STATUS_LAST = re.compile(
    r"^([A-Z][^\t|]{6,80}[\w).]) (Present|Attended|Apologies|Apology|Apols|Absent|Yes|No)$"
)
_HERE = frozenset({"Present", "Attended", "Yes"})
_LETTER = re.compile(r"\s(P|A|DNA|D/R|R)$")
_TOLD = {"A": ", apologies", "DNA": ", absent"}


def _status(found: re.Match[str]) -> str:
    who, said = found.groups()
    return who if said in _HERE else f"{who}, {'apologies' if said[:2] == 'Ap' else 'absent'}"


def _letters_told(lines: list[Line]) -> list[Line]:
    """Tell what a letter at the end of a line says of who came, where a legend says it."""
    told = [found.group(2) for line in lines if (found := _STATUS_LAST.match(line.text))]
    if len(told) >= LEAST_SLASHED and set(told) & _HERE and set(told) - _HERE:
        return [Line(line.number, _STATUS_LAST.sub(_status, line.text)) for line in lines]
    if not any(_LEGEND.search(line.text) for line in lines):
        return lines
    return [
        Line(line.number, _LETTER.sub(lambda found: _TOLD.get(found.group(1), ""), line.text))
        for line in lines
    ]


def _clean(text: str) -> str:
    return _UNSEEN.sub("", _SPACE.sub(" ", text[:LONGEST_LINE].translate(_CURLY)))


def as_cells(text: str) -> str:
    """Tell a line with the cells of a drawn table (pipes, wide gaps) joined by tabs.

    Shape: a rule between rows is empty; any other line is as it was, trimmed, a post that a page
    ran together with the initials before it parted from them: "Jo Bloggs (JB)Manager".
    """
    if _RULE.match(text):
        return ""
    piped = _PIPES.match(text)
    if piped:
        return "\t".join(cell.strip() for cell in piped.group(1).split("|"))
    return _WIDE_GAP.sub("\t", _STUCK.sub(r"\1, ", text.strip()))


def _kind(cell: str) -> str:
    text = plain(without_asides(cell)) or plain(cell)
    return next((kind for kind in _NAMED if columns()[kind].fullmatch(text)), "")


def columns_of(text: str) -> Columns | None:
    """Tell the columns that a heading row names, or None where a line is no heading row."""
    if "\t" not in text:
        return None
    cells = text.split("\t")
    kinds = tuple(_kind(cell) for cell in cells)
    filled = [kind for kind, cell in zip(kinds, cells, strict=True) if cell.strip()]
    if len(filled) < 2 or not all(filled) or not set(_SHOWN) & set(filled):
        return None
    return Columns(kinds)


def blocks_of(columns: Columns, text: str) -> list[tuple[Columns, str]]:
    """Part a row of several people, where the heading row names the same columns again.

    Example: under "Name, Body, Name, Body" a row holds two people.
    """
    starts = [place for place, kind in enumerate(columns.kinds) if kind == "name"]
    if len(starts) < 2 or starts[0] != 0:
        return [(columns, text)]
    cells, ends = text.split("\t"), [*starts[1:], None]
    blocks = [
        (Columns(columns.kinds[begin:end]), "\t".join(cells[begin:end]))
        for begin, end in zip(starts, ends, strict=True)
    ]
    return [(kinds, cells) for kinds, cells in blocks if cells.strip()]


def row_text(columns: Columns, text: str) -> Row:
    """Tell a row of such a table as "name, post, body", and whether it says "apologies".

    Shape: a row with one filled cell is given as it is, unless a column tells who came.
    """
    cells = [cell.strip() for cell in text.split("\t")]
    filled = [cell for cell in cells if cell]
    tells = bool(set(_STATUS) & set(columns.kinds))
    if len(filled) <= 1 and not tells:
        return Row(filled[0] if filled else "")
    by_kind: dict[str, list[str]] = {kind: [] for kind in (*_SHOWN, *_STATUS)}
    for place, cell in enumerate(cells):
        kind = columns.kinds[place] if place < len(columns.kinds) else "role"
        if kind in by_kind and cell:
            by_kind[kind].append(cell)
    shown = ", ".join(cell for kind in _SHOWN for cell in by_kind[kind])
    if not tells:
        return Row(shown)
    came, away = _came(by_kind), _was_away(by_kind)
    return Row(shown, away=away and not came, said_nothing=not came and not away)


def _came(cells: dict[str, list[str]]) -> bool:
    """A column for apologies may still say "Attended"; a tick in it is an apology."""
    said = [*cells["came"], *cells["status"]]
    here = any(_ticked(cell) and not _says(cell, "away", but="x") for cell in said)
    return here or any(re.match(r"present|attended|yes", plain(c)) for c in cells["apologies"])


def _was_away(cells: dict[str, list[str]]) -> bool:
    said = [*cells["came"], *cells["status"]]
    ticked = any(_ticked(cell) or _says(cell, "away") for cell in cells["apologies"])
    return ticked or any(_says(cell, "away", but="x") for cell in said)


def _says(cell: str, word: str, *, but: str = "") -> bool:
    text = plain(cell)
    return bool(text) and text != but and bool(columns()[word].fullmatch(text))


def _ticked(cell: str) -> bool:
    return any(mark in cell for mark in TICKS) or _says(cell, "here")
