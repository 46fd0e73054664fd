"""Rules and places of a board in a file, where there is no record: `withus-rules-1`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from withus.core.deciding.faults import NotARule, names, shape
from withus.core.deciding.possible import check_can_be_met
from withus.core.deciding.reading import read_rules
from withus.core.deciding.rule import Rule
from withus.core.deciding.values import needed, whole
from withus.core.deciding.who import Place, Who, read_who, write_who
from withus.core.words import Capacity

FORMAT = "withus-rules-1"
MOST_PLACES, MOST_SORTS = 1_000, 50
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sort:
    """A line of places: who they are as the file has it, what rules can tell of them, how many."""

    who: Who
    place: Place
    count: int


@dataclass(frozen=True, slots=True)
class InAFile:
    """What a file holds: the rules, and the places they are about."""

    rules: tuple[Rule, ...]
    sorts: tuple[Sort, ...]

    @property
    def places(self) -> Counter[Place]:
        """Count the places by what rules can tell of them."""
        found: Counter[Place] = Counter()
        for sort in self.sorts:
            found[sort.place] += sort.count
        return found


def read_in_a_file(told: Any, *, on: date) -> InAFile:
    """Read the rules and places of a file; on the day they are asked about.

    Shape: a mapping of `format`, `places` and `rules`. In a file, unlike in the record, a rule may
        leave out its `id` (then it is its number), `force` (promise), `source` and `from`.
    Errors: NotARule, with `rule` or `place`, the number of the one at fault, counted from 1.
    Source: rules.md, Form.
    """
    if not isinstance(told, Mapping):
        raise NotARule("not_a_rules_file", {"found": shape(told)})
    beyond = told.keys() - {"format", "places", "rules"}
    if beyond:
        raise NotARule("keys_unknown", {"keys": names(beyond)})
    if told.get("format") != FORMAT:
        raise NotARule("not_a_rules_file", {"found": shape(told.get("format"))})
    sorts = read_sorts(needed(told, "places"))
    rules = needed(told, "rules")
    if isinstance(rules, list):
        rules = [usual(each, number) for number, each in enumerate(rules, 1)]
    found = InAFile(read_rules(rules), sorts)
    check_can_be_met(found.rules, found.places, on=on)
    return found


def usual(rule: Any, number: int) -> Any:
    """Fill what a rule in a file may leave out."""
    if not isinstance(rule, Mapping):
        return rule
    return {"id": str(number), "force": "promise", "source": None, "from": None, **rule}


def read_sorts(told: Any) -> tuple[Sort, ...]:
    """Read the places of a file.

    Errors: NotARule `value_unknown`, `keys_unknown`, `key_missing`, `not_one_sort`,
        `too_many_places`.
    """
    if not isinstance(told, list) or not 0 < len(told) <= MOST_SORTS:
        raise NotARule("value_unknown", {"field": "places", "found": shape(told)})
    found = []
    for number, each in enumerate(told, 1):
        try:
            found.append(read_sort(each))
        except NotARule as fault:
            raise NotARule(fault.code, {**fault.parameters, "place": number}) from fault
    if sum(sort.count for sort in found) > MOST_PLACES:
        raise NotARule("too_many_places", {"most": MOST_PLACES})
    return tuple(found)


def read_sort(told: Any) -> Sort:
    """Read one line of places: of one capacity and one kind at most, with all tags it has.

    Errors: as `read_sorts`.
    """
    if not isinstance(told, Mapping):
        raise NotARule("value_unknown", {"field": "places", "found": shape(told)})
    beyond = told.keys() - {"who", "count"}
    if beyond:
        raise NotARule("keys_unknown", {"keys": names(beyond)})
    who = read_who(needed(told, "who"))
    several = any(len(each or ()) > 1 for each in (who.capacity, who.kind))
    if who.affected or who.other_than is not None or several:
        raise NotARule("not_one_sort")
    place = Place(
        capacity=one_of(who.capacity, Capacity.OTHER),
        kind=one_of(who.kind, None),
        tags=who.tag or frozenset(),
        chair=who.chair,
        mandated=who.mandated,
    )
    return Sort(who, place, whole(told, "count", least=1, most=MOST_PLACES))


def one_of(found: frozenset[Any] | None, otherwise: Any) -> Any:
    """Tell the one there is, or what is usual."""
    return next(iter(found)) if found else otherwise


def write_sort(sort: Sort) -> dict[str, Any]:
    """Write one line of places as the file has it."""
    return {"who": write_who(sort.who), "count": sort.count}
