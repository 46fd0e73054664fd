"""An entry: a line of the attendance list, and what stands over it."""

from dataclasses import dataclass, replace

from withus.core.minutes.capacity import Read, of_heading
from withus.core.minutes.headings import Part
from withus.core.minutes.showing import publishable
from withus.core.minutes.text import Line

NO_HEADING = "no heading"  # over a list that starts with no heading of its own


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, or the rest of a heading's line, that lists one person or several.

    Shape: `headed` is what the heading says of everybody under it, `group` what the group they are
    in says; `inline` where it stands on the line of its heading or goes on from there; `post` what
    stands before the person ("Chair:"); `row` a row of a table with named columns; `until` the
    last line joined to it; `doubt` a code where how the list is laid out is not sure.
    """

    line: Line
    part: Part
    heading: str
    headed: Read | None = None
    group: Read | None = None
    group_words: str = ""
    inline: bool = False
    post: str = ""
    row: bool = False
    until: int = 0
    doubt: str = ""


def with_group(entry: Entry, words: str) -> Entry:
    """Tell an entry under another group heading."""
    return replace(entry, group=of_heading(publishable(words)), group_words=words)
