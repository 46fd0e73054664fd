"""Initials that the business of a meeting uses, and nobody on its lists has."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from withus.core.minutes import names
from withus.core.minutes.edges import end_of
from withus.core.minutes.layout import Found
from withus.core.minutes.sightings import Doubt
from withus.core.minutes.terms import said
from withus.core.minutes.text import Line
from withus.core.minutes.vocabulary import listed as on_our_lists

LEAST_KNOWN = 3  # people spoken of by their initials, before initials of nobody tell anything
LEAST_USED = 2  # times
_CODE = re.compile(r"\b[A-Z][A-Za-z]{0,3}[A-Z]\b")


def unlisted(everybody: Found, lines: Sequence[Line]) -> Iterator[Doubt]:
    """Initials that speak or act more than once, though nobody on the lists has them.

    Reads: `everybody`, those who were there and those who were not; `lines`, all of the minutes.
    Not: initials in minutes that call hardly anybody by them, nor an abbreviation that we know.
    """
    known = _known(everybody)
    end = end_of(everybody)
    told = [
        (code, line.number)
        for line in lines
        if line.number > end
        for code in said("initials_act").findall(line.text)
    ]
    used = Counter(code for code, _ in told if not on_our_lists(code))
    if sum(_is_one(code, known) for code in used) < LEAST_KNOWN:
        return
    strange = [c for c, times in used.items() if times >= LEAST_USED and not _is_one(c, known)]
    first = dict(reversed(told))
    for code in strange:
        yield Doubt("initials_of_nobody", first[code], more=1)


def _known(everybody: Found) -> frozenset[str]:
    """The initials of everybody by their names, and those that stand on their lines."""
    codes = {
        "".join(word[0] for word in names.without_title(who.key).split()).upper()
        for _, who in everybody
        if who.key
    }
    for entry, _ in everybody:
        codes.update(code.upper() for code in _CODE.findall(entry.line.text))
    return frozenset(codes | {code[0] + code[-1] for code in codes if code})


def _is_one(code: str, known: frozenset[str]) -> bool:
    whole = code.upper()
    return bool({whole, whole[0] + whole[-1], whole[:2]} & known)
