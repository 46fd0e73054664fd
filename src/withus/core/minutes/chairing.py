"""Who chaired: somebody marked so in the list, or named so in a sentence."""

import re
from collections.abc import Sequence

from withus.core.minutes.layout import Found
from withus.core.minutes.sightings import Sighting
from withus.core.minutes.terms import said, terms
from withus.core.minutes.text import Line, plain
from withus.core.words import AFFECTED, Capacity

LONGEST_SENTENCE = 300  # letters


def chair_of(seen: Sequence[Sighting], lines: Sequence[Line]) -> Capacity | None:
    """Tell the capacity of whoever chaired, or None where the minutes do not say.

    Formula: those marked as in the chair; of several, the people it is about go first; else a
    sentence that says a councillor or a mayor presided.
    """
    chairs = [who.capacity for who in seen if who.chair]
    if chairs:
        return next((capacity for capacity in chairs if capacity in AFFECTED), chairs[0])
    prose = (plain(text) for text in _sentences_on_the_chair(lines))
    said_so = next((text for text in prose if terms().chair_in_prose.search(text)), "")
    return Capacity.ELECTED if re.search(r"\b(mayor|councillor|cllr)\b", said_so) else None


def _sentences_on_the_chair(lines: Sequence[Line]) -> list[str]:
    short = (line.text for line in lines if len(line.text) <= LONGEST_SENTENCE)
    return [text for text in short if said("chairs").search(text)]


def named_in_the_chair(lines: Sequence[Line], here: Found) -> int:
    """Tell which of those listed a sentence says was in the chair.

    Unit: the place in the list, from 0; -1 for nobody.
    """
    chairing = [
        plain(text) for text in _sentences_on_the_chair(lines) if said("in_the_chair").search(text)
    ]
    for place, (_, who) in enumerate(here):
        words = who.key.split()
        short = f"{words[-2][0]} {words[-1]}" if len(words) > 1 else who.key
        if len(words) > 1 and any(who.key in text or short in text for text in chairing):
            return place
    return -1
