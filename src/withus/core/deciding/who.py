"""WHO a rule is about: places told apart by what they are, never by who sits in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from withus.core.deciding.faults import NotARule, names, shape
from withus.core.facts.forms import A_TAG
from withus.core.words import AFFECTED, Capacity, PlaceKind


@dataclass(frozen=True, slots=True)
class Place:
    """What a rule can tell of a place."""

    capacity: Capacity
    kind: PlaceKind | None = None
    tags: frozenset[str] = frozenset()
    chair: bool = False
    mandated: bool = False


@dataclass(frozen=True, slots=True)
class Who:
    """The places for which all that is given holds; where nothing is given, all of them."""

    affected: bool = False
    capacity: frozenset[Capacity] | None = None
    kind: frozenset[PlaceKind] | None = None
    tag: frozenset[str] | None = None
    chair: bool = False
    mandated: bool = False
    other_than: Who | None = None

    def includes(self, place: Place) -> bool:
        """Tell whether a place is meant.

        Shape: a list is met by any one of it.
        Source: rules.md, WHO.
        """
        return (
            (not self.affected or place.capacity in AFFECTED)
            and (self.capacity is None or place.capacity in self.capacity)
            and (self.kind is None or place.kind in self.kind)
            and (self.tag is None or not self.tag.isdisjoint(place.tags))
            and (not self.chair or place.chair)
            and (not self.mandated or place.mandated)
            and (self.other_than is None or not self.other_than.includes(place))
        )


ALL = Who()
THE_PEOPLE_IT_IS_ABOUT = Who(affected=True)
MOST_NESTED = 4


def read_who(told: Any, *, depth: int = 0) -> Who:
    """Read a WHO as a rule has it.

    Shape: `"all"`, or a mapping of `affected`, `capacity`, `kind`, `tag`, `chair`, `mandated` and
        `not`.
    Errors: NotARule `who_unknown`, `keys_unknown`, `value_unknown`, `nested_too_deep`.
    Source: rules.md, WHO.
    """
    if told == "all":
        return ALL
    if not isinstance(told, Mapping) or not told:
        raise NotARule("who_unknown", {"found": shape(told)})
    if depth >= MOST_NESTED:
        raise NotARule("nested_too_deep")
    known = {"affected", "capacity", "kind", "tag", "chair", "mandated", "not"}
    if not told.keys() <= known:
        raise NotARule("keys_unknown", {"keys": names(told.keys() - known)})
    for name in ("affected", "chair", "mandated"):
        if name in told and told[name] is not True:
            raise NotARule("value_unknown", {"field": name, "found": shape(told[name])})
    return Who(
        affected="affected" in told,
        capacity=some_of(told, "capacity", Capacity),
        kind=some_of(told, "kind", PlaceKind),
        tag=tags_of(told),
        chair="chair" in told,
        mandated="mandated" in told,
        other_than=read_who(told["not"], depth=depth + 1) if "not" in told else None,
    )


def some_of(told: Mapping[str, Any], name: str, codes: Any) -> Any:
    """Read a list of codes, if there is one.

    Errors: NotARule `value_unknown`.
    """
    if name not in told:
        return None
    found = list(listed(told, name))
    for each in found:
        if not isinstance(each, str) or each not in set(codes):
            raise NotARule("value_unknown", {"field": name, "found": shape(each)})
    return frozenset(codes(each) for each in found)


def tags_of(told: Mapping[str, Any]) -> frozenset[str] | None:
    """Read a list of the board's own tags, if there is one.

    Errors: NotARule `value_unknown`.
    """
    if "tag" not in told:
        return None
    found = listed(told, "tag")
    for each in found:
        if not isinstance(each, str) or not A_TAG.fullmatch(each):
            raise NotARule("value_unknown", {"field": "tag", "found": shape(each)})
    return frozenset(found)


def listed(told: Mapping[str, Any], name: str) -> Iterable[Any]:
    """Read a list with something in it.

    Errors: NotARule `value_unknown`.
    """
    found = told[name]
    if not isinstance(found, list) or not found:
        raise NotARule("value_unknown", {"field": name, "found": shape(found)})
    return found


def write_who(who: Who) -> Any:
    """Write a WHO as a rule has it; the same for the same places meant."""
    if who == ALL:
        return "all"
    told: dict[str, Any] = {}
    for each in fields(who):
        value = getattr(who, each.name)
        if value is True:
            told[each.name] = True
        elif isinstance(value, frozenset):
            told[each.name] = sorted(value)
    if who.other_than is not None:
        told["not"] = write_who(who.other_than)
    return told
