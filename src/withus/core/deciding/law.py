"""Whether somebody has said that all the legal rules that bind a board are entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from withus.core.deciding.rule import Force
from withus.core.facts.deciding import LawTold
from withus.core.history.state import Board
from withus.core.history.told import Told


def law_told(board: Board) -> Told[LawTold] | None:
    """Tell the entry by which it was said that a board's legal rules are all entered; None: none.

    Formula: what was said last, unless rules were set since whose legal ones are others than those
        of which it was said.
    Not: whether it is so; nobody here can tell that.
    """
    last = board.law[-1] if board.law else None
    if last is None or not last.fact.whole:
        return None
    before = [legal(each.fact.rules) for each in board.rules if each.entry < last.entry]
    since = [legal(each.fact.rules) for each in board.rules if each.entry > last.entry]
    then = before[-1] if before else legal(())
    return last if all(each == then for each in since) else None


def is_law_told(board: Board) -> bool:
    """Tell whether it is said, and still holds, that a board's legal rules are all entered."""
    return law_told(board) is not None


def legal(rules: Sequence[Any]) -> list[Any]:
    """Tell the legal rules of some that were set, in one order."""
    found = [rule for rule in rules if isinstance(rule, Mapping) and rule.get("force") == Force.LAW]
    return sorted(found, key=lambda rule: str(rule.get("id")))
