"""Numbered lines of published minutes into what they say of one meeting."""

import re
from collections.abc import Sequence
from dataclasses import replace

from withus.core.errors import Refusal
from withus.core.minutes import parting, people
from withus.core.minutes.attendance import bare_list, gather, headless_start
from withus.core.minutes.entries import Entry
from withus.core.minutes.capacity import Read, Reason, of_heading, of_post
from withus.core.minutes.dates import day_of_meeting, has_date
from withus.core.minutes.decisions import decisions_in
from withus.core.minutes.headings import Part, is_prose
from withus.core.minutes.layout import Found, resolved
from withus.core.minutes.people import Listed
from withus.core.minutes.showing import publishable
from withus.core.minutes.sightings import Meeting, Sighting
from withus.core.minutes.standing import is_chair, of_listed
from withus.core.minutes.terms import said, terms
from withus.core.minutes.text import Line, plain, unbulleted
from withus.core.words import AFFECTED, Capacity, Standing

LONGEST_SENTENCE = 300  # letters
MOST_LINES = 20_000
MOST_LISTED = 60_000  # letters of a list of people
LEAST_POSTS = 2  # lines with a post, before a text with no heading is taken for a list
LONGEST_BARE_LIST = 150  # lines: a list of people with no heading is never longer


split_meetings = parting.split_meetings


class NotMinutes(Refusal):
    """No list of people present was found in a text."""


def read_meeting(lines: Sequence[Line], *, board: str = "") -> Meeting:
    """Tell who was in the room at one meeting, by place, from the lines of its minutes.

    Formula: lines under headings such as Present, In attendance, Apologies; each line's posts to a
    capacity and a standing by the terms in force.
    Reads: `board`, the board's own name, only to know its chair.
    Not: what anybody is called, said, chose or lives with.
    Errors: NotMinutes where no list of people is found, or where the text or the list is longer
    than any minutes are.
    """
    if len(lines) > MOST_LINES:
        raise NotMinutes("too_long", {"lines": len(lines), "most": MOST_LINES})
    entries, starts = _entries(lines)
    if sum(len(entry.line.text) for entry in entries) > MOST_LISTED:
        raise NotMinutes("too_many_listed", {"lines": len(entries)})
    listed = resolved(entries)
    here = _once([(entry, who) for entry, who in listed if _is_here(entry, who)])
    away = [
        who for entry, who in listed if not _is_here(entry, who) and _sent_apologies(entry, who)
    ]
    split = _lists_members_apart(here)
    seen = tuple(_sighting(entry, who, split=split, board=board) for entry, who in here)
    if not any(sighting.chair for sighting in seen):
        chairing = _named_in_the_chair(lines, here)
        seen = tuple(replace(who, chair=n == chairing) for n, who in enumerate(seen))
    return Meeting(
        held=day_of_meeting(lines, list_starts=starts),
        sightings=seen,
        apologies=len(_once([(entries[0], who) for who in away])),
        chair=_chair(seen, lines),
        decisions=decisions_in(lines, after=starts),
    )


_HERE = (Part.PRESENT, Part.IN_ATTENDANCE)


def _is_here(entry: Entry, who: Listed) -> bool:
    return entry.part in _HERE and not people.said_away(who)


def _sent_apologies(entry: Entry, who: Listed) -> bool:
    absent = any(re.match(r"absent|dna|no$|not present", plain(word)) for word in who.marks)
    return entry.part is not Part.ABSENT and not absent


def _entries(lines: Sequence[Line]) -> tuple[list[Entry], int]:
    """The entries under headings; without headings, those of a list that opens on its own."""
    entries, starts = gather(lines)
    if _any_here(entries):
        return _present_if_only_attending(entries), starts
    headless = headless_start(lines)
    if headless:
        return gather(lines, headless=headless)
    filled = bare_list(lines)
    posts = [line for line in filled if of_post(publishable(line.text), "") is not None]
    if len(posts) < LEAST_POSTS or len(filled) > LONGEST_BARE_LIST or len(posts) * 2 < len(filled):
        raise NotMinutes("not_minutes", {"lines": len(lines)})
    return [Entry(line, Part.PRESENT, "") for line in filled], filled[0].number


def _present_if_only_attending(entries: list[Entry]) -> list[Entry]:
    """Where nobody is headed "present", those headed "in attendance" are the meeting."""
    if any(entry.part is Part.PRESENT and entry.heading for entry in entries):
        return entries
    return [
        replace(entry, part=Part.PRESENT)
        if entry.part is Part.IN_ATTENDANCE and re.match(r"in attend|attend", plain(entry.heading))
        else entry
        for entry in entries
    ]


def _any_here(entries: Sequence[Entry]) -> bool:
    return any(entry.part in _HERE for entry in entries)


def _once(listed: Found) -> Found:
    """Somebody named twice (as "Chair: ..." and in the list) is one person."""
    kept: Found = []
    places: dict[str, list[int]] = {}
    for entry, who in listed:
        named = places.setdefault(who.key, []) if who.key else []
        twin = next((place for place in named if _same(kept[place][1], who)), None)
        if twin is None:
            named.append(len(kept))
            kept.append((entry, who))
        else:
            kept[twin] = (_surer(kept[twin][0], entry), _merged(kept[twin][1], who))
    return kept


def _same(one: Listed, other: Listed) -> bool:
    """Two listings of one name are one person unless both have several posts, none in common."""
    shared = bool(set(one.posts) & set(other.posts))
    return shared or len(one.posts) <= 1 or len(other.posts) <= 1


def _surer(one: Entry, other: Entry) -> Entry:
    return other if one.post and not other.post else one


def _merged(one: Listed, other: Listed) -> Listed:
    posts = tuple(dict.fromkeys((*one.posts, *other.posts)))
    marks = tuple(dict.fromkeys((*one.marks, *other.marks)))
    elected = one.elected_title or other.elected_title
    return replace(one, posts=posts, marks=marks, elected_title=elected)


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


def _chair(seen: Sequence[Sighting], lines: Sequence[Line]) -> Capacity | None:
    """Tell the capacity of whoever chaired; of several, the people it is about go first."""
    chairs = [who.capacity for who in seen if who.chair]
    if chairs:
        return next((capacity for capacity in chairs if capacity in AFFECTED), chairs[0])
    prose = (plain(text) for text in _chair_sentences(lines))
    said_so = next((text for text in prose if terms().chair_in_prose.search(text)), "")
    return Capacity.ELECTED if re.search(r"\b(mayor|councillor|cllr)\b", said_so) else None


def _chair_sentences(lines: Sequence[Line]) -> list[str]:
    short = (line.text for line in lines if len(line.text) <= LONGEST_SENTENCE)
    return [text for text in short if said("chairs").search(text)]


def _named_in_the_chair(lines: Sequence[Line], here: Found) -> int:
    """Tell which of those listed a sentence says was in the chair, by place; -1 for nobody."""
    chairing = [
        plain(text) for text in _chair_sentences(lines) if said("in_the_chair").search(text)
    ]
    for place, (_, who) in enumerate(here):
        words = who.key.split()
        short = f"{words[-2][0]} {words[-1]}" if len(words) > 1 else who.key
        if len(words) > 1 and any(who.key in text or short in text for text in chairing):
            return place
    return -1


def board_name(lines: Sequence[Line]) -> str:
    """Tell the board's name as its minutes print it, or nothing where they do not.

    Formula: the first line above the list that names a kind of board, or the first line of all,
    shown with known words only.
    """
    for line in [line for line in lines if line.text.strip()][:8]:
        text = publishable(re.split(r"\t|\s[–—|-]\s", unbulleted(line.text))[0])
        words = plain(text)
        board = re.search(
            r"\b(board|committee|council|panel|forum|group|partnership|team)\b", words
        )
        if board and not is_prose(line.text) and len(words.split()) <= 14:
            return re.sub(r"\s*\b(meeting|minutes)\b.*$", "", text, flags=re.I).strip(" ,:–-")
    return ""
