"""Lines that name a group of people, or a post, before the people: "Carers:", "Chair: Jo"."""

import re

from withus.core.minutes import people
from withus.core.minutes.capacity import of_heading
from withus.core.minutes.codes import codes_in
from withus.core.minutes.dates import has_date
from withus.core.minutes.headings import Part, ends_list, heading, is_prose
from withus.core.minutes.names import has_title
from withus.core.minutes.runs import parts_of, starts_full, starts_person
from withus.core.minutes.terms import said
from withus.core.minutes.text import fields, plain, unbulleted, without_asides
from withus.core.minutes.vocabulary import in_list, is_known

LONGEST_GROUP = 10  # words
IN_THE_CHAIR = "in the chair"
LEAST_SEVERAL = 2  # people on a line that nothing but a dash parts from its group
_COLON = re.compile(r"([^:\t]{2,80}?)\s?(?::[\t ]*-?|\t)\s*(.*)$")
_DASH = re.compile(r"([^–—\t-]{2,60}?)\s(?:[–—-])\s(.*)$")


def is_chair_line(text: str) -> bool:
    """Tell whether a line starts with "Chair:"."""
    return bool(said("chair_line").match(text))


def post_before(text: str) -> tuple[str, str]:
    """Part "Chair: Jo Bloggs" into the post and the person; the post is empty where none is."""
    bare = unbulleted(text)
    chairing = said("sentence_of_the_chair").fullmatch(bare)
    if chairing and starts_person(chairing.group(1)):
        return IN_THE_CHAIR, chairing.group(1)
    match = _COLON.match(bare) if ":" in text or is_chair_line(text) else None
    if match and is_known(match.group(1)) and starts_person(match.group(2)):
        return match.group(1), match.group(2)
    dashed = _DASH.match(bare) if is_chair_line(text) else None
    if dashed and starts_person(dashed.group(2)):
        return dashed.group(1), dashed.group(2)
    return "", text


def is_post_over_name(text: str, below: str) -> bool:
    """Tell whether "Minutes:" stands alone on its line, with a name on the next."""
    first = (fields(unbulleted(below)) or [""])[0]
    return text.endswith(":") and is_chair_line(text) and starts_full(first) and not is_prose(below)


def parts_beside(text: str) -> tuple[Part, ...]:
    """Tell the parts whose headings stand side by side on a line: "PRESENT     APOLOGIES".

    Shape: in the order of the columns; none where the line is no such row of headings.
    """
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    found = [heading(cell) for cell in cells] if len(cells) > 1 else []
    parts = tuple(one.part for one in found if one and not one.rest)
    return parts if parts and len(set(parts)) == len(cells) else ()


def _no_list(text: str) -> bool:
    """A line that names people, and says nothing of who was there: "Report by", "Copies to"."""
    words = plain(text)
    return bool(ends_list(text) or said("no_post").match(words) or said("contact").search(words))


def opens_a_list(text: str) -> bool:
    """Tell whether a line opens a list by a group alone, such as "Lived experience members:"."""
    grouped = group_with_rest(text)
    rest = [part.text for part in parts_of(grouped[1])] if grouped else []
    full, named = sum(map(starts_full, rest)), sum(map(starts_person, rest))
    people_there = ":" in text and (full >= LEAST_SEVERAL or named > LEAST_SEVERAL)
    people_there = people_there and not _no_list(text)
    if not grouped or not (of_heading(grouped[0]) or people_there):
        return False
    if rest and not any(map(starts_person, rest)) and not codes_in(rest):
        return False  # the title of minutes: "Parent Carer Forum: notes of a meeting"
    return not has_date(text) and not is_prose(text)


def _is_body(words: str) -> bool:
    """A body by its words, whatever it is called: "Dunmoor Council"."""
    if in_list((plain(words).split() or [""])[-1], "bodies"):
        return True
    return bool(said("body").search(plain(words))) and not starts_person(words)


def group_with_rest(text: str) -> tuple[str, str] | None:
    """Tell a heading of a group of people ("Carers' representatives:") and what follows it.

    Shape: the words of the group, and the people on the same line, if any.
    """
    bare = unbulleted(text)
    match = _COLON.match(bare) if ":" in bare else None
    dashed = None if match else _DASH.match(bare)
    found = match or dashed
    if not found:
        return None
    words, rest = found.group(1), found.group(2)
    rest = rest if without_asides(rest) else ""
    if len(words.split()) > LONGEST_GROUP:
        return None
    if match and not rest and bare.rstrip(" -–").endswith(":"):
        return words, ""
    parts = [part.text for part in parts_of(rest)]
    several = sum(map(starts_person, parts)) >= LEAST_SEVERAL or len(codes_in(parts)) > 1
    named = is_known(without_asides(words)) or (
        several and said("people_before_colon").search(plain(words))
    )
    body = (match or several) and _is_body(words) and bool(parts) and starts_full(parts[0])
    named = named or bool(body)
    titled = bool(dashed) and not is_known(words) and all(map(has_title, parts))
    titled = titled and bool(parts) and (several or not starts_full(words))
    last = (plain(words).split() or [""])[-1]
    plural = is_known(words) and bool(said("groups_of_people").fullmatch(last))
    several = several or (plural and any(map(starts_person, parts)))
    if not (named or titled) or (dashed and not (several or titled)):
        return None
    one = said("one_post").search(plain(words)) or is_chair_line(bare)
    if rest and one and len(people.several(rest, 0)) == 1:
        return None
    return words, rest
