"""One pasted text with the minutes of several meetings one after another, parted."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from withus.core.minutes.attendance import gather
from withus.core.minutes.dates import dates_in, of_another_day
from withus.core.minutes.groups import opens_a_list
from withus.core.minutes.headings import Part, heading, is_prose
from withus.core.minutes.headless import headless_start
from withus.core.minutes.tables import as_cells, columns_of, with_slashes
from withus.core.minutes.terms import said
from withus.core.minutes.text import Line, is_numbered, plain, unbulleted

HEAD_LINES = 18  # lines with words, from the title of minutes to their list of people
LIST_LINES = 40  # lines looked at for the people under a heading
LEAST_LISTED = 2  # people under a heading, before it can start another meeting
LONGEST_TITLE = 220  # letters
_TIME = re.compile(r"\d{1,2}[.:]?\d{0,2}\s?(?:am|pm|noon|-|–|to|hrs)", re.I)
_DIGITS = re.compile(r"\d+\w*")


def split_meetings(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Tell the lines of each meeting, where one text holds the minutes of several.

    Formula: a new meeting starts at the title or the date over a second list of people; the title
    must be that of the first meeting again, or the day must be another.
    Shape: every line is in just one meeting, in order, and keeps its number.
    Not: two meetings on one day under two titles, nor those whose list has no heading.
    """
    clean = with_slashes(lines)
    heads = [place for place, line in enumerate(clean) if _may_head(line.text)]
    ends = [*heads[1:], len(lines)]
    heads = [
        head
        for head, end in zip(heads, ends, strict=False)
        if gather(clean[head:end])[0] and _lists_people(clean[head : head + LIST_LINES])
    ]
    if heads and (alone := headless_start(clean[: heads[0]])):
        heads.insert(0, next(n for n, line in enumerate(clean) if line.number == alone))
    bounds = [0]
    for before, head in pairwise(heads):
        start = _starts_at(clean, head, between=(before, bounds[-1]))
        if start is not None:
            bounds.append(start)
    ends = [*bounds[1:], len(lines)]
    return [tuple(lines[a:b]) for a, b in zip(bounds, ends, strict=True)]


def _may_head(text: str) -> bool:
    """Tell whether a line may stand over a list of people who were there."""
    cells = as_cells(text)
    if not cells or is_prose(cells):
        return False
    found = heading(cells)
    if found:
        return found.part in (Part.PRESENT, Part.IN_ATTENDANCE)
    return columns_of(cells) is not None or opens_a_list(cells)


def _lists_people(lines: Sequence[Line]) -> bool:
    entries, _ = gather(lines)
    here = [e for e in entries if e.part in (Part.PRESENT, Part.IN_ATTENDANCE)]
    return len(here) >= LEAST_LISTED or any(e.inline and "," in e.line.text for e in here)


def _starts_at(lines: Sequence[Line], head: int, *, between: tuple[int, int]) -> int | None:
    """Tell the place where the meeting with this list starts, if it is not the one before.

    Reads: `between` are the places of the list before, and of the meeting that it belongs to.
    """
    before, since = between
    block = _head_block(lines, head, since=before)
    days, titles = _days_and_titles(lines[since:], until=head - since)
    for place in reversed(block):
        text = lines[place].text
        other = [] if _is_of_next(lines, place) else dates_in(text)
        if _title(text) in titles or (other and not set(other) & days):
            return _with_title(lines, place, block)
    return None


def _is_of_next(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a day is that of another meeting by its own line or by the one above."""
    above = [line.text for line in lines[max(0, place - 3) : place] if line.text.strip()][-1:]
    return of_another_day(lines[place].text) or any(
        said("other_meeting").search(text) and not dates_in(text) for text in above
    )


def _head_block(lines: Sequence[Line], head: int, *, since: int) -> list[int]:
    """Tell the places of the lines right over a list that may be the head of its minutes."""
    block: list[int] = []
    for place in range(head - 1, since, -1):
        text = lines[place].text.strip()
        if not text:
            continue
        numbered = is_numbered(text) and not dates_in(text) and not _TIME.match(text) and block
        prose = is_prose(text) and not dates_in(text)
        if prose or numbered or len(text) > LONGEST_TITLE or len(block) == HEAD_LINES:
            break
        block.insert(0, place)
    return block


def _with_title(lines: Sequence[Line], place: int, block: Sequence[int]) -> int:
    """The lines over the date that name a board or minutes are of the same head."""
    start = place
    for above in reversed([other for other in block if other < place]):
        text = lines[above].text
        if not said("title").search(text) or re.search(r"[,\t]", text) or of_another_day(text):
            break
        start = above
    return start


def _days_and_titles(lines: Sequence[Line], *, until: int) -> tuple[set[date], set[str]]:
    """The days and titles over the first list of the meeting that a new one would follow."""
    first = next((n for n, line in enumerate(lines[:until]) if _may_head(line.text)), until)
    above = [line.text for line in lines[:first] if line.text.strip()][:HEAD_LINES]
    days = {day for text in above for day in dates_in(text)}
    titles = {_title(text) for text in above if not dates_in(text) or len(plain(text).split()) > 5}
    return days, titles - {""}


def _title(text: str) -> str:
    """A line of a title without its day, to know it again."""
    words = plain(_DIGITS.sub(" ", unbulleted(text))).split()
    return " ".join(words) if len(words) > 2 else ""
