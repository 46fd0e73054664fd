"""British dates in every usual form, and which of them is the day of the meeting."""

import re
from collections.abc import Sequence
from datetime import date

from withus.core.minutes.terms import said
from withus.core.minutes.text import Line

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(\d{1,2})(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"((?:19|20)\d\d|['’]?\d\d)(?!\d|:|\.\d)"
_GAP = r"[\s,\-/.]*(?:of\s+)?"
_DAY_FIRST = re.compile(rf"\b{_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR}", re.I)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+{_DAY}[\s,]+{_YEAR}", re.I)
_YEAR_FIRST = re.compile(r"\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?((?:19|20)\d\d|\d\d)\b(?![./]\d)")
CENTURY_TURNS = 70  # two figures below this are of this century


def _made(year: str, month: int, day: str) -> date | None:
    figures = int(re.sub(r"\D", "", year))
    if figures < 100:
        figures += 2000 if figures < CENTURY_TURNS else 1900
    try:
        return date(figures, month, int(day))
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def dates_in(text: str) -> list[date]:
    """Tell the days named in a text, in the order of their forms.

    Shape: 4 November 2025, 4th Nov 25, November 4, 2025, 2025-11-04, 04/11/2025, 4.11.25.
    Not: a day that is not in the calendar, nor a month above 12 (British order is day first).
    """
    found = [
        *(_made(y, _month_number(m), d) for d, m, y in _DAY_FIRST.findall(text)),
        *(_made(y, _month_number(m), d) for m, d, y in _MONTH_FIRST.findall(text)),
        *(_made(y, int(m), d) for y, m, d in _YEAR_FIRST.findall(text)),
        *(_made(y, int(m), d) for d, m, y in _NUMBERS.findall(text)),
    ]
    return [day for day in found if day]


def has_date(text: str) -> bool:
    """Tell whether a text names a day."""
    return bool(dates_in(text))


def of_another_day(text: str) -> bool:
    """Tell whether a line speaks of another meeting's day, or of the paper's own."""
    return bool(said("other_day").search(text))


def day_of_meeting(lines: Sequence[Line], *, list_starts: int) -> date | None:
    """Tell the day a meeting was held, or None where the minutes do not say.

    Formula: of the lines above the list of people (below them if there is none above), the first
    day that is not said to be another meeting's or the paper's own; lines that say "held on" or
    "date" go first.
    Reads: `list_starts` is the number of the line the list of people starts at.
    """
    above = [line for line in lines if line.number <= list_starts]
    below = [line for line in lines if line.number > list_starts]
    return _first_day(above) or _first_day(below[:12])


def _first_day(lines: Sequence[Line]) -> date | None:
    dated = [(line, dates_in(line.text)) for line in lines]
    dated = [(line, days) for line, days in dated if days and not of_another_day(line.text)]
    held = [days[0] for line, days in dated if said("this_day").search(line.text)]
    first = held or [days[0] for _, days in dated]
    return first[0] if first else None
