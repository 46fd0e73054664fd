"""A line of several people, spelt as others are: what stands before a name put after it."""

import re

from withus.core.minutes import names
from withus.core.minutes.terms import said
from withus.core.minutes.vocabulary import WORD, in_list, is_known

LEAST_MARKED = 3  # names with the same mark after each, before they part a line
LEAST_BESIDE = 2  # names right after a post or a body, where only commas part a line
NEAR = 40  # letters before a name
NAME = 2  # words of a name before its mark
_INITIALS = re.compile(
    r"(?<=\w)\s?(?:\([^()]{1,40}\)\s?)?"  # "Jo Bloggs (item 7 only) (JB)"
    r"[(\[](?=[A-Za-z]{2,5}[)\]])(?P<letters>[A-Z][A-Za-z]*[A-Z][a-z]*)[)\]]"
)
_DASH = re.compile(r"(?<=\w) [–—-] (?=\w)")
_COMMA = re.compile(r"(?<=\w),(?= )")
_AFTER_POST = re.compile(r"\w [A-Z][\w’'-]+ [A-Z][\w’'-]+, ")
_STOP = re.compile(r"(?<=[a-z])(?<!\b[DMS][rst])(?<!\bMrs)(?<!\bCllr)\. +(?=[A-Z])")
_TITLE = re.compile(r"(?<=[a-z]) (?=(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Councillor)\.? [A-Z])")
_AND_LAST = re.compile(r"[,\s]+(?:and|&)$")
_GLUED = re.compile(r"[A-Za-z0-9.] $")
_JOINED = re.compile(r"\b(?:and|plus) $")


def post_after(part: str) -> str:
    """Tell a part of a line with its post after the name: "Chair Jo Bloggs" is "Jo Bloggs (Chair)".

    Not: a post before one word, which may be a surname or a place.
    """
    post = said("post_before_name").match(part)
    if not post:
        return part
    rest = part[post.end() :].strip()
    name, _ = names.split_name(rest)
    return f"{rest} ({post.group(1)})" if len(name.split()) > 1 else part


def respelt(text: str) -> str:
    """Tell a line with a semicolon before each person whom nothing but a mark after them tells.

    Example: "Jo Bloggs (JB), Head of Care, NHS Al Quill (AQ), Nurse Flo Trent (FT), Carer".
    """
    text = said("clause").sub("", text)
    if ";" in text:
        return text
    sides = text.split(" / ")
    if len(sides) >= LEAST_MARKED and all(map(names.is_name, sides)):
        return "; ".join(sides)
    text = _STOP.sub(", ", text) if _are_stops(text) else _TITLE.sub(_comma_before, text)
    marks = [_INITIALS, _DASH]
    if len(_AFTER_POST.findall(text)) >= LEAST_BESIDE:
        marks.append(_COMMA)
    for mark in marks:
        starts = [_name_start(text, found) for found in mark.finditer(text)]
        found = [start for start in starts if start >= 0]
        beside = [_is_glued(text[max(0, start - NEAR) : start], mark) for start in found]
        glued = sum(beside) >= (LEAST_BESIDE if mark is _COMMA else 1)
        if len(found) >= LEAST_MARKED and glued and len(found) * 4 >= len(starts) * 3:
            return _with_semicolons(text, found)
    return text


def _are_stops(text: str) -> bool:
    """Full stops that part people: "Jo. Al Quill. Flo Trent. Bea."."""
    return "," not in text and len(_STOP.findall(text)) >= LEAST_MARKED


def _comma_before(title: re.Match[str]) -> str:
    """Part "Mr Jo Bloggs Mr A Bee", where nothing but a title tells that another person starts."""
    near = title.string[max(0, title.start() - names.LONGEST_NAME) : title.start()]
    before = re.split(rf"[,;\t)]|\s[–—-]\s|{_TITLE.pattern}", near)[-1]
    return ", " if len(before.split()) > 1 and names.is_name(before) else " "


def _is_glued(before: str, mark: re.Pattern[str]) -> bool:
    """Tell whether nothing but a space parts a name from the words of a post or body before it."""
    if mark is _COMMA:  # any three words may be one name, so the word before must be no name
        last = (before.split() or [""])[-1]
        return in_list(last, "bodies") or in_list(last, "posts")
    return bool(_GLUED.search(before)) and not _JOINED.search(before)


def _name_start(text: str, mark: re.Match[str]) -> int:
    """Tell where the two words of a name before a mark start; -1 where they may be none."""
    end = mark.start()
    words = list(WORD.finditer(text, max(0, end - names.LONGEST_NAME), end))
    if len(words) < NAME:
        return -1
    first, last = words[-NAME], words[-1]
    between = text[first.end() : last.start()] + text[last.end() : end]
    capitals = first.group()[0].isupper() and last.group()[0].isupper()
    if between.strip() or not capitals or is_known(first.group()):
        return -1
    letters = re.sub(r"[^A-Z]", "", mark.groupdict().get("letters") or "")
    if letters and letters[0] + letters[-1] != first.group()[0] + last.group()[0]:
        return -1  # in brackets stands a body
    title = said("title_at_the_end").search(text[: first.start()])
    return _with_post(text, title.start() if title else first.start())


def _with_post(text: str, start: int) -> int:
    """A post alone between a mark and the name is of that name: ", Chair Jo Bloggs (JB)"."""
    begin = max(text.rfind(mark, 0, start) for mark in ",:") + 1
    begin += len(text[begin:start]) - len(text[begin:start].lstrip())
    post = said("post_before_name").match(f"{text[begin:start]}A")
    return begin if post and post.end() == start - begin else start


def _with_semicolons(text: str, starts: list[int]) -> str:
    ends = [*starts[1:], len(text)]
    people = [_AND_LAST.sub("", text[a:b].strip(" ,.")) for a, b in zip(starts, ends, strict=True)]
    before = text[: starts[0]].strip(" ,")
    return "; ".join([before, *people] if before else people)
