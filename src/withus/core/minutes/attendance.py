"""Walk the lines of the minutes and gather those that list people, under which heading."""

import re
from collections.abc import Sequence
from dataclasses import replace

from withus.core.minutes import blocks, groups, names, runs
from withus.core.minutes.capacity import of_heading
from withus.core.minutes.dates import has_date
from withus.core.minutes.entries import NO_HEADING, Entry
from withus.core.minutes.headings import Heading, Part, ends_list, heading, is_prose
from withus.core.minutes.showing import publishable
from withus.core.minutes.tables import (
    Columns,
    as_cells,
    blocks_of,
    columns_of,
    row_text,
    with_slashes,
)
from withus.core.minutes.terms import said
from withus.core.minutes.text import Line, fields, is_numbered, plain, unbulleted, without_asides
from withus.core.minutes.walk import Walk, entry_of, keep, start
from withus.core.minutes.wrapping import is_cut

LEAST_IN_PROSE = 3  # people


def gather(lines: Sequence[Line], *, headless: int = 0) -> tuple[list[Entry], int]:
    """Tell the entries of the attendance list, and the number of the line it starts at.

    Shape: entries in the order of the lines; none where there is no list under a heading.
    Reads: `headless`, the number of the line where a list with no heading of its own starts.
    """
    walk = Walk()
    clean = with_slashes(lines)
    below = ""
    for line in reversed(clean):
        walk.below[line.number] = below
        below = as_cells(line.text) or below
    for line in clean:
        if headless and line.number == headless:
            start(walk, line, Part.PRESENT, NO_HEADING)
        if line.number >= headless:
            _step(walk, line)
    return walk.entries, walk.starts


def _step(walk: Walk, line: Line) -> None:
    text = as_cells(line.text)
    walk.raw = line.text
    if not text:
        if walk.inline:
            walk.group, walk.group_words = None, ""
        walk.inline, walk.gap = False, True
        return
    _take(walk, Line(line.number, text), text)
    walk.gap = False


def _take(walk: Walk, line: Line, text: str) -> None:
    beside = groups.parts_beside(text)
    if beside and not walk.seen:
        start(walk, line, beside[0], NO_HEADING)
        walk.beside = beside
        return
    columns = columns_of(text)
    if columns and (walk.part is not Part.ENDED or Part.PRESENT not in walk.seen):
        _open_table(walk, line, columns)
        return
    found = heading(text)
    if found and _is_below_apologies(walk, found):
        return
    if found and _is_post_below(walk, line, found):
        _add(walk, line, inline=False)
    elif found and _opens(walk, found):
        _open(walk, line, found)
    elif walk.part is not Part.ENDED or _resumes(walk, text):
        _within(walk, line)
    elif not walk.seen:
        _before(walk, line, text)


def _before(walk: Walk, line: Line, text: str) -> None:
    """Above any heading: a line for the chair, or a group with no word for being there."""
    if groups.is_chair_line(text) and groups.post_before(text)[0]:
        walk.part = Part.PRESENT
        _add(walk, line, inline=False)
        walk.part = Part.ENDED
    elif groups.opens_a_list(text):
        start(walk, line, Part.PRESENT, "")
        _within(walk, line)


def _resumes(walk: Walk, text: str) -> bool:
    """A run of names that a line broke off goes on at a group with its people: "Council: A, B"."""
    if walk.paused is None:
        return False
    grouped = None if is_prose(text) else groups.group_with_rest(text)
    if ends_list(text) or is_numbered(text):
        walk.paused = None
    elif grouped and of_heading(publishable(grouped[0])) and runs.starts_person(grouped[1]):
        walk.part, walk.paused = walk.paused, None
    return walk.part is not Part.ENDED


def _open_table(walk: Walk, line: Line, columns: Columns) -> None:
    walk.columns = columns
    if walk.part is Part.ENDED:
        start(walk, line, Part.PRESENT, "")


def _opens(walk: Walk, found: Heading) -> bool:
    """A heading in the body of the minutes opens nothing that was listed before."""
    if walk.part is not Part.ENDED or not walk.seen:
        return True
    return found.part not in walk.seen


def _is_below_apologies(walk: Walk, found: Heading) -> bool:
    """ "Members" under "Apologies" is a column or a group of those who were not there."""
    if walk.part not in (Part.APOLOGIES, Part.ABSENT) or found.part is not Part.PRESENT:
        return False
    spelt = re.search(r"present|attend", plain(found.words))
    return (
        not spelt and not found.rest and (walk.part not in walk.last or Part.PRESENT in walk.seen)
    )


def _open(walk: Walk, line: Line, found: Heading) -> None:
    walk.columns = walk.columns if "\t" in found.rest else None
    spelt = re.search(r"present|attend", plain(found.words))
    inside = not spelt and walk.part is Part.PRESENT and found.part is Part.IN_ATTENDANCE
    walk.outer = (walk.part, walk.heading) if inside and found.rest else None
    start(walk, line, _part_here(walk, found), found.words)
    if found.rest:
        _take_rest(walk, Line(line.number, found.rest), found.rest)


def _is_post_below(walk: Walk, line: Line, found: Heading) -> bool:
    """ "Minute taker" under a name, where others have their posts under their names too."""
    last = walk.entries[-1] if len(walk.entries) > 1 else None
    if last is None or found.rest or line.text.rstrip().endswith(":"):
        return False
    beside = last.line.number == line.number - 1 and walk.part is last.part
    alone = blocks.is_name_alone(last) and not blocks.is_name_alone(walk.entries[-2])
    return beside and alone and bool(said("one_in_support").search(plain(found.words)))


def _part_here(walk: Walk, found: Heading) -> Part:
    """ "Attendance and apologies", below a list of those who were there, tells who was away."""
    again = found.part is Part.PRESENT and Part.PRESENT in walk.seen
    return Part.APOLOGIES if again and "apolog" in plain(found.words) else found.part


def _take_rest(walk: Walk, line: Line, rest: str) -> None:
    """What stands after a heading on its own line: people, or a group of people."""
    rest = said("clause").sub("", rest)
    if runs.is_nobody(rest) or _is_sentence(rest):
        return
    group = groups.group_with_rest(rest)
    if group:
        walk.group_words, rest = group
        walk.group = of_heading(publishable(walk.group_words))
    walk.inline = "\t" not in rest
    if rest:
        _add(walk, Line(line.number, rest), inline=walk.inline)


def _is_sentence(rest: str) -> bool:
    """Words of a sentence after a heading are one, unless several people stand among them."""
    return is_prose(rest) and sum(map(runs.starts_full, _texts(rest))) < LEAST_IN_PROSE


def _texts(rest: str) -> list[str]:
    return [part.text for part in runs.parts_of(rest)]


def _within(walk: Walk, line: Line) -> None:
    text = line.text.strip()
    if _is_over(walk, text) and not groups.is_post_over_name(text, walk.below.get(line.number, "")):
        ends = ends_list(text) or is_numbered(text) or is_prose(text)
        walk.paused = None if ends else walk.part
        walk.part = Part.ENDED
        return
    if runs.is_nobody(text) or _is_dated(text) or said("vacant").search(text):
        return
    if is_prose(text):
        walk.prose += 1
        return
    walk.prose = 0
    if walk.beside:
        _add_beside(walk, line)
        return
    grouped = groups.group_with_rest(text)
    if grouped:
        _open_group(walk, line, *grouped)
    elif walk.columns and "\t" in text:
        _add_row(walk, line)
    else:
        if walk.many and _is_person_with_post(text) and not _goes_on(walk):
            walk.group, walk.group_words, walk.inline, walk.many = None, "", False, False
        _add(walk, line, inline=walk.inline)


def _goes_on(walk: Walk) -> bool:
    above = walk.entries[-1].line.text.rstrip()
    return above.endswith(",") or is_cut(above)


def _is_person_with_post(text: str) -> bool:
    """A line of one person and their post, under a group whose people stand on its own line."""
    parts = fields(unbulleted(text))
    return len(parts) > 1 and sum(map(runs.starts_person, parts)) == 1


def _is_dated(text: str) -> bool:
    return has_date(without_asides(text)) and not names.is_name(text) and len(fields(text)) < 3


def _open_group(walk: Walk, line: Line, words: str, rest: str) -> None:
    if walk.outer and rest:  # "Officers: ..." was one group of several under "Present"
        (walk.part, walk.heading), walk.outer = walk.outer, None
    walk.group_words, walk.group = words, of_heading(publishable(words))
    if walk.part is Part.APOLOGIES and said("wrote_the_minutes").match(plain(words)):
        walk.part, walk.heading = Part.IN_ATTENDANCE, ""
    walk.inline = bool(rest) and "\t" not in rest
    walk.many = walk.inline and sum(map(runs.starts_person, _texts(rest))) > 1
    if rest:
        _add(walk, Line(line.number, rest), inline=True)


def _is_over(walk: Walk, text: str) -> bool:
    last = walk.last.get(walk.part)
    if last is not None and not walk.gap and is_cut(last.line.text):
        return False
    if groups.is_chair_line(text) and groups.post_before(text)[0] and not is_prose(text):
        return False
    numbered = is_numbered(text) and not walk.numbered
    first = (fields(unbulleted(text)) or [""])[0]
    lone = numbered and len(first.split()) == 1 and first == unbulleted(text)
    if lone and last is not None and len(unbulleted(last.line.text).split()) > 1:
        return True  # "1. Hello", below a list of full names
    after_run = last is not None and last.inline and walk.gap and not _lists_somebody(text)
    matter = numbered and (walk.gap or not _lists_somebody(text))
    next_matter = last is not None and (matter or after_run)
    prose = is_prose(text) and (
        walk.prose >= 1 or (last is not None and walk.heading == NO_HEADING)
    )
    asks = text.endswith("?") and last is not None
    return ends_list(text) or next_matter or prose or asks


def _lists_somebody(text: str) -> bool:
    first = (fields(unbulleted(text)) or [""])[0]
    if runs.starts_person(first) or groups.group_with_rest(text) is not None:
        return True
    return bool(groups.post_before(text)[0]) and not said("no_post").match(plain(text))


DEEP = 12  # spaces before a cell whose neighbour to the left is empty


def _add_beside(walk: Walk, line: Line) -> None:
    """A row of two lists side by side: each cell is of the list whose heading is above it."""
    cells = line.text.split("\t")
    walk.numbered = walk.numbered or is_numbered(line.text)
    gap = len(walk.raw) - len(walk.raw.lstrip())
    first = 1 if len(cells) == 1 and gap >= DEEP else 0
    for part, cell in zip(walk.beside[first:], cells, strict=False):
        if cell.strip() and not runs.is_nobody(cell):
            keep(walk, replace(entry_of(walk, Line(line.number, cell)), part=part, row=True))


def _add_row(walk: Walk, line: Line) -> None:
    assert walk.columns is not None
    for columns, text in blocks_of(walk.columns, line.text):
        row = row_text(columns, text)
        if row.text and not row.said_nothing:
            part = Part.APOLOGIES if row.away and walk.part is not Part.ABSENT else walk.part
            keep(walk, replace(entry_of(walk, Line(line.number, row.text)), part=part, row=True))


def _add(walk: Walk, line: Line, *, inline: bool) -> None:
    post, text = groups.post_before(line.text)
    walk.numbered = walk.numbered or is_numbered(line.text)
    entry = replace(entry_of(walk, Line(line.number, text)), inline=inline, post=post)
    # Whoever is said to be in the chair was there, wherever the sentence stands; so was whoever
    # wrote the minutes.
    if post == groups.IN_THE_CHAIR:
        entry = replace(entry, part=Part.PRESENT)
    elif walk.part is Part.APOLOGIES and said("wrote_the_minutes").match(plain(post)):
        entry = replace(entry, part=Part.IN_ATTENDANCE, heading="", group=None, group_words="")
    keep(walk, entry)
