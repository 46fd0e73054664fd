"""Values of a rule's fields, read strictly: what is not exactly so is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from withus.core.deciding.faults import NotARule, shape

A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
A_SHARE = re.compile(r"([0-9]{1,4})/([1-9][0-9]{0,3})")


def needed(told: Mapping[str, Any], name: str) -> Any:
    """Return what a key has.

    Errors: NotARule `key_missing`.
    """
    if told.get(name) is None:
        raise NotARule("key_missing", {"key": name})
    return told[name]


def code(told: Mapping[str, Any], name: str, codes: Any) -> Any:
    """Read one of the field's own words.

    Errors: NotARule `key_missing`, `value_unknown`.
    """
    found = needed(told, name)
    if not isinstance(found, str) or found not in set(codes):
        raise NotARule("value_unknown", {"field": name, "found": shape(found)})
    return codes(found)


def whole(told: Mapping[str, Any], name: str, *, least: int, most: int) -> int:
    """Read a whole number within bounds; true and 2.0 are none.

    Errors: NotARule `key_missing`, `value_unknown`.
    """
    found = needed(told, name)
    if type(found) is not int or not least <= found <= most:
        raise NotARule("value_unknown", {"field": name, "found": shape(found)})
    return found


def yes(told: Mapping[str, Any], name: str, *, usual: bool) -> bool:
    """Read a yes or a no.

    Errors: NotARule `value_unknown`.
    """
    found = told.get(name)
    if found is None:
        return usual
    if type(found) is not bool:
        raise NotARule("value_unknown", {"field": name, "found": shape(found)})
    return found


def part(told: Mapping[str, Any], name: str, *, plaintoo: bool) -> Fraction:
    """Read a share as `p/q`: above 0 and up to 1; for `over`, from 0 and below 1.

    Errors: NotARule `value_unknown`.
    """
    found = needed(told, name)
    match = A_SHARE.fullmatch(found) if isinstance(found, str) else None
    value = Fraction(int(match[1]), int(match[2])) if match else None
    if value is None or not (0 < value <= 1 if plaintoo else 0 <= value < 1):
        raise NotARule("value_unknown", {"field": name, "found": shape(found)})
    return value


def day(told: Mapping[str, Any], name: str) -> date | None:
    """Read a day as YYYY-MM-DD, if there is one.

    Errors: NotARule `value_unknown`.
    """
    found = told.get(name)
    if found is None:
        return None
    try:
        if not isinstance(found, str) or not A_DAY.fullmatch(found):
            raise ValueError("not a day")
        return date.fromisoformat(found)
    except ValueError as fault:
        raise NotARule("value_unknown", {"field": name, "found": shape(found)}) from fault
