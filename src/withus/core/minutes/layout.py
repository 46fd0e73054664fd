"""How an attendance list is laid out, settled over the whole list, then its entries into people."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from withus.core.minutes import blocks, names, people
from withus.core.minutes.codes import codes_in, only_codes
from withus.core.minutes.entries import Entry
from withus.core.minutes.headings import Part
from withus.core.minutes.people import Listed
from withus.core.minutes.runons import are_names, run_on_starts
from withus.core.minutes.runs import parts_of, starts_full, starts_person
from withus.core.minutes.stuck import posts_parted, turned
from withus.core.minutes.terms import said
from withus.core.minutes.text import Line, fields, plain, unbulleted, without_asides
from withus.core.minutes.vocabulary import is_known
from withus.core.minutes.wrapping import unwrapped
from withus.core.words import AFFECTED, Capacity

Found = list[tuple[Entry, Listed]]
_AFTER_ASIDE = re.compile(r"\w \([A-Za-z]{2,4}\) \w")  # "Jo Bloggs (JB) Head of Care"
_AND = re.compile(r"\s(?:and|&)\s(?![^()]{0,400}\))")


def resolved(entries: Sequence[Entry]) -> Found:
    """Tell the people that entries list, each with the entry it was read from.

    Formula: whether lines hold one person or several, whether posts stand on a line of their own
    and whether a line of known words is a heading are settled over all lines together, so that the
    order of the lines tells nothing.
    """
    entries = _members_again(
        blocks.settled(_listed_below(unwrapped(posts_parted(turned(entries)))))
    )
    one_each = _one_a_line(entries)
    parts = dict.fromkeys(entry.part for entry in entries)
    beside = {part for part in parts if _side_by_side([e for e in entries if e.part is part])}
    found: Found = []
    for entry in entries:
        how = _How(one_each=one_each, side_by_side=entry.part in beside)
        found.extend((entry, who) for who in _people(entry, how))
    return found


def _members_again(entries: Sequence[Entry]) -> list[Entry]:
    """A group of members below "Officers" is no group of officers: "Tenants' representatives"."""
    return [replace(entry, part=Part.PRESENT) if _is_member(entry) else entry for entry in entries]


def _is_member(entry: Entry) -> bool:
    if entry.part is not Part.IN_ATTENDANCE or entry.group is None:
        return False
    spelt = re.search(r"present|attend", plain(entry.heading))
    return not spelt and entry.group.capacity in AFFECTED | {Capacity.ELECTED}


PAIR = 2  # people before the body that both are of
LEAST_BELOW = 4  # lines under a heading that has people on its own line


def _listed_below(entries: Sequence[Entry]) -> list[Entry]:
    """Take lines below "Attending: Jo Bloggs, Council" as a list, where each is one person."""
    below: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        below.setdefault((entry.part, entry.heading, entry.group_words), []).append(entry)
    lists = {key for key, group in below.items() if _is_list(group)}
    return [
        replace(entry, inline=False)
        if (entry.part, entry.heading, entry.group_words) in lists
        else entry
        for entry in entries
    ]


def _is_list(group: Sequence[Entry]) -> bool:
    inline = [entry for entry in group if entry.inline]
    posted = sum(_name_then_post(entry.line) for entry in inline)
    return len(inline) >= LEAST_BELOW and posted * 3 >= len(inline) * 2


@dataclass(frozen=True, slots=True)
class _How:
    """How the lines of one list are laid out: one person each; names side by side in columns."""

    one_each: bool
    side_by_side: bool


def _people(entry: Entry, how: _How) -> list[Listed]:
    text, number = entry.line.text, entry.line.number
    if entry.row:
        listed = [people.one_person(text, number)]
    elif entry.post:
        listed = people.several(text, number)
        first = people.one_person(text, number, before=(entry.post,))
        listed = [first] if len(listed) <= 1 else listed
    elif _lists_several(entry, how):
        listed = people.several(text, number)
    else:
        listed = [people.one_person(text, number)]
    doubt = entry.doubt or ("names_run_together" if _may_be_two(entry, listed) else "")
    if doubt:
        listed = [replace(who, doubt=doubt) for who in listed]
    helper = people.company(text, number)
    return [*listed, helper] if helper else listed


def _may_be_two(entry: Entry, listed: list[Listed]) -> bool:
    """One person is read where two names may stand: "Bea Quill, Struan Lodge"."""
    if len(listed) != 1 or entry.row or entry.inline or "\t" in entry.line.text:
        return False
    parts = parts_of(unbulleted(entry.line.text))
    bare = len(parts) > 1 and names.is_name(without_asides(parts[0].text))
    return bare and all(starts_full(part.text) for part in parts)


def _lists_several(entry: Entry, how: _How) -> bool:
    text = unbulleted(entry.line.text)
    if said("several_titles").match(text):
        return True
    if "\t" in text:
        return how.side_by_side
    parts = parts_of(text)
    if run_on_starts(text) or are_names(text) or only_codes([part.text for part in parts]):
        return True
    if _two_by_and(text) and not (how.one_each and re.search(r"[,:].* (?:and|&) ", text)):
        return True
    if entry.inline:
        codes = len(codes_in([part.text for part in parts]))
        return ";" in text or sum(starts_person(part.text) for part in parts) + codes >= 2
    counts = starts_full if parts and starts_full(parts[0].text) else starts_person
    if pair_before_body([part.text for part in parts]):
        return True
    people_on_it = sum(counts(part.text) for part in parts)
    titled = sum(names.has_title(part.text) for part in parts) >= 2
    return people_on_it >= 3 or (people_on_it == 2 and (not how.one_each or titled))


def pair_before_body(parts: Sequence[str]) -> bool:
    """Tell whether a line is two names and the body that both are of: "Jo Bloggs, A Bee, Council".

    Not: where the second may be part of the body's name, in words that our lists hold.
    """
    names_first = [
        len(part.split()) > 1 and names.is_name(part) and not is_known(part.split()[-1])
        for part in parts[:PAIR]
    ]
    return len(parts) > PAIR and all(names_first) and not any(map(starts_full, parts[PAIR:]))


def _two_by_and(text: str) -> bool:
    halves = _AND.split(text, maxsplit=1)
    if len(halves) != PAIR:
        return False
    second = [part.text for part in parts_of(halves[1])][:1]
    halves = [halves[0], *second]
    if len(halves) != PAIR or not all(map(starts_person, halves)):
        return False
    return starts_full(halves[1]) or not starts_full(halves[0])


def _side_by_side(entries: Sequence[Entry]) -> bool:
    """Tell whether names stand in columns side by side, with hardly a cell of posts anywhere."""
    rows = [_cells(entry) for entry in entries if not entry.row]
    rows = [cells for cells in rows if len(cells) > 1]
    names_only = sum(all(map(_is_full_name, cells)) for cells in rows)
    return bool(rows) and names_only * 10 >= len(rows) * 7


def _cells(entry: Entry) -> list[str]:
    return [cell for cell in unbulleted(entry.line.text).split("\t") if cell.strip()]


def _is_full_name(cell: str) -> bool:
    return starts_person(cell) and len(cell.split()) > 1


def _starts(text: str) -> int:
    """Count the parts of a line that have the shape of another person."""
    return sum(starts_person(part.text) for part in parts_of(text))


def _one_a_line(entries: Sequence[Entry]) -> bool:
    """Tell whether lines hold one person each: some name a post after the name."""
    lines = [entry for entry in entries if not entry.inline]
    posted = sum(_name_then_post(entry.line) for entry in lines)
    return posted * 3 >= len(lines) and posted > 0


def _name_then_post(line: Line) -> bool:
    text = unbulleted(line.text)
    rest = names.split_name(without_asides(text))[1]
    posted = len(fields(text)) > 1 or (bool(rest) and _AFTER_ASIDE.search(text) is not None)
    return posted and (_starts(text) == 1 or len(fields(text)) == 1)
