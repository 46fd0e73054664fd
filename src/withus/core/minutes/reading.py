"""Numbered lines of published minutes into what they say of one meeting."""

import re
from collections.abc import Sequence
from dataclasses import replace

from withus.core.errors import Refusal
from withus.core.minutes import people
from withus.core.minutes.attendance import gather
from withus.core.minutes.capacity import of_post
from withus.core.minutes.chairing import chair_of, named_in_the_chair
from withus.core.minutes.dates import day_of_meeting
from withus.core.minutes.decisions import decisions_in
from withus.core.minutes.doubts import doubts_in
from withus.core.minutes.entries import Entry
from withus.core.minutes.gluing import unglued
from withus.core.minutes.headings import Part, heading, is_prose
from withus.core.minutes.headless import (
    above_apologies,
    bare_list,
    first_run,
    headless_start,
    names_above,
    people_alone,
)
from withus.core.minutes.layout import Found, resolved
from withus.core.minutes.parting import split_meetings
from withus.core.minutes.people import Listed
from withus.core.minutes.places import lists_members_apart, sighting_of
from withus.core.minutes.showing import publishable
from withus.core.minutes.sightings import Meeting, Sighting
from withus.core.minutes.tables import with_slashes
from withus.core.minutes.terms import said
from withus.core.minutes.text import Line, plain, unbulleted
from withus.core.minutes.twice import once

__all__ = ["NotMinutes", "board_name", "read_meeting", "split_meetings"]
MOST_LINES = 20_000
MOST_LISTED = 60_000  # letters of a list of people
LEAST_POSTS = 2  # lines with a post, before a text with no heading is taken for a list
LONGEST_BARE_LIST = 150  # lines: a list of people with no heading is never longer
LONGEST_BOARD = 14  # words
FURTHEST_BOARD = 8  # lines from the top
LONGEST_TITLE = 300  # letters
_MINUTES = re.compile(r"\s*\b(?:meeting|minutes)\b", re.I)


class NotMinutes(Refusal):
    """No list of people present was found in a text."""


def read_meeting(lines: Sequence[Line], *, board: str = "") -> Meeting:
    """Tell who was in the room at one meeting, by place, from the lines of its minutes.

    Formula: lines under headings such as Present, In attendance, Apologies; each line's posts to a
    capacity and a standing by the terms in force.
    Reads: `board`, the board's own name, only to know its chair.
    Not: what anybody is called, said, chose or lives with.
    Errors: NotMinutes where no list of people is found, or where the text or the list is longer
    than any minutes are.
    """
    if len(lines) > MOST_LINES:
        raise NotMinutes("too_long", {"lines": len(lines), "most": MOST_LINES})
    lines = unglued(lines)
    entries, starts = _entries(lines)
    if sum(len(entry.line.text) for entry in entries) > MOST_LISTED:
        raise NotMinutes("too_many_listed", {"lines": len(entries)})
    listed = resolved(entries)
    came = [(entry, who) for entry, who in listed if _is_here(entry, who)]
    if not came:
        raise NotMinutes("not_minutes", {"lines": len(lines)})
    here = once(came)
    away = [(entries[0], who) for entry, who in listed if _is_away(entry, who)]
    away = away or [(entries[0], who) for who in _told_away(lines, since=starts)]
    elsewhere = {entry.line.number for entry, who in listed if not _is_here(entry, who)}
    seen = _seen(here, lines, board=board)
    return Meeting(
        held=day_of_meeting(lines, list_starts=starts),
        sightings=seen,
        apologies=len(once(away)),
        chair=chair_of(seen, lines),
        decisions=decisions_in(lines, after=starts),
        doubts=doubts_in(
            came,
            seen,
            [line for line in lines if line.number not in elsewhere],
            everybody=listed,
            away=len(away),
        ),
    )


def _seen(here: Found, lines: Sequence[Line], *, board: str) -> tuple[Sighting, ...]:
    """The places of those who were there; who chaired may be told by a sentence alone."""
    split = lists_members_apart(here)
    seen = [sighting_of(entry, who, split=split, board=board) for entry, who in here]
    if not any(who.chair for who in seen):
        chairing = named_in_the_chair(lines, here)
        seen = [replace(who, chair=place == chairing) for place, who in enumerate(seen)]
    return tuple(seen)


_HERE = (Part.PRESENT, Part.IN_ATTENDANCE)


def _is_here(entry: Entry, who: Listed) -> bool:
    return entry.part in _HERE and not people.said_away(who)


def _is_away(entry: Entry, who: Listed) -> bool:
    """Apologies were sent; nobody who is only absent counts."""
    absent = any(
        re.match(r"absent$|dna$|no$|not present", plain(word)) for word in (*who.marks, *who.posts)
    )
    return not _is_here(entry, who) and entry.part is not Part.ABSENT and not absent


def _told_away(lines: Sequence[Line], *, since: int) -> list[Listed]:
    """Those a sentence under the list says had sent apologies, where no list of them is."""
    for line in lines:
        told = said("apologies_told").search(line.text) if line.number > since else None
        found = people.several(told.group(1), line.number) if told else []
        if found and found[0].key:
            return [who for who in found if who.key]
    return []


def _entries(lines: Sequence[Line]) -> tuple[list[Entry], int]:
    """The entries under headings; without headings, those of a list that opens on its own."""
    entries, starts = gather(lines)
    if _any_here(entries):
        above = 0 if _lists_present(entries) else names_above(lines, starts)
        if above:
            return gather(lines, headless=above)
        return _present_if_only_attending(entries), starts
    headless = headless_start(lines) or above_apologies(lines) or people_alone(lines)
    headless = headless or first_run(lines)
    if headless and _any_here((found := gather(lines, headless=headless))[0]):
        return found
    filled = bare_list(with_slashes(lines))
    posts = [line for line in filled if of_post(publishable(line.text), "") is not None]
    if len(posts) < LEAST_POSTS or len(filled) > LONGEST_BARE_LIST or len(posts) * 2 < len(filled):
        raise NotMinutes("not_minutes", {"lines": len(lines)})
    return _bare_entries(filled), filled[0].number


def _bare_entries(filled: Sequence[Line]) -> list[Entry]:
    """The entries of a list with no heading, up to one for those who were away."""
    entries, part = [], Part.PRESENT
    for line in filled:
        found = heading(line.text)
        if found and not found.rest and found.part in (Part.APOLOGIES, Part.ABSENT):
            part = found.part
        else:
            entries.append(Entry(line, part, ""))
    return entries


def _present_if_only_attending(entries: list[Entry]) -> list[Entry]:
    """Where nobody is headed "present", those headed "in attendance" are the meeting."""
    if _lists_present(entries):
        return entries
    return [
        replace(entry, part=Part.PRESENT)
        if entry.part is Part.IN_ATTENDANCE and re.match(r"in attend|attend", plain(entry.heading))
        else entry
        for entry in entries
    ]


def _lists_present(entries: Sequence[Entry]) -> bool:
    headed = (entry for entry in entries if entry.heading or entry.group_words)
    return any(entry.part is Part.PRESENT for entry in headed)


def _any_here(entries: Sequence[Entry]) -> bool:
    return any(entry.part in _HERE for entry in entries)


def board_name(lines: Sequence[Line]) -> str:
    """Tell the board's name as its minutes print it, or nothing where they do not.

    Formula: the first line above the list that names a kind of board, or the first line of all,
    shown with known words only.
    """
    for line in [line for line in lines if line.text.strip()][:FURTHEST_BOARD]:
        title = re.split(r"\t|\s[–—|-]\s", unbulleted(line.text[:LONGEST_TITLE]))[0]
        text = publishable(title)
        board = said("board").search(plain(text))
        if board and not is_prose(line.text) and len(plain(text).split()) <= LONGEST_BOARD:
            return _MINUTES.split(text)[0].strip(" ,:–-")
    return ""
