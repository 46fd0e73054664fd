"""Somebody whom one set of minutes names twice is one person."""

from dataclasses import replace

from withus.core.minutes.entries import Entry
from withus.core.minutes.layout import Found
from withus.core.minutes.people import Listed
from withus.core.minutes.vocabulary import in_list

_TITLES = frozenset("mr mrs ms miss mx dr prof professor".split())
MOST_ALIKE = 12  # people of one surname; more are no family but a made-up list


def once(listed: Found) -> Found:
    """Tell those listed with everybody named twice ("Chair: ...", and in the list) told once.

    Formula: two listings of one name are one person unless both have several posts, none in common.
    """
    kept: Found = []
    places: dict[str, list[int]] = {}
    for entry, who in listed:
        named = places.setdefault(_surname(who), []) if who.key else []
        twins = (place for place in named[:MOST_ALIKE] if _is_twin(kept[place], (entry, who)))
        twin = next(twins, None)
        if twin is None:
            named.append(len(kept))
            kept.append((entry, who))
        else:
            kept[twin] = (_surer(kept[twin][0], entry), _merged(kept[twin][1], who))
    return kept


def _surname(who: Listed) -> str:
    return who.key.split()[-1]


def _is_twin(one: tuple[Entry, Listed], other: tuple[Entry, Listed]) -> bool:
    """The very name again; or, where one stands after its post, the same initial and surname."""
    keys = [_without_title(who.key.split()) for _, who in (one, other)]
    posted = bool(one[0].post) != bool(other[0].post)
    if _titles_differ(one[1].key, other[1].key):
        return False
    groups = {entry.group_words for entry, _ in (one, other)}
    if len(groups) == 2 and "" not in groups and not posted:
        return False  # of two bodies by the groups they are in, so two people
    if one[1].key == other[1].key and (len(keys[0]) > 1 or posted or len(keys[0]) == 0):
        return _same(one[1], other[1])
    return posted and _fit(*keys) and _same(one[1], other[1])


def _without_title(words: list[str]) -> list[str]:
    while len(words) > 1 and in_list(words[0], "titles"):
        words = words[1:]
    return words


def _fit(one: list[str], other: list[str]) -> bool:
    """Tell whether two names that end alike may be one: Cllr Rae, J Rae, Jo Rae."""
    if len(one) == 1 or len(other) == 1:
        return True
    alike = len(one) == len(other) and one[0][0] == other[0][0]
    return alike and 1 in (len(one[0]), len(other[0]))


def _titles_differ(one: str, other: str) -> bool:
    """ "Dr Rae" and "Mr Rae" are two people."""
    titles = [{word for word in name.split()[:-1] if word in _TITLES} for name in (one, other)]
    return all(titles) and not titles[0] & titles[1]


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
    doubt = one.doubt and other.doubt
    return replace(one, posts=posts, marks=marks, elected_title=elected, doubt=doubt)
