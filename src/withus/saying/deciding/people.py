"""Whom a rule is about, as words: said from the data, and read back from what was said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from withus.core.deciding.who import ALL, THE_PEOPLE_IT_IS_ABOUT, Who
from withus.core.words import Capacity, PlaceKind
from withus.saying.language import _

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
C = TypeVar("C", Capacity, PlaceKind)
TAGGED, WITHOUT = "have the mark", "are not among"


class NotASentence(ValueError):
    """Say that words are not those that a rule is said in; where they begin to differ."""


def capacities() -> Mapping[Capacity, str]:
    """Tell what makes a place one of a capacity."""
    return {
        Capacity.DRAWS_ON_SERVICES: _("draw on care and support"),
        Capacity.UNPAID_CARERS: _("are unpaid carers"),
        Capacity.COMMUNITY: _("come from community organisations"),
        Capacity.SERVICES: _("are paid to run services"),
        Capacity.ELECTED: _("are elected members"),
        Capacity.INDEPENDENT: _("are independent"),
        Capacity.OTHER: _("hold another post"),
        Capacity.UNSURE: _("hold a place we cannot tell"),
    }


def kinds() -> Mapping[PlaceKind, str]:
    """Tell what makes a place one of a kind."""
    return {
        PlaceKind.REPRESENTATIVE: _("were chosen by a number of people"),
        PlaceKind.DRAWN: _("were drawn by lot"),
        PlaceKind.NAMED: _("were named by a body"),
        PlaceKind.POST: _("hold a place by their post"),
    }


def people(who: Who) -> str:
    """Tell whom a rule is about.

    Example: people(Who(affected=True)) is "the people it is about".
    """
    if who == ALL:
        return _("all members")
    if who == THE_PEOPLE_IT_IS_ABOUT:
        return _("the people it is about")
    return _("the members who %(what)s") % {"what": _together(who)}


def sort_of_members(who: Who) -> str:
    """Tell a sort of members, of which a number is told before it.

    Example: "members who draw on care and support", after "3 ×".
    """
    return _("members who %(what)s") % {"what": _together(who)}


def _together(who: Who) -> str:
    return f" {_('and who')} ".join(_conditions(who))


def _conditions(who: Who) -> list[str]:
    found = [_("are people it is about")] if who.affected else []
    found += _any_of(who.capacity, capacities())
    found += _any_of(who.kind, kinds())
    if who.tag is not None:
        found.append(f"{_(TAGGED)} {_joined(sorted(who.tag))}")
    found += [_("chair")] if who.chair else []
    found += [_("have a mandate in force")] if who.mandated else []
    if who.other_than is not None:
        found.append(f"{_(WITHOUT)} [{people(who.other_than)}]")
    return found


def _any_of(codes: frozenset[C] | None, said: Mapping[C, str]) -> list[str]:
    return [] if codes is None else [_joined([said[each] for each in said if each in codes])]


def _joined(parts: Sequence[str]) -> str:
    return f" {_('or')} ".join(parts)


def read_people(words: str) -> Who:
    """Read whom a rule is about from what `people` says.

    Errors: NotASentence.
    """
    if words == _("all members"):
        return ALL
    if words == _("the people it is about"):
        return THE_PEOPLE_IT_IS_ABOUT
    head = _("the members who %(what)s") % {"what": ""}
    if not words.startswith(head):
        raise NotASentence(words)
    found = Who()
    told: dict[str, object] = {}
    for each in _parted(words[len(head) :], f" {_('and who')} "):
        name, value = _condition(each)
        if name in told:
            raise NotASentence(each)
        told[name] = value
    return type(found)(**told)  # type: ignore[arg-type]


def _condition(words: str) -> tuple[str, object]:
    plain = {
        _("are people it is about"): "affected",
        _("chair"): "chair",
        _("have a mandate in force"): "mandated",
    }
    if words in plain:
        return plain[words], True
    if words.startswith(f"{_(WITHOUT)} [") and words.endswith("]"):
        return "other_than", read_people(words[len(_(WITHOUT)) + 2 : -1])
    parts = _parted(words, f" {_('or')} ")
    if parts[0].startswith(f"{_(TAGGED)} "):
        return "tag", frozenset([parts[0][len(_(TAGGED)) + 1 :], *parts[1:]])
    for name, said in (("capacity", capacities()), ("kind", kinds())):
        codes = {told: code for code, told in said.items()}
        if all(each in codes for each in parts):
            return name, frozenset(codes[each] for each in parts)
    raise NotASentence(words)


def _parted(words: str, at: str) -> list[str]:
    """Part words at a word between them, but not within brackets."""
    parts, depth, begun = [], 0, 0
    for match in re.finditer(rf"[\[\]]|{re.escape(at)}", words):
        if match[0] == "[":
            depth += 1
        elif match[0] == "]":
            depth -= 1
        elif depth == 0:
            parts.append(words[begun : match.start()])
            begun = match.end()
    return [*parts, words[begun:]]


def number(count: int) -> str:
    """Tell a number: in words up to ten."""
    return _(NUMBERS[count]) if count < len(NUMBERS) else str(count)


def read_number(words: str) -> int:
    """Read a number from what `number` says.

    Errors: NotASentence.
    """
    said = {_(word): count for count, word in enumerate(NUMBERS)}
    if words in said:
        return said[words]
    if not words.isascii() or not words.isdecimal() or len(words) > 6:
        raise NotASentence(words)
    return int(words)


def _shares() -> Mapping[Fraction, str]:
    return {
        Fraction(1, 2): _("half"),
        Fraction(1, 3): _("a third"),
        Fraction(2, 3): _("two thirds"),
        Fraction(1, 4): _("a quarter"),
        Fraction(3, 4): _("three quarters"),
    }


def share(part: Fraction) -> str:
    """Tell a share in words where there are any: else as "3 in 7".

    Example: share(Fraction(1, 2)) is "half".
    """
    usual = _shares().get(part)
    return usual or _("%(part)d in %(whole)d") % {
        "part": part.numerator,
        "whole": part.denominator,
    }


def read_share(words: str) -> Fraction:
    """Read a share from what `share` says.

    Errors: NotASentence.
    """
    usual = {said: part for part, said in _shares().items()}
    if words in usual:
        return usual[words]
    match = re.fullmatch(r"([0-9]{1,4}) in ([1-9][0-9]{0,3})", words)
    if match is None:
        raise NotASentence(words)
    return Fraction(int(match[1]), int(match[2]))
