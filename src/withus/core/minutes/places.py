"""Somebody listed as a sighting: the place they hold, its capacity and standing, and why."""

import re
from collections.abc import Sequence

from withus.core.minutes.capacity import Read, Reason, of_heading, of_post
from withus.core.minutes.entries import Entry
from withus.core.minutes.headings import Part
from withus.core.minutes.layout import Found
from withus.core.minutes.people import Listed
from withus.core.minutes.showing import publishable
from withus.core.minutes.sightings import Sighting
from withus.core.minutes.standing import is_chair, of_listed
from withus.core.minutes.terms import said
from withus.core.minutes.text import plain
from withus.core.words import AFFECTED, Capacity, Standing


def _lists_members_apart(here: Sequence[tuple[Entry, Listed]]) -> bool:
    """Tell whether the minutes list members under one heading and others under another."""
    parts = {entry.part for entry, _ in here}
    headed = any(re.search(r"\bmembers?\b", plain(entry.heading)) for entry, _ in here)
    grouped = any(entry.group and entry.group.capacity in AFFECTED for entry, _ in here)
    marked = sum(any("voting member" in plain(m) for m in who.marks) for _, who in here)
    return parts == set(_HERE) or headed or grouped or marked * 2 > len(here)


def _sighting(entry: Entry, who: Listed, *, split: bool, board: str) -> Sighting:
    role, organisation = _role_and_body(who)
    words = " ".join((*who.posts, *who.marks))
    part = entry.part
    standing, why_standing = of_listed(words, part=part, split_list=split)
    if who.supporter:
        standing, why_standing = Standing.IN_SUPPORT, Reason("supporter")
    read = _capacity(entry, who, role, organisation)
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
    own = of_post(f"{role} {' '.join(who.marks)}", organisation)
    group = entry.group or (None if entry.group_words else of_heading(publishable(entry.heading)))
    if own is None or (own.capacity is Capacity.OTHER and group):
        return group or Read(Capacity.UNSURE, Reason("nothing_said"))
    if group and group.capacity in AFFECTED and own.capacity not in AFFECTED:
        return Read(Capacity.UNSURE, Reason("heading_and_post_differ", own.why.words))
    return own


_BODY_FIRST = re.compile(
    r"\b(council|nhs|trust|forum|society|association|network|healthwatch|icb|school|college|university"
    r"|police|service|services|centre|charity|board|mencap|federation|partnership|department|dfe)\b"
)
_POST_WORD = re.compile(
    r"\b(chair|director|officer|manager|head|lead|leader|member|rep|representative|adviser|advisor|chief"
    r"|executive|nurse|teacher|principal|coordinator|worker|carer|parent|expert|councillor|commissioner"
    r"|consultant|ceo|deputy|president|secretary|treasurer|governor|accountant|administrator|minutes)s?\b"
)


def _role_and_body(who: Listed) -> tuple[str, str]:
    """Part the fields of a post into what somebody does and where."""
    marks = [mark for mark in who.marks if mark not in who.posts]
    posts = list(who.posts)
    bodies = [
        post
        for post in posts
        if _BODY_FIRST.search(plain(post)) and not _POST_WORD.search(plain(post))
    ]
    if not bodies and len(posts) > 1 and not _POST_WORD.search(plain(posts[-1])):
        bodies = posts[-1:]
    roles = [post for post in posts if post not in bodies]
    return ", ".join([*roles, *marks]), ", ".join(bodies)


