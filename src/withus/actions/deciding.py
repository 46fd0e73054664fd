"""Setting the rules of a board: all of them at once, over those that whoever sets them saw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from withus.actions.joining import enter
from withus.core.deciding.rule import Rule
from withus.core.deciding.writing import write_rules
from withus.core.facts.joining import RulesSet
from withus.core.rules.situation import NotAllowed
from withus.stores.deciding.finding import rules_carried
from withus.stores.record.append import Actor, locked
from withus.stores.record.states import board_state


@dataclass(frozen=True, slots=True)
class ToSet:
    """Rules to set on a board from a day; `over` is the entry of those that were seen, if any."""

    board: str
    rules: Sequence[Rule]
    from_: date
    over: int | None


def set_rules(wanted: ToSet, *, record: str, by: str, now: datetime) -> tuple[int, ...]:
    """Set a board's rules, unless somebody else set others since they were looked at.

    Once the board has met they rest on its last decision on rules that was carried and not used.
    """
    with locked(record) as log:
        rules = board_state(log, wanted.board).rules
        if (rules[-1].entry if rules else None) != wanted.over:
            raise NotAllowed("rules_changed_meanwhile")
        carried = rules_carried(record, wanted.board, but={each.fact.decision for each in rules})
        fact = RulesSet(
            board=wanted.board,
            rules=write_rules(wanted.rules),
            from_=wanted.from_,
            decision=carried[0] if carried else None,
        )
        return enter(fact, record=record, by=Actor(person=by), now=now)
