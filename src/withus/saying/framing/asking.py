"""Proposals for the question of a work, as its page tells them. Never who."""

from __future__ import annotations

from withus.core.words import Capacity
from withus.saying import words
from withus.saying.language import _


def by_whom(capacity: Capacity | None) -> str:
    """Tell in what capacity something was proposed."""
    return words.capacity(capacity) if capacity else _("Those who run the work")


def put_to_a_board() -> str:
    """Tell that a proposal was put to a board, which has not decided."""
    return _("Put to a board, not decided yet")
