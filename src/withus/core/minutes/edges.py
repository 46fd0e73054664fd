"""What stands right over and right under a list of people, and may be a part of it or not."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from withus.core.minutes import groups, runs
from withus.core.minutes.headings import Part, ends_list, heading, is_prose
from withus.core.minutes.headless import person_and_post
from withus.core.minutes.layout import Found
from withus.core.minutes.sightings import Doubt
from withus.core.minutes.tables import as_cells, with_slashes
from withus.core.minutes.terms import said
from withus.core.minutes.text import Line, fields, plain, unbulleted

FURTHEST_BELOW = 12  # lines with words, under the end of the list
FURTHEST = 60  # lines over or under the list that are looked at
LEAST_BELOW = 2  # people in those, before the list may have ended too early
WIDE = 3  # lines from one person to the next, where a heading may have been lost between
MOST_WIDE = 2  # gaps of that width: one more list, of those absent
LEAST_AFTER = 2  # people after such a gap
LEAST_BESIDE = 3  # lines with no gap between them, before one after a gap is in doubt


def end_of(listed: Found) -> int:
    """Tell the number of the last line that lists somebody."""
    return max((max(entry.until, entry.line.number) for entry, _ in listed), default=0)


def above(listed: Found, lines: Sequence[Line]) -> Iterator[Doubt]:
    """A post and a person over the list who was not read as on it: "Vice-chair: Jo Bloggs"."""
    start = min((entry.line.number for entry, _ in listed), default=0)
    for line in lines:
        if not start - FURTHEST <= line.number < start:
            continue
        post, who = groups.post_before(as_cells(line.text))
        if post and said("post").search(plain(post)) and not said("contact").search(plain(post)):
            yield Doubt("people_above", line.number, more=max(1, len(runs.people_of(who))))


def below(listed: Found, lines: Sequence[Line]) -> Iterator[Doubt]:
    """People with their posts right under what was taken for the end of the list."""
    end = end_of(listed)
    near = [line for line in lines if end < line.number <= end + FURTHEST]
    texts = [(line.number, as_cells(line.text)) for line in with_slashes(near)]
    below = [(number, text) for number, text in texts if text][:FURTHEST_BELOW]
    people: list[int] = []
    for number, text in below:
        found = heading(text)
        if (found and not people) or is_prose(text):
            break
        if said("no_post").match(plain(text)):
            continue
        next_line = number == end + 1 and bool(groups.post_before(text)[0])
        if next_line or (person_and_post(text) and not ends_list(text)):
            people.append(number)
    beside = people == [end + 1]
    if len(people) >= LEAST_BELOW or beside:
        yield Doubt("people_below", people[0], more=len(people))


def next_matter(listed: Found, lines: Sequence[Line]) -> Iterator[Doubt]:
    """The last line stands apart from a list without gaps, so it may open the first matter."""
    places = {entry.line.number: (entry.part, entry.heading) for entry, _ in listed}
    last = max(places, default=0)
    alone = sum(entry.line.number == last for entry, _ in listed) == 1
    beside = sorted(number for number, place in places.items() if place == places[last])
    empty = {line.number for line in lines if not line.text.strip()}
    gaps = [number - 1 in empty for number in beside[1:]]
    if alone and len(beside) > LEAST_BESIDE and gaps[-1] and not any(gaps[:-1]):
        yield Doubt("next_matter", last, fewer=1)


def away_within(listed: Found, lines: Sequence[Line]) -> Iterator[Doubt]:
    """Nobody is told to have been away, though the list may hold those who were.

    Formula: a heading names both who came and who was away; or one gap in a list is wider than any
    other, as where a page has lost a heading: those below the gap may be away, or all but one; or
    a sentence says that there were apologies, and lists nobody.
    """
    lists: dict[tuple[object, ...], list[int]] = {}
    for entry, _ in listed:
        listing = (entry.part, entry.group_words, entry.heading)
        lists.setdefault(listing, []).append(entry.line.number)
    for (*_, words), numbers in lists.items():
        both = bool(said("both_lists").match(plain(str(words))))
        after = _after_widest(sorted(numbers))
        if after and (both or len(after) >= LEAST_AFTER):
            yield Doubt("away_within", after[0], fewer=len(after))
        elif both and len(numbers) > 1:
            yield Doubt("away_within", numbers[-1], fewer=len(numbers) - 1)
    if listed and any(said("away_above").search(line.text) for line in lines):
        yield Doubt("away_unlisted", listed[0][0].line.number, fewer=len(listed) // 2)


def left_over(listed: Found, lines: Sequence[Line]) -> Iterator[Doubt]:
    """A line that starts with a full name, between the first and the last who were listed."""
    read = {
        number
        for entry, _ in listed
        for number in range(entry.line.number, max(entry.until, entry.line.number) + 1)
    }
    start, end = min(read, default=0), max(read, default=0)
    heads = {words for entry, _ in listed for words in (entry.heading, entry.group_words)}
    for line in lines:
        if start < line.number < end and line.number not in read:
            text = as_cells(line.text)
            first = (fields(unbulleted(text)) or [""])[0]
            head = "\t" in text or unbulleted(text).rstrip(" :-–") in heads
            if runs.starts_full(first) and not (head or is_prose(text)):
                yield Doubt("left_over", line.number, more=1)


def _after_widest(numbers: Sequence[int]) -> list[int]:
    """The numbers after the first of the gaps, one or two, that are wide and wider than others."""
    gaps = [two - one for one, two in pairwise(numbers)]
    widest = max(gaps, default=0)
    if widest < WIDE or gaps.count(widest) > MOST_WIDE:
        return []
    return list(numbers[gaps.index(widest) + 1 :])


def after_away(everybody: Found) -> Iterator[Doubt]:
    """People in a group of their own, below those who were away and were in none: here or away.

    Not: a group that those who were there are in as well.
    """
    away = (Part.APOLOGIES, Part.ABSENT)
    here = {plain(entry.group_words) for entry, _ in everybody if entry.part not in away}
    gone = [entry for entry, _ in everybody if entry.part in away]
    if not gone or gone[0].group_words:
        return
    below = [e for e in gone if e.group_words and plain(e.group_words) not in here]
    if below:
        yield Doubt("after_away", below[0].line.number, more=len(below))
