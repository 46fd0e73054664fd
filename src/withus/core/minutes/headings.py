"""Headings of an attendance list: who is under them, and where the list ends."""

import re
from dataclasses import dataclass
from enum import StrEnum

from withus.core.minutes.names import has_title, is_name, split_name
from withus.core.minutes.terms import said, terms
from withus.core.minutes.text import plain, unbulleted, without_asides
from withus.core.minutes.vocabulary import is_known


class Part(StrEnum):
    """A part of the minutes, by what its heading says of the people under it."""

    PRESENT = "present"
    IN_ATTENDANCE = "in_attendance"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its part, its own words, and what stands after it on the same line."""

    part: Part
    words: str
    rest: str


LONGEST_HEADING = 12  # words
LONGEST_UNMARKED = 6  # words of a heading with no colon after it
FURTHEST_WORD = 150  # letters from the start of a line to the end of its heading
SHORTEST_PROSE = 6  # words
_INLINE = re.compile(r"([^:;\t]{3,90}?)\s?(?:[:;]|\t)[\s-]*(.*)$", re.S)
_DASHED = re.compile(r"((?:[\w-]+ ){0,3}[\w-]+) [-–—] (.*)$")
_ROMAN = re.compile(r"[IVX]{1,5}[.)]?\s+(?=[A-Z]{4})")


def part_of(words: str) -> Part | None:
    """Tell which part a heading's words start, or None where they are no such heading."""
    found, text = terms().headings, plain(words)
    if not found.opens.search(text):
        return None
    if re.match(r"not (?:in attendance|present|attending)", text):
        return Part.ABSENT
    if "absent without" in text or ("absent" in text and "apolog" not in text):
        return Part.ABSENT
    if said("both_lists").match(text):
        return Part.PRESENT  # those who were away are under a heading of their own below
    if found.apologies.search(text):
        return Part.APOLOGIES
    if found.absent.search(text):
        return Part.ABSENT
    if said("not_members").search(text):
        return Part.IN_ATTENDANCE
    if re.search(r"members present|members in attendance|^present\b", text):
        return Part.PRESENT
    if found.in_attendance.search(text):
        return Part.IN_ATTENDANCE
    return Part.PRESENT if found.present.search(text) else None


def _all_heading_words(words: str) -> bool:
    text = plain(without_asides(words))
    allowed = terms().headings.words
    return bool(text) and all(allowed.fullmatch(word) for word in text.split())


def heading(text: str) -> Heading | None:
    """Tell the heading a line is or starts with, or None.

    Example: heading("Present: Jo Bloggs") is Heading(PRESENT, "Present", "Jo Bloggs").
    """
    bare = said("heading_dated").sub(r"\g<words>", unbulleted(text))
    if part_of(bare[:FURTHEST_WORD]) is None:
        return None
    bare = _ROMAN.sub("", bare, count=1) if _ROMAN.match(bare) else bare
    received = said("apologies_received").match(bare)
    if received:
        return Heading(Part.APOLOGIES, "apologies", received.group(1).strip(" -–:"))
    attended = said("attended_by").match(bare)
    if attended and _opens_with_person(attended.group(1)):
        return Heading(Part.PRESENT, "attended by", attended.group(1))
    return (
        _with_rest(bare, _INLINE)
        or _alone(bare)
        or _with_rest(bare, said("heading_runs_on"), _DASHED)
    )


def _with_rest(bare: str, *patterns: re.Pattern[str]) -> Heading | None:
    for pattern in patterns:
        match = pattern.match(bare)
        if not match or not _is_heading(match.group(1), most=LONGEST_HEADING):
            continue
        words, rest = match.group(1), match.group(2).strip()
        if pattern is said("heading_runs_on") and not (words.isupper() or _opens_with_person(rest)):
            continue
        part = part_of(words)
        if part and (pattern is not _DASHED or said("heading_spelt").search(words)):
            return Heading(part, words, rest)
    return None


def _opens_with_person(rest: str) -> bool:
    first = re.split(r"[,;(]", rest, maxsplit=1)[0].strip()
    name, post = split_name(first)
    posted = len(name.split()) > 1 and not is_known(name.split()[-1]) and is_known(post)
    return has_title(first) or is_name(first) or posted


def _alone(bare: str) -> Heading | None:
    words = bare.rstrip(" :.-–?")
    marked = bare.rstrip(" -–").endswith(":")
    if not _is_heading(words, most=LONGEST_HEADING if marked else LONGEST_UNMARKED):
        return None
    if not marked and plain(words).endswith("support") and not _all_heading_words(words):
        return None  # a body alone on its line; only with a colon is it a heading
    part = part_of(words)
    return Heading(part, words, "") if part else None


def _is_heading(words: str, *, most: int) -> bool:
    count = len(words.split())
    if count > LONGEST_HEADING or "," in words or _names_somebody(words):
        return False
    if _all_heading_words(words):
        return True
    if _may_name_somebody(words) or re.search(r"\b(chair|co-chair)\b", words, re.I):
        return False
    return count <= most and bool(
        said("heading_spelt").search(words) or said("heading_of_people").search(plain(words))
    )


def _names_somebody(words: str) -> bool:
    return any(map(is_name, re.split(r"\t|\s[–—-]\s", without_asides(words))))


def _may_name_somebody(words: str) -> bool:
    """A word on no list of ours may be a name if it has a capital."""
    return any(
        word[0].isupper() and not is_known(word) for word in words.split() if word[0].isalpha()
    )


def ends_list(text: str) -> bool:
    """Tell whether a line is the heading of something else, so that the list of people is over."""
    if text.lstrip().startswith("("):
        return False  # the rest of an entry above, such as "(items 1 to 3)"
    bare = unbulleted(text)
    bare = _ROMAN.sub("", bare, count=1) if _ROMAN.match(bare) else bare
    if said("copied").match(bare):
        return True
    if "\t" in bare.strip() and len(bare) > LONGEST_HEADING * SHORTEST_PROSE:
        return False
    return bool(terms().headings.ends.match(plain(bare[:200]))) and not (
        is_name(bare) and len(bare.split()) > 1
    )


def is_prose(text: str) -> bool:
    """Tell whether a line is a sentence rather than somebody listed.

    Not: a line of cells, nor one whose only verb stands in brackets.
    """
    cells = unbulleted(text).split("\t")
    if len(cells) > 2:
        return False
    bare = without_asides(cells[0])
    words = bare.split()
    long_enough = len(words) >= SHORTEST_PROSE or (len(words) > 2 and bare.endswith("."))
    return long_enough and bool(said("prose").search(bare))
