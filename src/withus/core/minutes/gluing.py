"""A page that ran its lines together, parted again where a heading stands in the middle."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from withus.core.minutes import runs
from withus.core.minutes.headings import Part, heading
from withus.core.minutes.stuck import unstuck
from withus.core.minutes.terms import said, terms
from withus.core.minutes.text import LONGEST_LINE, Line, plain, unbulleted
from withus.core.minutes.vocabulary import WORD, is_known

SHORTEST_GLUED = 24  # letters before a heading, before it is taken for the middle of a line
MOST_HEADINGS = 8  # in one line
LEAST_GROUPS = 1  # colons after the heading's own
LEAST_MATTERS = 2  # numbers that follow one another, before they are numbers of matters
FURTHEST_HEADING = 60  # letters from the start of what follows
_MATTER = re.compile(r"(?<=[\w.)\]:;,]) (?=(\d{1,2})\.? ?[.:)]?\s+[A-Z][A-Za-z])")
_COLON = re.compile(r":(?= )")
_PERSON_WITH_MARK = re.compile(r"(?: [\w.'’-]+){2,4}(?: \(|,)")
_WORD_BEFORE = re.compile(r"([A-Z][\w’']*)\s+$")


def unglued(lines: Sequence[Line]) -> list[Line]:
    """Tell the lines, with one parted that holds a heading of a list in its middle.

    Formula: a heading with a capital and a colon, a dash or a full stop after it starts a line; in
    a line that opens a list, one right before a person does as well; so do numbers of matters that
    follow one another.
    Shape: every part keeps the number of its line.
    """
    return [
        Line(line.number, part)
        for line in lines
        for whole in (unstuck(line.text) if len(line.text) <= LONGEST_LINE else [line.text])
        for part in _parts(whole)
    ]


def _parts(text: str) -> list[str]:
    if not SHORTEST_GLUED <= len(text) <= LONGEST_LINE or "\t" in text:
        return [text]
    if not (said("heading_glued").search(text) or text.count(":") > LEAST_GROUPS):
        return [text]
    cuts = sorted({*_headings_in(text), *_groups_in(text)})
    if not cuts:
        return [text]
    cuts = sorted({*cuts, *_matters_in(text, since=cuts[0])})
    parts = [text[a:b].strip() for a, b in pairwise([0, *cuts, len(text)])]
    return [whole for part in parts if part for whole in _parts(part)]


def _headings_in(text: str) -> Iterator[int]:
    opened = heading(text)
    lists = opened is not None and bool(opened.rest)
    for found in islice(said("heading_glued").finditer(text), MOST_HEADINGS):
        space = len(found.group()) - len(found.group().lstrip())
        start = _with_words_before(text, found.start() + space)
        after = text[found.end() :]
        marked = bool(re.match(r"\s?[:–—]|\s-\s|\.\s", after)) or found.group().endswith("from")
        beside = lists and runs.starts_full(_first(after))
        named = runs.starts_full(_first(after)) and (
            found.group().strip().isupper() or bool(_PERSON_WITH_MARK.match(after))
        )
        if _is_middle(text[:start], lists=lists) and (marked or beside or named):
            part = heading(text[start : start + FURTHEST_HEADING])
            if part and part.part is not Part.ENDED:
                yield start


def _groups_in(text: str) -> Iterator[int]:
    """The places of "Jo Bloggs (JB) Tenants: Al Quill": a post or a group after a person."""
    opened = heading(text)
    colons = list(islice(_COLON.finditer(text), MOST_HEADINGS))
    if opened is None or not opened.rest or len(colons) <= LEAST_GROUPS:
        return
    for colon in colons:
        start = colon.start()
        for word in reversed(list(WORD.finditer(text, max(0, start - FURTHEST_HEADING), start))):
            if text[word.end() : start].strip() or not is_known(word.group()):
                break
            start = word.start()
        glued = re.search(r"[a-z)\]] $", text[:start]) and text[start : start + 1].isupper()
        named = runs.starts_full(_first(text[colon.end() :]))
        if start < colon.start() and glued and named and _is_middle(text[:start], lists=True):
            yield start


def _first(text: str) -> str:
    return re.split(r"[,;(]", text.strip(), maxsplit=1)[0]


def _is_middle(before: str, *, lists: bool) -> bool:
    """Tell whether what stands before is a line of its own, and no word that opens a heading."""
    if re.search(r"\b(?:and|or|of|the|with|his|her|their|for|no|any|sent|gave)\s*$|&\s*$", before):
        return False
    if lists:
        rest = _after_heading(before)
        texts = [rest.rpartition(":")[2], *(part.text for part in runs.parts_of(rest))]
        return any(map(runs.starts_person, texts))
    return len(unbulleted(before)) >= SHORTEST_GLUED


def _after_heading(text: str) -> str:
    found = heading(text)
    return found.rest if found else text


def _with_words_before(text: str, start: int) -> int:
    """ "Members Present:" starts at "Members"."""
    before = _WORD_BEFORE.search(text[:start])
    while before and terms().headings.words.fullmatch(plain(before.group(1)) or "-"):
        start = before.start()
        before = _WORD_BEFORE.search(text[:start])
    return start


def _matters_in(text: str, *, since: int) -> list[int]:
    """The places of "2. Minutes ... 3. Matters arising" after a list, in one line with it."""
    found: list[tuple[int, int]] = []
    for match in _MATTER.finditer(text, since):
        number = int(match.group(1))
        if (found and number == found[-1][1] + 1) or (not found and number <= LEAST_MATTERS):
            found.append((match.start(), number))
    return [start for start, _ in found] if len(found) >= LEAST_MATTERS else []
