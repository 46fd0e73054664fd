"""Somebody whom one set of minutes names twice is one person."""

from collections.abc import Sequence
from dataclasses import replace

from withus.core.minutes.entries import Entry
from withus.core.minutes.layout import Found
from withus.core.minutes.people import Listed


def once(listed: Found) -> Found:
    """Tell those listed with everybody named twice ("Chair: ...", and in the list) told once.

    Formula: two listings of one name are one person unless both have several posts, none in common.
    """
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


