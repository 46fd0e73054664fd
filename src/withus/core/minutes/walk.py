"""A walk down the lines of minutes: under which heading it is, and what it gathered so far."""

from dataclasses import dataclass, field, replace

from withus.core.minutes.capacity import Read, of_heading
from withus.core.minutes.entries import Entry
from withus.core.minutes.headings import Part
from withus.core.minutes.showing import publishable
from withus.core.minutes.tables import Columns
from withus.core.minutes.text import Line


@dataclass(slots=True)
class Walk:
    """Where the walk is, and the entries it kept."""

    part: Part = Part.ENDED
    heading: str = ""
    headed: Read | None = None
    group: Read | None = None
    group_words: str = ""
    inline: bool = False
    many: bool = False  # several people of the group stand on the line of its heading
    gap: bool = False
    numbered: bool = False
    columns: Columns | None = None
    entries: list[Entry] = field(default_factory=list)
    starts: int = 0
    prose: int = 0
    paused: Part | None = None
    outer: tuple[Part, str] | None = None  # the part and heading that a group of officers is in
    beside: tuple[Part, ...] = ()  # parts that stand in columns side by side
    raw: str = ""
    below: dict[int, str] = field(default_factory=dict)  # the next line with words, by line

    seen: set[Part] = field(default_factory=set)  # opened by a heading or a group, with somebody
    last: dict[Part, Entry] = field(default_factory=dict)


def start(walk: Walk, line: Line, part: Part, words: str) -> None:
    """Begin a list of the part that a heading opens."""
    walk.part, walk.heading, walk.group, walk.prose = part, words, None, 0
    walk.inline, walk.group_words, walk.numbered, walk.paused = False, "", False, None
    walk.many = False
    walk.headed = of_heading(publishable(words))
    walk.beside = ()
    if part in (Part.PRESENT, Part.IN_ATTENDANCE) and not (walk.starts and walk.seen):
        walk.starts = line.number


def entry_of(walk: Walk, line: Line) -> Entry:
    """Tell the entry of a line under the heading and the group the walk is in."""
    entry = Entry(line, walk.part, walk.heading, walk.headed, walk.group)
    return replace(entry, group_words=walk.group_words)


def keep(walk: Walk, entry: Entry) -> None:
    """Keep an entry, and note that its part was opened."""
    walk.entries.append(entry)
    walk.last[entry.part] = entry
    if entry.heading or entry.group_words:
        walk.seen.add(entry.part)
