"""What the law lets a board decide, as far as anybody has said so in its record."""

from __future__ import annotations

from datetime import date

from withus.saying import words
from withus.saying.language import _


def in_law(told: date | None) -> str:
    """Tell on a board's page whether its record can say what the law lets the board decide."""
    if told is None:
        return _(
            "Nobody has said that all the legal rules that bind this board are entered. So this "
            "record cannot say that the law lets it decide: only which legal rules it holds."
        )
    return _(
        "On %(day)s it was said that all the legal rules that bind this board are entered. If that "
        "is so, what meets them can be decided in law."
    ) % {"day": words.day(told)}
