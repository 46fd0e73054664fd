"""Words and names that a page has run together or turned round, told as others are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from withus.core.minutes import names
from withus.core.minutes.entries import Entry
from withus.core.minutes.text import Line, unbulleted, without_asides
from withus.core.minutes.vocabulary import in_list, is_known, listed, may_be_surname

PAIR = 2  # words of a name
LEAST_POSTED = 2  # others of a list with words of a post right after the name
LEAST_TURNED = 3  # lines with the surname first, before a list is taken to be so
_STUCK = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]+[ -][A-Z][\w'’]+)")
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_TWO_WORDS = re.compile(r"[A-Z][\w'’]+[ -][A-Z][\w'’-]+")
_POSTED = re.compile(
    r"(?<![\w'’-] )(?P<name>\b[A-Z][\w'’-]+ [A-Z][\w'’-]+) "
    r"(?P<post>Carer|Chair|Parent|Nurse|Governor|Clerk|Tenant"
    r"|CARER|CHAIR|PARENT|NURSE|GOVERNOR|CLERK|TENANT)(?=\s?[,;.(]|$| and )"
)
_SIDES = re.compile(r"[,;]|\s(?:and|&)\s")
_TURNED = re.compile(
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), ([A-Z][\w'’-]*\.?(?: [A-Z]\.?)?)(?=$|\t| [(–-]|,)"
)


def unstuck(text: str) -> list[str]:
    """Part a line where a name is stuck to the post before it: "ChairGordon Baxter".

    Shape: what stands before, and each person after; the line alone where nothing is stuck.
    """
    cuts = [found.start() for found in _STUCK.finditer(text) if _is_stuck(text, found.start())]
    ends = [*cuts, len(text)]
    return [text[a:b].strip() for a, b in zip([0, *cuts], ends, strict=True)]


def _is_stuck(text: str, place: int) -> bool:
    """A word of our lists that is a post or a body, and right after it two words on none."""
    before, after = _LAST_WORD.search(text[:place]), _TWO_WORDS.match(text[place:])
    if not before or not after or not names.is_name(after.group()):
        return False
    word = before.group()
    return listed(word) and not listed(word + after.group().split()[0]) and is_known(word)


def turned(entries: Sequence[Entry]) -> list[Entry]:
    """Tell the entries with first names first, where a list has surnames first: "Bloggs, Jo".

    Formula: where most lines of a part are a word, a comma and one word more.
    """
    lines = [entry for entry in entries if not entry.inline and not entry.row]
    found = [entry for entry in lines if _surname_first(entry)]
    if len(found) < LEAST_TURNED or len(found) * 3 < len(lines) * 2:
        return list(entries)
    return [_in_order(entry) if _surname_first(entry) else entry for entry in entries]


def _surname_first(entry: Entry) -> bool:
    match = _TURNED.match(unbulleted(entry.line.text))
    if entry.inline or entry.row or not match:
        return False
    first = match.group(2).split()[0]
    return not is_known(first) and not in_list(match.group(1).split()[-1], "bodies")


def _in_order(entry: Entry) -> Entry:
    text = _TURNED.sub(r"\2 \1", unbulleted(entry.line.text), count=1)
    return replace(entry, line=Line(entry.line.number, text))


def posts_parted(entries: Sequence[Entry]) -> list[Entry]:
    """Tell the entries with "Jo Bloggs Carer" as "Jo Bloggs (Carer)", where others are so posted.

    Formula: a word that is a surname as well is a post where two others of the list, and half of
    those with three words or more, are a name and words of a post with nothing between them.
    """
    if any(entry.row or "\t" in entry.line.text for entry in entries):
        return list(entries)  # the post has a cell of its own
    whole = [part for entry in entries for part in _SIDES.split(_bare(entry))]
    long = [part for part in whole if len(part.split()) > PAIR]
    posted = sum(map(_is_name_with_post, long))
    if posted < LEAST_POSTED or posted * 2 < len(long):
        return list(entries)
    return [
        replace(entry, line=Line(entry.line.number, _POSTED.sub(_with_brackets, entry.line.text)))
        for entry in entries
    ]


def _bare(entry: Entry) -> str:
    return without_asides(unbulleted(entry.line.text))


def _is_name_with_post(part: str) -> bool:
    name, rest = names.split_name(names.without_title(part.strip(" .")))
    ambiguous = len(rest.split()) == 1 and may_be_surname(rest)
    return len(name.split()) >= PAIR and bool(rest) and not ambiguous


def _with_brackets(found: re.Match[str]) -> str:
    words = found.group("name").split()
    known = is_known(words[0]) or (is_known(words[1]) and not may_be_surname(words[1]))
    return found.group() if known else f"{found.group('name')} ({found.group('post')})"
