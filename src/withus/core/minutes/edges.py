"""What stands right over and right under a list of people, and may be a part of it or not."""

from collections.abc import Iterator, Sequence

from withus.core.minutes import groups, runs
from withus.core.minutes.headings import ends_list, heading, is_prose
from withus.core.minutes.headless import person_and_post
from withus.core.minutes.layout import Found
from withus.core.minutes.sightings import Doubt
from withus.core.minutes.tables import as_cells, with_slashes
from withus.core.minutes.terms import said
from withus.core.minutes.text import Line, plain

FURTHEST_BELOW = 12  # lines with words, under the end of the list
FURTHEST = 60  # lines over or under the list that are looked at
LEAST_BELOW = 2  # people in those, before the list may have ended too early
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
