"""Who is on a list that a facilitator pastes: each with their name, for invitations.

Unlike the reading of minutes for a check, this keeps names: the list is the facilitator's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from withus.core.errors import Refusal
from withus.core.minutes import people
from withus.core.minutes.attendance import gather
from withus.core.minutes.entries import Entry
from withus.core.minutes.headings import Part, heading
from withus.core.minutes.layout import resolved
from withus.core.minutes.places import lists_members_apart, sighting_of
from withus.core.minutes.sightings import Sighting
from withus.core.minutes.text import Line, fields, numbered, plain, unbulleted
from withus.core.minutes.twice import once
from withus.core.setting_up.plan import Member

MOST_MEMBERS = 70  # a page of more would be too heavy for a phone
LONGEST_LIST = 40_000  # letters
LONGEST_NAME = 120
LONGEST_POST = 200
NOT_MEMBERS = (Part.IN_ATTENDANCE,)


class NotMembers(Refusal):
    """Say that what was pasted lists nobody, or more than a board ever had."""


def members_listed(pasted: str, *, board: str = "") -> tuple[Member, ...]:
    """Tell who is on a pasted list of members, or on the list of minutes, in order.

    Formula: as minutes are read, with whoever sent apologies, for they are members too; a text
    without headings is read as one person a line.
    Reads: `board`, the board's own name, only to know its chair.
    Not: whether anybody agreed to be on it.
    Errors: NotMembers `nobody_listed`, `too_many_listed_here`, `list_too_long`.
    """
    if len(pasted) > LONGEST_LIST:
        raise NotMembers("list_too_long")
    lines = numbered(pasted.replace("\r\n", "\n"))
    found = once(resolved(entries_in(lines)))
    split = lists_members_apart(found)
    texts = {line.number: unbulleted(line.text) for line in lines}
    crowded = {line for line, count in Counter(who.line for _, who in found).items() if count > 1}
    members = []
    for entry, who in found:
        seen = sighting_of(entry, who, split=split, board=board)
        if not who.supporter and (seen.standing.counts or entry.part not in NOT_MEMBERS):
            member = member_of(who, seen, texts.get(who.line, ""))
            members.append(replace(member, post="") if who.line in crowded else member)
    if not members:
        raise NotMembers("nobody_listed")
    if len(members) > MOST_MEMBERS:
        raise NotMembers("too_many_listed_here", {"most": MOST_MEMBERS})
    return tuple(members)


def entries_in(lines: Sequence[Line]) -> list[Entry]:
    """Tell the entries under headings; where there are none, every line that is no heading."""
    headed = [each for each in gather(lines)[0] if each.part is not Part.ENDED]
    if headed:
        return headed
    bare = [line for line in lines if re.search(r"\w", line.text)]
    return [Entry(line, Part.PRESENT, "") for line in bare if not stands_over(line, bare)]


def stands_over(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a line is a heading over the others, such as "Members of the board 2026"."""
    if heading(line.text):
        return True
    said = plain(line.text).split()
    over = "members" in said or "membership" in said or "board" in said
    return line is lines[0] and over and len(lines) > 1 and len(fields(line.text)) == 1


def member_of(who: people.Listed, seen: Sighting, text: str) -> Member:
    """Tell a place from what stands on a line."""
    name = name_on(text, who.key)
    return Member(
        name=name[:LONGEST_NAME],
        post=post_on(text, name)[:LONGEST_POST],
        capacity=seen.capacity,
        chair=seen.chair,
    )


def name_on(text: str, key: str) -> str:
    """Tell a name as it is written on its line, given the plain form it is known by.

    Example: name_on("Cllr Bo O'Dell (Chair)", "cllr bo odell") is "Cllr Bo O'Dell".
    """
    if not key:
        return ""
    words = list(re.finditer(r"[^\s,;|()\t]+", text))
    wanted = key.split()
    for first in range(len(words)):
        for last in range(first, min(len(words), first + len(wanted) + 2)):
            run = text[words[first].start() : words[last].end()]
            if plain(run).split() == wanted:
                return run.strip(" .:-–")
    return key.title()


def post_on(text: str, name: str) -> str:
    """Tell what stands on a line beside a name."""
    left = text.replace(name, "", 1) if name else text
    left = re.sub(r"\s+", " ", left.replace("\t", ", ")).strip(" ,;:|–-")
    return left[1:-1] if re.fullmatch(r"\([^()]*\)", left) else left
