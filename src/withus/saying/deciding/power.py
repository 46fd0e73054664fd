"""What the rules of a board mean, as plain text that fits 80 columns and as one document."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from withus.core.deciding.in_a_file import InAFile, Sort, write_sort
from withus.core.deciding.indices import Power
from withus.core.deciding.mirror import Mirror
from withus.core.findings.finding import NotEnough
from withus.core.words import MotionKind
from withus.saying import words
from withus.saying.deciding.mirror import on, reflected
from withus.saying.deciding.people import capacities, sort_of_members
from withus.saying.deciding.rules import behind, sentence
from withus.saying.language import _

WIDTH = 80
AFFECTED = "affected"  # the class of all people it is about, beside those of each capacity
Without = Mapping[str, tuple[int, frozenset[MotionKind]]]


@dataclass(frozen=True, slots=True)
class Worked:
    """What was worked out of a file: for each class, how many, and what others decide without."""

    file: InAFile
    day: date
    mirror: Mirror | NotEnough
    without: Without
    powers: tuple[Power, ...] | NotEnough


def document(worked: Worked) -> dict[str, Any]:
    """Tell what was worked out as one document.

    Shape: `without` is true where the others can decide on anything while the class is away or
        against; `indices` has a line for each line of places, or else there is a `reason`.
    """
    told: dict[str, Any] = {
        "rule": [sentence(rule) for rule in worked.file.rules],
        "without": {name: bool(found) for name, (_count, found) in worked.without.items()},
    }
    if isinstance(worked.powers, NotEnough):
        return {**told, "reason": worked.powers.reason}
    return {**told, "indices": [_index(sort, worked.powers) for sort in worked.file.sorts]}


def _index(sort: Sort, powers: tuple[Power, ...]) -> dict[str, Any]:
    one = power_of(sort, powers)
    return {
        **write_sort(sort),
        "shapley_shubik": str(one.shapley),
        "together": str(one.shapley * sort.count),
        "banzhaf": str(one.banzhaf),
    }


def power_of(sort: Sort, powers: tuple[Power, ...]) -> Power:
    """Tell the power of each place of a line."""
    return next(one for one in powers if sort.place in one.alike.sorts)


def report(worked: Worked) -> str:
    """Tell what was worked out in plain text."""
    parts = [*_rules(worked), *_mirror(worked), *_classes(worked), *_indices(worked)]
    return "\n".join(parts).rstrip()


def _rules(worked: Worked) -> Iterator[str]:
    yield _("The rules")
    for number, rule in enumerate(worked.file.rules, 1):
        yield from _wrapped(f"{number}. {sentence(rule)} {behind(rule)}", indent="   ")
    if not worked.file.rules:
        yield from _wrapped(_("There are none."))
    yield ""


def _mirror(worked: Worked) -> Iterator[str]:
    yield _("What they mean on %(day)s") % {"day": words.day(worked.day)}
    members, answers = reflected(worked.mirror)
    yield from _wrapped(" ".join([*members, *answers]))
    yield ""


def _classes(worked: Worked) -> Iterator[str]:
    if isinstance(worked.mirror, NotEnough):
        return
    yield _("Can it be decided without them?")
    for name, (count, found) in worked.without.items():
        answer = _answer(found, among=worked.mirror.possible)
        yield from _wrapped(f"{class_name(name)} ({count}): {answer}", indent="  ")
    yield ""


def _answer(found: frozenset[MotionKind], *, among: frozenset[MotionKind]) -> str:
    if not found:
        return _("no")
    if found == among:
        return _("yes")
    if len(found) * 2 > len(among):
        return _("yes, but not on %(what)s") % {"what": on(among - found)}
    return _("yes, but only on %(what)s") % {"what": on(found)}


def class_name(name: str) -> str:
    """Tell a class of places in words."""
    if name == AFFECTED:
        return _("The people it is about")
    said = {code.value: text for code, text in capacities().items()}
    return _("Those who %(what)s") % {"what": said[name]}


def _indices(worked: Worked) -> Iterator[str]:
    yield _("Voting power (Shapley-Shubik together; Shapley-Shubik and Banzhaf each)")
    if isinstance(worked.powers, NotEnough):
        yield from _wrapped(_("There is no figure: %(why)s") % {"why": why(worked.powers)})
        return
    for sort in worked.file.sorts:
        one = power_of(sort, worked.powers)
        figures = [one.shapley * sort.count, one.shapley, one.banzhaf]
        line = f"{sort.count} × {sort_of_members(sort.who)}: {'  '.join(map(decimals, figures))}"
        yield from _wrapped(line, indent="  ")
    yield from _wrapped(
        _("Where each of several must agree, these figures hide the power to stop a decision.")
    )


def why(reason: NotEnough) -> str:
    """Tell why there are no indices."""
    return {
        "not_monotone": _(
            "this rule is not monotone: one more person who comes or agrees can undo a decision."
        ),
        "differ_by_motion": _("these rules are not the same for every kind of decision."),
        "never_carried": _("nothing can be decided, even if everybody agrees."),
        "too_many_cases": _("the rules tell too many sorts of places apart."),
    }[reason.reason]


def decimals(share: Fraction) -> str:
    """Tell a share with three decimals, rounded half up.

    Example: decimals(Fraction(1, 2)) is "0.500".
    """
    thousandths = int(share * 1000 + Fraction(1, 2))
    return f"{thousandths // 1000}.{thousandths % 1000:03}"


def _wrapped(text: str, *, indent: str = "") -> list[str]:
    plain = "".join(c if c.isprintable() else "\ufffd" for c in text)
    return textwrap.wrap(plain, WIDTH, subsequent_indent=indent)
