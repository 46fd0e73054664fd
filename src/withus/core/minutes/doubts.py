"""Where a reading cannot be sure that it counted right: on which line, why, and how far."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from withus.core.minutes import names, runs
from withus.core.minutes.echoes import unlisted
from withus.core.minutes.edges import (
    above,
    after_away,
    away_within,
    below,
    end_of,
    left_over,
    next_matter,
)
from withus.core.minutes.layout import Found, pair_before_body
from withus.core.minutes.showing import HIDDEN
from withus.core.minutes.sightings import Doubt, Sighting
from withus.core.minutes.surplus import by_entry, more_names
from withus.core.minutes.tables import (
    TICKS,
    as_cells,
    blocks_of,
    columns_of,
    row_text,
    with_slashes,
)
from withus.core.minutes.terms import said
from withus.core.minutes.text import Line, fields, plain, unbulleted, without_asides
from withus.core.minutes.vocabulary import is_known
from withus.core.words import Capacity, Standing

LEAST_LINES = 4  # of minutes, and not of a list pasted alone
FEWEST_LISTED = 2  # no board meets with fewer, so somebody was missed
MANY_FIELDS = 5  # of the post of one person
LEAST_MARKED = 3  # lines that end in letters of a register
LONGEST_LIST = 600  # letters of a line with a list and more, before it is a page run together
PAIR = 2  # words of a name
_LONGEST_MARKS = 40  # letters
_CODES = re.compile(r"[A-Z]{2,4}\s?(?:/|&|and)\s?[A-Z]{2,4}")
_BODY_OF_MANY = re.compile(rf"^{HIDDEN}.*\b(?:Carers|Users)$")
_REGISTER = re.compile(r"(?:\s[A-Z✓✔☑√x-]){2,}$|\t[✓✔☑√xX]$| [✓✔☑√]$")


def doubts_in(
    listed: Found,
    seen: Sequence[Sighting],
    lines: Sequence[Line],
    *,
    everybody: Found | None = None,
    away: int = 1,
) -> tuple[Doubt, ...]:
    """Tell where the number of people listed, or what they are, may be other than it was read.

    Formula: each rule looks for one thing that a list read rightly does not have; a line is told
    once, by the first rule that finds it.
    Reads: `listed`, everybody who was there as parted, somebody named twice still twice; `seen`,
    the places read from them; `lines`, without those that list who was away; `everybody`, with
    those who were away as well; `away`, how many they were.
    Shape: in the order of the lines; empty for a list that is plain.
    Not: a word of the minutes; a doubt holds the number of a line and a code.
    """
    found: dict[int, Doubt] = {}
    for doubt in (
        *_initials(listed),
        *more_names(listed),
        *_no_name(listed),
        *_lone_words(listed),
        *_run_together(seen),
        *_parted_by_and(listed),
        *_pairs(listed),
        *_posts_apart(listed),
        *next_matter(listed, lines),
        *_many_fields(listed),
        *_register(listed),
        *_affected_words(seen),
        *above(listed, lines),
        *below(listed, lines),
        *_crosses(listed, lines),
        *(() if away else away_within(listed, lines)),
        *left_over(listed, lines),
        *_flat(listed, lines),
        *after_away(everybody or []),
        *unlisted(everybody or [], lines),
        *_few(seen, lines),
    ):
        found.setdefault(doubt.line, doubt)
    return tuple(found[line] for line in sorted(found))


def _no_name(listed: Found) -> Iterator[Doubt]:
    """A line with no name, in a list of names, may be a heading or the rest of a post."""
    nameless = [who for _, who in listed if not who.key and not who.supporter]
    if len(nameless) * 2 < len(listed):
        for line, count in Counter(who.line for who in nameless).items():
            yield Doubt("no_name", line, fewer=count)


def _lone_words(listed: Found) -> Iterator[Doubt]:
    """Lone words in a run of full names: each read as a person; one alone as a body."""
    for entry, count in by_entry(listed):
        lone = runs.lone_words(runs.parts_of(entry.line.text)) if count > 1 else []
        if lone:
            number, one = entry.line.number, len(lone) == 1
            yield Doubt("lone_word", number, fewer=0 if one else len(lone), more=int(one))
    yield from _cut_names(listed)


def _cut_names(listed: Found) -> Iterator[Doubt]:
    """One word alone on a line, in a list of full names, may be one half of a name."""
    words = [len(who.key.split()) for _, who in listed if who.key]
    if sum(count == 1 for count in words) * 3 > len(words):
        return
    alone = {id(entry) for entry, count in by_entry(listed) if count == 1}
    for entry, who in listed:
        if id(entry) not in alone:
            continue
        bare = names.without_title(unbulleted(entry.line.text)).split()
        if len(bare) == 1 and who.key and not who.elected_title:
            yield Doubt("lone_word", who.line, fewer=1)


def _run_together(seen: Sequence[Sighting]) -> Iterator[Doubt]:
    doubted = [who.line for who in seen if any(why.code == "names_run_together" for why in who.why)]
    for line, count in Counter(doubted).items():
        half = (count + 1) // 2
        yield Doubt("names_run_together", line, fewer=half, more=half)


def _parted_by_and(listed: Found) -> Iterator[Doubt]:
    """Two people read on a line from "Manager & Jo Bloggs": the second may be part of a post."""
    for entry, count in by_entry(listed):
        if count < 2 or entry.inline or entry.row:
            continue
        parts = runs.parts_of(unbulleted(entry.line.text))
        beside = pairwise(parts)
        if any(two.mark == " " and is_known(without_asides(one.text)) for one, two in beside):
            yield Doubt("parted_by_and", entry.line.number, fewer=1)


def _pairs(listed: Found) -> Iterator[Doubt]:
    """Two people read on "Jo Bloggs, Struan Lodge, Council": the second may be a place."""
    for entry, count in by_entry(listed):
        parts = [part.text for part in runs.parts_of(unbulleted(entry.line.text))]
        if count == PAIR and not (entry.inline or entry.row) and pair_before_body(parts):
            yield Doubt("names_run_together", entry.line.number, fewer=1)


def _posts_apart(listed: Found) -> Iterator[Doubt]:
    """Posts in a block that matches no block of names: there may be people among them."""
    apart = [entry.line.number for entry, _ in listed if entry.doubt == "posts_apart"]
    if apart:
        yield Doubt("posts_apart", apart[0], more=None)


def _initials(listed: Found) -> Iterator[Doubt]:
    """ "JT & EH" or "CR/MS" at the start of a line: two people, or one and their deputy."""
    for entry, count in by_entry(listed):
        if _CODES.match((fields(unbulleted(entry.line.text)) or [""])[0]):
            yield Doubt("initials", entry.line.number, fewer=int(count > 1), more=int(count == 1))


def _many_fields(listed: Found) -> Iterator[Doubt]:
    """More words of posts than one person has: others may stand among them."""
    for _, who in listed:
        fields_told = len(who.posts) + len(who.marks)
        if fields_told >= MANY_FIELDS:
            yield Doubt("more_names", who.line, more=fields_told // 2)


def _register(listed: Found) -> Iterator[Doubt]:
    """Letters at the end of lines that tell of several meetings who came to which."""
    ends = ((entry, entry.line.text.rstrip()[-_LONGEST_MARKS:]) for entry, _ in by_entry(listed))
    marked = [entry for entry, end in ends if _REGISTER.search(end)]
    if len(marked) >= LEAST_MARKED:
        yield Doubt("register", marked[0].line.number, fewer=len(marked) - 1)


def _affected_words(seen: Sequence[Sighting]) -> Iterator[Doubt]:
    """A word for one of the people it is about, at a place that was read as paid; or for many.

    Example: "Dunmoor Young Carers" may be a body that somebody works for.
    """
    for who in seen:
        told = f"{who.role} {who.organisation}".strip()
        paid = who.capacity in (Capacity.SERVICES, Capacity.OTHER) and who.standing.counts
        body = who.affected and bool(_BODY_OF_MANY.search(told))
        if body or (paid and said("one_affected").search(plain(told))):
            yield Doubt("affected_words", who.line)


def _crosses(listed: Found, lines: Sequence[Line]) -> Iterator[Doubt]:
    """Crosses for who came, and nothing or ticks beside others: either may have been there."""
    came = None
    crossed = empty = ticked = first = 0
    shifted: list[int] = []
    end = end_of(listed) + 1
    for line in with_slashes([line for line in lines if line.number <= end]):
        columns = columns_of(text := as_cells(line.text))
        if columns:
            came = columns if {"came", "status"} & set(columns.kinds) else None
            first = first or (line.number if came else 0)
        elif came and "\t" in text:
            rows = [row_text(*block) for block in blocks_of(came, text)]
            crossed += sum(cell.strip().lower() == "x" for cell in text.split("\t"))
            empty += sum(row.said_nothing for row in rows)
            ticked += any(mark in text for mark in TICKS)
            short = text.count("\t") + 1 < len(came.kinds) and rows[-1].said_nothing
            shifted += [line.number] if short else []
    if crossed and (empty or ticked) and listed:
        yield Doubt("crosses", first, fewer=crossed, more=empty)
    elif shifted and listed:
        yield Doubt("short_row", shifted[0], more=len(shifted))


def _flat(listed: Found, lines: Sequence[Line]) -> Iterator[Doubt]:
    """A page with its lines run together: where the list ends in it is a guess."""
    parts = Counter(line.number for line in lines)
    letters: Counter[int] = Counter()
    for line in lines:
        letters[line.number] += len(line.text)
    for number, count in Counter(who.line for _, who in listed).items():
        if parts[number] > 1 and letters[number] > LONGEST_LIST:
            yield Doubt("more_names", number, fewer=(count + 2) // 4, more=(count + 2) // 4)


def _few(seen: Sequence[Sighting], lines: Sequence[Line]) -> Iterator[Doubt]:
    nobody = not any(who.standing is not Standing.IN_SUPPORT for who in seen)
    if seen and (len(seen) <= FEWEST_LISTED or nobody) and len(lines) > LEAST_LINES:
        yield Doubt("few_listed", seen[-1].line, more=None)
