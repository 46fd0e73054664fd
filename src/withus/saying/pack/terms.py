"""The terms of reference of boards: members, rules and what they mean, as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from withus.core.deciding.mirror import Mirror
from withus.core.deciding.rule import Rule
from withus.core.findings.finding import NotEnough
from withus.core.words import Capacity, Level
from withus.core.words import Paper as Format
from withus.saying import words
from withus.saying.deciding.mirror import reflected
from withus.saying.deciding.rules import behind, sentence, unreadable
from withus.saying.joining.board import held_by_people_it_is_about, tally
from withus.saying.joining.terms import level, term
from withus.saying.language import _
from withus.saying.pack.paper import Line, Paper, Section, blank, known, section


@dataclass(frozen=True, slots=True)
class BoardTold:
    """A board: its places by capacity as (held, vacant), who chose them, its rules."""

    name: str
    level: Level
    since: str
    above: str
    formats: frozenset[Format]
    tallies: Mapping[Capacity, tuple[int, int]]
    chosen: tuple[str, ...]
    rules: tuple[Rule | None, ...]
    means: Mirror | NotEnough

    @property
    def held_by_them(self) -> tuple[int, int]:
        """Tell how many places the people it is about hold, of how many."""
        ours = (Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS)
        affected = sum(held for code, (held, _free) in self.tallies.items() if code in ours)
        return affected, sum(held + free for held, free in self.tallies.values())


def terms_of_reference(name: str, boards: Iterable[BoardTold]) -> Paper:
    """Tell the terms of reference of boards."""
    every = tuple(each for one in boards for each in _board(one))
    return Paper(
        opening=_("What each board of %(name)s is, who is on it, and by which rules it decides.")
        % {"name": name},
        sections=(
            *(every or (section(_("Boards"), blank(_("No board has been opened yet."))),)),
            section(
                _("Agreed"),
                blank(_("By whom, on what day, and when these terms are looked at again.")),
            ),
        ),
    )


def _board(one: BoardTold) -> Iterator[Section]:
    yield Section(one.name, tuple(_what(one)))
    named = {"board": one.name}
    yield Section(_("%(board)s: who is on it") % named, tuple(_members(one)))
    yield Section(_("%(board)s: its rules, and what they mean") % named, tuple(_rules(one)))


def _what(one: BoardTold) -> Iterator[Line]:
    yield known(level(one.level), _("Level"))
    yield known(one.since, _("Since"))
    if one.above:
        yield known(one.above, _("Stands under"))
    formats = words.listing(sorted(term(each) for each in one.formats))
    if formats:
        yield known(formats, _("Papers in"))
    yield blank(_("What it is for, and what it may decide on its own."))
    yield blank(_("How often it meets, and how papers, support and travel are paid for."))


def _members(one: BoardTold) -> Iterator[Line]:
    yield known(held_by_people_it_is_about(*one.held_by_them))
    for code in words.ORDER:
        if code in one.tallies:
            yield known(tally(*one.tallies[code]), words.capacity(code))
    if one.chosen:
        yield known("; ".join(one.chosen), _("Chosen by"))
    yield blank(_("How somebody comes to be chosen for each place, and for how long."))


def _rules(one: BoardTold) -> Iterator[Line]:
    for number, rule in enumerate(one.rules, 1):
        told = f"{sentence(rule)} {behind(rule)}".strip() if rule else unreadable()
        yield known(told, _("Rule %(number)d") % {"number": number})
    if not one.rules:
        yield blank(_("The rules by which it decides. None is in force."))
    members, answers = reflected(one.means)
    yield known(" ".join([*members, *answers]), _("What they mean"))
    yield blank(
        _("Whether the law or your constitution asks for more. Ask your monitoring officer.")
    )
