"""Initials that stand for a person: "JL, MC, RM" and "HS (patient)"."""

import re
from collections.abc import Sequence

from withus.core.minutes.text import without_asides
from withus.core.minutes.vocabulary import listed

LEAST_CODES = 3  # initials in a row, before they are taken for people and not for bodies
_CODE = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Cllr)\.? [A-Z]|[A-Z](?:[A-Z]|\.[A-Z]|[a-z]?[A-Z]{1,2}))\.?"
)


def has_shape(text: str) -> bool:
    """Tell whether a text has the shape of initials, brackets after them left aside."""
    return bool(_CODE.fullmatch(without_asides(text).strip()))


def is_code(text: str) -> bool:
    """Tell whether a text is initials for a name, and no abbreviation that we know."""
    return has_shape(text) and not listed(without_asides(text).strip())


def codes_in(parts: Sequence[str]) -> set[int]:
    """Tell the places of parts that are initials for a name: several, one after the other."""
    found: set[int] = set()
    run: list[int] = []
    for place, part in enumerate([*parts, ""]):
        if has_shape(part):
            run.append(place)
        else:
            found.update(run if len(run) >= LEAST_CODES or len(run) == len(parts) else ())
            run = []
    return found


def only_codes(parts: Sequence[str]) -> bool:
    """Tell whether the parts of a line list nobody but by their initials, and more than one."""
    return len(parts) > 1 and len(codes_in(parts)) == len(parts)
