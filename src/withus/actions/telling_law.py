"""Saying whether all the legal rules that bind a board are entered."""

from __future__ import annotations

from datetime import datetime

from withus.actions.joining import enter
from withus.core.facts.deciding import LawTold
from withus.stores.record.append import Actor


def tell_law(board: str, *, whole: bool, record: str, by: str, now: datetime) -> int:
    """Say that a board's legal rules are all entered, or that they are not; return the entry."""
    fact = LawTold(board=board, whole=whole)
    return enter(fact, record=record, by=Actor(person=by), now=now)[0]
