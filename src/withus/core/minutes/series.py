"""Several meetings of one board, in the order they were held."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from withus.core.minutes.reading import NotMinutes, board_name, read_meeting
from withus.core.minutes.showing import publishable
from withus.core.minutes.sightings import Meeting
from withus.core.minutes.text import Line

MOST_AT_A_MEETING = 400  # people; a longer list is no meeting's


@dataclass(frozen=True, slots=True)
class Series:
    """The meetings of a board as its minutes show them.

    Shape: meetings in the order of their days, those with no day last; `number` of each is its
    place in the order they were first read in and stays when a day is corrected. `sources` tells
    for each meeting which of the given minutes it was read from, from 0; empty where not known.
    """

    board: str
    meetings: tuple[Meeting, ...]
    sources: tuple[int, ...] = field(default=(), compare=False)


def read_series(minutes: Sequence[Sequence[Line]], *, board: str = "") -> Series:
    """Tell what several sets of minutes say of who was in the room.

    Reads: `board`, as somebody typed it, shown with known words only; where empty, the name the
    minutes print.
    Errors: NotMinutes where one of them holds no list of people, or more than were ever in a room.
    """
    printed = [board_name(lines) for lines in minutes]
    name = publishable(board) or next(filter(None, printed), "")
    read = [
        (place, read_meeting(lines, board=printed[place] or name))
        for place, lines in enumerate(minutes)
    ]
    if any(meeting.listed > MOST_AT_A_MEETING for _, meeting in read):
        raise NotMinutes("too_many_listed", {"most": MOST_AT_A_MEETING})
    read.sort(key=lambda pair: _day(pair[1]))
    numbered = (replace(meeting, number=place) for place, (_, meeting) in enumerate(read, 1))
    return Series(name, tuple(numbered), tuple(source for source, _ in read))


def in_order(series: Series) -> Series:
    """Tell a series with its meetings in the order of their days, their sources with them."""
    order = sorted(range(len(series.meetings)), key=lambda place: _day(series.meetings[place]))
    meetings = tuple(series.meetings[place] for place in order)
    sources = tuple(series.sources[place] for place in order) if series.sources else ()
    return replace(series, meetings=meetings, sources=sources)


def _day(meeting: Meeting) -> tuple[bool, date]:
    return meeting.held is None, meeting.held or date.max
