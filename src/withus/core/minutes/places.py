"""Somebody listed as a sighting: the place they hold, its capacity and standing, and why."""

import re

from withus.core.minutes.capacity import Read, Reason, of_post
from withus.core.minutes.entries import Entry
from withus.core.minutes.headings import Part
from withus.core.minutes.layout import Found
from withus.core.minutes.people import Listed
from withus.core.minutes.sightings import Sighting
from withus.core.minutes.standing import is_chair, of_listed
from withus.core.minutes.terms import said
from withus.core.minutes.text import plain
from withus.core.words import AFFECTED, Capacity, Standing


def lists_members_apart(here: Found) -> bool:
    """Tell whether the minutes list members under one heading and others under another."""
    parts = {entry.part for entry, _ in here}
    headed = any(re.search(r"\bmembers?\b", plain(entry.heading)) for entry, _ in here)
    grouped = any(entry.group and entry.group.capacity in AFFECTED for entry, _ in here)
    marked = sum(any("voting member" in plain(m) for m in who.marks) for _, who in here)
    return (
        parts == {Part.PRESENT, Part.IN_ATTENDANCE} or headed or grouped or marked * 2 > len(here)
    )


def sighting_of(entry: Entry, who: Listed, *, split: bool, board: str) -> Sighting:
    """Tell the place that somebody listed holds.

    Reads: `split`, whether the minutes list members and others apart; `board`, the board's name.
    Not: their name, which is gone by now but for the key that is left behind here.
    """
    role, organisation = _role_and_body(who)
    words = " ".join((*who.posts, *who.marks))
    part = entry.part
    standing, why_standing = of_listed(words, part=part, split_list=split, group=entry.group_words)
    read = _capacity(entry, who, role, organisation)
    if who.supporter:  # they are there for somebody, and hold no place of their own
        standing, why_standing = Standing.IN_SUPPORT, Reason("supporter")
        read = Read(Capacity.UNSURE, Reason("supporter"))
    marks = (*who.marks, entry.group_words)
    chair = standing.counts and is_chair(marks, who.posts, board=board)
    return Sighting(
        role, organisation, read.capacity, standing, (read.why, why_standing), who.line, chair
    )


def _capacity(entry: Entry, who: Listed, role: str, organisation: str) -> Read:
    if who.doubt and not who.elected_title:
        return Read(Capacity.UNSURE, Reason(who.doubt, "", "how_many"))
    if who.elected_title:
        return Read(Capacity.ELECTED, Reason("title"))
    own = of_post(f"{role} {' '.join(who.marks)}", organisation) or _of_one_field(who)
    group = entry.group or (None if entry.group_words else entry.headed)
    if own is None or (own.capacity is Capacity.OTHER and group):
        return group or Read(Capacity.UNSURE, Reason("nothing_said"))
    if group and group.capacity in AFFECTED and own.capacity not in AFFECTED:
        if own.capacity is Capacity.COMMUNITY and not any(map(_names_post, who.posts)):
            return group  # a self-advocate who is said to come from an advocacy group
        return Read(Capacity.UNSURE, Reason("heading_and_post_differ", own.why.words))
    return own


def _of_one_field(who: Listed) -> Read | None:
    """What a field says alone, where all together say nothing: "Carer" beside "Carers' group"."""
    reads = (of_post(field, "") for field in (*who.posts, *who.marks))
    return next((read for read in reads if read), None)


def _role_and_body(who: Listed) -> tuple[str, str]:
    """Part the fields of a post into what somebody does and where."""
    marks = [mark for mark in who.marks if mark not in who.posts]
    posts = list(who.posts)
    bodies = [post for post in posts if said("body").search(plain(post)) and not _names_post(post)]
    if not bodies and len(posts) > 1 and not _names_post(posts[-1]):
        bodies = posts[-1:]
    roles = [post for post in posts if post not in bodies]
    return ", ".join([*roles, *marks]), ", ".join(bodies)


def _names_post(text: str) -> bool:
    return bool(said("post").search(plain(text)))
