"""Names and posts that stand on lines of their own: in turn, in two blocks, or under headings."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from withus.core.minutes import names
from withus.core.minutes.entries import Entry, with_group
from withus.core.minutes.runs import starts_full, starts_person
from withus.core.minutes.terms import said, terms
from withus.core.minutes.text import Line, fields, plain, unbulleted, without_asides
from withus.core.minutes.vocabulary import in_list, is_known

LEAST_BLOCK = 3  # names one under the other, before posts one under the other
LEAST_OVER = 2  # posts, each over its name
FURTHEST_POST = 3  # lines below its name
LONGEST_GROUP = 12  # words
_DASH = re.compile(r"\s[–—-]\s")


def settled(entries: Sequence[Entry]) -> list[Entry]:
    """Tell the entries with every post beside its name, and every heading over its people.

    Formula: where names stand in a block and posts in a block below, they are paired if there are
    as many, else the posts are let go and everybody in the block is in doubt. Where most names
    have their post on the next line, they are joined. Else lines of known words alone, in a list
    of names, are headings of those below.
    """
    groups = [
        list(group)
        for _, group in groupby(entries, key=lambda e: (e.part, e.heading, e.group_words, e.row))
    ]
    groups = [_posts_over(group) for group in groups]
    least = 2 if any(_posts_apart(group, least=LEAST_BLOCK) for group in groups) else LEAST_BLOCK
    whole = [entry for group in groups for entry in _paired(group, least=least)]
    if _on_two_lines(whole):
        return _posts_joined(whole)
    parts = [list(group) for _, group in groupby(whole, key=lambda entry: entry.part)]
    if len(parts) > 1 and any(map(_on_two_lines, parts)):
        return [
            entry
            for part in parts
            for entry in (_posts_joined(part) if _on_two_lines(part) else _groups_spread(part))
        ]
    return _groups_spread(whole)


def is_name_alone(entry: Entry) -> bool:
    """Tell whether an entry is a name with no post, brackets left aside."""
    return not entry.row and names.is_name(without_asides(unbulleted(entry.line.text)))


def _is_post_alone(entry: Entry) -> bool:
    text = without_asides(unbulleted(entry.line.text))
    first = (fields(text) or [""])[0]
    after = text.rpartition("\t")  # a post and its person in two cells, or on two sides of a dash
    paired = bool(after[0].strip()) and starts_person(after[2])
    paired = paired or any(map(starts_full, _DASH.split(text)[1:]))
    return not (entry.inline or entry.row or paired or starts_person(first))


def _posts_over(group: list[Entry]) -> list[Entry]:
    """Join each post with the name right below it, where a list begins so: "Chair", "Jo Bloggs"."""
    over = [
        place
        for place, (one, two) in enumerate(pairwise(group))
        if _is_one_post(one) and is_name_alone(two) and not two.inline
    ]
    if over[:1] != [0] or len(over) < LEAST_OVER or len(over) * 2 < len(group) - len(over):
        return group
    return [
        _with_post(entry, group[place - 1]) if place - 1 in over else entry
        for place, entry in enumerate(group)
        if place not in over
    ]


def _is_one_post(entry: Entry) -> bool:
    words = plain(without_asides(unbulleted(entry.line.text)))
    post = said("one_post").search(words) or terms().chair.match(words)
    return bool(post) and not entry.inline and not entry.row and _is_post_alone(entry)


def _posts_apart(group: Sequence[Entry], *, least: int) -> int:
    """Count the names that stand in a block with the posts in a block below; 0 for no blocks."""
    count = next((n for n, entry in enumerate(group) if not is_name_alone(entry)), len(group))
    posts = group[count:]
    strays = sum(not _is_post_alone(entry) for entry in posts)
    posted = any(len(fields(unbulleted(e.line.text))) > 1 and not _is_post_alone(e) for e in posts)
    if count < least or len(posts) * 2 < count or strays * 3 > len(posts) or posted:
        return 0
    return 0 if any(entry.inline for entry in group[:count]) else count


def _paired(group: list[Entry], *, least: int) -> list[Entry]:
    """Pair a block of names with the block of posts below it."""
    count = _posts_apart(group, least=least)
    posts = group[count:]
    if not count:
        return group
    if len(posts) != count:
        return [replace(entry, doubt="posts_apart") for entry in group[:count]]
    pairs = zip(group[:count], posts, strict=True)
    return [_with_post(entry, post) for entry, post in pairs]


def _with_post(entry: Entry, post: Entry) -> Entry:
    text = f"{entry.line.text}, {unbulleted(post.line.text)}"
    return replace(entry, line=Line(entry.line.number, text), until=post.line.number)


def _on_two_lines(entries: Sequence[Entry]) -> bool:
    """Tell whether each name stands on one line and its post on the next."""
    pairs = pairwise(entries)
    if _bodies_below(entries):
        return True
    alone = [entry for entry in entries if is_name_alone(entry) and not entry.inline]
    followed = sum(
        is_name_alone(one) and _is_post_alone(two) and two.line.number <= one.line.number + 2
        for one, two in pairs
    )
    return len(alone) >= 2 and followed * 10 >= len(alone) * 7


def _bodies_below(entries: Sequence[Entry]) -> bool:
    """Tell whether people with posts stand each over a line of their body."""
    people = [entry for entry in entries if _starts_full(entry)]
    followed = sum(
        _starts_full(one) and _is_body_alone(two) and two.line.number == one.line.number + 1
        for one, two in pairwise(entries)
    )
    return len(people) >= LEAST_BLOCK and followed * 10 >= len(people) * 7


def _starts_full(entry: Entry) -> bool:
    first = (fields(unbulleted(entry.line.text)) or [""])[0]
    return not (entry.inline or entry.row) and starts_full(first) and not _is_body_alone(entry)


def _is_body_alone(entry: Entry) -> bool:
    words = plain(unbulleted(entry.line.text)).split()
    return bool(words) and in_list(words[-1], "bodies") and _is_post_alone(entry)


def _posts_joined(entries: Sequence[Entry]) -> list[Entry]:
    joined: list[Entry] = []
    for entry in entries:
        last = joined[-1] if joined else None
        if last and _is_post_alone(entry) and _is_near(last, entry):
            joined[-1] = _with_post(last, entry)
        else:
            joined.append(entry)
    return joined


def _is_near(last: Entry, entry: Entry) -> bool:
    below = entry.line.number - max(last.until, last.line.number)
    limit = FURTHEST_POST - 1 if is_name_alone(last) else 1
    return below <= limit and last.part is entry.part and not _is_post_alone(last)


def _groups_spread(entries: Sequence[Entry]) -> list[Entry]:
    """Take lines of known words alone, in a list of names, as headings of those below."""
    named = sum(not _is_known_line(entry) for entry in entries)
    if named * 2 <= len(entries):
        return list(entries)
    kept: list[Entry] = []
    words, above = "", None
    for place, entry in enumerate(entries):
        if above is None or (entry.part, entry.heading) != above or entry.group_words:
            above, words = (entry.part, entry.heading), ""
        before = entries[place - 1] if place else None
        if _is_group_line(entry, before, entries[place + 1 : place + 2]):
            words = unbulleted(entry.line.text)
            continue
        kept.append(with_group(entry, words) if words else entry)
    return kept


def _is_known_line(entry: Entry) -> bool:
    return is_known(without_asides(unbulleted(entry.line.text)))


def _opens_person(later: Sequence[Entry]) -> bool:
    return bool(later) and starts_full((fields(unbulleted(later[0].line.text)) or [""])[0])


def _is_group_line(entry: Entry, before: Entry | None, later: Sequence[Entry]) -> bool:
    text = unbulleted(entry.line.text)
    if entry.inline or entry.post or entry.row or "\t" in text or not _is_known_line(entry):
        return False
    words = plain(text)
    apart = before is None or entry.line.number > before.line.number + 1
    called = in_list(words.split()[-1], "bodies") or said("groups_of_people").search(words)
    body = apart and called and _opens_person(later)
    if len(words.split()) > LONGEST_GROUP or not (body or said("group_word").search(words)):
        return False
    if terms().chair.match(words):
        return not later or later[0].part is not entry.part or is_name_alone(later[0])
    comma = "," in text and not in_list(words.split()[-1], "bodies")
    return not comma and not entry.group
