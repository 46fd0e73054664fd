"""Which words of a passage are those of another, and which are the same by chance."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate

from withus.core.wording.anchors import Run, runs
from withus.core.wording.seen import GRAM, NEW, OFFSET, WITHIN, Seen

LONG = 10  # words in a row that need no other sign of where they come from
# Shares of the weight of words. In place: of the lighter passage. Otherwise: of the new one.
ALIKE = 0.3  # with a passage that stood in this place
MOVED = 0.35  # with a passage that went from another place in this revision
FAR = 0.5  # with any other that was ever seen
SURE = 0.8  # of the weight of a passage: no need to ask elsewhere
FEWEST = 3  # words that come from elsewhere
ASKED = 3  # passages elsewhere that are looked at


def side_by_side(seen: Seen, old: Sequence[int], new: Sequence[int]) -> list[list[int]]:
    """Tell which words of new phrases are those of old passages that stood in their place.

    Shape: for each phrase an identity, or NEW, for each of its words.
    """
    theirs = [seen.words(number) for number in old]
    ours = [seen.words_of[phrase] for phrase in new]
    found = [[NEW] * len(words) for words in ours]
    if theirs and ours:
        shared = runs([w for words in theirs for w in words], [w for words in ours for w in words])
        for (a, b), held in _by_pair(shared, theirs, ours).items():
            _take(seen, old[a], held, (ours[b], found[b]))
    return found


def _by_pair(
    shared: Sequence[Run], theirs: Sequence[Sequence[int]], ours: Sequence[Sequence[int]]
) -> dict[tuple[int, int], list[Run]]:
    """Cut runs where a passage ends, and put those of the same two passages together."""
    pairs: dict[tuple[int, int], list[Run]] = {}
    olds = list(accumulate(map(len, theirs), initial=0))
    news = list(accumulate(map(len, ours), initial=0))
    for old, new, length in shared:
        while length:
            a, b = bisect_right(olds, old) - 1, bisect_right(news, new) - 1
            many = min(length, olds[a + 1] - old, news[b + 1] - new)
            pairs.setdefault((a, b), []).append(Run(old - olds[a], new - news[b], many))
            old, new, length = old + many, new + many, length - many
    return pairs


def _take(
    seen: Seen, number: int, shared: Sequence[Run], new: tuple[Sequence[int], list[int]]
) -> None:
    """Take over the words two passages share, if they are more than chance."""
    words, found = new
    weight = sum(seen.weight(words[at : at + length]) for _, at, length in shared)
    enough = ALIKE * min(seen.weight(seen.words(number)), seen.weight(words))
    which = seen.passages[number].identities
    for there, at, length in shared:
        if weight >= enough or length >= LONG:
            found[at : at + length] = which[there : there + length]


def completed(
    seen: Seen, words: Sequence[int], here: list[int], gone: Collection[int] = ()
) -> list[int]:
    """Look for the words of a phrase elsewhere, and in all that was ever seen.

    Shape: `here` are the identities of words that stood in its place, `gone` the passages that this
        revision took from their places; the answer is the identities of the passage that the
        phrase is most like, with what else is found in runs.
    """
    if NEW not in here:
        return here
    places = seen.places(words)
    if not any(places):
        return here
    best, most = here, _told(seen, words, here)
    for number in _asked(places) if most < SURE else ():
        found = [NEW] * len(words)
        _take(seen, number, runs(seen.words(number), words), (words, found))
        told = _told(seen, words, found)
        enough = MOVED if number in gone else FAR
        if told > most and told >= enough and len(words) - found.count(NEW) >= FEWEST:
            best, most = found, told
    if NEW in best:
        _beside(seen, places, best)
        if _in_a_row(seen, words, places, best):
            _beside(seen, places, best)
    return best


def _told(seen: Seen, words: Sequence[int], found: Sequence[int]) -> float:
    """Tell the share of a phrase whose origin is known, by weight."""
    known = [word for word, one in zip(words, found, strict=True) if one != NEW]
    return seen.weight(known) / seen.weight(words) if words else 1.0


def _asked(places: Sequence[Sequence[int]]) -> list[int]:
    """Tell the passages that share most threes of words with a phrase."""
    votes: dict[int, int] = {}
    for held in places:
        for number in dict.fromkeys(place >> OFFSET for place in reversed(held)):
            votes[number] = votes.get(number, 0) + 1
    return sorted(votes, key=lambda number: -votes[number])[:ASKED]


def _beside(seen: Seen, places: Sequence[Sequence[int]], found: list[int]) -> None:
    """Go on from words already found, where the same words went on so before."""
    ats = [at for at, held in enumerate(places) if held]
    for order in (ats, reversed(ats)):
        for at in order:
            a, b, c = found[at : at + GRAM]
            new = (a == NEW) + (b == NEW) + (c == NEW)
            if not new or new == GRAM:
                continue
            for place in reversed(places[at]):
                which = seen.identities(place)
                if all(one in (NEW, other) for one, other in zip((a, b, c), which, strict=True)):
                    found[at : at + GRAM] = which
                    break


def _in_a_row(
    seen: Seen, words: Sequence[int], places: Sequence[Sequence[int]], found: list[int]
) -> bool:
    """Find words in a row that were seen in a row, if they are many or a whole passage."""
    at, any_found = 0, False
    while at < len(places):
        best: tuple[int, ...] = ()
        if places[at] and found[at : at + GRAM] == [NEW] * GRAM:
            ways = [_followed(seen, words, found, (at, one)) for one in reversed(places[at])]
            best = max(ways, key=len)
            found[at : at + len(best)] = best
            any_found = any_found or bool(best)
        at += len(best) or 1
    return any_found


def _followed(
    seen: Seen, words: Sequence[int], found: Sequence[int], start: tuple[int, int]
) -> tuple[int, ...]:
    """Follow three words as far as they go on the same way; nothing, if that is not far enough."""
    at, place = start
    number, begun = place >> OFFSET, place & WITHIN
    theirs = seen.words(number)
    length = GRAM
    most = min(len(words) - at, len(theirs) - begun)
    while length < most and found[at + length] == NEW:
        if words[at + length] != theirs[begun + length]:
            break
        length += 1
    whole = length > GRAM and not begun and length >= len(theirs) - 1
    if length < LONG and not whole:
        return ()
    return seen.passages[number].identities[begun : begun + length]
